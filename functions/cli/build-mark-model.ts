/**
 * Counts syllables and syllable pairs of Vietnamese administrative texts and writes the model that repairs marks:
 * `node functions/cli/build-mark-model.ts laws.txt places.txt:6 --names given.txt > shared/domain/vietnamese/mark-model.json`
 *
 * One paragraph a line, UTF-8; `:6` counts each line of a file six times; given names are counted by syllable. The texts themselves stay out of the
 * repository; which ones were counted, and why that is allowed, says docs/decisions/0005-mark-repair.md.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { baseLetters } from '../../shared/domain/vietnamese/letters.ts';
import { packCount, packPairs } from '../../shared/domain/vietnamese/mark-model-packing.ts';
import { FAMILY_NAMES } from '../../shared/domain/vietnamese/names.ts';
import { LIMIT, NUMBER, OTHER, tokenize } from '../../shared/domain/vietnamese/tokens.ts';
import { PHRASES } from '../../shared/domain/vietnamese/wordings.ts';

const MIN_SYLLABLE_COUNT = 4;
/** Rarer than this against the commonest syllable with the same letters is a slip of typing. */
const MIN_SHARE_OF_SIBLINGS = 1 / 4000;
const MIN_PAIR_COUNT = 6;
/** A paragraph is left out where other marks would suit both neighbours of a syllable so much better. */
const MISPRINT_ODDS = 400;
/** So much rarer than the same pair with other marks on one side, a pair is a misprint that slipped through. */
const MIN_SHARE_OF_PAIR = 1 / 300;
/** So many misprints within so many paragraphs of one another mean a recognized scan. */
const MISPRINTS_IN_SCANS = 3;
const NEIGHBOURHOOD = 15;
const PHRASE_WEIGHT = 60;
const FAMILY_WEIGHT = 20;
const MAX_KEYS = 1 << 14;
const SIGNS = [LIMIT, NUMBER, OTHER];

class Counts {
  readonly keys: string[] = [];
  readonly ofKey: number[] = [];
  readonly ofPair = new Map<number, number>();
  readonly siblings: number[][] = [];
  total = 0;
  private readonly ids = new Map<string, number>();
  private readonly byBase = new Map<string, number[]>();

  constructor() {
    for (const sign of SIGNS) this.idOf(sign);
  }

  idOf(key: string): number {
    let id = this.ids.get(key);
    if (id === undefined) {
      id = this.keys.push(key) - 1;
      this.ids.set(key, id);
      this.ofKey.push(0);
      const base = SIGNS.includes(key) ? key : baseLetters(key.slice(0, -1));
      const alike = this.byBase.get(base) ?? [];
      alike.push(id);
      this.byBase.set(base, alike);
      this.siblings.push(alike);
    }
    return id;
  }

  pair(left: number, right: number): number {
    return this.ofPair.get(left * MAX_KEYS + right) ?? 0;
  }

  has(key: string): boolean {
    return this.ids.has(key);
  }

  idsOf(line: string): number[] {
    const tokens = tokenize(line.normalize('NFC').trim().split(/\s+/));
    const ids = [LIMIT, ...tokens.map(({ key }) => key), LIMIT].map((key) => this.idOf(key));
    return ids.filter((id, at) => id !== 0 || ids[at - 1] !== 0);
  }

  add(ids: readonly number[], weight: number): void {
    for (let at = 1; at < ids.length; at++) {
      const pair = ids[at - 1]! * MAX_KEYS + ids[at]!;
      this.ofPair.set(pair, (this.ofPair.get(pair) ?? 0) + weight);
      this.ofKey[ids[at]!]! += weight;
      this.total += weight;
    }
  }
}

/** Scanned laws that were recognized, not typed, hold the very errors that the model is to find. */
function hasMisprint(ids: readonly number[], counts: Counts): boolean {
  for (let at = 1; at < ids.length - 1; at++) {
    const [left, own, right] = [ids[at - 1]!, ids[at]!, ids[at + 1]!];
    const asPrinted = counts.pair(left, own) * counts.pair(own, right);
    for (const other of counts.siblings[own]!) {
      if (other === own) continue;
      const otherwise = (counts.pair(left, other) + 0.1) * (counts.pair(other, right) + 0.1);
      if (otherwise > MISPRINT_ODDS * asPrinted) return true;
    }
  }
  return false;
}

async function* linesOf(argument: string): AsyncGenerator<{ line: string; weight: number }> {
  const [path, weight = '1'] = argument.split(':');
  for await (const line of createInterface({ input: createReadStream(path!) }))
    yield { line, weight: Number(weight) };
}

