/** Chooses between two readings of a line on an identity card: in Vietnamese, and in English where the card speaks it. */
import { editDistance } from '../approximate-match.ts';
import { listDateReadings, listNumberReadings } from '../codes/zone-readings.ts';
import { squeeze } from '../fold.ts';
import type { Word } from '../page-text.ts';
import { CARD_WORDINGS } from '../vietnamese/card-wordings.ts';
import { syllablesWithLetters } from '../vietnamese/mark-model.ts';
import { boxAround } from './line-segments.ts';

const ZONE_WIDTH = 30;
/** Share of the letters that may be misread in English print, and where the Vietnamese reading is further from it. */
const MISREAD = 0.3;
const MISREAD_WHERE_NEARER = 0.5;
const LEAST_NEARER = 0.1;
const SHORTEST_PART = 6;
const SHORTEST_NEARER = 12;
/** Name lines end in fillers, of which the English model makes letters. */
const NAME_LINE = /^([A-Z01]+<<[A-Z01]+(?:<[A-Z01]+)*)<{2,}[<A-Z]*$/i;

const englishPrint = CARD_WORDINGS.map(({ text }) => text)
  .filter((text) => /^[\x20-\x7e]+$/.test(text))
  .map(squeeze);

/**
 * The English reading where it fits better: what a machine-readable zone may say (ICAO 9303 part 5), or the card's own
 * English print. Null where the Vietnamese one stays, as it does for all that is said in Vietnamese.
 */
export function chooseCardReading(vietnamese: readonly Word[], english: readonly Word[]): Word[] | null {
  if (english.length === 0) return null;
  const text = english.map((word) => word.text).join('');
  const line = tidyZoneLine(text);
  const sureness = (words: readonly Word[]) => Math.max(0, ...words.map((word) => word.confidence));
  if (line !== null) {
    const before = tidyZoneLine(vietnamese.map((word) => word.text).join(''));
    const gain = (before === null ? Number.POSITIVE_INFINITY : countFaults(before)) - countFaults(line);
    if (!(gain > 0 || (gain === 0 && sureness(english) > sureness(vietnamese)))) return null;
    const confidence = Math.max(sureness(english), sureness(vietnamese));
    return [{ text: line, box: boxAround(english.map((word) => word.box)), confidence }];
  }
  const misread = misreadPrint(text);
  const isNearer =
    squeeze(text).length >= SHORTEST_NEARER &&
    misreadPrint(vietnamese.map((word) => word.text).join('')) - misread >= LEAST_NEARER;
  return misread <= (isNearer ? MISREAD_WHERE_NEARER : MISREAD) ? [...english] : null;
}

/** Null where the text is no line of a zone. */
function tidyZoneLine(text: string): string | null {
  const dense = text.replace(/\s+/g, '').replace(/[«‹]/g, '<<');
  if (!dense.includes('<<') || dense.length < ZONE_WIDTH / 2) return null;
  const name = NAME_LINE.exec(dense)?.[1];
  return name ? name.toUpperCase().padEnd(ZONE_WIDTH, '<') : dense;
}

/** About how many characters of a zone's line were misread; infinite where it says nothing that a zone may say. */
function countFaults(line: string): number {
  const readings = [...listNumberReadings(line), ...listDateReadings(line).readings];
  if (readings.length > 0) return Math.min(...readings.map((reading) => reading.errors));
  const parts = NAME_LINE.exec(line)?.[1]?.split(/<+/) ?? [];
  if (parts.length === 0) return Number.POSITIVE_INFINITY;
  // A name's part that is no syllable was misread in one letter at least.
  return parts.filter((part) => syllablesWithLetters(part.toLowerCase()).length === 0).length;
}

/** Share of the letters that are not those of English print, or of the nearest part: such small print falls into pieces. */
function misreadPrint(text: string): number {
  const letters = squeeze(text);
  if (letters.length < SHORTEST_PART) return 1;
  let least = letters.length;
  for (const wording of englishPrint) {
    for (let from = 0; from <= Math.max(0, wording.length - letters.length); from++) {
      least = Math.min(least, editDistance(letters, wording.slice(from, from + letters.length)));
    }
  }
  return least / letters.length;
}
