/** Takes a PDF apart into page pictures: looks through every page first, then hands them out one by one. */
import type { ExplodedPage, ExplodeLimits, ScanWarning } from '../domain/exploded-scan.ts';
import { DigitizationError } from '../errors/digitization-error.ts';
import { encodeCompact } from '../imaging/encode-page.ts';
import { warnOfSize } from '../imaging/page-warnings.ts';
import { plausibleDpi } from '../imaging/plausible-dpi.ts';
import { checkPageCount, type ScanPlan } from '../imaging/scan-plan.ts';
import { uncropContent } from './page-crop.ts';
import { takePicture } from './page-picture.ts';
import { COARSEST_SCAN_DPI, type DrawnPagePlan, planPage } from './page-plan.ts';
import { inspectPdfBytes } from './pdf-bytes.ts';
import { PdfFile } from './pdf-file.ts';
import type { PdfPage } from './pdf-page.ts';
import { readBornDigitalText } from './pdf-text.ts';
import { checkPicture } from './picture-damage.ts';
import { drawPage } from './raster.ts';
import { StreamDictionaries } from './stream-dictionary.ts';

/** Smaller pictures on a page are logos and lines: broken ones cost nothing that matters. */
const FIGURE_SHARE = 0.03;

/**
 * @throws DigitizationError `scan-encrypted`, `scan-damaged`, `scan-no-pages`, `scan-too-many-pages`,
 * `scan-too-many-pixels`, `scan-too-small`, `scan-form-dynamic`, `scan-too-heavy`.
 */
export async function planPdf(bytes: Uint8Array, limits: ExplodeLimits): Promise<ScanPlan> {
  return guardEngine(null, async () => {
    const file = await PdfFile.open(bytes);
    return guardEngine(file, async () => {
      const pageCount = file.pageCount;
      checkPageCount(pageCount, limits);
      if (file.xfa === 'dynamic') throw new DigitizationError('scan-form-dynamic');
      const signatureEnds = file.signatureEnds;
      const warnings = warnOfFile(file, bytes, signatureEnds);
      const dictionaries = new StreamDictionaries(bytes);
      for (let number = 1; number <= pageCount; number++) {
        warnings.push(
          ...(await file.withPage(number, (page) => inspectPage(file, page, dictionaries, limits))),
        );
      }
      const pages = handOut(file, pageCount, dictionaries, limits, warnings);
      return { mediaType: 'application/pdf', pageCount, signed: signatureEnds.length > 0, warnings, pages };
    });
  });
}

function warnOfFile(file: PdfFile, bytes: Uint8Array, signatureEnds: readonly number[]): ScanWarning[] {
  const inspected = inspectPdfBytes(bytes);
  if (inspected.cutShort) throw new DigitizationError('scan-damaged', { reason: 'cut-short' });
  const warnings = [...inspected.warnings];
  if (inspected.pageObjects > file.pageCount) warnings.push('pdf-pages-unreachable');
  if (file.wasRepaired) warnings.push('pdf-repaired');
  if (file.isEncrypted) warnings.push('pdf-encrypted-owner');
  if (file.attachmentCount > 0) warnings.push('pdf-attachment');
  if (file.xfa === 'static') warnings.push('pdf-form');
  const lastSigned = Math.max(...signatureEnds);
  const isChanged = signatureEnds.length > 0 && lastSigned < inspected.endOffset;
  if (isChanged) warnings.push('pdf-changed-after-signing');
  return warnings;
}

async function inspectPage(
  file: PdfFile,
  page: PdfPage,
  dictionaries: StreamDictionaries,
  limits: ExplodeLimits,
): Promise<ScanWarning[]> {
  const warnings: ScanWarning[] = uncropContent(page) ? ['pdf-hidden-content'] : [];
  const plan = planPage(file.pdfium, page, dictionaries, limits);
  for (const picture of plan.kind === 'scanned' ? [plan.picture] : largePictures(plan)) {
    if (await checkPicture(file.pdfium, picture, limits)) warnings.push('image-irregular');
  }
  const { widthPx, heightPx } = plan.kind === 'scanned' ? plan.picture.facts : plan;
  return [...warnings, ...warnOfSize(widthPx, heightPx, plausibleDpi(plan.dpi, widthPx, heightPx))];
}

function largePictures({ pictures }: DrawnPagePlan) {
  const large = pictures.filter(({ share }) => share >= FIGURE_SHARE);
  return large.map(({ painted, facts }) => ({ object: painted.object, facts }));
}

async function* handOut(
  file: PdfFile,
  pageCount: number,
  dictionaries: StreamDictionaries,
  limits: ExplodeLimits,
  warnings: ScanWarning[],
): AsyncGenerator<ExplodedPage> {
  for (let pageNumber = 1; pageNumber <= pageCount; pageNumber++) {
    const picture = await guardEngine(file, () =>
      file.withPage(pageNumber, async (page) => {
        const plan = planPage(file.pdfium, page, dictionaries, limits);
        if (plan.kind === 'drawn') return draw(file, page, plan, warnings);
        const taken = await takePicture(file.pdfium, plan.picture);
        if (taken.irregular) warnings.push('image-irregular');
        return { ...taken.page, dpi: plausibleDpi(plan.dpi, taken.page.widthPx, taken.page.heightPx) };
      }),
    );
    yield { pageNumber, ...picture };
  }
}

async function draw(file: PdfFile, page: PdfPage, plan: DrawnPagePlan, warnings: ScanWarning[]) {
  const text = readBornDigitalText(file.pdfium, page, plan);
  if (text.fontMissing) warnings.push('pdf-font-missing');
  const picture = await drawPage(file.pdfium, page, plan.widthPx, plan.heightPx, encodeCompact);
  const { dpi, scannedDpi } = plan;
  const isFinerThanScan = scannedDpi !== null && scannedDpi >= COARSEST_SCAN_DPI && scannedDpi < dpi;
  return {
    ...picture,
    dpi,
    ...(isFinerThanScan ? { scannedDpi } : {}),
    ...(text.lines ? { bornDigitalLines: text.lines } : {}),
  };
}

/** What PDFium cannot survive, and what it quietly left out for want of memory, is a refused file, not a crash. */
async function guardEngine<T>(file: PdfFile | null, act: () => Promise<T>): Promise<T> {
  let failure: unknown;
  try {
    const result = await act();
    if (!file?.pdfium.memoryRefused) return result;
  } catch (error) {
    failure = error;
  }
  if (file?.pdfium.memoryRefused) throw new DigitizationError('scan-too-heavy', {}, { cause: failure });
  if (failure instanceof RangeError || (failure instanceof Error && failure.name === 'RuntimeError')) {
    throw new DigitizationError('scan-damaged', { reason: 'engine' }, { cause: failure });
  }
  throw failure;
}
