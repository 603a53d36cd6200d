/** Takes the pictures of the operator's guide from the screens of the last browser test: `node test/support/make-guide-pictures.ts`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

const FROM = 'test/browser/screenshots';
const TO = 'docs/operator-guide';
const WIDTH_PX = 1000;

const PICTURES = [
  'desk-start',
  'desk-offline',
  'desk-blurred',
  'desk-whole',
  'desk-keep',
  'phone-desk',
  'inbox',
  'reading-room',
  'reading-plan',
  'control-failures',
];

await mkdir(TO, { recursive: true });
for (const name of PICTURES) {
  const picture = sharp(join(FROM, `${name}.png`)).resize({ width: WIDTH_PX, withoutEnlargement: true });
  const { size } = await picture.webp({ quality: 82 }).toFile(join(TO, `${name}.webp`));
  console.log(`${name} ${Math.round(size / 1000)} kB`);
}
