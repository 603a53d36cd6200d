/** A sheet lying on a wooden desk, photographed by hand: perspective, lamp light, the shadow of the phone. */
import sharp from 'sharp';
import type { Press } from './press.ts';
import { rollDice } from './random.ts';

export interface DeskPhoto {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly quality: number;
  /** CSS 3D turns of the sheet. */
  readonly tilt: { readonly xDeg: number; readonly yDeg: number; readonly zDeg: number };
}

const CSS_PX_PER_INCH = 96;

/**
 * Upright JPEG without orientation mark; `sheet` is the PNG of an A4 print.
 * The scene is set by the browser, which does perspective and wood grain well.
 */
export async function photographOnDesk(
  press: Press,
  sheet: Buffer,
  photo: DeskPhoto,
  seed: string,
): Promise<Buffer> {
  const { widthPx, heightPx, tilt } = photo;
  const scene = `<!doctype html><meta charset="utf-8"><style>*{margin:0}body{width:${widthPx}px;height:${heightPx}px;overflow:hidden;position:relative;background:#8a623f}
    svg,.light{position:absolute;inset:0} .stage{position:absolute;inset:0;perspective:${widthPx * 1.7}px;perspective-origin:50% 42%;display:grid;place-items:center}
    img{width:${widthPx * 0.845}px;transform:rotateX(${tilt.xDeg}deg) rotateY(${tilt.yDeg}deg) rotateZ(${tilt.zDeg}deg);box-shadow:${widthPx * 0.008}px ${widthPx * 0.012}px ${widthPx * 0.022}px #1a0f0799}</style>
    <svg width="100%" height="100%"><filter id="wood" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency=".0021 .048" numOctaves="4" seed="11"/>
      <feColorMatrix values=".42 0 0 0 .31  .30 0 0 0 .20  .20 0 0 0 .11  0 0 0 0 1"/></filter><rect width="100%" height="100%" filter="url(#wood)"/></svg>
    <div class="stage"><img src="data:image/png;base64,${sheet.toString('base64')}"></div>
    <div class="light" style="mix-blend-mode:multiply;background:radial-gradient(circle at 28% 18%,#fff 20%,#d9cfc0 70%,#bdb2a1 100%)"></div>
    <div class="light" style="mix-blend-mode:multiply;background:linear-gradient(118deg,#0000 62%,#4b42383d 80%,#4b423847)"></div>`;
  const { png } = await press.print(scene, {
    widthMm: (widthPx / CSS_PX_PER_INCH) * 25.4,
    heightMm: (heightPx / CSS_PX_PER_INCH) * 25.4,
    dpi: CSS_PX_PER_INCH,
  });
  const { data, info } = await sharp(png).removeAlpha().blur(0.7).raw().toBuffer({ resolveWithObject: true });
  const dice = rollDice(seed);
  for (let at = 0; at < data.length; at++)
    data[at] = Math.min(255, Math.max(0, data[at]! + dice.spread() * 2.4));
  return await sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
    .jpeg({ quality: photo.quality, mozjpeg: true })
    .toBuffer();
}

/** As a phone held upright stores it: pixels lying on their side, and EXIF orientation 6 to say so. */
export async function storeSideways(uprightJpeg: Buffer, quality: number): Promise<Buffer> {
  const lying = await sharp(uprightJpeg).rotate(270).toBuffer();
  return await sharp(lying).withMetadata({ orientation: 6 }).jpeg({ quality, mozjpeg: true }).toBuffer();
}
