/**
 * Counts syllables and syllable pairs of Vietnamese administrative texts and writes the model that repairs marks:
 * `node scripts/build-mark-model.ts laws.txt places.txt:8 > shared/domain/vietnamese/mark-model.json`
 *
 * One paragraph a line, UTF-8; `:8` counts each line of a file eight times. The texts themselves stay out of the
 * repository; which ones were counted, and why that is allowed, says docs/decisions/0005-mark-repair.md.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { baseLetters } from '../shared/domain/vietnamese/letters.ts';
import { packCount, packPairs } from '../shared/domain/vietnamese/mark-model-packing.ts';
import { LIMIT, NUMBER, OTHER, tokenize } from '../shared/domain/vietnamese/tokens.ts';

const MIN_SYLLABLE_COUNT = 4;
/** Rarer than this against the commonest syllable with the same letters is a slip of typing. */
const MIN_SHARE_OF_SIBLINGS = 1 / 4000;
const MIN_PAIR_COUNT = 6;
const MAX_KEYS = 1 << 14;
const SIGNS = [LIMIT, NUMBER, OTHER];

const ids = new Map<string, number>();
const keys: string[] = [];
const counts: number[] = [];
const pairs = new Map<number, number>();

function idOf(key: string): number {
  let id = ids.get(key);
  if (id === undefined) {
    id = keys.length;
    ids.set(key, id);
    keys.push(key);
    counts.push(0);
  }
  return id;
}

async function countFile(path: string, weight: number): Promise<void> {
  const limit = idOf(LIMIT);
  for await (const line of createInterface({ input: createReadStream(path) })) {
    let previous = limit;
    const tokens = tokenize(line.normalize('NFC').trim().split(/\s+/));
    for (const key of [...tokens.map((token) => token.key), LIMIT]) {
      if (key === LIMIT && previous === limit) continue;
      const id = idOf(key);
      counts[id]! += weight;
      const pair = previous * MAX_KEYS + id;
      pairs.set(pair, (pairs.get(pair) ?? 0) + weight);
      previous = id;
    }
  }
}

function chooseVocabulary(): number[] {
  const largest = new Map<string, number>();
  const baseOf = (id: number) => baseLetters(keys[id]!.slice(0, -1));
  keys.forEach((_, id) => {
    largest.set(baseOf(id), Math.max(largest.get(baseOf(id)) ?? 0, counts[id]!));
  });
  return keys
    .map((_, id) => id)
    .filter((id) => !SIGNS.includes(keys[id]!))
    .filter(
      (id) =>
        counts[id]! >= MIN_SYLLABLE_COUNT && counts[id]! >= MIN_SHARE_OF_SIBLINGS * largest.get(baseOf(id))!,
    )
    .sort((a, b) => counts[b]! - counts[a]! || (keys[a]! < keys[b]! ? -1 : 1));
}

for (const argument of process.argv.slice(2)) {
  const [path, weight = '1'] = argument.split(':');
  await countFile(path!, Number(weight));
}
const vocabulary = [...SIGNS.map(idOf), ...chooseVocabulary()];
const rank = new Map(vocabulary.map((id, index) => [id, index]));
const followers = vocabulary.map((): [number, number][] => []);
for (const [pair, count] of pairs) {
  const left = rank.get(Math.floor(pair / MAX_KEYS));
  const right = rank.get(pair % MAX_KEYS);
  if (count >= MIN_PAIR_COUNT && left !== undefined && right !== undefined)
    followers[left]!.push([right, count]);
}
const model = {
  total: counts.reduce((sum, count) => sum + count, 0),
  syllables: vocabulary.map((id) => keys[id]).join(' '),
  counts: vocabulary.map((id) => packCount(counts[id]!)).join(''),
  pairs: packPairs(followers),
};
process.stdout.write(`${JSON.stringify(model, null, 2)}\n`);
process.stderr.write(
  `${vocabulary.length} syllables, ${followers.flat().length} pairs out of ${model.total} counted\n`,
);
