/** Dossiers with one known fault each: every finding code is planted in several case files, in more ways than one. */
import type { Manifest } from '../../../shared/domain/manifest.ts';
import { cardOf } from '../paper-mill/case-papers.ts';
import { inventPerson, type Person } from '../paper-mill/cast.ts';
import { drawSheet } from '../paper-mill/sheet.ts';
import {
  type CaseFile,
  drawStack,
  envelopeOf,
  orderOf,
  pagesOf,
  type StackSheet,
  separatorOf,
  withCheckDigit,
} from './case-files.ts';
import type { Spoiling } from './print-shop.ts';

export interface PlantedDossier {
  readonly name: string;
  readonly file: CaseFile;
  readonly manifest: Manifest;
  readonly stack: readonly StackSheet[];
  readonly expected: readonly ExpectedFinding[];
}

/** `sheet` is the one that the finding must name, for findings about one page. */
export interface ExpectedFinding {
  readonly code: string;
  readonly type?: string;
  readonly sheet?: StackSheet;
}

type Plant = (file: CaseFile, stack: readonly StackSheet[]) => Promise<Planting | null>;

interface Planting {
  readonly stack?: readonly StackSheet[];
  readonly manifest?: Manifest;
  readonly expected: readonly ExpectedFinding[];
}

export async function plantAll(files: readonly CaseFile[]): Promise<PlantedDossier[]> {
  const dossiers: PlantedDossier[] = [];
  for (const [index, file] of files.entries()) {
    const stack = await drawStack(file);
    dossiers.push({ name: `${file.name} sound`, file, manifest: file.manifest, stack, expected: [] });
    for (const [name, plant] of Object.entries(faultsFor(files[(index + 1) % files.length]!))) {
      const planted = await plant(file, stack);
      if (planted)
        dossiers.push({ name: `${file.name} ${name}`, file, manifest: file.manifest, stack, ...planted });
    }
  }
  return dossiers;
}

/** `other` is a dossier whose sheets may have got in. */
function faultsFor(other: CaseFile): Record<string, Plant> {
  return {
    'MISSING_REQUIRED with its separator': async (file, stack) => lackPaper(file, stack, true),
    'MISSING_REQUIRED behind its separator': async (file, stack) =>
      file.hasSheets ? lackPaper(file, stack, false) : null,
    'NAME_MISMATCH on a paper': (file, stack) => redraw(file, stack, 'NAME_MISMATCH', renamed),
    'ID_MISMATCH on a paper': (file, stack) => redraw(file, stack, 'ID_MISMATCH', renumbered),
    'DOB_MISMATCH on a paper': (file, stack) => redraw(file, stack, 'DOB_MISMATCH', bornOtherwise),
    'DOB_MISMATCH in the declaration': async ({ manifest }) => ({
      manifest: {
        ...manifest,
        declaredApplicant: { ...manifest.declaredApplicant, dateOfBirth: '1958-11-23' },
      },
      expected: [{ code: 'DOB_MISMATCH' }],
    }),
    'FOREIGN_PAPER, a card': foreignCard,
    EXPIRED_ID: expiredCard,
    'TYPE_MISMATCH, another announced': lyingSeparator,
    'TYPE_MISMATCH, separators exchanged': exchangedSeparators,
    BLANK_PAGE: blankBackside,
    'ROTATED_PAGE by 180': (file, stack) => turn(file, stack, 180),
    'ROTATED_PAGE by 90': (file, stack) => turn(file, stack, 90),
    BLURRY_PAGE: async (_, stack) => spoilOne(stack, 'blurred', 'BLURRY_PAGE'),
    TOO_DARK: async (_, stack) => spoilOne(stack, 'dark', 'TOO_DARK'),
    CUT_OFF: async (_, stack) => spoilOne(stack, 'cut', 'CUT_OFF'),
    LOW_DPI: async (file, stack) => (file.as === 'photo' ? null : coarse(stack)),
    DUPLICATE_PAGE: async (_, stack) => scannedTwice(stack),
    'PAGE_ORDER, the first two': async (_, stack) => exchangePages(stack, 0, 1),
    'PAGE_ORDER, the last two': async (_, stack) => exchangePages(stack, 1, 2),
    'PAGE_ORDER, backwards': async (_, stack) => exchangePages(stack, 0, 2),
    'MISSING_PAGE, the second': async (_, stack) => dropPage(stack, 1),
    'MISSING_PAGE, the first': async (_, stack) => dropPage(stack, 0),
    // Half-empty pages do not show that another follows; counted ones do.
    'MISSING_PAGE, the third': async (file, stack) => (file.countsPages ? dropPage(stack, 2) : null),
    'SEPARATOR_UNREADABLE, spoilt': spoiltSeparator,
    'SEPARATOR_UNREADABLE, covered': coveredSeparator,
    'SEPARATOR_OTHER_DOSSIER instead': async (file, stack) => otherSeparator(file, stack, other, 'instead'),
    'SEPARATOR_OTHER_DOSSIER before': async (file, stack) => otherSeparator(file, stack, other, 'before'),
    'ITEM_ID_INVALID, misprinted': (file, stack) =>
      otherEnvelope(
        file,
        stack,
        file.label.postalItemId.replace(/\dVN$/, (end) => `${(Number(end[0]) + 3) % 10}VN`),
      ),
    'ITEM_ID_INVALID, another item': (file, stack) =>
      otherEnvelope(file, stack, withCheckDigit('EA99977715')),
  };
}

