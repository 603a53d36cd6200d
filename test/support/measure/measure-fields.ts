/** `npm run measure:fields [-- <people>]`: how often a field is right at the confidence it was given, on forms of our own. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { manifestSchema } from '../../../shared/domain/manifest.ts';
import type { PageFacts } from '../../../shared/domain/page.ts';
import type { PaperField } from '../../../shared/domain/paper.ts';
import { validateDossier } from '../../../shared/domain/validate-dossier.ts';
import type { CasePaper } from '../paper-mill/case-papers.ts';
import type { Person } from '../paper-mill/cast.ts';
import { type CaseFile, drawStack, listCases, RECEIVED_ON } from './case-files.ts';
import { listFormPages } from './form-pages.ts';
import { PrintShop } from './print-shop.ts';
import { ReadingDesk } from './reading-desk.ts';
import { percent } from './score.ts';

const REPORT = 'docs/confidence.md';
const DEFAULT_PEOPLE = '8';
/** Asked of values at 90 and above: so many right, and so many of all. */
const LEAST_RIGHT = 0.99;
const LEAST_SHARE = 0.7;
const BANDS = [
  { name: '97-100', least: 97 },
  { name: '90-96', least: 90 },
  { name: '70-89', least: 70 },
  { name: '40-69', least: 40 },
  { name: '0-39', least: 0 },
] as const;

interface Answer {
  readonly paper: string;
  readonly type: string;
  readonly field: string;
  readonly wanted: string;
  /** Null where no value was found. */
  readonly read: PaperField | null;
  readonly isRight: boolean;
  readonly isWrittenByHand: boolean;
}

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const shop = new PrintShop();
  const desk = await ReadingDesk.open();
  const answers: Answer[] = [];
  try {
    for (const file of listCases()) answers.push(...(await readCase(file, shop, desk)));
    for (const page of await listFormPages(Number(positionals[0] ?? DEFAULT_PEOPLE))) {
      const { name, paper, applicant, isWrittenByHand } = page;
      for (const order of [page.first, page.second]) {
        const facts = await desk.read(await shop.deliver(order));
        answers.push(...checkPaper(name, paper, fieldsOn([facts], applicant, paper), isWrittenByHand));
      }
    }
  } finally {
    await shop.close();
  }
  const report = reportOf(answers);
  console.log(report);
  await writeFile(REPORT, report);
  process.exit(0);
}

async function readCase(file: CaseFile, shop: PrintShop, desk: ReadingDesk): Promise<Answer[]> {
  const stack = await drawStack(file);
  const pages: PageFacts[] = [];
  for (const { order } of stack) pages.push(await desk.read(await shop.deliver(order)));
  const { papers } = validateDossier({
    dossierCode: file.label.dossierCode,
    manifest: file.manifest,
    pages,
    today: RECEIVED_ON,
  });
  const drawn = await Promise.all(file.papers.map((draw) => draw(file.applicant)));
  return drawn.flatMap((paper) => {
    const fields = papers.find(({ type }) => type === paper.type)?.fields ?? [];
    return checkPaper(`${file.name} ${paper.type}`, paper, fields, false);
  });
}

/** As a dossier of this paper alone, which nothing else bears out but what the counter typed. */
function fieldsOn(
  pages: readonly PageFacts[],
  applicant: Person,
  { type }: CasePaper,
): readonly PaperField[] {
  const manifest = manifestSchema.parse({
    declaredApplicant: {
      name: applicant.name,
      idNumber: applicant.citizenId,
      dateOfBirth: applicant.born.split('/').reverse().join('-'),
      address: applicant.residence,
    },
  });
  const { papers } = validateDossier({ dossierCode: null, manifest, pages, today: RECEIVED_ON });
  return papers.find((paper) => paper.type === type)?.fields ?? [];
}

function checkPaper(
  paper: string,
  { type, fields: wanted }: CasePaper,
  read: readonly PaperField[],
  isWrittenByHand: boolean,
): Answer[] {
  return Object.entries(wanted).map(([field, value]) => {
    const found = read.find(({ name }) => name === field) ?? null;
    const isRight = found !== null && plain(found.value) === plain(value);
    return { paper, type, field, wanted: value, read: found, isRight, isWrittenByHand };
  });
}

