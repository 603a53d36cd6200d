/** Readings of sound dossiers of our own, and the same with every finding code planted: nothing missed, nothing invented. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../shared/domain/manifest.ts';
import { validateDossier } from '../../shared/domain/validate-dossier.ts';
import { type KeptDossier, type KeptSheet, unpackDossier } from '../support/measure/kept-readings.ts';
import { PLANTED_CODES } from '../support/measure/match-findings.ts';
import { type Planted, plantInReadings } from './planted-in-readings.ts';

const FOLDER = join(import.meta.dirname, 'readings');
const dossiers = readdirSync(FOLDER).map((file) => unpackDossier(readFileSync(join(FOLDER, file))));
const scored: ReadonlySet<string> = new Set(PLANTED_CODES);
/** A stranger's card differs in all that it says; a wrong declaration is one of several papers. */
const IMPLIED: Readonly<Record<string, readonly string[]>> = {
  FOREIGN_PAPER: ['NAME_MISMATCH', 'ID_MISMATCH', 'DOB_MISMATCH'],
};

function judge(dossier: KeptDossier, sheets: readonly KeptSheet[], manifest: Manifest) {
  const { dossierCode } = dossier;
  const pages = sheets.map(({ facts }) => facts);
  return validateDossier({ dossierCode, manifest, pages, today: '2026-06-10' });
}

const planted = dossiers.flatMap((dossier, index) =>
  plantInReadings(dossier, dossiers[(index + 1) % dossiers.length]!).map((plant) => ({ dossier, plant })),
);

function outcomeOf(dossier: KeptDossier, { code, type, page, sheets, manifest }: Planted) {
  const findings = judge(dossier, sheets, manifest).findings.filter((finding) => scored.has(finding.code));
  const isIt = (finding: (typeof findings)[number]) =>
    finding.code === code &&
    (!type || finding.docType === undefined || finding.docType === type) &&
    (!page || finding.pageId === page.facts.pageId);
  const allowed = new Set([code, ...(IMPLIED[code] ?? [])]);
  return {
    found: findings.some(isIt),
    invented: findings.filter((finding) => !allowed.has(finding.code)).map((finding) => finding.code),
  };
}

describe.each(dossiers)('$name', (dossier) => {
  it('is sound: nothing is found', () => {
    const { findings, papers } = judge(dossier, dossier.sheets, dossier.manifest);
    expect(findings.filter(({ code }) => scored.has(code))).toEqual([]);
    const drawn = [...new Set(dossier.sheets.flatMap(({ kind, type }) => (kind === 'paper' ? [type] : [])))];
    expect(papers.map(({ type }) => type).sort()).toEqual(drawn.sort());
  });
});

describe.each(PLANTED_CODES)('%s', (code) => {
  const own = planted.filter(({ plant }) => plant.code === code);

  it('is planted in several dossiers', () => {
    expect(new Set(own.map(({ dossier }) => dossier)).size).toBeGreaterThanOrEqual(2);
  });

  it.each(own.map(({ dossier, plant }) => [dossier.name, plant.how, dossier, plant] as const))(
    'in %s: %s',
    (_, _how, dossier, plant) => {
      expect(outcomeOf(dossier, plant)).toEqual({ found: true, invented: [] });
    },
  );
});

it('a dossier is validated within 300 ms of CPU for sixty pages', () => {
  const [{ manifest, dossierCode }] = dossiers as [KeptDossier];
  const pages = dossiers.flatMap(({ sheets }) => sheets.map(({ facts }) => facts));
  const many = Array.from({ length: Math.ceil(60 / pages.length) }, () => pages)
    .flat()
    .slice(0, 60);
  const sixty = many.map((facts, index) => ({
    ...facts,
    pageId: `${facts.pageId}-${index}` as typeof facts.pageId,
  }));
  validateDossier({ dossierCode, manifest, pages: sixty, today: '2026-06-10' });
  const before = process.cpuUsage();
  validateDossier({ dossierCode, manifest, pages: sixty, today: '2026-06-10' });
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(600);
});
