/** `npm run measure:quality [-- --no-reading]`: spoils pages in measured steps, scores the verdicts and draws them as curves. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { isSameSheet } from '../../../shared/domain/page-likeness.ts';
import { type Curve, drawCurves } from './curve-svg.ts';
import { turn } from './degrade-page.ts';
import { listFormPages } from './form-pages.ts';
import { type Judgement, judgeTrial, PICTURE_CODES } from './judge-trials.ts';
import { PrintShop } from './print-shop.ts';
import { listTrials, openGoldenPages } from './quality-trials.ts';
import { ReadingDesk } from './reading-desk.ts';
import { Score, tableOf } from './score.ts';

const TURNS = [0, 90, 180, 270] as const;
/** Of the page's own resolution. */
const TURNED_SHARES = [1, 0.7];
const PEOPLE = 8;
/** Too little text to tell how they lie, or turned already. */
const NOT_TURNED = /^(turned|phone|separator|card)/;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { 'no-reading': { type: 'boolean' } } });
  const desk = await ReadingDesk.open();
  const score = new Score();
  const wrong: string[] = [];
  const judgements = await judgeAll(desk, score, wrong);
  if (!values['no-reading']) {
    await scoreTurns(desk, score, wrong);
    await scoreDuplicates(desk, score, wrong);
  }
  const times = judgements.map(({ tookMs }) => tookMs).sort((a, b) => a - b);
  const times95 = Math.round(times[Math.floor(times.length * 0.95)]!);
  console.log(`\n${tableOf(score)}\n\n${wrong.join('\n')}\n95 of 100 verdicts within ${times95} ms`);
  if (values['no-reading']) return process.exit(0);
  const caption = 'Share of pages called so, by amount; green: must not be, red: must be, grey: either';
  await writeFile('docs/quality.svg', drawCurves(curvesOf(judgements), caption));
  await writeFile('docs/quality.md', reportOf(score, judgements.length, times95, wrong));
  process.exit(0);
}

async function judgeAll(desk: ReadingDesk, score: Score, wrong: string[]): Promise<Judgement[]> {
  for (const code of PICTURE_CODES) score.tally(code);
  const judgements: Judgement[] = [];
  for (const trial of await listTrials()) {
    const judgement = await judgeTrial(trial, desk);
    judgements.push(judgement);
    if (trial.expected === null) continue;
    const missed = trial.expected.filter((code) => !judgement.codes.includes(code));
    const invented = judgement.codes.filter((code) => !trial.expected!.includes(code));
    for (const code of trial.expected) if (!missed.includes(code)) score.tally(code).found++;
    for (const code of missed) score.tally(code).missed++;
    for (const code of invented) score.tally(code).invented++;
    if (missed.length + invented.length > 0) {
      const figures = JSON.stringify(judgement.facts.quality.figures);
      wrong.push(
        `${trial.name}: missed ${missed.join(' ') || '-'}, invented ${invented.join(' ') || '-'} ${figures}`,
      );
      console.log(wrong.at(-1));
    }
  }
  return judgements;
}

async function scoreTurns(desk: ReadingDesk, score: Score, wrong: string[]): Promise<void> {
  const tally = score.tally('ROTATED_PAGE');
  for (const page of (await openGoldenPages()).filter(({ name }) => !NOT_TURNED.test(name))) {
    const trials = TURNED_SHARES.flatMap((share) =>
      TURNS.map((turnedDeg) => ({ turnedDeg, dpi: Math.round(page.dpi * share) })),
    );
    for (const { turnedDeg, dpi } of trials) {
      const { text } = await desk.read(await turn(page, turnedDeg, dpi));
      if (text!.rotationDeg === turnedDeg) {
        if (turnedDeg !== 0) tally.found++;
        continue;
      }
      if (turnedDeg !== 0) tally.missed++;
      if (text!.rotationDeg !== 0) tally.invented++;
      wrong.push(`${page.name} turned by ${turnedDeg} at ${dpi} dpi: read as ${text!.rotationDeg}`);
    }
  }
}

async function scoreDuplicates(desk: ReadingDesk, score: Score, wrong: string[]): Promise<void> {
  const tally = score.tally('DUPLICATE_PAGE');
  const shop = new PrintShop();
  try {
    const sheets = [];
    for (const { name, first, second } of await listFormPages(PEOPLE)) {
      const scans = [
        await desk.read(await shop.deliver(first)),
        await desk.read(await shop.deliver(second)),
      ] as const;
      sheets.push({ name, scans });
      if (isSameSheet(...scans)) tally.found++;
      else {
        tally.missed++;
        wrong.push(`${name}: its second scan is not known`);
      }
    }
    for (const [index, { name, scans }] of sheets.entries()) {
      for (const other of sheets.slice(index + 1)) {
        if (!isSameSheet(scans[0], other.scans[0])) continue;
        tally.invented++;
        wrong.push(`${name} taken for ${other.name}`);
      }
    }
  } finally {
    await shop.close();
  }
}

function curvesOf(judgements: readonly Judgement[]): Curve[] {
  const names = [...new Set(judgements.map(({ trial }) => trial.series))];
  return names.map((title): Curve => {
    const code = title.slice(0, title.indexOf(':'));
    const own = judgements.filter(({ trial }) => trial.series === title);
    const steps = [...new Set(own.map(({ trial }) => trial.step))].sort((a, b) => a - b);
    return {
      title,
      points: steps.map((step) => {
        const here = own.filter(({ trial }) => trial.step === step);
        const expected = here.find(({ trial }) => trial.expected !== null)?.trial.expected ?? null;
        return {
          step,
          share: here.filter(({ codes }) => codes.includes(code)).length / here.length,
          expected: expected === null ? null : expected.length > 0,
        };
      }),
    };
  });
}

function reportOf(score: Score, pictures: number, times95: number, wrong: readonly string[]): string {
  return `# Quality verdicts, on pages spoilt in measured steps

Made by \`npm run measure:quality\`: the golden pages blurred, slipped, dimmed, cut and coarsened by known amounts, empty
sheets with what shows through and lies on them, sheets with little on them; ${pictures} pictures, judged before any text is
read. Turned pages and second scans (against the forms of the same template filled for others) are read first.

${tableOf(score)}

From the bytes to the verdict: 95 of 100 within ${times95} ms on one core of the machine that made this.

![Share of pages called so, by amount](quality.svg)

${wrong.length === 0 ? 'Every page was judged rightly.' : `Judged wrongly:\n\n${wrong.map((line) => `- ${line}`).join('\n')}`}
`;
}

await main();
