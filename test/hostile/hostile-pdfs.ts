/** PDF files that are broken, lying, laden or made to burn time and memory, and the answer each of them has to get. */
import { createHash } from 'node:crypto';
import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import {
  concatenate,
  latin1,
  type PdfObject,
  type PdfPageParts,
  writePagesPdf,
  writePdf,
} from '../support/pdf-objects.ts';
import { noise, noiseJpeg } from '../support/test-pictures.ts';
import type { HostileFile } from './hostile-desk.ts';

const WIDTH = 900;
const HEIGHT = 1200;

const damaged = { refused: 'scan-damaged' } as const;
const tooManyPixels = { refused: 'scan-too-many-pixels' } as const;

const broken: HostileFile[] = [
  { name: 'PDF cut at 30 %', build: async () => cut(await scan(), 0.3), answer: damaged },
  { name: 'PDF cut at 90 %', build: async () => cut(await scan(), 0.9), answer: damaged },
  {
    name: 'PDF that lacks its table and trailer',
    build: async () => dropTail(await scan()),
    answer: damaged,
  },
  { name: 'PDF of a header alone', build: () => latin1('%PDF-1.7\n'), answer: damaged },
  {
    name: 'PDF header before HTML',
    build: () => latin1('%PDF-1.4\n<html><script>1</script></html>'),
    answer: damaged,
  },
  {
    name: 'PDF whose table points elsewhere',
    build: async () => shiftTable(await scan()),
    answer: { warnings: ['pdf-repaired'], pages: 1 },
  },
  {
    name: 'PDF with junk before its header',
    build: async () => concatenate([latin1('GET / HTTP/1.1\r\n'.repeat(20)), await scan()]),
    answer: { warnings: ['leading-data'], pages: 1 },
  },
  {
    name: 'PDF that is a ZIP too',
    build: async () => concatenate([await scan(), latin1(`PK\x03\x04${'secret'.repeat(99)}PK\x05\x06`)]),
    answer: { warnings: ['trailing-data'], pages: 1 },
  },
  {
    name: 'PDF whose JPEG is cut short',
    build: async () => scanOf(jpegImage((await jpeg()).slice(0, 90_000))),
    answer: damaged,
  },
  {
    name: 'PDF whose pixels are cut short',
    build: () => scanOf(flateImage(deflateSync(noise(WIDTH * HEIGHT)).slice(0, 90_000))),
    answer: damaged,
  },
  {
    name: 'PDF whose JPEG 2000 is garbage',
    build: () => scanOf(image('/JPXDecode', noise(9_000))),
    answer: damaged,
  },
];

const trees: HostileFile[] = [
  { name: 'PDF without pages', build: () => writePagesPdf([]), answer: { refused: 'scan-no-pages' } },
  {
    name: 'PDF without a page tree',
    build: () => writePdf({ objects: ['<< /Type /Catalog >>'] }),
    answer: { refused: 'scan-no-pages' },
  },
  {
    name: 'PDF of 5000 pages',
    build: () => writePagesPdf(Array.from({ length: 5_000 }, () => ({ content: '' }))),
    answer: { refused: 'scan-too-many-pages' },
  },
  {
    name: 'PDF whose page tree contains itself',
    build: () => writePdf({ objects: [CATALOG, '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 3 >>'] }),
    answer: damaged,
  },
  {
    name: 'PDF that counts a million pages and has one',
    build: () => pageTree(1, 1_000_000),
    answer: { refused: 'scan-too-many-pages' },
  },
  { name: 'PDF that counts 9 pages and has one', build: () => pageTree(1, 9), answer: damaged },
  {
    name: 'PDF that counts one page and has 3',
    build: () => pageTree(3, 1),
    answer: { warnings: ['pdf-pages-unreachable'], pages: 1 },
  },
  {
    name: 'PDF of deeply nested arrays',
    build: () => writePagesPdf([{ content: '', entries: `/X ${'['.repeat(200_000)}${']'.repeat(200_000)}` }]),
    answer: { warnings: [], pages: 1 },
  },
];

