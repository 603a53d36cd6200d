/** The sheets that a desk prints: cover and separators for the scanner, and the slip that both sides sign. */
import { type Batch, officeOfBatch } from '../domain/batch.ts';
import { parseDossierCode } from '../domain/codes/dossier-code.ts';
import { isProcedureCode } from '../domain/codes/procedure-code.ts';
import { formatSheetCode } from '../domain/codes/separator-code.ts';
import { EMPTY_MANIFEST, type Manifest } from '../domain/manifest.ts';
import type { Paper } from '../domain/paper.ts';
import { vietnamDate, vietnamDateTime } from '../domain/vietnam-time.ts';
import { DigitizationError } from '../errors/digitization-error.ts';
import { writeCode } from '../imaging/barcode-writer.ts';
import { drawCoverSheet, type PrintedDossier } from '../pdf/printed/cover-sheet.ts';
import { PrintedDocument, type PrintFonts } from '../pdf/printed/printed-page.ts';
import { drawSendingSlip, type SlipRow } from '../pdf/printed/sending-slip.ts';
import { drawSeparatorSheet } from '../pdf/printed/separator-sheet.ts';

export type { PrintFonts };

/** One cover, then one separator for each paper on the list. Throws `dossier-code-missing` without a well-formed code. */
export async function printSheets(batch: Batch, fonts: PrintFonts, now: Date): Promise<Uint8Array> {
  const dossier = describe(batch, now);
  const { dossierCode } = dossier;
  if (parseDossierCode(dossierCode) === null) throw new DigitizationError('dossier-code-missing');
  const document = await PrintedDocument.create(`Tờ bìa và tờ phân cách ${dossierCode}`, fonts, now);
  drawCoverSheet(document, dossier, {
    qr: await writeCode(formatSheetCode(sheetOf(dossier)), 'QRCode'),
    barcode: await writeCode(dossierCode, 'Code128'),
  });
  for (const [index, { type, name }] of (batch.manifest ?? EMPTY_MANIFEST).expectedDocuments.entries()) {
    const ordinal = index + 1;
    const qr = await writeCode(formatSheetCode(sheetOf(dossier, { ordinal, type })), 'QRCode');
    const { procedureName } = dossier;
    drawSeparatorSheet(document, { dossierCode, procedureName, ordinal, paperName: name }, qr);
  }
  return document.save();
}

export interface SlipFacts {
  /** As found among the pages so far. */
  readonly papers: readonly Pick<Paper, 'type' | 'name' | 'pageIds'>[];
  readonly provisionalCode: string;
  readonly hotline: string;
}

export async function printSlip(
  batch: Batch,
  { papers, provisionalCode, hotline }: SlipFacts,
  fonts: PrintFonts,
  now: Date,
): Promise<Uint8Array> {
  const { papers: _names, ...dossier } = describe(batch, now);
  const manifest = batch.manifest ?? EMPTY_MANIFEST;
  const hasCode = parseDossierCode(dossier.dossierCode) !== null;
  const document = await PrintedDocument.create(
    `Phiếu gửi hồ sơ ${dossier.dossierCode || provisionalCode}`,
    fonts,
    now,
  );
  drawSendingSlip(
    document,
    {
      ...dossier,
      provisionalCode: hasCode ? null : provisionalCode,
      rows: rowsOf(manifest, papers),
      receiptNumber: manifest.postalReceiptNumber ?? '',
      clerkName: batch.createdBy?.name ?? '',
      handedOverAt: vietnamDateTime(new Date(manifest.handedOverAt ?? now)),
      hotline,
    },
    await writeCode(hasCode ? formatSheetCode(sheetOf(dossier)) : provisionalCode, 'QRCode'),
  );
  return document.save();
}

function describe(batch: Batch, now: Date): PrintedDossier {
  const manifest = batch.manifest ?? EMPTY_MANIFEST;
  const [year, month, day] = (manifest.receivedOn ?? vietnamDate(now)).split('-');
  return {
    dossierCode: manifest.dossierCode ?? '',
    procedureCode: manifest.procedureCode ?? '',
    procedureName: manifest.procedureName ?? '',
    applicantName: manifest.declaredApplicant.name ?? '',
    officeCode: officeOfBatch(batch) ?? '',
    officeName: manifest.receivingPostOffice?.name ?? `Bưu cục ${officeOfBatch(batch) ?? ''}`,
    postalItemId: manifest.postalItemId ?? '',
    receivedOn: [day, month, year].join('/'),
    papers: manifest.expectedDocuments.map(({ name }) => name),
  };
}

/** What a counter typed wrongly is left out: a code that the reader refuses would make the sheet unreadable. */
function sheetOf(
  {
    dossierCode,
    procedureCode,
    postalItemId,
  }: Pick<PrintedDossier, 'dossierCode' | 'procedureCode' | 'postalItemId'>,
  paper?: { readonly ordinal: number; readonly type: string },
) {
  const item = postalItemId.replace(/\s+/g, '').toUpperCase();
  return {
    sheet: paper ? ('SEPARATOR' as const) : ('COVER' as const),
    dossierCode,
    procedureCode: isProcedureCode(procedureCode) ? procedureCode : null,
    ordinal: paper?.ordinal ?? null,
    paperType: paper?.type ?? null,
    postalItemId: /^[A-Z0-9]{5,20}$/.test(item) ? item : null,
  };
}

/** The list as declared, then what was found beside it. */
function rowsOf(manifest: Manifest, papers: SlipFacts['papers']): SlipRow[] {
  const declared = manifest.expectedDocuments.map((expected): SlipRow => {
    const { name, originals = null, copies = null } = expected;
    return {
      name,
      originals,
      copies,
      pages: countPages(papers.filter(({ type }) => type === expected.type)),
    };
  });
  const listed = new Set(manifest.expectedDocuments.map(({ type }) => type));
  const others = papers.filter(({ type }) => !listed.has(type));
  return [
    ...declared,
    ...others.map((paper) => ({
      name: paper.name,
      originals: null,
      copies: null,
      pages: countPages([paper]),
    })),
  ];
}

function countPages(papers: SlipFacts['papers']): number | null {
  const pages = papers.reduce((sum, { pageIds }) => sum + pageIds.length, 0);
  return pages === 0 ? null : pages;
}