const isPaper = (index: number) => (sheet: StackSheet) => sheet.kind === 'paper' && sheet.paper === index;

function lackPaper(file: CaseFile, stack: readonly StackSheet[], withSeparator: boolean): Planting {
  const required = file.manifest.expectedDocuments.filter((document) => document.required).at(-2)!.type;
  return {
    stack: stack.filter((sheet) => sheet.type !== required || (!withSeparator && sheet.kind === 'separator')),
    expected: [{ code: 'MISSING_REQUIRED', type: required }],
  };
}

/** The paper that the applicant fills in, about somebody who is nearly the applicant. */
async function redraw(
  file: CaseFile,
  stack: readonly StackSheet[],
  code: string,
  change: (person: Person) => Person,
): Promise<Planting> {
  const paper = await file.papers[0]!(change(file.applicant));
  const pages = pagesOf(file, paper, 0);
  let page = 0;
  return {
    stack: stack.map((sheet) => (isPaper(0)(sheet) ? pages[page++]! : sheet)),
    expected: [{ code, type: paper.type }],
  };
}

function renamed(person: Person): Person {
  const [surname] = person.name.split(' ');
  return { ...person, name: `${surname} ${person.sex === 'Nam' ? 'Đình Quyết' : 'Thị Lụa'}` };
}

function renumbered(person: Person): Person {
  const { citizenId } = person;
  return {
    ...person,
    citizenId: `${citizenId.slice(0, 6)}4${citizenId.slice(7, 10)}${citizenId[10] === '7' ? 3 : 7}${citizenId.slice(11)}`,
  };
}

function bornOtherwise(person: Person): Person {
  const [day, month, year] = person.born.split('/');
  return { ...person, born: `${day}/${month}/${Number(year) + 4}` };
}

async function foreignCard(file: CaseFile, stack: readonly StackSheet[]): Promise<Planting> {
  const stranger = inventPerson(`${file.name} stranger`, { sex: file.applicant.sex });
  return replaceCard(file, stack, stranger, { code: 'FOREIGN_PAPER', type: 'CCCD' });
}

async function expiredCard(file: CaseFile, stack: readonly StackSheet[]): Promise<Planting> {
  const expires = file.applicant.born.replace(/\d{4}$/, '2025');
  return replaceCard(file, stack, { ...file.applicant, expires }, { code: 'EXPIRED_ID', type: 'CCCD' });
}

async function replaceCard(
  file: CaseFile,
  stack: readonly StackSheet[],
  holder: Person,
  expected: ExpectedFinding,
): Promise<Planting> {
  const index = stack.find((sheet) => sheet.kind === 'paper' && sheet.type === 'CCCD')!.paper!;
  const sides = stack.filter(isPaper(index)).length === 1 ? 'one' : 'two';
  const pages = pagesOf(file, await cardOf(holder, sides), index);
  let page = 0;
  return {
    stack: stack.map((sheet) => (isPaper(index)(sheet) ? pages[page++]! : sheet)),
    expected: [expected],
  };
}

async function lyingSeparator(file: CaseFile, stack: readonly StackSheet[]): Promise<Planting | null> {
  if (!file.hasSheets) return null;
  const lying = await separatorOf(file, 1, file.otherType);
  return {
    stack: stack.map((sheet) => (sheet.kind === 'separator' && sheet.paper === 1 ? lying : sheet)),
    expected: [{ code: 'TYPE_MISMATCH', type: stack.find(isPaper(1))!.type! }],
  };
}

async function exchangedSeparators(file: CaseFile, stack: readonly StackSheet[]): Promise<Planting | null> {
  if (!file.hasSheets) return null;
  const [first, second] = [0, 1].map(
    (paper) => stack.find((sheet) => sheet.kind === 'separator' && sheet.paper === paper)!,
  );
  return {
    stack: stack.map((sheet) => (sheet === first ? second! : sheet === second ? first! : sheet)),
    expected: [0, 1].map((paper) => ({ code: 'TYPE_MISMATCH', type: stack.find(isPaper(paper))!.type! })),
  };
}

async function blankBackside(file: CaseFile, stack: readonly StackSheet[]): Promise<Planting> {
  const at = stack.findIndex(isPaper(0));
  const blank: StackSheet = {
    kind: 'blank',
    order: { ...orderOf(file, drawSheet('')), behind: stack[at]!.order.html },
  };
  return {
    stack: [...stack.slice(0, at + 1), blank, ...stack.slice(at + 1)],
    expected: [{ code: 'BLANK_PAGE', sheet: blank }],
  };
}

