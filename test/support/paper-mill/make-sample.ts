/** Draws the sample dossier that ships with the product: `node test/support/paper-mill/make-sample.ts`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { photographOnDesk, storeSideways } from './desk-photo.ts';
import { father, sampleDossier } from './people.ts';
import { Press } from './press.ts';
import { drawLetter, drawSampleSheets } from './sample-dossier.ts';
import { scan, toJpeg } from './scan-look.ts';
import { A4 } from './sheet.ts';

const FOLDER = join('functions', 'standalone', 'sample', sampleDossier.dossierCode);
const DPI = 200;
const PT_PER_INCH = 72;
const MADE = new Date('2026-11-02T08:41:00+07:00');

async function makeScannedPdf(press: Press): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setProducer('Office scanner');
  pdf.setCreationDate(MADE);
  pdf.setModificationDate(MADE);
  for (const [index, { html, look, quality }] of (await drawSampleSheets()).entries()) {
    const { png } = await press.print(html, { ...A4, dpi: DPI });
    const behind = look.behind ? (await press.print(look.behind, { ...A4, dpi: DPI })).png : undefined;
    const raster = await scan(
      png,
      { ...look, dpi: DPI, ...(behind ? { backside: behind } : {}) },
      `sample-${index}`,
    );
    const jpeg = await toJpeg(raster, DPI, quality);
    const size = [(raster.widthPx / DPI) * PT_PER_INCH, (raster.heightPx / DPI) * PT_PER_INCH] as const;
    pdf.addPage([...size]).drawImage(await pdf.embedJpg(jpeg), { width: size[0], height: size[1] });
    console.log(`page ${index + 1}: ${(jpeg.length / 1000).toFixed(0)} kB`);
  }
  return await pdf.save({ useObjectStreams: false });
}

async function makePhoto(press: Press): Promise<Buffer> {
  const { png } = await press.print(drawLetter(), { ...A4, dpi: 250 });
  const photo = { widthPx: 1944, heightPx: 2592, quality: 92, tilt: { xDeg: 11, yDeg: -5, zDeg: 2.2 } };
  return await storeSideways(await photographOnDesk(press, png, photo, 'sample-photo'), 70);
}

function writeManifest(files: readonly string[]): string {
  const { dossierCode, procedureCode, procedureName, office, postalItemId, receivedOn, phone } =
    sampleDossier;
  const manifest = {
    dossierCode,
    procedureCode,
    procedureName,
    expectedDocuments: [
      { type: 'TO_KHAI_KHAI_SINH', name: 'Tờ khai đăng ký khai sinh', required: true },
      { type: 'GIAY_CHUNG_SINH', name: 'Giấy chứng sinh', required: true },
      { type: 'CCCD', name: 'Bản sao căn cước công dân', required: true },
      { type: 'GIAY_TIEP_NHAN', name: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', required: false },
      { type: 'VAN_BAN_VIET_TAY', name: 'Giấy tờ viết tay (ủy quyền, trình bày, cam kết)', required: false },
    ],
    declaredApplicant: {
      name: father.name,
      idNumber: father.citizenId,
      dateOfBirth: father.born.split('/').reverse().join('-'),
      address: father.residence,
      phone,
    },
    receivingPostOffice: office,
    postalItemId,
    receivedOn,
    scannedWithSheets: true,
    delivery: 'pdf+phone',
    files,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

const press = await Press.start();
try {
  await mkdir(join(FOLDER, 'scans'), { recursive: true });
  await writeFile(join(FOLDER, 'scans', 'SCAN_0001.pdf'), await makeScannedPdf(press));
  await writeFile(join(FOLDER, 'scans', 'IMG_20261102_0843.jpg'), await makePhoto(press));
  await writeFile(
    join(FOLDER, 'manifest.json'),
    writeManifest(['scans/SCAN_0001.pdf', 'scans/IMG_20261102_0843.jpg']),
  );
} finally {
  await press.stop();
}