/** Capitals and a full stop at the end are no difference. */
function plain(value: string): string {
  return value
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s.,;:]+$/, '')
    .toLocaleLowerCase('vi');
}

function reportOf(answers: readonly Answer[]): string {
  const typed = answers.filter(({ isWrittenByHand }) => !isWrittenByHand);
  const hand = answers.filter(({ isWrittenByHand }) => isWrittenByHand);
  const sure = answers.filter(({ read }) => (read?.confidence ?? 0) >= 90);
  const wrongThoughSure = sure.filter(({ isRight }) => !isRight);
  return `# Confidence of fields, against how often they are right

Made by \`npm run measure:fields\`: ${answers.length} fields asked on forms, notices, certificates, contracts and cards of
invented people, typed (${typed.length}) and written by hand (${hand.length}), scanned in grey, in colour and in one bit. From 90
on a value is taken as it is, so at least 99 in 100 of those must be right, and they should be 70 in 100 of all.

${bandTable('all', answers)}

${bandTable('typed', typed)}

${bandTable('by hand', hand)}

${judge(sure, answers)}

${typeTable(answers)}

${wrongThoughSure.length === 0 ? 'None was wrong at 90 or above.' : `Wrong at 90 or above:\n\n${wrongThoughSure.map(describe).join('\n')}`}
`;
}

/** Whether the two promises hold on these pages. */
function judge(sure: readonly Answer[], answers: readonly Answer[]): string {
  const [right, share] = [rightShare(sure), sure.length / Math.max(1, answers.length)];
  const said = `At 90 and above: ${percent(right)} right, ${percent(share)} of all fields.`;
  const missed = [right < LEAST_RIGHT && 'too few are right', share < LEAST_SHARE && 'too few are sure'];
  const holds = missed.some(Boolean)
    ? `**Missed: ${missed.filter(Boolean).join(', ')}.**`
    : 'Both hold here.';
  return `${said} ${holds} The pages are drawn by us and scanned by a
program, the hands are fonts, readings are kept between runs, and what was wrong on them before was mended: on real
scans and real hands fewer will be right, and people see what is below 90.`;
}

function describe({ paper, field, wanted, read }: Answer): string {
  return `- ${paper}, ${field}: «${read!.value}» (${read!.confidence}) for «${wanted}»`;
}

function bandTable(title: string, answers: readonly Answer[]): string {
  const rows = BANDS.map(({ name, least }, index) => {
    const most = BANDS[index - 1]?.least ?? 101;
    const own = answers.filter(
      ({ read }) => read !== null && read.confidence >= least && read.confidence < most,
    );
    return `| ${name} | ${own.length} | ${own.length ? percent(rightShare(own)) : ''} | ${percent(own.length / Math.max(1, answers.length))} |`;
  });
  const silent = answers.filter(({ read }) => read === null).length;
  return [
    `| confidence, ${title} | fields | right | of all |`,
    '| --- | ---: | ---: | ---: |',
    ...rows,
    `| no value | ${silent} | | ${percent(silent / Math.max(1, answers.length))} |`,
  ].join('\n');
}

function typeTable(answers: readonly Answer[]): string {
  const types = [...new Set(answers.map(({ type }) => type))].sort();
  const rows = types.map((type) => {
    const own = answers.filter((answer) => answer.type === type);
    const sure = own.filter(({ read }) => (read?.confidence ?? 0) >= 90);
    return `| ${type} | ${own.length} | ${percent(rightShare(own))} | ${percent(sure.length / own.length)} | ${percent(rightShare(sure))} |`;
  });
  return [
    '| type | fields | right | at 90 or above | of those right |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows,
  ].join('\n');
}

function rightShare(answers: readonly Answer[]): number {
  return answers.length === 0 ? 1 : answers.filter(({ isRight }) => isRight).length / answers.length;
}

await main();