function chooseVocabulary({ keys, ofKey, siblings }: Counts, names: Counts): number[] {
  return keys
    .map((_, id) => id)
    .slice(SIGNS.length)
    .filter((id) => ofKey[id]! >= MIN_SYLLABLE_COUNT || names.has(keys[id]!))
    .filter(
      (id) => ofKey[id]! >= MIN_SHARE_OF_SIBLINGS * Math.max(...siblings[id]!.map((other) => ofKey[other]!)),
    )
    .sort((a, b) => ofKey[b]! - ofKey[a]! || (keys[a]! < keys[b]! ? -1 : 1));
}

function isMisprint(left: number, right: number, count: number, counts: Counts): boolean {
  const most = Math.max(
    ...counts.siblings[left]!.map((other) => counts.pair(other, right)),
    ...counts.siblings[right]!.map((other) => counts.pair(left, other)),
  );
  return count < most * MIN_SHARE_OF_PAIR;
}

/** What surrounds several misprints was scanned too, and has more that are too common to show. */
function spreadToNeighbours(misprints: readonly boolean[]): boolean[] {
  const near = misprints.map(() => false);
  let recent: number[] = [];
  misprints.forEach((isMisprint, at) => {
    if (!isMisprint) return;
    recent = [...recent.filter((earlier) => at - earlier <= NEIGHBOURHOOD), at];
    if (recent.length >= MISPRINTS_IN_SCANS)
      near.fill(true, Math.max(0, recent[0]! - NEIGHBOURHOOD), at + NEIGHBOURHOOD + 1);
  });
  return near.map((isNear, at) => isNear || misprints[at]!);
}

async function countFiles(
  files: readonly string[],
  suspected?: Counts,
): Promise<{ counts: Counts; leftOut: number }> {
  const counts = new Counts();
  let leftOut = 0;
  for (const file of files) {
    const misprints: boolean[] = [];
    if (suspected)
      for await (const { line } of linesOf(file))
        misprints.push(hasMisprint(suspected.idsOf(line), suspected));
    const skip = spreadToNeighbours(misprints);
    let at = 0;
    for await (const { line, weight } of linesOf(file)) {
      if (skip[at++]) leftOut += 1;
      else counts.add(counts.idsOf(line), suspected ? weight : 1);
    }
  }
  return { counts, leftOut };
}

async function countNames(files: readonly string[]): Promise<Counts> {
  const names = new Counts();
  for (const file of files) for await (const { line } of linesOf(file)) names.add(names.idsOf(line), 1);
  for (const { name } of FAMILY_NAMES) names.add(names.idsOf(name), FAMILY_WEIGHT);
  return names;
}

const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: { names: { type: 'string', multiple: true, default: [] } },
});
const names = await countNames(values.names);
const everything = await countFiles(files);
const { counts, leftOut } = await countFiles(files, everything.counts);
for (const phrase of PHRASES) counts.add(counts.idsOf(phrase), PHRASE_WEIGHT);

for (const key of names.keys.slice(SIGNS.length)) counts.add([counts.idOf(LIMIT), counts.idOf(key)], 0);
const vocabulary = [...SIGNS.map((sign) => counts.idOf(sign)), ...chooseVocabulary(counts, names)];
const rank = new Map(vocabulary.map((id, index) => [id, index]));
const followers = vocabulary.map((): [number, number][] => []);
for (const [pair, count] of counts.ofPair) {
  const [leftId, rightId] = [Math.floor(pair / MAX_KEYS), pair % MAX_KEYS];
  const [left, right] = [rank.get(leftId), rank.get(rightId)];
  if (count < MIN_PAIR_COUNT || left === undefined || right === undefined) continue;
  if (!isMisprint(leftId, rightId, count, counts)) followers[left]!.push([right, count]);
}
const model = {
  total: counts.total,
  syllables: vocabulary.map((id) => counts.keys[id]).join(' '),
  counts: vocabulary.map((id) => packCount(counts.ofKey[id]!)).join(''),
  pairs: packPairs(followers),
  names: packPairs([
    vocabulary.flatMap((id, index): [number, number][] => {
      const count = names.has(counts.keys[id]!) ? names.ofKey[names.idOf(counts.keys[id]!)]! : 0;
      return index < SIGNS.length || count === 0 ? [] : [[index, count]];
    }),
  ]),
};
process.stdout.write(`${JSON.stringify(model, null, 2)}\n`);
process.stderr.write(
  `${vocabulary.length} syllables, ${followers.flat().length} pairs of ${counts.total} counted; ${leftOut} paragraphs left out\n`,
);
