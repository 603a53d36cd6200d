/** Writes one paper as a searchable PDF/A-1b: each page's picture as delivered, its words invisibly over it. */
import { PDFContext, PDFHexString, type PDFRef, PDFString, PDFWriter } from 'pdf-lib';
import { CONVERSION_WORDING, type MarkCorner } from '../domain/conversion-mark.ts';
import type { ImageMediaType } from '../domain/page.ts';
import { DigitizationError } from '../errors/digitization-error.ts';
import { addPage } from './add-page.ts';
import { addTextFont } from './add-text-font.ts';
import { CharacterCodes } from './character-codes.ts';
import { deriveDocumentId } from './document-id.ts';
import type { MarkedPage, PageMark } from './draw-mark.ts';
import { addOutline, type Bookmark } from './outline.ts';
import { buildSrgbProfile } from './srgb-profile.ts';
import { buildXmp, type PaperMetadata } from './xmp.ts';

export interface PaperPdfPage {
  /** The picture as delivered; its first page where it is a TIFF. */
  readonly image: { readonly bytes: Uint8Array; readonly mediaType: ImageMediaType };
  readonly text: MarkedPage;
}

/** What stands in the file's metadata beside its title; the days are ISO 8601. */
export interface PaperResult {
  readonly code: string | null;
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly issuer: string | null;
  readonly abstract: string;
}

export interface PaperPdf {
  readonly pages: readonly PaperPdfPage[];
  readonly title: string;
  readonly dossierCode: string | null;
  readonly procedureCode: string | null;
  readonly paperType: string;
  /** From the clock port: the only time in the file. */
  readonly createdAt: Date;
  readonly bookmarks: readonly Bookmark[];
  /** Who converted the paper; null or absent for what was digital from the start. */
  readonly convertedBy?: string | null;
  /** Says so on the first page too: a corner, and the TrueType font that is drawn there; needs `convertedBy`. */
  readonly mark?: { readonly corner: MarkCorner; readonly font: Uint8Array } | null;
  /** Data of the one paper in the file; null or absent where it holds several. */
  readonly result?: PaperResult | null;
}

const PRODUCER = 'bcci-digitization';

/**
 * PDF/A-1b (ISO 19005-1) of PDF 1.4; the same paper gives the same bytes.
 * @throws DigitizationError `scan-no-pages`, `scan-damaged`, `scan-too-many-pixels`, `glyph-missing`
 */
export async function writePaperPdf(paper: PaperPdf): Promise<Uint8Array> {
  if (paper.pages.length === 0) throw new DigitizationError('scan-no-pages');
  const context = PDFContext.create();
  const surroundings = {
    context,
    pageTree: context.nextRef(),
    font: context.nextRef(),
    codes: new CharacterCodes(),
  };
  // Objects are written by their numbers: a reader over a slow line finds all pages in one place, before the pictures.
  const pages = paper.pages.map(() => context.nextRef());
  for (const [index, { image, text }] of paper.pages.entries()) {
    const mark = index === 0 ? markOf(paper) : null;
    await addPage(pages[index]!, { bytes: image.bytes, text, mark }, surroundings);
  }
  context.assign(surroundings.pageTree, context.obj({ Type: 'Pages', Kids: pages, Count: pages.length }));
  if (surroundings.codes.count > 0) addTextFont(context, surroundings.font, surroundings.codes);
  const metadata = describePaper(paper);
  const outline = addOutline(context, paper.bookmarks, pages);
  context.trailerInfo.Root = addCatalog(context, surroundings.pageTree, outline, metadata);
  context.trailerInfo.Info = addInformation(context, metadata);
  context.trailerInfo.ID = context.obj(deriveDocumentId(context));
  const file = await PDFWriter.forContext(context, Number.POSITIVE_INFINITY).serializeToBuffer();
  // pdf-lib writes 1.7 whatever the context says; nothing here is younger than 1.4, and PDF/A-1 is built on 1.4.
  file.set(new TextEncoder().encode('%PDF-1.4'));
  return file;
}

function markOf({ mark, convertedBy, createdAt }: PaperPdf): PageMark | null {
  const name = clean(convertedBy);
  return mark && name ? { ...mark, convertedBy: name, convertedAt: createdAt } : null;
}

function clean(text: string | null | undefined): string | null {
  return text ? cleanText(text) : null;
}

function describePaper(paper: PaperPdf): PaperMetadata {
  return {
    title: cleanText(paper.title),
    dossierCode: paper.dossierCode && cleanText(paper.dossierCode),
    procedureCode: paper.procedureCode && cleanText(paper.procedureCode),
    paperType: cleanText(paper.paperType),
    conversion: paper.convertedBy ? CONVERSION_WORDING : null,
    convertedBy: clean(paper.convertedBy),
    resultCode: clean(paper.result?.code),
    documentNumber: clean(paper.result?.number),
    issuedOn: clean(paper.result?.issuedOn),
    issuer: clean(paper.result?.issuer),
    abstract: clean(paper.result?.abstract),
    producer: PRODUCER,
    createdAt: paper.createdAt,
  };
}

/** Titles were typed by people: XML has no place for control characters and half characters. */
function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF\s]+/gu, ' ')
    .trim();
}

function addCatalog(
  context: PDFContext,
  pageTree: PDFRef,
  outline: PDFRef | null,
  metadata: PaperMetadata,
): PDFRef {
  const xmp = context.stream(buildXmp(metadata), { Type: 'Metadata', Subtype: 'XML' });
  const profile = context.flateStream(buildSrgbProfile(), { N: 3, Alternate: 'DeviceRGB' });
  const intent = {
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of('sRGB'),
    Info: PDFString.of('sRGB IEC61966-2.1'),
    DestOutputProfile: context.register(profile),
  };
  const catalog = context.obj({
    Type: 'Catalog',
    Pages: pageTree,
    Metadata: context.register(xmp),
    OutputIntents: [intent],
    Lang: PDFString.of('vi-VN'),
    ViewerPreferences: { DisplayDocTitle: true },
    ...(outline && { Outlines: outline, PageMode: 'UseOutlines' }),
  });
  return context.register(catalog);
}

function addInformation(context: PDFContext, metadata: PaperMetadata): PDFRef {
  const date = PDFString.of(toPdfDate(metadata.createdAt));
  const information = context.obj({
    Title: PDFHexString.fromText(metadata.title),
    Producer: PDFString.of(metadata.producer),
    CreationDate: date,
    ModDate: date,
  });
  return context.register(information);
}

/** ISO 32000-1, 7.9.4, in universal time. */
function toPdfDate(date: Date): string {
  return `D:${date.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
}