/** The first sheet of the paper in the middle. */
function changeOne(
  stack: readonly StackSheet[],
  code: string,
  change: (sheet: StackSheet) => StackSheet,
): Planting {
  const sound = stack.find(isPaper(1))!;
  const changed = change(sound);
  return {
    stack: stack.map((sheet) => (sheet === sound ? changed : sheet)),
    expected: [{ code, sheet: changed }],
  };
}

async function turn(_: CaseFile, stack: readonly StackSheet[], turnedDeg: 90 | 180): Promise<Planting> {
  return changeOne(stack, 'ROTATED_PAGE', (sheet) => ({
    ...sheet,
    order: { ...sheet.order, look: { ...sheet.order.look, turnedDeg } },
  }));
}

function spoilOne(stack: readonly StackSheet[], spoilt: Spoiling, code: string): Planting {
  return changeOne(stack, code, (sheet) => ({ ...sheet, order: { ...sheet.order, spoilt } }));
}

function coarse(stack: readonly StackSheet[]): Planting {
  return changeOne(stack, 'LOW_DPI', (sheet) => ({
    ...sheet,
    order: { ...sheet.order, as: 'grey', look: { ...sheet.order.look, dpi: 110 } },
  }));
}

function scannedTwice(stack: readonly StackSheet[]): Planting {
  const at = stack.findIndex(isPaper(0));
  const { order } = stack[at]!;
  const look = { ...order.look, slantDeg: -(order.look.slantDeg ?? 0.5), grain: 1.9, shade: 0.07 };
  const again: StackSheet = { ...stack[at]!, order: { ...order, look } };
  return {
    stack: [...stack.slice(0, at + 1), again, ...stack.slice(at + 1)],
    expected: [{ code: 'DUPLICATE_PAGE', type: again.type! }],
  };
}

function numberedPages(stack: readonly StackSheet[]): readonly StackSheet[] {
  const papers = [0, 1].map((index) => stack.filter(isPaper(index)));
  return papers.find((pages) => pages.length > 1) ?? [];
}

function exchangePages(stack: readonly StackSheet[], a: number, b: number): Planting | null {
  const pages = numberedPages(stack);
  const [first, second] = [pages[a], pages[b]];
  if (!first || !second) return null;
  return {
    stack: stack.map((sheet) => (sheet === first ? second : sheet === second ? first : sheet)),
    expected: [{ code: 'PAGE_ORDER', type: first.type! }],
  };
}

function dropPage(stack: readonly StackSheet[], index: number): Planting | null {
  const dropped = numberedPages(stack)[index];
  if (!dropped) return null;
  return {
    stack: stack.filter((sheet) => sheet !== dropped),
    expected: [{ code: 'MISSING_PAGE', type: dropped.type! }],
  };
}

/** Ink over the code, and a label pasted across it. */
const SPILL = `<svg aria-hidden="true" viewBox="0 0 100 60" style="position:absolute;left:46mm;top:54mm;width:84mm;height:56mm" fill="none" stroke="#111" stroke-width="3.4"><path d="M4 40C20 2 34 58 46 20S64 50 74 14 86 44 97 9M10 52C30 30 60 60 94 34M6 10C30 30 60 4 96 28"/></svg>`;
const LABEL = `<div aria-hidden="true" style="position:absolute;left:54mm;top:46mm;width:64mm;height:48mm;background:#fff;border:.3mm solid #888"></div>`;

const spoiltSeparator: Plant = (file, stack) => unreadableSeparator(file, stack, SPILL);
const coveredSeparator: Plant = (file, stack) => unreadableSeparator(file, stack, LABEL);

async function unreadableSeparator(
  file: CaseFile,
  stack: readonly StackSheet[],
  over: string,
): Promise<Planting | null> {
  const sound = stack.find((sheet) => sheet.kind === 'separator' && sheet.paper === 1);
  if (!sound) return null;
  const paper = await file.papers[1]!(file.applicant);
  const spoilt = await separatorOf(file, 1, paper, { over });
  return {
    stack: stack.map((sheet) => (sheet === sound ? spoilt : sheet)),
    expected: [{ code: 'SEPARATOR_UNREADABLE', sheet: spoilt }],
  };
}

async function otherSeparator(
  file: CaseFile,
  stack: readonly StackSheet[],
  other: CaseFile,
  place: 'instead' | 'before',
): Promise<Planting | null> {
  const own = stack.find((sheet) => sheet.kind === 'separator' && sheet.paper === 1);
  if (!own) return null;
  const paper = await file.papers[1]!(file.applicant);
  const strange = await separatorOf(file, 1, paper, { label: other.label });
  return {
    stack: stack.flatMap((sheet) =>
      sheet !== own ? [sheet] : place === 'instead' ? [strange] : [strange, own],
    ),
    expected: [{ code: 'SEPARATOR_OTHER_DOSSIER', sheet: strange }],
  };
}

async function otherEnvelope(
  file: CaseFile,
  stack: readonly StackSheet[],
  item: string,
): Promise<Planting | null> {
  if (!file.hasSheets) return null;
  const envelope = await envelopeOf(file, item);
  return {
    stack: stack.map((sheet) => (sheet.kind === 'envelope' ? envelope : sheet)),
    expected: [{ code: 'ITEM_ID_INVALID' }],
  };
}
