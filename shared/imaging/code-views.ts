/** Prepares views of a region that is suspected to hold a code: straightened, sized, evened, cleaned; cheapest first. */
import { compose, invert, rotation, scaling, type Transform, translation } from '../domain/geometry.ts';
import type { ScanOptions } from './barcode-reader.ts';
import type { CodeRegion } from './code-regions.ts';
import { evenContrast } from './local-contrast.ts';
import { averageAlong } from './mean-filter.ts';
import { cropGrey, type GreyPicture } from './picture.ts';
import { sharpen } from './sharpen.ts';
import { shrink } from './shrink.ts';
import { warp } from './warp.ts';

export interface CodeView {
  readonly picture: GreyPicture;
  /** Carries pixels of the view into the picture that the region was found in. */
  readonly toPicture: Transform;
  readonly options: ScanOptions;
}

/** ZXing reads modules of 3-6 pixels best: smaller ones alias, larger ones keep their dirt. */
const GOOD_MODULE_PX = 4;
/** Eight good modules hold both ink and paper. */
const TILE_PX = 8 * GOOD_MODULE_PX;
const LARGEST_SIDE_PX = 1600;
const BARS = ['Code128', 'Code39', 'ITF', 'EAN13'] as const;
const MATRICES = ['QRCode', 'DataMatrix', 'PDF417', 'Aztec'] as const;
const FORMATS = { bars: [...BARS, 'PDF417'], mixed: [...MATRICES, ...BARS], matrix: MATRICES } as const;

/** Lazily, because most regions are read by the first view or hold no code at all. */
export function* viewsOf(picture: GreyPicture, region: CodeRegion): Generator<CodeView> {
  const bars = region.kind === 'bars';
  const formats = FORMATS[region.kind];
  const asSeen: ScanOptions = { formats };
  const asEvened: ScanOptions = { formats, binarizer: 'GlobalHistogram' };
  // A turned matrix is found by its own marks; a turned bar code is crossed by too few rows.
  const turnDeg = bars ? region.acrossDeg : 0;
  const goodScale = GOOD_MODULE_PX / region.modulePx;

  const plain = look(picture, region, Math.min(2, Math.max(goodScale, 1)), turnDeg);
  yield { ...plain, options: asSeen };
  const even = evenContrast(plain.picture, TILE_PX);
  yield { ...plain, picture: even, options: asEvened };
  if (bars) yield { ...plain, picture: smearDown(even, Math.round(even.heightPx / 12)), options: asEvened };

  for (const scale of [0.7 * goodScale, Math.min(3, 2 * goodScale)]) {
    const scaled = look(picture, region, scale, turnDeg);
    yield { ...scaled, options: asSeen };
    const scaledEven = evenContrast(scaled.picture, TILE_PX);
    yield { ...scaled, picture: scaledEven, options: asEvened };
    if (!bars) yield { ...scaled, picture: scaledEven, options: { formats, denoise: true } };
    if (scale < goodScale) continue;
    const crisp = sharpen(scaled.picture, Math.round(0.75 * region.modulePx * scale), 2);
    yield { ...scaled, picture: crisp, options: asSeen };
    yield { ...scaled, picture: evenContrast(crisp, TILE_PX), options: asEvened };
  }
}

function look(
  picture: GreyPicture,
  region: CodeRegion,
  wantedScale: number,
  turnDeg: number,
): { picture: GreyPicture; toPicture: Transform } {
  const { box } = region;
  // The quiet zone and the ends of bars that fell below the threshold.
  const margin = Math.max(12, 0.2 * Math.max(box.width, box.height), 10 * region.modulePx);
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const [side, height] = [box.width + 2 * margin, box.height + 2 * margin];
  const scale = Math.min(wantedScale, LARGEST_SIDE_PX / Math.max(side, height));
  const crop = { x: centre.x - side / 2, y: centre.y - height / 2, width: side, height };
  // Averaging a little too far loses less than sampling single pixels would.
  const shrinkBy = Math.max(1, Math.ceil(1 / scale - 0.2));
  const part = shrink(cropGrey(picture, crop), shrinkBy);
  const partToPicture = compose(
    scaling(shrinkBy),
    translation(Math.max(0, Math.floor(crop.x)), Math.max(0, Math.floor(crop.y))),
  );
  const restScale = scale * shrinkBy;
  // Turning by a right angle needs the other side's length.
  const radians = (turnDeg * Math.PI) / 180;
  const [cos, sin] = [Math.abs(Math.cos(radians)), Math.abs(Math.sin(radians))];
  const widthPx = Math.round((side * cos + height * sin) * scale);
  const heightPx = Math.round((side * sin + height * cos) * scale);
  const partToView = compose(
    compose(translation(-part.widthPx / 2, -part.heightPx / 2), rotation(-turnDeg)),
    compose(scaling(restScale), translation(widthPx / 2, heightPx / 2)),
  );
  return {
    picture: warp(part, partToView, widthPx, heightPx),
    toPicture: compose(invert(partToView), partToPicture),
  };
}

/** Bars look alike all along: averaging down their length wipes out dirt and gaps. */
function smearDown(picture: GreyPicture, reachPx: number): GreyPicture {
  const { data, widthPx, heightPx } = picture;
  const columns = new Float32Array(data);
  for (let x = 0; x < widthPx; x++) averageAlong(columns, x, widthPx, heightPx, reachPx);
  return { data: Uint8Array.from(columns), widthPx, heightPx };
}
