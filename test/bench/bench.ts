/** CPU, time, size and text of the whole pipeline beside OCRmyPDF on the same scans in one run, as ratios. */
import { parseArgs } from 'node:util';
import { type Contestant, ours, peer, whyPeerIsMissing } from './contestants.ts';
import { gatherScans, type ScanSet } from './gather-scans.ts';
import { measureRun, type Run } from './measure-run.ts';

const USAGE = `npm run bench -- [<dossier-folder>...] [--rounds <n>] [--jobs <n>]
  Without folders: the golden pages and the sample dossier.`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '1' },
      jobs: { type: 'string', default: '2' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const rounds = Number(values.rounds);
  const scans = await gatherScans(positionals);
  const missing = await whyPeerIsMissing();
  if (missing) console.log(`Not compared: ${missing}\n`);
  const contestants = [
    ours('native', values.jobs),
    ours('wasm', values.jobs),
    ...(missing ? [] : [peer(values.jobs)]),
  ];
  console.log(
    `${scans.pages} pages in ${scans.files.length} files, ${rounds} round(s), ${values.jobs} at once`,
  );
  const runs = new Map<Contestant, Run[]>(contestants.map((contestant) => [contestant, []]));
  // In turn within a round, so that a busy machine slows all of them alike.
  for (let round = 1; round <= rounds; round++) {
    for (const contestant of contestants) {
      const run = await measureRun(contestant, scans);
      runs.get(contestant)!.push(run);
      console.error(
        `round ${round}: ${contestant.name}: ${run.cpuSeconds.toFixed(1)} CPU s, ${run.wallSeconds.toFixed(1)} s`,
      );
    }
  }
  print(runs, scans);
  return 0;
}

/** Of several rounds the least disturbed counts: the one with the least CPU time. */
function print(runs: ReadonlyMap<Contestant, readonly Run[]>, { pages, bytes }: ScanSet): void {
  const best = [...runs].map(([contestant, all]) => ({
    name: contestant.name,
    ...all.reduce((a, b) => (b.cpuSeconds < a.cpuSeconds ? b : a)),
  }));
  const reference = best.at(-1)!;
  const row = (cells: readonly string[]) => console.log(`| ${cells.join(' | ')} |`);
  console.log();
  row(['', 'CPU s/page', 'ratio', 's/page', 'ratio', 'bytes out/in', 'finished']);
  row(['---', '---:', '---:', '---:', '---:', '---:', '---:']);
  for (const { name, cpuSeconds, wallSeconds, outputBytes, finished, asked } of best) {
    row([
      name,
      (cpuSeconds / pages).toFixed(2),
      (cpuSeconds / reference.cpuSeconds).toFixed(2),
      (wallSeconds / pages).toFixed(2),
      (wallSeconds / reference.wallSeconds).toFixed(2),
      (outputBytes / bytes).toFixed(2),
      `${finished}/${asked}`,
    ]);
  }
  console.log(`\nRatios to ${reference.name}.`);
}

process.exitCode = await main();
