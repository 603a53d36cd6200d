/** The heavy or dangerous acts of the steps: JSON in, JSON out, bytes through the object store; they may be killed. */
import type { ScanNotice } from '../domain/batch.ts';
import type { MarkCorner } from '../domain/conversion-mark.ts';
import type { ExplodeLimits } from '../domain/exploded-scan.ts';
import type { QuarterTurn } from '../domain/geometry.ts';
import { type BatchId, type PageId, pageIdOf, type ScanId } from '../domain/ids.ts';
import type { ImageMediaType, PageImage, PageQuality } from '../domain/page.ts';
import type { Line, PageText } from '../domain/page-text.ts';
import { REPAIR, repairReading } from '../domain/reading/repair-reading.ts';
import { decodeGrey } from '../imaging/codec.ts';
import { judgePage } from '../imaging/quality.ts';
import { writePaperPdf } from '../pdf/write-paper.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { OcrEngine } from '../ports/ocr-engine.ts';
import type { TaskHandlers } from '../ports/task-runner.ts';
import { explodeScan } from './explode-scan.ts';
import { sha256 } from './hash.ts';
import { decodeJson, encodeJson } from './json-bytes.ts';
import { carriedTextKeyOf, pictureKeyOf } from './object-keys.ts';
import { keepReading, type PageReading } from './reading/keep-reading.ts';
import { carryText, readPage } from './reading/read-page.ts';
import { bearsSecretStamp } from './reading/read-secret-stamp.ts';
import { sayWarning } from './scan-warnings.ts';

export interface ExplodedPageRecord {
  readonly pageId: PageId;
  readonly pageNumber: number;
  readonly image: PageImage;
  readonly quality: PageQuality;
  readonly bornDigital: boolean;
}

export interface ExplodedScanRecord {
  readonly mediaType: string;
  readonly signed: boolean;
  readonly warnings: readonly ScanNotice[];
  readonly pages: readonly ExplodedPageRecord[];
}

export interface PageSource {
  readonly imageKey: string;
  readonly mediaType: ImageMediaType;
  readonly textKey: string;
}

export interface FileOrder {
  readonly fileKey: string;
  /** A signed original is passed on byte for byte. */
  readonly signedOriginalKey: string | null;
  readonly pages: readonly PageSource[];
  readonly title: string;
  readonly dossierCode: string | null;
  readonly procedureCode: string | null;
  readonly paperType: string;
  /** ISO 8601 instant: the only time in the file. */
  readonly createdAt: string;
  readonly bookmarks: readonly { readonly title: string; readonly page: number }[];
  /** Who converted the paper; null for what was digital from the start. */
  readonly convertedBy: string | null;
  /** Where the first page says so too; null where it does not. */
  readonly markCorner: MarkCorner | null;
  /** Data of the one paper in the file that may stand in it; null where it holds several. */
  readonly result: {
    readonly code: string | null;
    readonly number: string | null;
    readonly issuedOn: string | null;
    readonly issuer: string | null;
    readonly abstract: string;
  } | null;
}

export interface AssembledFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly pageCount: number;
}

export type Tasks = {
  'explode-scan': {
    input: { objectKey: string; batchId: BatchId; scanId: ScanId; limits: ExplodeLimits };
    output: ExplodedScanRecord;
  };
  'read-page': {
    input: {
      imageKey: string;
      mediaType: ImageMediaType;
      dpi: number | null;
      blank: boolean;
      /** How far the content is turned, where a person said so. */
      rotationDeg?: QuarterTurn;
      carriedTextKey: string | null;
      textKey: string;
      timeoutMs: number;
      maxPixels: number;
    };
    output: PageReading;
  };
  'assemble-file': { input: FileOrder; output: AssembledFile };
};

export interface TaskTools {
  readonly store: ObjectStore;
  /** Started when first needed: a process that only takes scans apart needs none. */
  readonly engine: () => Promise<OcrEngine>;
  /** TrueType font of the mark of conversion; covers Vietnamese. */
  readonly markFont: () => Promise<Uint8Array>;
}

export function createTaskHandlers(tools: TaskTools): TaskHandlers<Tasks> {
  return {
    'explode-scan': (input) => explodeIntoStore(input, tools.store),
    'read-page': (input) => readIntoStore(input, tools),
    'assemble-file': (order) => assembleIntoStore(order, tools),
  };
}

async function explodeIntoStore(
  { objectKey, batchId, scanId, limits }: Tasks['explode-scan']['input'],
  store: ObjectStore,
): Promise<ExplodedScanRecord> {
  const pages: ExplodedPageRecord[] = [];
  const scan = await explodeScan(await store.get(objectKey), limits, async (page) => {
    const pageId = pageIdOf(scanId, page.pageNumber);
    const { dpi, scannedDpi, colour } = page;
    const picture = await decodeGrey(page.bytes, { maxPixels: limits.maxPixels });
    const image: PageImage = {
      objectKey: pictureKeyOf({ batchId, pageId }),
      mediaType: page.mediaType,
      widthPx: page.widthPx,
      heightPx: page.heightPx,
      dpi,
    };
    await store.put(image.objectKey, page.bytes);
    if (page.bornDigitalLines) {
      await store.put(carriedTextKeyOf({ batchId, pageId }), encodeJson(page.bornDigitalLines));
    }
    pages.push({
      pageId,
      pageNumber: page.pageNumber,
      image,
      quality: judgePage(picture, { dpi, colour, ...(scannedDpi ? { scannedDpi } : {}) }),
      bornDigital: page.bornDigitalLines !== undefined,
    });
  });
  return { mediaType: scan.mediaType, signed: scan.signed, warnings: scan.warnings.map(sayWarning), pages };
}

async function readIntoStore(input: Tasks['read-page']['input'], tools: TaskTools): Promise<PageReading> {
  const bytes = await tools.store.get(input.imageKey);
  const text = await readText({ ...input, bytes }, tools);
  const isStampedSecret =
    !input.blank && (await bearsSecretStamp(bytes, text, tools.engine, input.maxPixels));
  return keepReading(tools.store, input.textKey, text, { isStampedSecret });
}

/** The text of a born-digital page is kept, not read again; where nothing is to be seen, nothing is read into it. */
async function readText(
  input: Tasks['read-page']['input'] & { readonly bytes: Uint8Array },
  tools: TaskTools,
): Promise<PageText> {
  if (input.carriedTextKey) {
    return carryText(input, decodeJson<Line[]>(await tools.store.get(input.carriedTextKey)));
  }
  if (input.blank) return carryText(input, []);
  const page = await readPage(input, await tools.engine());
  return { ...page, preparation: [...page.preparation, REPAIR], lines: repairReading(page.lines) };
}

async function assembleIntoStore(order: FileOrder, tools: TaskTools): Promise<AssembledFile> {
  const { store } = tools;
  const pdf = order.signedOriginalKey
    ? await store.get(order.signedOriginalKey)
    : await writeFile(order, tools);
  await store.put(order.fileKey, pdf);
  return { sha256: sha256(pdf), bytes: pdf.length, pageCount: order.pages.length };
}

async function writeFile(order: FileOrder, { store, markFont }: TaskTools): Promise<Uint8Array> {
  const pages = [];
  for (const { imageKey, mediaType, textKey } of order.pages) {
    const text = decodeJson<PageText>(await store.get(textKey));
    pages.push({ image: { bytes: await store.get(imageKey), mediaType }, text });
  }
  const mark = order.markCorner && { corner: order.markCorner, font: await markFont() };
  return writePaperPdf({ ...order, pages, mark, createdAt: new Date(order.createdAt) });
}
