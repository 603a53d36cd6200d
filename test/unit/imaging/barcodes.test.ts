import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareZXingModule, type WriterOptions, writeBarcode } from 'zxing-wasm/writer';
import { compose, rotation, scaling, translation } from '../../../shared/domain/geometry.ts';
import { prepareBarcodeReader } from '../../../shared/imaging/barcode-reader.ts';
import { readCodes } from '../../../shared/imaging/barcodes.ts';
import { blankGrey, type GreyPicture } from '../../../shared/imaging/picture.ts';
import { warp } from '../../../shared/imaging/warp.ts';

const WIDTH_PX = 1240;
const HEIGHT_PX = 1754;

async function readPackaged(specifier: string): Promise<Uint8Array> {
  return readFile(fileURLToPath(import.meta.resolve(specifier)));
}

/** A page at 150 dpi with one code in its upper half, `modulePx` a module. */
async function pageWith(
  payload: string | Uint8Array,
  format: NonNullable<WriterOptions['format']>,
  place: { modulePx: number; turnDeg?: number; mirrored?: boolean },
): Promise<GreyPicture> {
  const { symbol } = await writeBarcode(payload, { format, addQuietZones: true });
  const code: GreyPicture = {
    data: new Uint8Array(symbol.data),
    widthPx: symbol.width,
    heightPx: symbol.height,
  };
  const tall = symbol.height < 5 ? blankGrey(symbol.width, 40) : code;
  if (tall !== code)
    for (let y = 0; y < 40; y++) tall.data.set(code.data.subarray(0, symbol.width), y * symbol.width);
  // Enlarged with hard edges first: interpolating single pixels would melt the modules.
  const big = enlarge(tall, 8);
  const scale = place.modulePx / 8;
  const toPage = compose(
    compose(
      translation(-big.widthPx / 2, -big.heightPx / 2),
      scaling(place.mirrored ? -scale : scale, scale),
    ),
    compose(rotation(place.turnDeg ?? 0), translation(600, 700)),
  );
  return addText(warp(big, toPage, WIDTH_PX, HEIGHT_PX));
}

function enlarge(picture: GreyPicture, factor: number): GreyPicture {
  const big = blankGrey(picture.widthPx * factor, picture.heightPx * factor);
  for (let y = 0; y < big.heightPx; y++) {
    for (let x = 0; x < big.widthPx; x++) {
      big.data[y * big.widthPx + x] =
        picture.data[Math.floor(y / factor) * picture.widthPx + Math.floor(x / factor)]!;
    }
  }
  return big;
}

