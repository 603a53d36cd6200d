/** Draws the golden pages with their truth: `node test/support/paper-mill/make-golden.ts [name...]`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { photographOnDesk, storeSideways } from './desk-photo.ts';
import { type GoldenPage, listGoldenPages } from './golden-pages.ts';
import { Press, type Print } from './press.ts';
import { scan, toBilevelTiff, toGreyJpeg, toJpeg } from './scan-look.ts';
import { A4 } from './sheet.ts';

const FOLDER = join('test', 'golden', 'pages');
const PHOTO = { widthPx: 1296, heightPx: 1728, quality: 92, tilt: { xDeg: 9, yDeg: 6, zDeg: -1.8 } };

async function deliver(
  press: Press,
  page: GoldenPage,
  { png }: Print,
): Promise<readonly [extension: string, Buffer]> {
  const { delivery, look, name } = page;
  if (delivery.as === 'photo') {
    return ['jpg', await storeSideways(await photographOnDesk(press, png, PHOTO, name), delivery.quality)];
  }
  const size = { ...A4, heightMm: page.heightMm ?? A4.heightMm, dpi: look.dpi };
  const behind = page.behind ? { backside: (await press.print(page.behind, size)).png } : {};
  const raster = await scan(png, { ...look, ...behind }, name);
  if (delivery.as === 'bilevel') return ['tif', await toBilevelTiff(raster, look.dpi)];
  return ['jpg', await (delivery.as === 'grey' ? toGreyJpeg : toJpeg)(raster, look.dpi, delivery.quality)];
}

async function makePage(press: Press, page: GoldenPage): Promise<void> {
  const { look } = page;
  const print = await press.print(page.html, {
    ...A4,
    heightMm: page.heightMm ?? A4.heightMm,
    dpi: look.dpi,
  });
  const [extension, bytes] = await deliver(press, page, print);
  const truth = {
    pageType: page.pageType,
    // A photo's turn is in its EXIF mark, and no dpi is known of it.
    rotationDeg: look.turnedDeg ?? 0,
    slantDeg: look.slantDeg ?? 0,
    dpi: page.delivery.as === 'photo' ? null : look.dpi,
    codes: page.codes ?? [],
    lines: print.lines,
  };
  const folder = join(FOLDER, page.name);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `page.${extension}`), bytes);
  await writeFile(join(folder, 'truth.json'), `${JSON.stringify(truth, null, 2)}\n`);
  console.log(`${page.name}: ${(bytes.length / 1000).toFixed(0)} kB, ${print.lines.length} lines`);
}

const wanted = new Set(process.argv.slice(2));
const press = await Press.start();
try {
  for (const page of await listGoldenPages()) {
    if (wanted.size === 0 || wanted.has(page.name)) await makePage(press, page);
  }
} finally {
  await press.stop();
}
