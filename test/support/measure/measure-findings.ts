/**
 * `npm run measure:findings [-- <part of a name>] [--keep]`: plants every finding code in dossiers of our own and scores
 * what validation says; `--keep` writes the readings of the sound ones for the golden suite.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PageFacts } from '../../../shared/domain/page.ts';
import { type DossierDecision, validateDossier } from '../../../shared/domain/validate-dossier.ts';
import { listCases, RECEIVED_ON } from './case-files.ts';
import { packDossier } from './kept-readings.ts';
import { matchFindings, PLANTED_CODES } from './match-findings.ts';
import { type ExpectedFinding, type PlantedDossier, plantAll } from './planted-faults.ts';
import { PrintShop } from './print-shop.ts';
import { ReadingDesk } from './reading-desk.ts';
import { percent, precisionOf, recallOf, Score, type Tally } from './score.ts';

const REPORT = 'docs/findings.md';
const READINGS = join('test', 'golden', 'readings');

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { keep: { type: 'boolean' } },
  });
  const dossiers = (await plantAll(listCases())).filter(({ name }) =>
    positionals.every((part) => name.includes(part)),
  );
  const shop = new PrintShop();
  const desk = await ReadingDesk.open();
  const score = new Score();
  for (const code of PLANTED_CODES) score.tally(code);
  const faults: string[] = [];
  try {
    for (const [index, dossier] of dossiers.entries()) {
      const pages = await readStack(dossier, shop, desk);
      if (values.keep && dossier.expected.length === 0) await keep(dossier, pages);
      const decision = validateDossier({
        dossierCode: dossier.file.label.dossierCode,
        manifest: dossier.manifest,
        pages,
        today: RECEIVED_ON,
      });
      const outcome = matchFindings(dossier, pages, decision);
      for (const { code } of outcome.found) score.tally(code).found++;
      for (const { code } of outcome.missed) score.tally(code).missed++;
      for (const { code } of outcome.invented) score.tally(code).invented++;
      const isRight = outcome.missed.length + outcome.invented.length === 0;
      if (!isRight) faults.push(describe(dossier, outcome.missed, outcome.invented, decision));
      console.log(`${index + 1}/${dossiers.length} ${isRight ? 'ok   ' : 'WRONG'} ${dossier.name}`);
      if (!isRight) console.log(`      ${faults.at(-1)}`);
    }
  } finally {
    await shop.close();
  }
  console.log(`\n${countsOf(score)}`);
  if (positionals.length === 0) await writeFile(REPORT, reportOf(dossiers, score, faults));
  process.exit(0);
}

async function readStack(dossier: PlantedDossier, shop: PrintShop, desk: ReadingDesk): Promise<PageFacts[]> {
  const pages: PageFacts[] = [];
  for (const [index, sheet] of dossier.stack.entries()) {
    const facts = await desk.read(await shop.deliver(sheet.order));
    // The same picture may lie in the stack twice.
    pages.push({ ...facts, pageId: `${facts.pageId}-${index + 1}` as PageFacts['pageId'] });
  }
  return pages;
}

async function keep({ file, manifest, stack }: PlantedDossier, pages: readonly PageFacts[]): Promise<void> {
  const { name, label } = file;
  const sheets = stack.map(({ kind, paper, type }, index) => ({
    kind,
    ...(paper === undefined ? {} : { paper }),
    ...(type === undefined ? {} : { type }),
    facts: pages[index]!,
  }));
  await mkdir(READINGS, { recursive: true });
  const packed = packDossier({ name, dossierCode: label.dossierCode, manifest, sheets });
  await writeFile(join(READINGS, `${name}.json.gz`), packed);
}

function describe(
  { name }: PlantedDossier,
  missed: readonly ExpectedFinding[],
  invented: readonly { code: string; message: string }[],
  { papers }: DossierDecision,
): string {
  const lacks = missed.map(({ code, type }) => `missed ${code}${type ? ` (${type})` : ''}`);
  const extras = invented.map(({ code, message }) => `invented ${code}: ${message}`);
  return `${name}: ${[...lacks, ...extras].join('; ')} [${papers.map(({ type, pageIds }) => `${type}×${pageIds.length}`).join(' ')}]`;
}

function countsOf({ tallies }: Score): string {
  const rows = [...tallies].map(
    ([code, { found, missed, invented }]) => `| ${code} | ${found + missed} | ${found} | ${invented} |`,
  );
  return ['| code | planted | found | invented |', '| --- | ---: | ---: | ---: |', ...rows].join('\n');
}

function sentenceOf({ tallies }: Score): string {
  const sum = [...tallies.values()].reduce<Tally>(
    (all, one) => ({
      found: all.found + one.found,
      missed: all.missed + one.missed,
      invented: all.invented + one.invented,
    }),
    { found: 0, missed: 0, invented: 0 },
  );
  const { found, missed, invented } = sum;
  return `${found} of ${found + missed} found (recall ${percent(recallOf(sum))}), ${invented} invented (precision ${percent(precisionOf(sum))}).`;
}

function reportOf(dossiers: readonly PlantedDossier[], score: Score, faults: readonly string[]): string {
  const sound = dossiers.filter(({ expected }) => expected.length === 0).length;
  return `# Findings, on dossiers with planted faults

Made by \`npm run measure:findings\`: ${dossiers.length} dossiers of invented people, ${sound} of them sound, drawn, scanned
(grey, colour, one bit, photographed), read by the pipeline's own steps (readings are kept between runs) and judged by \`validateDossier\`. Each faulty one
carries one fault; whatever else is reported counts as invented. Pages of a contract are numbered \`1\` or \`1/3\`.

${countsOf(score)}

All codes together: ${sentenceOf(score)} A code is planted five to twelve times, so that one miss is eight to
twenty in a hundred: the counts say more than a percentage of them would. These are pages of our own making,
and what was judged wrongly on them was mended by them: on others, and on real scans, fewer will be right.

${faults.length === 0 ? 'Every dossier was judged rightly.' : `Judged wrongly:\n\n${faults.map((fault) => `- ${fault}`).join('\n')}`}
`;
}

await main();
