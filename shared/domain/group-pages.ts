/** Sorts the pages of a dossier into papers: by the sheets between them, else by headings, card sides and continuation. */
import type { ScanId } from './ids.ts';
import type { ExpectedDocument } from './manifest.ts';
import { similarName } from './name-match.ts';
import type { PageFacts } from './page.ts';
import { isSameSheet } from './page-likeness.ts';
import type { AssignedPaper } from './page-plan.ts';
import { inPrintedOrder } from './page-sequence.ts';
import { countMarks, type PageSigns } from './page-typing.ts';
import { type PaperType, UNKNOWN_PAPER_TYPE } from './paper.ts';
import type { Catalogue } from './paper-types/compiled-types.ts';
import { identityCard } from './paper-types/identity-card.ts';
import { endsPaper } from './signature-signs.ts';
import { gatherStrayPages, isLeftAsIs } from './stray-pages.ts';

export interface ReadPage {
  /** Position in the dossier, from 1: what findings call the page. */
  readonly number: number;
  readonly facts: PageFacts;
  readonly signs: PageSigns;
}

/** Both sides on one sheet, with what stands around them. */
const MOST_WORDS_ON_CARDS = 140;

/** A separator, and what it announces. */
export interface Announcement {
  readonly sheet: ReadPage;
  /** Null where the sheet is unreadable, print and all. */
  readonly type: PaperType | null;
}

export interface PageGroup {
  type: PaperType;
  name: string | null;
  readonly pages: ReadPage[];
  readonly signed: boolean;
  readonly announcedBy: Announcement | null;
  /** Key of the paper that a person made; pages that go on from it join, its type and pages stay. */
  readonly assigned?: string;
}

/**
 * Every page that is neither sheet nor blank nor waiting to be read is in exactly one group, in the order that
 * its pages print, or else in that of delivery. Between a separator and the next sheet lies one paper of the type it announces, unless a
 * page there clearly says that it is another: a separator never swallows a paper.
 */
export function groupPages(
  pages: readonly ReadPage[],
  catalogue: Catalogue,
  expected: readonly ExpectedDocument[],
): PageGroup[] {
  const sorter = new Sorter(catalogue, expected);
  for (const page of pages) sorter.take(page);
  return gatherStrayPages(sorter.groups).map((group) => (isLeftAsIs(group) ? group : sortPages(group)));
}

function sortPages(group: PageGroup): PageGroup {
  return { ...group, pages: inPrintedOrder(group.pages) };
}

/** Whether the page can be in a paper. */
export function isPaperPage({ facts, signs }: ReadPage): boolean {
  return signs.sheet === null && !signs.isBlank && (facts.text !== null || facts.parked);
}

/** The type on the separator's code, else the type that its printed name is nearest to. */
function announce(
  sheet: ReadPage,
  catalogue: Catalogue,
  expected: readonly ExpectedDocument[],
): Announcement {
  const separator = sheet.signs.sheet;
  if (separator?.type !== 'SEPARATOR') return { sheet, type: null };
  if (separator.code?.paperType) return { sheet, type: separator.code.paperType };
  const named = catalogue.filter((rule) => rule.type !== UNKNOWN_PAPER_TYPE);
  return { sheet, type: similarName(separator.printedName, [...expected, ...named])?.type ?? null };
}

class Sorter {
  readonly groups: PageGroup[] = [];
  private readonly catalogue: Catalogue;
  private readonly expected: readonly ExpectedDocument[];
  private announcement: Announcement | null = null;
  /** The paper that a page without a sign of its own continues. */
  private current: PageGroup | null = null;

  constructor(catalogue: Catalogue, expected: readonly ExpectedDocument[]) {
    this.catalogue = catalogue;
    this.expected = expected;
  }

