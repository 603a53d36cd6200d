/** Plants each finding code in readings of sound dossiers: sheets exchanged, left out or changed, or another declaration. */
import type { Manifest } from '../../shared/domain/manifest.ts';
import type { PageFacts, PageQuality } from '../../shared/domain/page.ts';
import type { KeptDossier, KeptSheet } from '../support/measure/kept-readings.ts';

export interface Planted {
  readonly code: string;
  readonly how: string;
  readonly sheets: readonly KeptSheet[];
  readonly manifest: Manifest;
  /** Type of the paper, or the page, that the finding must name. */
  readonly type?: string;
  readonly page?: KeptSheet;
}

/** All that can be planted in the dossier; `other` is one whose sheets got in. */
export function plantInReadings(dossier: KeptDossier, other: KeptDossier): Planted[] {
  const { sheets, manifest } = dossier;
  const pagesOf = (paper: number) =>
    sheets.filter((sheet) => sheet.kind === 'paper' && sheet.paper === paper);
  const papers = [...new Set(sheets.flatMap(({ kind, paper }) => (kind === 'paper' ? [paper!] : [])))];
  const [main, second] = [pagesOf(papers[0]!)[0]!, pagesOf(papers[1]!)[0]!];
  const card = sheets.find(({ kind, type }) => kind === 'paper' && type === 'CCCD')!;
  const numbered = papers.map(pagesOf).find((pages) => pages.length > 1 && pages[0]!.type !== 'CCCD') ?? [];
  const separators = sheets.filter(({ kind }) => kind === 'separator');
  const plant = (code: string, how: string, change: Partial<Planted>): Planted => ({
    code,
    how,
    sheets,
    manifest,
    ...change,
  });
  const replace = (old: KeptSheet, ...by: KeptSheet[]) =>
    sheets.flatMap((sheet) => (sheet === old ? by : [sheet]));
  const declare = (change: Partial<Manifest['declaredApplicant']>): Manifest => ({
    ...manifest,
    declaredApplicant: { ...manifest.declaredApplicant, ...change },
  });
  const spoil = (code: string, quality: Partial<PageQuality>, isLegible = false) => {
    const page = changed(second, (facts) => ({
      quality: { ...facts.quality, ...quality },
      ...(isLegible ? {} : { text: { ...facts.text!, lines: [], codes: [] } }),
    }));
    return plant(code, 'a page', { sheets: replace(second, page), page });
  };
  const exchange = (a: KeptSheet, b: KeptSheet) =>
    sheets.map((sheet) => (sheet === a ? b : sheet === b ? a : sheet));

  const required = manifest.expectedDocuments.find(({ type }) => type === main.type)!;
  const blank = changed(main, (facts) => ({
    quality: { ...facts.quality, blank: true },
    text: { ...facts.text!, lines: [], codes: [] },
  }));
  const again = changed(main, () => ({}));
  const turned = changed(main, ({ text }) => ({ text: { ...text!, rotationDeg: 180 } }));
  const pages = numbered.length;
  return [
    plant('MISSING_REQUIRED', 'left out', {
      sheets: sheets.filter((sheet) => sheet.paper !== main.paper),
      type: required.type,
    }),
    plant('NAME_MISMATCH', 'declared', { manifest: declare({ name: 'Ngụy Như Kon' }), type: 'CCCD' }),
    plant('ID_MISMATCH', 'declared', {
      manifest: declare({ idNumber: flipDigits(manifest.declaredApplicant.idNumber!) }),
      type: 'CCCD',
    }),
    plant('DOB_MISMATCH', 'declared', { manifest: declare({ dateOfBirth: '1951-11-23' }) }),
    plant('FOREIGN_PAPER', 'a card', {
      sheets: sheets.flatMap((sheet) => {
        if (sheet.type !== 'CCCD' || sheet.kind !== 'paper') return [sheet];
        return sheet === card
          ? other.sheets.filter(({ kind, type }) => kind === 'paper' && type === 'CCCD')
          : [];
      }),
      type: 'CCCD',
    }),
    plant('EXPIRED_ID', 'received later', {
      manifest: { ...manifest, receivedOn: '2075-01-02' },
      type: 'CCCD',
    }),
    plant('BLANK_PAGE', 'a backside', { sheets: replace(main, main, blank), page: blank }),
    plant('ROTATED_PAGE', 'a page', { sheets: replace(main, turned), page: turned }),
    spoil('BLURRY_PAGE', { blurry: true }),
    spoil('TOO_DARK', { dark: true, blurry: true }),
    spoil('CUT_OFF', { cutOff: true }, true),
    spoil('LOW_DPI', { effectiveDpi: 110 }, true),
    plant('DUPLICATE_PAGE', 'scanned twice', { sheets: replace(main, main, again), type: main.type! }),
    ...Array.from({ length: Math.max(0, pages - 1) }, (_, at) =>
      plant('PAGE_ORDER', `pages ${at + 1} and ${at + 2}`, {
        sheets: exchange(numbered[at]!, numbered[at + 1]!),
        type: numbered[at]!.type!,
      }),
    ),
    // That the last one is lacking shows where pages are counted, or nobody has signed yet on a full page.
    ...numbered.slice(0, isCounted(numbered) ? pages : pages - 1).map((page, at) =>
      plant('MISSING_PAGE', `page ${at + 1} of ${pages}`, {
        sheets: sheets.filter((sheet) => sheet !== page),
        type: page.type!,
      }),
    ),
    ...(separators.length > 1
      ? plantInSheets(dossier, other, separators, { plant, replace, exchange, main, second })
      : []),
  ];
}