/** Lines of strokes in the lower half, as dense as print. */
function addText(picture: GreyPicture): GreyPicture {
  const random = seeded(7);
  for (let line = 1250; line < 1700; line += 34) {
    for (let x = 120; x < 1100; x += 5 + Math.floor(random() * 8)) {
      for (let y = line; y < line + 14; y++)
        for (let i = 0; i < 2; i++) picture.data[y * WIDTH_PX + x + i] = 20;
    }
  }
  return picture;
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

function change(picture: GreyPicture, value: (grey: number, x: number, y: number) => number): GreyPicture {
  const data = new Uint8ClampedArray(picture.data.length);
  for (let i = 0; i < data.length; i++) {
    data[i] = value(picture.data[i]!, i % picture.widthPx, Math.floor(i / picture.widthPx));
  }
  return { ...picture, data: new Uint8Array(data.buffer) };
}

async function valuesOn(picture: GreyPicture): Promise<string[]> {
  return (await readCodes(picture)).map((code) => code.value);
}

describe('readCodes', () => {
  const separator =
    'BCCI1;L=PC;HS=H12.07-260523-0001;TT=1.001193;STT=01;GT=TO_KHAI_KHAI_SINH;BG=EA000000001VN;K=0000';
  const card = '999304999002|999999002|Đặng Thị Kiều Oanh|09032001|Nữ|Ấp Cái Nước, xã Phú Tân|11032024';

  it('says clearly that it was not prepared', async () => {
    await expect(readCodes(blankGrey(200, 200))).rejects.toMatchObject({ code: 'engine-unavailable' });
  });

  describe('once prepared', () => {
    beforeAll(async () => {
      prepareZXingModule({
        overrides: {
          wasmBinary: new Uint8Array(await readPackaged('zxing-wasm/writer/zxing_writer.wasm')).buffer,
        },
      });
      await prepareBarcodeReader(await readPackaged('zxing-wasm/reader/zxing_reader.wasm'));
    });

    it('gives value, symbology and place', async () => {
      const [code, ...others] = await readCodes(await pageWith(separator, 'QRCode', { modulePx: 6 }));
      expect(others).toEqual([]);
      expect(code).toMatchObject({ symbology: 'QRCode', value: separator });
      expect(Math.abs(code!.box.x + code!.box.width / 2 - 600)).toBeLessThan(6);
      expect(Math.abs(code!.box.y + code!.box.height / 2 - 700)).toBeLessThan(6);
    });

    it('decodes UTF-8 that declares no character set', async () => {
      expect(
        await valuesOn(await pageWith(new TextEncoder().encode(card), 'QRCode', { modulePx: 3 })),
      ).toEqual([card]);
    });

    it.each([0, 90, 180, 270, 9, -9, 100])('reads a bar code turned by %d degrees', async (turnDeg) => {
      expect(await valuesOn(await pageWith('EA123456785VN', 'Code128', { modulePx: 3, turnDeg }))).toEqual([
        'EA123456785VN',
      ]);
    });

    it('reads small modules', async () => {
      expect(await valuesOn(await pageWith(card, 'QRCode', { modulePx: 2.2, turnDeg: 3 }))).toEqual([card]);
    });

    it('reads faded print under uneven light', async () => {
      const page = await pageWith('H12.07-260523-0001', 'Code128', { modulePx: 2.5 });
      const faded = change(
        page,
        (grey, x, y) => (240 - (255 - grey) * 0.35) * (0.35 + (0.45 * x) / WIDTH_PX + (0.2 * y) / HEIGHT_PX),
      );
      expect(await valuesOn(faded)).toEqual(['H12.07-260523-0001']);
    });

    it('reads through dirt that a plain scan does not forgive', async () => {
      const random = seeded(3);
      const page = await pageWith(separator, 'QRCode', { modulePx: 9 });
      const dirty = change(page, (grey) => (random() < 0.05 ? 255 - grey : grey));
      expect(await valuesOn(dirty)).toEqual([separator]);
    });

    it('reads Data Matrix, PDF417 and Aztec', async () => {
      for (const format of ['DataMatrix', 'PDF417', 'Aztec'] as const) {
        const codes = await readCodes(await pageWith('ASN 4711, tờ 2', format, { modulePx: 5 }));
        expect(codes).toMatchObject([{ symbology: format, value: 'ASN 4711, tờ 2' }]);
      }
    });

    it('passes over the code that shines through from the other side', async () => {
      const behind = change(
        await pageWith(separator, 'QRCode', { modulePx: 6, mirrored: true }),
        (grey) => 250 - (255 - grey) * 0.15,
      );
      expect(await readCodes(behind)).toEqual([]);
      const bars = change(
        await pageWith('EA123456785VN', 'Code128', { modulePx: 4, mirrored: true }),
        (grey) => 250 - (255 - grey) * 0.15,
      );
      expect(await readCodes(bars)).toEqual([]);
    });

    it('takes neither short bar-like marks nor hatching for a code', async () => {
      expect(await readCodes(await pageWith('1234', 'ITF', { modulePx: 4 }))).toEqual([]);
      expect(await readCodes(change(blankGrey(800, 800), (_, x) => (x % 8 < 4 ? 0 : 255)))).toEqual([]);
    });

    it('answers with nothing for a page without codes, and for a picture of one pixel', async () => {
      expect(await readCodes(addText(blankGrey(WIDTH_PX, HEIGHT_PX)))).toEqual([]);
      expect(await readCodes(blankGrey(1, 1))).toEqual([]);
    });
  });
});