const bombs: HostileFile[] = [
  {
    name: 'PDF whose picture says 400 megapixels',
    build: () => scanOf(flateImage(deflateSync(new Uint8Array(1_000)), 20_000, 20_000)),
    answer: tooManyPixels,
  },
  {
    name: 'PDF whose picture unpacks to 1.5 GB',
    build: () => scanOf(image('[/FlateDecode /FlateDecode]', deflateSync(zeroBomb(1_500)))),
    answer: { refused: 'scan-too-heavy' },
  },
  {
    name: 'PDF whose page content unpacks to 1.5 GB',
    build: () => bombContent(1_500),
    answer: { refused: 'scan-too-heavy' },
  },
  {
    name: 'PDF with an object stream that unpacks to 200 MB',
    build: objectStreamBomb,
    answer: { warnings: [], pages: 1 },
  },
  {
    name: 'PDF of a page of 3 km',
    build: () => writePagesPdf([blank(8_640_000, 8_640_000)]),
    answer: tooManyPixels,
  },
  {
    name: 'PDF of a page of 1 point',
    build: () => writePagesPdf([blank(1, 1)]),
    answer: { refused: 'scan-too-small' },
  },
  {
    name: 'PDF of a page of negative size',
    build: () => writePagesPdf([blank(-595, -842)]),
    answer: { warnings: [], pages: 1 },
  },
  {
    name: 'PDF of a page without size',
    build: () => writePagesPdf([blank(0, 0)]),
    answer: { warnings: [], pages: 1 },
  },
  { name: 'PDF whose form draws itself', build: () => forms(1, 3), answer: { refused: 'scan-too-heavy' } },
  {
    name: 'PDF of 20,000 lines',
    build: () => writePagesPdf([{ content: '0 0 m 99 99 l S\n'.repeat(20_000) }]),
    answer: { warnings: [], pages: 1 },
  },
  {
    name: 'PDF of deeply nested states',
    build: () => writePagesPdf([{ content: 'q '.repeat(500_000) }]),
    answer: { warnings: [], pages: 1 },
  },
];

const laden: HostileFile[] = [
  {
    name: 'PDF that runs a script when opened',
    build: () => scanWith('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'),
    answer: { warnings: ['pdf-active-content'], pages: 1 },
  },
  {
    name: 'PDF that hides its script behind escapes',
    build: () => scanWith('/OpenAction << /S /J#61vaScript /J#53 (1) >>'),
    answer: { warnings: ['pdf-active-content'], pages: 1 },
  },
  {
    name: 'PDF that hides its script in an object stream',
    build: () => scanWith('', [packed('<< /S /JavaScript /JS (1) >>')]),
    answer: { warnings: ['pdf-active-content'], pages: 1 },
  },
  {
    name: 'PDF that starts a program',
    build: () => scanWith('/OpenAction << /S /Launch /F (cmd.exe) >>'),
    answer: { warnings: ['pdf-active-content'], pages: 1 },
  },
  {
    name: 'PDF with an attached program',
    build: () =>
      scanWith('/Names << /EmbeddedFiles << /Names [(a.exe) << /Type /Filespec /F (a.exe) >>] >> >>'),
    answer: { warnings: ['pdf-attachment'], pages: 1 },
  },
  {
    name: 'PDF portfolio',
    build: () => scanWith('/Collection << /Type /Collection /View /D >>'),
    answer: { warnings: ['pdf-attachment'], pages: 1 },
  },
  {
    name: 'PDF with a static XFA form',
    build: () => scanWith('/AcroForm << /Fields [] /XFA (x) >>'),
    answer: { warnings: ['pdf-form'], pages: 1 },
  },
  {
    name: 'PDF with a dynamic XFA form',
    build: () => scanWith('/NeedsRendering true /AcroForm << /Fields [] /XFA (x) >>'),
    answer: { refused: 'scan-form-dynamic' },
  },
  {
    name: 'PDF whose crop box hides most of the scan',
    build: async () =>
      writePagesPdf([{ ...scanPage(jpegImage(await jpeg())), entries: '/CropBox [0 0 200 200]' }]),
    answer: { warnings: ['pdf-hidden-content'], pages: 1 },
  },
  {
    name: 'PDF with a user password',
    build: () => encrypted('geheim'),
    answer: { refused: 'scan-encrypted' },
  },
  {
    name: 'PDF locked in a way that nobody knows',
    build: () => encrypted('', '/Foreign'),
    answer: { refused: 'scan-encrypted' },
  },
  {
    name: 'PDF that only restricts printing',
    build: () => encrypted(''),
    answer: { warnings: ['pdf-encrypted-owner'], pages: 1 },
  },
  {
    name: 'PDF with a digital signature',
    build: () => signed(''),
    answer: { warnings: [], pages: 1, signed: true },
  },
  {
    name: 'PDF that was changed after it was signed',
    build: () => signed('9 0 obj\n<< /Note (later) >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n'),
    answer: { warnings: ['pdf-changed-after-signing'], pages: 1, signed: true },
  },
];

export const hostilePdfs: readonly HostileFile[] = [...broken, ...trees, ...bombs, ...laden];

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';

interface Image {
  readonly dictionary: string;
  readonly data: Uint8Array;
}

function image(filter: string, data: Uint8Array, widthPx = WIDTH, heightPx = HEIGHT): Image {
  const dictionary = `/Width ${widthPx} /Height ${heightPx} /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter ${filter}`;
  return { dictionary, data };
}

function flateImage(data: Uint8Array, widthPx?: number, heightPx?: number): Image {
  return image('/FlateDecode', data, widthPx, heightPx);
}

function jpegImage(data: Uint8Array): Image {
  const colour = '/BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode';
  return { dictionary: `/Width ${WIDTH} /Height ${HEIGHT} ${colour}`, data };
}

let once: Promise<Uint8Array> | undefined;

function jpeg(): Promise<Uint8Array> {
  once ??= noiseJpeg(WIDTH, HEIGHT);
  return once;
}

