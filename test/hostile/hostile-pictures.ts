/** Picture files that are broken, lying or made to burn time and memory, and the answer each of them has to get. */
import { crc32, deflateSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { concatenate, latin1 } from '../support/pdf-objects.ts';
import { noise, noiseJpeg, quadrantJpeg } from '../support/test-pictures.ts';
import { long, rational, short, type TiffEntry, writeTiff } from '../support/tiff-file.ts';
import type { HostileFile } from './hostile-desk.ts';

const WIDTH = 900;
const HEIGHT = 1200;

const unknown = { refused: 'scan-type-unknown' } as const;
const damaged = { refused: 'scan-damaged' } as const;
const accepted = { warnings: [] } as const;

const noFiles: HostileFile[] = [
  { name: 'nothing at all', build: () => new Uint8Array(0), answer: { refused: 'scan-empty' } },
  { name: 'plain text', build: () => latin1('Kính gửi: Ủy ban'.repeat(99)), answer: unknown },
  { name: 'HTML', build: () => latin1('<!doctype html><script>fetch("/")</script>'), answer: unknown },
  {
    name: 'SVG with an external entity',
    build: () =>
      latin1('<!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/passwd">]><svg><text>&e;</text></svg>'),
    answer: unknown,
  },
  { name: 'gzip', build: () => gzipSync(latin1('%PDF-1.7 inside')), answer: unknown },
  { name: 'ZIP', build: () => latin1(`PK\x03\x04${'\0'.repeat(99)}`), answer: unknown },
  { name: 'program', build: () => latin1(`\x7fELF${'\0'.repeat(99)}`), answer: unknown },
  { name: 'GIF', build: () => latin1(`GIF89a${'\0'.repeat(99)}`), answer: unknown },
  { name: 'BMP', build: () => latin1(`BM${'\0'.repeat(99)}`), answer: unknown },
  {
    name: 'HEIC',
    build: () => latin1(`\0\0\0\x18ftypheic${'\0'.repeat(99)}`),
    answer: { refused: 'scan-type-heic' },
  },
  {
    name: 'AVIF',
    build: () => latin1(`\0\0\0\x1cftypavif${'\0'.repeat(99)}`),
    answer: { refused: 'scan-type-heic' },
  },
];

const jpegs: HostileFile[] = [
  { name: 'JPEG cut at 40 %', build: async () => cut(await page(), 0.4), answer: damaged },
  { name: 'JPEG cut at 99 %', build: async () => cut(await page(), 0.99), answer: damaged },
  {
    name: 'JPEG cut and closed with an end marker',
    build: async () => concatenate([cut(await page(), 0.6), Uint8Array.of(0xff, 0xd9)]),
    answer: damaged,
  },
  {
    name: 'JPEG that lacks only its end marker',
    build: async () => (await page()).slice(0, -2),
    answer: { warnings: ['image-irregular'], pages: 1 },
  },
  {
    name: 'JPEG with a block overwritten',
    build: async () => overwrite(await page(), 0.5, new Uint8Array(4_096).fill(0xff)),
    answer: damaged,
  },
  { name: 'JPEG of headers alone', build: async () => (await page()).slice(0, 400), answer: damaged },
  {
    name: 'JPEG that says 65500 x 65500',
    build: async () => patchFrame(await page(), 65_500, 65_500),
    answer: { refused: 'scan-too-many-pixels' },
  },
  { name: 'JPEG of height 0', build: async () => patchFrame(await page(), WIDTH, 0), answer: damaged },
  {
    name: 'JPEG of 5000 scans',
    build: async () => repeatLastScan(await noiseJpeg(WIDTH, HEIGHT, { progressive: true }), 5_000),
    answer: damaged,
  },
  { name: 'JPEG of 1 x 1', build: () => quadrantJpeg(1, 1), answer: { refused: 'scan-too-small' } },
  {
    name: 'JPEG with a NUL in its comment',
    build: async () => insertSegment(await page(), 0xfe, latin1('scan\0../../etc\0')),
    answer: accepted,
  },
  {
    name: 'JPEG with 1.5 MB of EXIF that refers to itself',
    build: async () => exifBomb(await page()),
    answer: { warnings: ['metadata-damaged'], pages: 1 },
  },
  {
    name: 'JPEG with a ZIP behind it',
    build: async () => concatenate([await page(), latin1(`PK\x03\x04${'secret'.repeat(99)}`)]),
    answer: { warnings: ['trailing-data'], pages: 1 },
  },
];

const pngs: HostileFile[] = [
  {
    name: 'PNG bomb of 900 megapixels',
    build: () => png(30_000, 30_000, [], 1),
    answer: { refused: 'scan-too-many-pixels' },
  },
  { name: 'PNG of 1 x 1', build: () => png(1, 1, [idat(1, 1)]), answer: { refused: 'scan-too-small' } },
  {
    name: 'PNG cut short',
    build: () => cut(png(WIDTH, HEIGHT, [idat(WIDTH, HEIGHT)]), 0.7),
    answer: damaged,
  },
  {
    name: 'PNG whose picture data fails its check sum',
    build: () => overwrite(png(WIDTH, HEIGHT, [idat(WIDTH, HEIGHT)]), 0.5, noise(50)),
    answer: damaged,
  },
  {
    name: 'PNG whose picture data is garbage with a right check sum',
    build: () => png(WIDTH, HEIGHT, [chunk('IDAT', noise(50_000))]),
    answer: damaged,
  },
  {
    name: 'PNG with half of its rows',
    build: () => png(WIDTH, HEIGHT, [idat(WIDTH, HEIGHT / 2)]),
    answer: damaged,
  },
  { name: 'PNG without picture data', build: () => png(WIDTH, HEIGHT, []), answer: damaged },
  {
    name: 'animated PNG',
    build: () => png(WIDTH, HEIGHT, [chunk('acTL', new Uint8Array(8)), idat(WIDTH, HEIGHT)]),
    answer: { refused: 'scan-type-animated' },
  },
  {
    name: 'PNG with a damaged note',
    build: () => png(WIDTH, HEIGHT, [breakChunk(chunk('tEXt', latin1('a\0b'))), idat(WIDTH, HEIGHT)]),
    answer: { warnings: ['metadata-damaged'], pages: 1 },
  },
  {
    name: 'PNG with a compressed note of 200 MB',
    build: () => png(WIDTH, HEIGHT, [bombNote(), idat(WIDTH, HEIGHT)]),
    answer: accepted,
  },
];

const webps: HostileFile[] = [
  { name: 'WebP cut short', build: async () => cut(await webp(), 0.5), answer: damaged },
  { name: 'animated WebP', build: animatedWebp, answer: { refused: 'scan-type-animated' } },
  { name: 'WebP of garbage', build: async () => overwrite(await webp(), 0, noise(200), 12), answer: damaged },
];

const tiffs: HostileFile[] = [
  { name: 'TIFF of width 0', build: () => tiff({ widthPx: 0 }), answer: damaged },
  {
    name: 'TIFF whose directories go round',
    build: () => writeTiff([grey({})], { lastLink: 8 + WIDTH * 40 }),
    answer: damaged,
  },
  {
    name: 'TIFF of 10,000 pages',
    build: () => writeTiff(Array.from({ length: 10_000 }, () => grey({ heightPx: 1 }))),
    answer: { refused: 'scan-too-many-pages' },
  },
  { name: 'TIFF cut short', build: () => cut(tiff({}), 0.5), answer: damaged },
  { name: 'TIFF whose strip lies outside', build: () => patchStrip(tiff({}), 0xffff0000), answer: damaged },
  {
    name: 'TIFF of 100,000 x 100,000',
    build: () => tiff({ widthPx: 100_000, heightPx: 100_000 }),
    answer: { refused: 'scan-too-many-pixels' },
  },
  { name: 'TIFF of 65,000 channels', build: () => tiff({ extra: [short(277, 65_000)] }), answer: damaged },
  {
    name: 'TIFF of fax garbage',
    build: () => tiff({ compression: 4, strip: noise(20_000), bits: 1 }),
    answer: damaged,
  },
  {
    name: 'TIFF whose fax ends early',
    build: () => tiff({ compression: 4, strip: new Uint8Array(40), bits: 1 }),
    answer: damaged,
  },
  {
    name: 'TIFF whose deflated strip is a bomb',
    build: deflateBomb,
    answer: { warnings: ['low-resolution'], pages: 1 },
  },
  { name: 'TIFF with the JPEG of 1992', build: () => tiff({ compression: 6 }), answer: unknown },
  {
    name: 'TIFF without a directory',
    build: () => latin1('II*\0\0\0\0\0'),
    answer: { refused: 'scan-no-pages' },
  },
  { name: 'TIFF of a header alone', build: () => latin1('MM\0*\0\0\0\x08'), answer: damaged },
];

export const hostilePictures: readonly HostileFile[] = [...noFiles, ...jpegs, ...pngs, ...webps, ...tiffs];

let once: Promise<Uint8Array> | undefined;

function page(): Promise<Uint8Array> {
  once ??= noiseJpeg(WIDTH, HEIGHT);
  return once;
}

function cut(bytes: Uint8Array, share: number): Uint8Array {
  return bytes.slice(0, Math.floor(bytes.length * share));
}

function overwrite(bytes: Uint8Array, share: number, patch: Uint8Array, skip = 0): Uint8Array {
  const changed = bytes.slice();
  changed.set(patch, Math.floor(bytes.length * share) + skip);
  return changed;
}

function indexOf(bytes: Uint8Array, ...needle: number[]): number {
  return Buffer.from(bytes).indexOf(Uint8Array.from(needle));
}

function patchFrame(jpeg: Uint8Array, widthPx: number, heightPx: number): Uint8Array {
  const at = indexOf(jpeg, 0xff, 0xc0);
  const changed = jpeg.slice();
  new DataView(changed.buffer).setUint16(at + 5, heightPx);
  new DataView(changed.buffer).setUint16(at + 7, widthPx);
  return changed;
}

function insertSegment(jpeg: Uint8Array, marker: number, payload: Uint8Array): Uint8Array {
  const length = payload.length + 2;
  return concatenate([
    jpeg.subarray(0, 2),
    Uint8Array.of(0xff, marker, length >> 8, length & 255),
    payload,
    jpeg.subarray(2),
  ]);
}

function repeatLastScan(jpeg: Uint8Array, times: number): Uint8Array {
  const at = Buffer.from(jpeg).lastIndexOf(Uint8Array.of(0xff, 0xda));
  const scan = jpeg.subarray(at, -2);
  return concatenate([
    jpeg.subarray(0, at),
    ...Array.from({ length: times }, () => scan.slice(0, 200)),
    jpeg.subarray(-2),
  ]);
}

/** Directory entry 1 says orientation, 2 counts 2^31 letters, 3 links to the directory itself; then megabytes of padding. */
function exifBomb(jpeg: Uint8Array): Uint8Array {
  const entries = [
    [0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0],
    [0x0e, 0x01, 2, 0, 0xff, 0xff, 0xff, 0x7f, 50, 0, 0, 0],
    [0x69, 0x87, 4, 0, 1, 0, 0, 0, 8, 0, 0, 0],
  ];
  const head = [
    0x45,
    0x78,
    0x69,
    0x66,
    0,
    0,
    0x49,
    0x49,
    42,
    0,
    8,
    0,
    0,
    0,
    3,
    0,
    ...entries.flat(),
    8,
    0,
    0,
    0,
  ];
  const block = concatenate([Uint8Array.from(head), new Uint8Array(60_000)]);
  let bomb = jpeg;
  for (let i = 0; i < 25; i++) bomb = insertSegment(bomb, 0xe1, block);
  return bomb;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = concatenate([latin1(type), data]);
  const bytes = new Uint8Array(body.length + 8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(body, 4);
  view.setUint32(body.length + 4, crc32(body));
  return bytes;
}

function breakChunk(sound: Uint8Array): Uint8Array {
  const broken = sound.slice();
  broken[broken.length - 1]! ^= 1;
  return broken;
}

function png(widthPx: number, heightPx: number, chunks: readonly Uint8Array[], bits = 8): Uint8Array {
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, widthPx);
  new DataView(header.buffer).setUint32(4, heightPx);
  header[8] = bits;
  return concatenate([
    latin1('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', header),
    ...chunks,
    chunk('IEND', new Uint8Array(0)),
  ]);
}

function idat(widthPx: number, rows: number): Uint8Array {
  const filtered = noise((widthPx + 1) * rows);
  for (let row = 0; row < rows; row++) filtered[row * (widthPx + 1)] = 0;
  return chunk('IDAT', deflateSync(filtered, { level: 1 }));
}

function bombNote(): Uint8Array {
  return chunk(
    'zTXt',
    concatenate([latin1('Comment\0\0'), deflateSync(new Uint8Array(200_000_000), { level: 1 })]),
  );
}

async function webp(): Promise<Uint8Array> {
  const raw = { width: WIDTH, height: HEIGHT, channels: 3 as const };
  return new Uint8Array(
    await sharp(noise(WIDTH * HEIGHT * 3), { raw })
      .webp()
      .toBuffer(),
  );
}

async function animatedWebp(): Promise<Uint8Array> {
  const raw = { width: 200, height: 400, channels: 3 as const, pageHeight: 200 };
  return new Uint8Array(
    await sharp(noise(200 * 400 * 3), { raw })
      .webp({ loop: 0 })
      .toBuffer(),
  );
}

interface GreyTiff {
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly bits?: number;
  readonly compression?: number;
  readonly strip?: Uint8Array;
  readonly extra?: readonly TiffEntry[];
}

function grey({ widthPx = WIDTH, heightPx = 40, bits = 8, compression = 1, strip, extra = [] }: GreyTiff) {
  const entries = [
    long(256, widthPx),
    long(257, heightPx),
    short(258, bits),
    short(259, compression),
    short(262, 1),
    long(278, heightPx),
    rational(282, 200),
    rational(283, 200),
    ...extra,
  ];
  return { entries, strips: [strip ?? new Uint8Array(WIDTH * Math.min(heightPx, 40))] };
}

function tiff(parts: GreyTiff): Uint8Array {
  return writeTiff([grey({ heightPx: 60, ...parts })]);
}

function deflateBomb(): Uint8Array {
  return tiff({ compression: 8, strip: deflateSync(new Uint8Array(300_000_000), { level: 1 }) });
}

/** Gives the only strip another place. */
function patchStrip(bytes: Uint8Array, offset: number): Uint8Array {
  const changed = bytes.slice();
  const at = indexOf(bytes, 0x11, 0x01, 4, 0, 1, 0, 0, 0);
  new DataView(changed.buffer).setUint32(at + 8, offset, true);
  return changed;
}
