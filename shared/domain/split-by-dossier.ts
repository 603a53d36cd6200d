/** Splits a stack of scans that holds several dossiers at its cover sheets. */
import { type DossierCode, repairDossierCode } from './codes/dossier-code.ts';
import type { SheetCode } from './codes/separator-code.ts';
import type { Manifest } from './manifest.ts';
import type { PageFacts } from './page.ts';
import { linesOf } from './page-lines.ts';
import { readSheet, type Sheet } from './sheets.ts';

export interface DossierPart {
  readonly dossierCode: string | null;
  readonly procedureCode: string | null;
  readonly postalItemId: string | null;
  readonly pages: PageFacts[];
}

/**
 * At least one part, the first being the manifest's; each page is in exactly one, in order of delivery. Pages
 * belong to the cover before them, those before any cover to the manifest's dossier, or without one to the first
 * cover's. A part without any code is an orphan. Only a cover's own codes part a stack: a printed code that
 * recognition read names a dossier that nothing else names, and never moves pages from one to another. Pages that a
 * person moved belong where they were moved.
 */
export function splitByDossier(pages: readonly PageFacts[], manifest: Manifest | null): DossierPart[] {
  const sheets = pages.map(sheetOf);
  const first = startingPart(sheets, manifest);
  const parts: DossierPart[] = [first];
  let current = first;
  for (const [index, page] of pages.entries()) {
    const moved = page.plan?.dossierCode;
    if (moved !== undefined) {
      (parts.find((part) => part.dossierCode === moved) ?? startPart(parts, codeAlone(moved))).pages.push(
        page,
      );
      continue;
    }
    const cover = codedCover(sheets[index]!);
    if (cover && cover.dossierCode !== current.dossierCode) {
      current = parts.find((part) => part.dossierCode === cover.dossierCode) ?? startPart(parts, cover);
    }
    current.pages.push(page);
  }
  // Where a person moved every page elsewhere, nothing is left to speak of.
  const isEmptied = first.pages.length === 0 && pages.some(({ plan }) => plan?.dossierCode !== undefined);
  return isEmptied ? parts.slice(1) : parts;
}

function codeAlone(dossierCode: string): Names {
  return { dossierCode, procedureCode: null, postalItemId: null };
}

interface Names {
  readonly dossierCode: string;
  readonly procedureCode: string | null;
  readonly postalItemId: string | null;
}

function startPart(parts: DossierPart[], { dossierCode, procedureCode, postalItemId }: Names): DossierPart {
  const part: DossierPart = { dossierCode, procedureCode, postalItemId, pages: [] };
  parts.push(part);
  return part;
}

function startingPart(sheets: readonly (Sheet | null)[], manifest: Manifest | null): DossierPart {
  const declared = manifest?.dossierCode === undefined ? null : repairDossierCode(manifest.dossierCode);
  const named = declared ? namesFrom(sheets, declared) : namesWithoutManifest(sheets);
  return {
    dossierCode: named?.dossierCode ?? null,
    procedureCode: manifest?.procedureCode || named?.procedureCode || null,
    postalItemId: manifest?.postalItemId || named?.postalItemId || null,
    pages: [],
  };
}

/** What the sheets of that dossier say about it. */
function namesFrom(sheets: readonly (Sheet | null)[], { code }: Pick<DossierCode, 'code'>): Names {
  const own = sheets.map(sheetCodeOf).filter((sheetCode) => sheetCode?.dossierCode === code);
  return {
    dossierCode: code,
    procedureCode: own.find((sheetCode) => sheetCode?.procedureCode)?.procedureCode ?? null,
    postalItemId: own.find((sheetCode) => sheetCode?.postalItemId)?.postalItemId ?? null,
  };
}

/** The first cover's code, else the code on which all separators agree, else the code printed on a cover. */
function namesWithoutManifest(sheets: readonly (Sheet | null)[]): Names | null {
  const cover = sheets.map(codedCover).find((names) => names !== null);
  if (cover) return cover;
  const onSeparators = new Set(sheets.flatMap((sheet) => sheetCodeOf(sheet)?.dossierCode ?? []));
  if (onSeparators.size === 1) return namesFrom(sheets, { code: [...onSeparators][0]! });
  const printed = sheets.flatMap((sheet) =>
    sheet?.type === 'COVER' && sheet.dossierCode ? [sheet.dossierCode.code] : [],
  );
  return printed.length > 0 ? namesFrom(sheets, { code: printed[0]! }) : null;
}

function codedCover(sheet: Sheet | null): Names | null {
  if (sheet?.type !== 'COVER' || sheet.dossierCode?.source !== 'code') return null;
  return {
    dossierCode: sheet.dossierCode.code,
    procedureCode: sheet.code?.procedureCode ?? null,
    postalItemId: sheet.code?.postalItemId ?? null,
  };
}

function sheetCodeOf(sheet: Sheet | null): SheetCode | null {
  return sheet && sheet.type !== 'ENVELOPE' ? sheet.code : null;
}

/** A page that a person dropped, or moved to another dossier, says nothing about the others. */
function sheetOf({ text, plan }: PageFacts): Sheet | null {
  return text === null || plan?.dropped || plan?.dossierCode !== undefined
    ? null
    : readSheet(linesOf(text), text.codes);
}