function scanPage(picture: Image): PdfPageParts {
  return { width: 432, height: 576, content: 'q 432 0 0 576 0 0 cm /Im0 Do Q', images: [picture] };
}

function scanOf(picture: Image): Uint8Array {
  return writePagesPdf([scanPage(picture)]);
}

async function scan(): Promise<Uint8Array> {
  return scanOf(jpegImage(await jpeg()));
}

async function scanWith(catalog: string, extra: readonly PdfObject[] = []): Promise<Uint8Array> {
  return writePagesPdf([scanPage(jpegImage(await jpeg()))], { catalog, extra });
}

function blank(width: number, height: number): PdfPageParts {
  return { width, height, content: '' };
}

function cut(bytes: Uint8Array, share: number): Uint8Array {
  return bytes.slice(0, Math.floor(bytes.length * share));
}

function dropTail(bytes: Uint8Array): Uint8Array {
  return bytes.slice(0, Buffer.from(bytes).lastIndexOf('xref\n0 '));
}

function shiftTable(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  return latin1(
    text.replace(
      /(\d{10}) 00000 n/g,
      (_, offset) => `${String(Number(offset) + 37).padStart(10, '0')} 00000 n`,
    ),
  );
}

function pageTree(pages: number, count: number): Uint8Array {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`).join(' ');
  const leaf = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>';
  return writePdf({
    objects: [
      CATALOG,
      `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
      ...Array.from({ length: pages }, () => leaf),
    ],
  });
}

/** Deflated zeros, glued from one flushed block: nobody needs their memory to build them. */
function zeroBomb(megabytes: number): Uint8Array {
  const block = deflateRawSync(new Uint8Array(1_000_000), { finishFlush: constants.Z_FULL_FLUSH });
  const end = Uint8Array.of(3, 0);
  return concatenate([Uint8Array.of(0x78, 0x9c), ...Array.from({ length: megabytes }, () => block), end]);
}

function bombContent(megabytes: number): Uint8Array {
  return writePdf({
    objects: [
      CATALOG,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
      { dictionary: '/Filter /FlateDecode', data: zeroBomb(megabytes) },
    ],
  });
}

async function objectStreamBomb(): Promise<Uint8Array> {
  const data = deflateSync(concatenate([latin1('99 0 '), new Uint8Array(200_000_000).fill(0x20)]), {
    level: 1,
  });
  return scanWith('', [{ dictionary: '/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode', data }]);
}

function packed(object: string): PdfObject {
  return {
    dictionary: '/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode',
    data: deflateSync(latin1(`99 0 ${object}`)),
  };
}

/** Form 3 calls itself `calls` times, or further forms each the next. */
function forms(depth: number, calls: number): Uint8Array {
  const first = 5;
  const body = (index: number): PdfObject => ({
    dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /F ${first + ((index + 1) % depth)} 0 R >> >>`,
    data: latin1('/F Do '.repeat(calls)),
  });
  return writePdf({
    objects: [
      CATALOG,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /F ${first} 0 R >> >> >>`,
      { dictionary: '', data: latin1('/F Do') },
      ...Array.from({ length: depth }, (_, index) => body(index)),
    ],
  });
}

const PASSWORD_PADDING = Buffer.from(
  '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
  'hex',
);

/** Standard security handler, revision 2, 40 bits (ISO 32000-1, 7.6.3.3 and 7.6.3.4). */
function encrypted(userPassword: string, handler = '/Standard'): Uint8Array {
  const id = Buffer.alloc(16, 7);
  const owner = Buffer.alloc(32, 9);
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(-64);
  const padded = Buffer.concat([latin1(userPassword), PASSWORD_PADDING]).subarray(0, 32);
  const key = createHash('md5')
    .update(Buffer.concat([padded, owner, permissions, id]))
    .digest()
    .subarray(0, 5);
  const user = rc4(key, PASSWORD_PADDING);
  return writePdf({
    objects: [
      CATALOG,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
      `<< /Filter ${handler} /V 1 /R 2 /P -64 /O <${owner.toString('hex')}> /U <${user.toString('hex')}> >>`,
    ],
    trailer: `/Encrypt 4 0 R /ID [<${id.toString('hex')}> <${id.toString('hex')}>]`,
  });
}

function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number) => ([state[a], state[b]] = [state[b]!, state[a]!]);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + state[i]!) & 255;
      swap(i, j);
      return byte ^ state[(state[i]! + state[j]!) & 255]!;
    }),
  );
}

/** A signature field whose byte range covers the file, and what was added after it. */
async function signed(added: string): Promise<Uint8Array> {
  const range = '/ByteRange [0 100 200 AAAAAAAAAA]';
  const field = `<< /FT /Sig /T (s) /V << /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached ${range} /Contents <00> >> >>`;
  const file = Buffer.from(await scanWith(`/AcroForm << /SigFlags 3 /Fields [${field}] >>`)).toString(
    'latin1',
  );
  const length = String(file.length - 200).padEnd(10);
  return latin1(file.replace('AAAAAAAAAA', length) + added);
}
