import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ExplodedPage, ScanWarning } from '../../../shared/domain/exploded-scan.ts';
import { encodeG4 } from '../../../shared/imaging/g4-tiff.ts';
import { readJpegStructure } from '../../../shared/imaging/jpeg-markers.ts';
import { withOrientation } from '../../../shared/imaging/jpeg-orientation.ts';
import { planPdf } from '../../../shared/pdf/explode-pdf.ts';
import { LIMITS } from '../../support/explode-process.ts';
import { latin1, type PdfPageParts, writePagesPdf, writePdf } from '../../support/pdf-objects.ts';
import {
  bilevelPixels,
  QUADRANTS,
  quadrantJpeg,
  quadrantPixels,
  readQuadrants,
} from '../../support/test-pictures.ts';

/** 200 dpi on a page of 288 x 432 points. */
const WIDTH = 800;
const HEIGHT = 1200;
const FULL = 'q 288 0 0 432 0 0 cm /Im0 Do Q';
const SIZE = `/Width ${WIDTH} /Height ${HEIGHT}`;
const GREY = `${SIZE} /BitsPerComponent 8 /ColorSpace /DeviceGray`;
const HELVETICA = '/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';

interface Exploded {
  readonly pages: readonly ExplodedPage[];
  readonly warnings: readonly ScanWarning[];
}

async function explode(file: Uint8Array): Promise<Exploded> {
  const plan = await planPdf(file, LIMITS);
  const pages: ExplodedPage[] = [];
  for await (const page of plan.pages) pages.push(page);
  return { pages, warnings: plan.warnings };
}

async function onlyPage(parts: Partial<PdfPageParts>): Promise<ExplodedPage> {
  const { pages } = await explode(writePagesPdf([{ width: 288, height: 432, content: FULL, ...parts }]));
  return pages[0]!;
}

async function jpegImage(entries = '') {
  return { dictionary: `${GREY} /Filter /DCTDecode ${entries}`, data: await quadrantJpeg(WIDTH, HEIGHT) };
}

async function faxImage(parameters: string, entries = '') {
  const wrapped = await encodeG4(bilevelPixels(WIDTH, HEIGHT), WIDTH, HEIGHT);
  const filter = `/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns ${WIDTH} ${parameters} >>`;
  const dictionary = `${SIZE} /BitsPerComponent 1 ${entries || '/ColorSpace /DeviceGray'} ${filter}`;
  return { dictionary, data: wrapped.slice(8 + 2 + 9 * 12 + 4) };
}

async function expectGreys(page: ExplodedPage, expected: readonly number[]): Promise<void> {
  const { greys, widthPx, heightPx } = await readQuadrants(page.bytes);
  expect([widthPx, heightPx]).toEqual([page.widthPx, page.heightPx]);
  expected.forEach((grey, at) => {
    expect(Math.abs(greys[at]! - grey), `quadrant ${at} of ${greys}`).toBeLessThan(8);
  });
}

describe('a scanned page keeps its bytes', () => {
  it('of a JPEG stream', async () => {
    const image = await jpegImage();
    const page = await onlyPage({ images: [image] });
    expect(page).toMatchObject({
      mediaType: 'image/jpeg',
      widthPx: WIDTH,
      heightPx: HEIGHT,
      dpi: 200,
      colour: false,
    });
    expect(Buffer.compare(page.bytes, image.data)).toBe(0);
  });

  it('of a JPEG stream that is packed once more', async () => {
    const { data } = await jpegImage();
    const dictionary = `${GREY} /Filter [/FlateDecode /DCTDecode]`;
    const page = await onlyPage({ images: [{ dictionary, data: deflateSync(data) }] });
    expect(Buffer.compare(page.bytes, data)).toBe(0);
  });

  it.each([
    ['plainly', '', '', false],
    ['with zero for black', '/BlackIs1 true', '', true],
    ['with swapped samples', '', '/ColorSpace /DeviceGray /Decode [1 0]', true],
    ['with two named colours', '', '/ColorSpace [/Indexed /DeviceRGB 1 <FFFFFF000000>]', true],
  ])('of a Group 4 stream that was written %s', async (_, parameters, entries, negative) => {
    const image = await faxImage(parameters, entries);
    const page = await onlyPage({ images: [image] });
    expect(page).toMatchObject({ mediaType: 'image/tiff', widthPx: WIDTH, heightPx: HEIGHT, dpi: 200 });
    expect(Buffer.from(page.bytes.subarray(-image.data.length)).equals(image.data)).toBe(true);
    await expectGreys(page, negative ? [255, 0, 0, 0] : [0, 255, 255, 255]);
  });

  it('not of its EXIF orientation, which PDF readers ignore', async () => {
    const plain = await quadrantJpeg(WIDTH, HEIGHT);
    const data = withOrientation(plain, readJpegStructure(plain)!, 6);
    const page = await onlyPage({ images: [{ dictionary: `${GREY} /Filter /DCTDecode`, data }] });
    expect(Buffer.compare(page.bytes, plain)).toBe(0);
  });

  it('through a form, under a clip of the page’s size, over white paper', async () => {
    const { data, dictionary } = await jpegImage();
    const form = '/Type /XObject /Subtype /Form /BBox [0 0 288 432] /Resources << /XObject << /I 6 0 R >> >>';
    const file = writePdf({
      objects: [
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 288 432] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>',
        { dictionary: '', data: latin1('1 1 1 rg 0 0 288 432 re f q 0 0 288 432 re W n /F Do Q') },
        { dictionary: form, data: latin1('q 288 0 0 432 0 0 cm /I Do Q') },
        { dictionary: `/Type /XObject /Subtype /Image ${dictionary}`, data },
      ],
    });
    expect(Buffer.compare((await explode(file)).pages[0]!.bytes, data)).toBe(0);
  });
});