  take(page: ReadPage): void {
    const assigned = page.facts.signed ? undefined : page.facts.plan?.paper;
    if (assigned && (page.facts.text !== null || page.facts.parked)) {
      this.placeAssigned(page, assigned);
      return;
    }
    const sheet = page.signs.sheet;
    if (sheet?.type === 'COVER' || sheet?.type === 'SEPARATOR') {
      this.announcement = sheet.type === 'SEPARATOR' ? announce(page, this.catalogue, this.expected) : null;
      this.current = null;
    } else if (isPaperPage(page)) {
      if (page.facts.signed) this.placeSigned(page);
      else if (page.signs.isSecret) this.placeSecret(page);
      else if (this.announcement?.type) this.placeAnnounced(page, this.announcement.type);
      else this.placeFreely(page);
    }
  }

  private placeAssigned(page: ReadPage, { key, type }: AssignedPaper): void {
    let paper = this.groups.find((group) => group.assigned === key);
    if (paper) paper.pages.push(page);
    else {
      const name = page.signs.own?.type === type ? page.signs.own.name : null;
      paper = { type, name, pages: [page], signed: false, announcedBy: null, assigned: key };
      this.groups.push(paper);
    }
    this.current = paper;
  }

  /** A signed file passes byte for byte: it is a paper of its own, whatever lies around it. */
  private placeSigned(page: ReadPage): void {
    const scanId: ScanId = page.facts.scanId;
    const sameScan = this.groups.find((group) => group.signed && group.pages[0]!.facts.scanId === scanId);
    if (sameScan) sameScan.pages.push(page);
    else this.open(page, page.signs.own?.type ?? this.announcement?.type ?? UNKNOWN_PAPER_TYPE, true);
  }

  /** Its text is not kept, so it cannot say whether it goes on from the page before: pages that follow go with it. */
  private placeSecret(page: ReadPage): void {
    if (this.current?.pages.some(({ signs }) => signs.isSecret)) {
      this.current.pages.push(page);
      return;
    }
    const announced = this.current === null ? this.announcement?.type : null;
    this.current = this.open(page, announced ?? page.signs.own?.type ?? UNKNOWN_PAPER_TYPE);
  }

  private placeAnnounced(page: ReadPage, announced: PaperType): void {
    const twin = this.current?.pages.some((other) => isSameSheet(other.facts, page.facts)) ?? false;
    const other = this.typeAgainst(page, announced);
    if (this.current === null) this.current = this.open(page, other ?? announced);
    else if (twin) this.current.pages.push(page);
    else if (other !== null && other !== this.current.type) this.current = this.open(page, other);
    else if (this.current.type === identityCard.type && page.signs.own?.type === identityCard.type)
      this.placeCard(page);
    else if (this.startsAnnounced(page, announced)) this.current = this.open(page, announced);
    else if (isOneMore(page, this.current)) this.current = this.open(page, this.current.type);
    else this.current.pages.push(page);
  }

  /** After a stray paper, the announced one begins where a page says so. */
  private startsAnnounced({ signs }: ReadPage, announced: PaperType): boolean {
    return this.current!.type !== announced && signs.own?.type === announced && signs.own.by !== 'marks';
  }

  /** The type that the page shows itself to be of, against what the sheet says; null where it does not object. */
  private typeAgainst({ signs }: ReadPage, announced: PaperType): PaperType | null {
    const { own } = signs;
    if (own === null)
      return announced === identityCard.type && isPageOfText(signs) ? UNKNOWN_PAPER_TYPE : null;
    if (own.type === announced) return null;
    const rule = this.catalogue.find(({ type }) => type === announced);
    const objects =
      own.by === 'card' ||
      (own.by === 'heading'
        ? own.type !== UNKNOWN_PAPER_TYPE || (rule !== undefined && !rule.isCatchAll)
        : rule !== undefined && rule.marks.length > 0 && countMarks(signs.lines, rule) === 0);
    return objects ? own.type : null;
  }

