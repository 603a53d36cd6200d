/** Prints, scans and spoils sheets of the paper mill, each once: the pictures are kept between runs. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { photographOnDesk, storeSideways } from '../paper-mill/desk-photo.ts';
import { Press } from '../paper-mill/press.ts';
import { type ScanLook, scan, toBilevelTiff, toGreyJpeg, toJpeg } from '../paper-mill/scan-look.ts';
import { A4 } from '../paper-mill/sheet.ts';
import { MEASURING_FOLDER } from './reading-desk.ts';

export type Delivery = 'grey' | 'colour' | 'bilevel' | 'photo';

/** What went wrong at the scanner. */
export type Spoiling = 'blurred' | 'dark' | 'cut';

export interface Order {
  readonly html: string;
  readonly as: Delivery;
  readonly look: Omit<ScanLook, 'backside'>;
  /** What is printed on the other side. */
  readonly behind?: string;
  readonly spoilt?: Spoiling;
}

const QUALITY = 62;
const PHOTO = { widthPx: 1944, heightPx: 2592, quality: 92, tilt: { xDeg: 8, yDeg: -4, zDeg: 1.6 } };
/** Smears of 0.6 mm, a tenth of the light, a sheet that slid by a fifth of its width. */
const BLUR_MM = 0.6;
const DARKNESS = 0.2;
const CUT_SHARE = 0.22;

export class PrintShop {
  #press: Press | null = null;

  async deliver(order: Order): Promise<Uint8Array> {
    const seed = createHash('sha256').update(JSON.stringify(order)).digest('hex').slice(0, 24);
    const file = join(MEASURING_FOLDER, 'prints', seed);
    if (!existsSync(file)) {
      await mkdir(join(MEASURING_FOLDER, 'prints'), { recursive: true });
      await writeFile(file, await this.#make(order, seed));
    }
    return new Uint8Array(await readFile(file));
  }

  async close(): Promise<void> {
    await this.#press?.stop();
  }

  async #make(order: Order, seed: string): Promise<Buffer> {
    const { look, as } = order;
    const sound = as === 'photo' ? await this.#photograph(order, seed) : await this.#scan(order, seed);
    return order.spoilt ? await spoil(sound, order.spoilt, as === 'photo' ? null : look.dpi) : sound;
  }

  async #scan({ html, as, look, behind }: Order, seed: string): Promise<Buffer> {
    const size = { ...A4, dpi: look.dpi };
    const { png } = await (await this.#printer()).print(html, size);
    const back = behind ? { backside: (await (await this.#printer()).print(behind, size)).png } : {};
    const raster = await scan(png, { ...look, ...back }, seed);
    if (as === 'bilevel') return await toBilevelTiff(raster, look.dpi);
    return await (as === 'grey' ? toGreyJpeg : toJpeg)(raster, look.dpi, QUALITY);
  }

  async #photograph({ html, look }: Order, seed: string): Promise<Buffer> {
    const press = await this.#printer();
    const { png } = await press.print(html, { ...A4, dpi: 250 });
    const tilt = { ...PHOTO.tilt, zDeg: PHOTO.tilt.zDeg + (look.slantDeg ?? 0) };
    const upright = await photographOnDesk(press, png, { ...PHOTO, tilt }, seed);
    const turned = look.turnedDeg ? await sharp(upright).rotate(look.turnedDeg).toBuffer() : upright;
    return await storeSideways(turned, QUALITY + 8);
  }

  async #printer(): Promise<Press> {
    return (this.#press ??= await Press.start());
  }
}

async function spoil(bytes: Buffer, spoiling: Spoiling, dpi: number | null): Promise<Buffer> {
  const picture = sharp(bytes).autoOrient();
  const { width = 0, height = 0 } = (await picture.metadata()).autoOrient;
  const density = dpi ?? Math.max(width, height) / 14;
  const spoilt =
    spoiling === 'blurred'
      ? picture.blur((BLUR_MM / 25.4) * density)
      : spoiling === 'dark'
        ? picture.linear(DARKNESS, 3)
        : picture.extract({
            left: Math.round(CUT_SHARE * width),
            top: 0,
            width: width - Math.round(CUT_SHARE * width),
            height,
          });
  const jpeg = await (dpi ? spoilt.withDensity(dpi) : spoilt).jpeg({ quality: QUALITY + 8 }).toBuffer();
  return jpeg;
}
