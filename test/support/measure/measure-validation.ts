/** CPU of validating so many recognized pages as one dossier: `node …/measure-validation.ts <data folder> [pages]`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Batch } from '../../../shared/domain/batch.ts';
import { EMPTY_MANIFEST } from '../../../shared/domain/manifest.ts';
import type { Page, PageFacts } from '../../../shared/domain/page.ts';
import { validateDossier } from '../../../shared/domain/validate-dossier.ts';

const RUNS = 8;
const [folder, pageCount = '60'] = process.argv.slice(2);
if (folder === undefined) throw new Error('data folder?');
const database = new DatabaseSync(join(folder, 'records.sqlite'), { readOnly: true });

function recordsOf<T>(kind: string): T[] {
  const rows = database.prepare('SELECT json FROM record WHERE kind = ? ORDER BY id').all(kind);
  return rows.map(({ json }) => JSON.parse(String(json)) as T);
}

/** Read anew each time: folding is remembered by page. */
function factsOf({ pageId, scanId, signed, quality, image, textKey }: Page): PageFacts {
  const text = JSON.parse(readFileSync(join(folder!, 'objects', textKey!), 'utf8'));
  const { widthPx, heightPx } = image;
  return { pageId, scanId, signed, quality, widthPx, heightPx, text, parked: false };
}

const pages = recordsOf<Page>('page')
  .filter(({ textKey }) => textKey)
  .slice(0, Number(pageCount));
const manifest = recordsOf<Batch>('batch')[0]?.manifest ?? EMPTY_MANIFEST;
const figures: number[] = [];
for (let run = 0; run < RUNS; run++) {
  const facts = pages.map(factsOf);
  const before = process.cpuUsage();
  validateDossier({ dossierCode: manifest.dossierCode ?? null, manifest, pages: facts, today: '2026-12-31' });
  const { user, system } = process.cpuUsage(before);
  figures.push((user + system) / 1_000);
}
const [first, ...warm] = figures;
const median = warm.toSorted((a, b) => a - b)[Math.floor(warm.length / 2)]!;
console.log(`${pages.length} pages: ${first!.toFixed(0)} ms in a new process, ${median.toFixed(0)} ms after`);
