/** The province files beside this program, by slug. */
import { readdirSync, readFileSync } from 'node:fs';
import { parseProvince } from '../shared/config/parse-province.ts';
import type { Province } from '../shared/config/province.ts';

const folder = new URL('./provinces/', import.meta.url);

/** Throws `settings-invalid` with field, value and remedy. */
export function readProvinces(only?: string): Map<string, Province> {
  const slugs = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace(/\.json$/, ''))
    .filter((slug) => only === undefined || slug === only);
  return new Map(
    slugs.map((slug) => [
      slug,
      parseProvince(JSON.parse(readFileSync(new URL(`${slug}.json`, folder), 'utf8'))),
    ]),
  );
}