describe('a page lies as PDF readers show it', () => {
  const [a, b, c, d] = QUADRANTS;
  const turned: [name: string, rotate: number, matrix: string, greys: readonly number[]][] = [
    ['turned page', 90, '288 0 0 432 0 0', [c, a, d, b]],
    ['page on its head', 180, '288 0 0 432 0 0', [d, c, b, a]],
    ['page turned to the left', 270, '288 0 0 432 0 0', [b, d, a, c]],
    ['mirrored picture', 0, '-288 0 0 432 288 0', [b, a, d, c]],
    ['flipped picture', 0, '288 0 0 -432 0 432', [c, d, a, b]],
    ['picture on its head', 0, '-288 0 0 -432 288 432', [d, c, b, a]],
    ['mirrored picture on a turned page', 90, '-288 0 0 432 288 0', [d, b, c, a]],
  ];

  it.each(turned)('%s, JPEG', async (_, rotate, matrix, greys) => {
    const content = `q ${matrix} cm /Im0 Do Q`;
    const page = await onlyPage({ entries: `/Rotate ${rotate}`, content, images: [await jpegImage()] });
    expect(page).toMatchObject({ mediaType: 'image/jpeg', dpi: 200, widthPx: rotate % 180 ? HEIGHT : WIDTH });
    await expectGreys(page, greys);
  });

  it.each(turned)('%s, plain pixels', async (_, rotate, matrix, greys) => {
    const content = `q ${matrix} cm /Im0 Do Q`;
    const image = {
      dictionary: `${GREY} /Filter /FlateDecode`,
      data: deflateSync(quadrantPixels(WIDTH, HEIGHT)),
    };
    const page = await onlyPage({ entries: `/Rotate ${rotate}`, content, images: [image] });
    expect(page).toMatchObject({ mediaType: 'image/png', dpi: 200 });
    await expectGreys(page, greys);
  });

  it('drawn anew where a scanner straightened it by a slant', async () => {
    const page = await onlyPage({ content: 'q 288 3 -3 432 0 0 cm /Im0 Do Q', images: [await jpegImage()] });
    expect(page.mediaType).toBe('image/png');
    await expectGreys(page, QUADRANTS);
  });
});

describe('a page of several things is drawn as it is seen', () => {
  const mask = {
    dictionary: `${GREY} /Filter /FlateDecode`,
    data: deflateSync(quadrantPixels(WIDTH, HEIGHT, [255, 0, 255, 0])),
  };

  it('with a soft mask', async () => {
    const page = await onlyPage({ images: [await jpegImage('/SMask {1}'), mask] });
    await expectGreys(page, [0, 255, 180, 255]);
  });

  it('with a stencil over it, at the finest resolution', async () => {
    const stencil = {
      dictionary: '/Width 1200 /Height 1800 /BitsPerComponent 1 /ImageMask true /Filter /FlateDecode',
      data: deflateSync(Uint8Array.from({ length: 150 * 1800 }, (_, index) => (index % 150 < 75 ? 0xff : 0))),
    };
    const content = `${FULL} 1 0 0 rg q 288 0 0 432 0 0 cm /Im1 Do Q`;
    const page = await onlyPage({ content, images: [await jpegImage(), stencil] });
    expect(page).toMatchObject({ widthPx: 1200, heightPx: 1800, dpi: 300, colour: true });
  });

  it('with something painted over it, or clipped away', async () => {
    const images = [await jpegImage()];
    await expectGreys(
      await onlyPage({ images, content: `${FULL} 1 g 0 216 144 216 re f` }),
      [255, 90, 180, 255],
    );
    await expectGreys(
      await onlyPage({ images, content: `q 0 0 144 432 re W n ${FULL} Q` }),
      [0, 255, 180, 255],
    );
  });

  it('with a signature’s text over it, finer than the scan, whose resolution is told', async () => {
    const content = `q 576 0 0 864 0 0 cm /Im0 Do Q BT /F1 9 Tf 10 800 Td (Ky boi: Uy ban nhan dan) Tj ET`;
    const size = { width: 576, height: 864, resources: HELVETICA };
    const page = await onlyPage({ ...size, content, images: [await jpegImage()] });
    expect(page).toMatchObject({ widthPx: 1600, dpi: 200, scannedDpi: 100 });
    expect(page.bornDigitalLines).toBeUndefined();
    const fine = await onlyPage({
      content: `${FULL} BT /F1 9 Tf 9 9 Td (a) Tj ET`,
      resources: HELVETICA,
      images: [await jpegImage()],
    });
    expect(fine.scannedDpi).toBeUndefined();
  });

  it('in layers, as compact scans are: the finest has the print', async () => {
    const print = {
      dictionary: '/Width 1200 /Height 1800 /BitsPerComponent 1 /ImageMask true /Filter /FlateDecode',
      data: deflateSync(new Uint8Array(150 * 1800).fill(0xf0)),
    };
    const content = 'q 576 0 0 864 0 0 cm /Im0 Do Q 0 g q 576 0 0 864 0 0 cm /Im1 Do Q';
    const page = await onlyPage({ width: 576, height: 864, content, images: [await jpegImage(), print] });
    expect(page).toMatchObject({ dpi: 150 });
    expect(page.scannedDpi).toBeUndefined();
  });

  it('in strips', async () => {
    const half = (grey: number) => ({
      dictionary: `/Width ${WIDTH} /Height 600 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode`,
      data: deflateSync(new Uint8Array(WIDTH * 600).fill(grey)),
    });
    const content = 'q 288 0 0 216 0 216 cm /Im0 Do Q q 288 0 0 216 0 0 cm /Im1 Do Q';
    const page = await onlyPage({ content, images: [half(40), half(200)] });
    expect(page).toMatchObject({ widthPx: WIDTH, heightPx: HEIGHT, dpi: 200 });
    await expectGreys(page, [40, 40, 200, 200]);
  });
});