interface Tools {
  readonly plant: (code: string, how: string, change: Partial<Planted>) => Planted;
  readonly replace: (old: KeptSheet, ...by: KeptSheet[]) => KeptSheet[];
  readonly exchange: (a: KeptSheet, b: KeptSheet) => KeptSheet[];
  readonly main: KeptSheet;
  readonly second: KeptSheet;
}

function plantInSheets(
  { manifest }: KeptDossier,
  other: KeptDossier,
  [first, next]: readonly KeptSheet[],
  { plant, replace, exchange, main, second }: Tools,
): Planted[] {
  const unreadable = changed(next!, ({ text }) => ({ text: { ...text!, codes: [] } }));
  const strange = other.sheets.find(({ kind }) => kind === 'separator');
  return [
    plant('TYPE_MISMATCH', 'separators exchanged', { sheets: exchange(first!, next!), type: main.type! }),
    plant('TYPE_MISMATCH', 'separators exchanged, the other', {
      sheets: exchange(first!, next!),
      type: second.type!,
    }),
    plant('SEPARATOR_UNREADABLE', 'without its code', {
      sheets: replace(next!, unreadable),
      page: unreadable,
    }),
    ...(strange
      ? [
          plant('SEPARATOR_OTHER_DOSSIER', 'before its own', {
            sheets: replace(next!, strange, next!),
            page: strange,
          }),
        ]
      : []),
    plant('ITEM_ID_INVALID', 'declared otherwise', {
      manifest: { ...manifest, postalItemId: 'EE123456785VN' },
    }),
  ];
}

let serial = 0;

function changed(sheet: KeptSheet, change: (facts: PageFacts) => Partial<PageFacts>): KeptSheet {
  const pageId = `${sheet.facts.pageId}-changed-${++serial}` as PageFacts['pageId'];
  return { ...sheet, facts: { ...sheet.facts, ...change(sheet.facts), pageId } };
}

/** Two figures that no misreading makes of each other. */
function flipDigits(id: string): string {
  const flip = (digit: string) => (digit === '2' ? '0' : '2');
  return `${id.slice(0, 6)}${flip(id[6]!)}${id.slice(7, 10)}${flip(id[10]!)}${id.slice(11)}`;
}

function isCounted(pages: readonly KeptSheet[]): boolean {
  return pages.some(({ facts }) => /\b1\/\d$/.test(facts.text?.lines.at(-1)?.words.at(-1)?.text ?? ''));
}
