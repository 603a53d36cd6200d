/** What an identity card says of its holder, from what proves itself: code, checked zone, plausible print. */
import { compilePhrases, occurs, type Phrase } from './approximate-match.ts';
import { calendarDate } from './codes/calendar-date.ts';
import { type IdentityCardCode, parseIdentityCardCode } from './codes/identity-card-code.ts';
import { type MachineReadableZone, readMachineReadableZone } from './codes/machine-readable-zone.ts';
import type { ReadPage } from './group-pages.ts';
import type { PageLine } from './page-lines.ts';

export interface IdentityCardFacts {
  /** From the code, which corrects its own errors; null where none was read. */
  readonly code: IdentityCardCode | null;
  /** From the zone; its dates are confirmed by check digits, its number is not. */
  readonly zone: MachineReadableZone | null;
  /** ISO 8601 end of validity, and the page that says it; null for cards without one. */
  readonly expiry: { readonly date: string; readonly page: ReadPage } | null;
}

const birthLabels = ['ngày sinh', 'date of birth', 'ngày, tháng, năm sinh'].map(compilePhrases);
const expiryLabels = ['có giá trị đến', 'date of expiry', 'ngày hết hạn'].map(compilePhrases);
/** What stands beside the label may be read between it and its date. */
const LINES_BELOW = 3;
const BIRTH_DATE = /\b(\d{2})[/.-](\d{2})[/.-]((?:19|20)\d{2})\b/;
const EXPIRY = /\b(\d{2})[/.-](\d{2})[/.-](20\d{2})\b/;

export function readIdentityCard(pages: readonly ReadPage[]): IdentityCardFacts {
  const codes = pages.flatMap(({ facts }) => facts.text?.codes ?? []);
  const code =
    codes.map(({ value }) => parseIdentityCardCode(value)).find((parsed) => parsed !== null) ?? null;
  const zones = pages.map(({ signs }) => readMachineReadableZone(signs.lines.map(({ text }) => text)));
  const zone = zones.find((each) => each !== null) ?? null;
  const printed = pages.map(({ signs }) => dayBeside(signs.lines, birthLabels, BIRTH_DATE)).find(Boolean);
  const birthDate = code?.birthDate ?? zone?.birthDate ?? printed ?? null;
  return { code, zone, expiry: expiryOf(pages, zones, birthDate) };
}

function expiryOf(
  pages: readonly ReadPage[],
  zones: readonly (MachineReadableZone | null)[],
  birthDate: string | null,
): IdentityCardFacts['expiry'] {
  for (const [index, page] of pages.entries()) {
    const confirmed = zones[index]?.expiresOn;
    if (confirmed) return { date: confirmed, page };
  }
  for (const page of pages) {
    const printed = dayBeside(page.signs.lines, expiryLabels, EXPIRY);
    // Cards end on a birthday (Law on Identification 2023, article 21): any other day is misread.
    if (printed && birthDate?.slice(5) === printed.slice(5)) return { date: printed, page };
  }
  return null;
}

/** The first day in the line of the label or close below it. */
function dayBeside(
  lines: readonly PageLine[],
  labels: readonly (readonly Phrase[])[],
  day: RegExp,
): string | null {
  for (const [index, line] of lines.entries()) {
    if (!labels.some((phrases) => occurs(phrases, line.squeezed))) continue;
    const below = lines.slice(index, index + 1 + LINES_BELOW);
    const match = below.map(({ text }) => day.exec(text)).find((each) => each !== null);
    if (match) return calendarDate(Number(match[3]), Number(match[2]), Number(match[1]));
  }
  return null;
}