describe('a page shows all it has', () => {
  it('behind a crop box, with a warning', async () => {
    const entries = '/CropBox [0 0 288 100]';
    const parts = { width: 288, height: 432, content: FULL, entries, images: [await jpegImage()] };
    const { pages, warnings } = await explode(writePagesPdf([parts]));
    expect(pages[0]).toMatchObject({ widthPx: WIDTH, heightPx: HEIGHT });
    expect(warnings).toEqual(['pdf-hidden-content']);
  });

  it('but no empty margin that a crop box takes away', async () => {
    const parts = {
      width: 600,
      height: 800,
      content: FULL,
      entries: '/CropBox [0 0 288 432]',
      images: [await jpegImage()],
    };
    const { pages, warnings } = await explode(writePagesPdf([parts]));
    expect(pages[0]).toMatchObject({ mediaType: 'image/jpeg', widthPx: WIDTH });
    expect(warnings).toEqual([]);
  });
});

describe('text of a page', () => {
  it('is not taken from the hidden layer of a searchable scan, above or below the picture', async () => {
    const under = 'BT /F1 14 Tf 10 300 Td (Mot lop chu nam duoi anh khong ai thay duoc) Tj ET';
    const above = 'BT 3 Tr /F1 14 Tf 10 100 Td (Mot lop chu an nam tren anh khong ai thay) Tj ET';
    const image = await jpegImage();
    const page = await onlyPage({
      content: `${under} ${FULL} ${above}`,
      resources: HELVETICA,
      images: [image],
    });
    expect(page.bornDigitalLines).toBeUndefined();
    expect(Buffer.compare(page.bytes, image.data)).toBe(0);
  });

  it('holds filled fields and notes', async () => {
    const file = writePagesPdf(
      [
        {
          content: 'BT /F1 14 Tf 50 780 Td (To khai dang ky ho so) Tj ET',
          resources: HELVETICA,
          entries: '/Annots [5 0 R 6 0 R]',
        },
      ],
      {
        catalog: `/AcroForm << /NeedAppearances true /Fields [5 0 R] /DR << ${HELVETICA.replace('/F1', '/Helv')} >> >>`,
        extra: [
          '<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (Tran Thi Be) /Rect [50 700 350 724] /DA (/Helv 12 Tf 0 g) /F 4 >>',
          '<< /Type /Annot /Subtype /FreeText /Rect [50 600 350 640] /Contents (Da kiem tra) /DA (/Helv 12 Tf 0 g) >>',
        ],
      },
    );
    const lines = (await explode(file)).pages[0]!.bornDigitalLines!.map((line) =>
      line.words.map((word) => word.text).join(' '),
    );
    expect(lines).toEqual(['To khai dang ky ho so', 'Tran Thi Be', 'Da kiem tra']);
  });
});

describe('a coloured ground', () => {
  it('of a few stretched dots is no scan', async () => {
    const image = {
      dictionary: '/Width 4 /Height 4 /BitsPerComponent 8 /ColorSpace /DeviceGray',
      data: new Uint8Array(16).fill(200),
    };
    expect(await onlyPage({ images: [image] })).toMatchObject({ widthPx: 600, heightPx: 900, dpi: 150 });
  });
});