  private placeFreely(page: ReadPage): void {
    const { signs } = page;
    const twin = this.groups.find((group) =>
      group.pages.some((other) => isSameSheet(other.facts, page.facts)),
    );
    if (twin && !twin.signed) {
      twin.pages.push(page);
      return;
    }
    if (signs.own?.type === identityCard.type) {
      this.placeCard(page);
      return;
    }
    if (this.current !== null && this.continues(page, this.current)) {
      this.current.pages.push(page);
      return;
    }
    if (this.current !== null && this.begins(page, this.current)) {
      this.current.pages.push(page);
      return;
    }
    const group = this.open(page, signs.own?.type ?? UNKNOWN_PAPER_TYPE);
    // An illegible page may lie inside the paper before it: that paper goes on after it.
    if (signs.own !== null || signs.hasLetterhead || this.current === null) this.current = group;
  }

  /** A back goes to the front without one, next to it or not; two people's cards stay two papers. */
  private placeCard(page: ReadPage): void {
    const side = page.signs.own!.pageType;
    const opposite = side === 'CCCD_FRONT' ? 'CCCD_BACK' : side === 'CCCD_BACK' ? 'CCCD_FRONT' : null;
    const half = this.groups.findLast(
      (group) =>
        group.type === identityCard.type &&
        !group.signed &&
        group.announcedBy === this.announcement &&
        group.pages.every(({ signs }) => signs.own?.pageType === opposite),
    );
    if (half) half.pages.push(page);
    this.current = half ?? this.open(page, identityCard.type);
  }

  private continues({ signs }: ReadPage, paper: PageGroup): boolean {
    const rule = this.catalogue.find(({ type }) => type === paper.type);
    if (rule && !rule.continues) return false;
    const isNumberedOn = (signs.numbering?.number ?? 0) > 1 && fitsBehind(signs.numbering!.number, paper);
    if (signs.own !== null && signs.own.type !== paper.type) return isNumberedOn && signs.own.by === 'marks';
    if ((signs.numbering?.number ?? 0) > 1 && !isNumberedOn) return false;
    if (isNumberedOn) return true;
    if (signs.hasLetterhead) return false;
    if (signs.own !== null) return signs.own.by === 'marks' || paper.pages[0]!.signs.hasLetterhead;
    return signs.isLegible;
  }

  /** The heading of a paper whose later pages came before it. */
  private begins({ signs }: ReadPage, { type, pages }: PageGroup): boolean {
    if (signs.own?.by !== 'heading' || signs.own.type !== type || (signs.numbering?.number ?? 1) !== 1)
      return false;
    return pages.every(
      (page) =>
        (page.signs.numbering?.number ?? 0) > 1 ||
        (page.signs.own?.by === 'marks' && !page.signs.hasLetterhead),
    );
  }

  private open(page: ReadPage, type: PaperType, signed = false): PageGroup {
    const name = page.signs.own?.type === type ? page.signs.own.name : null;
    const group: PageGroup = { type, name, pages: [page], signed, announcedBy: this.announcement };
    this.groups.push(group);
    return group;
  }
}

/**
 * Whether the printed number can follow those of the paper: the next, or the one after a page that is lacking. Where
 * the paper's own numbers were not read, it goes on if nobody has signed it yet.
 */
function fitsBehind(number: number, { pages }: PageGroup): boolean {
  const last = Math.max(...pages.map(({ signs }) => signs.numbering?.number ?? 0));
  if (last > 0) return number <= last + 2;
  const { signs } = pages.at(-1)!;
  // Of a page that can hardly be read nobody can say that it ends something.
  return number <= pages.length + 2 && !(signs.isLegible && endsPaper(signs.lines));
}

/** The same form with a head of its own, and no second scan: the sheet between the two is lost. */
function isOneMore({ signs }: ReadPage, { type, pages }: PageGroup): boolean {
  const begins = ({ own, hasLetterhead, numbering }: PageSigns) =>
    own?.by === 'heading' && own.type === type && hasLetterhead && (numbering?.number ?? 1) === 1;
  return begins(signs) && pages.some((page) => begins(page.signs));
}

/** No card, however badly it was read, says so much. */
function isPageOfText({ isLegible, lines }: PageSigns): boolean {
  return isLegible && lines.reduce((sum, { wordEnds }) => sum + wordEnds.length, 0) > MOST_WORDS_ON_CARDS;
}
