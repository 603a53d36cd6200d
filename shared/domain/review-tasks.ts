/** The questions that a dossier puts to a person: what was read with doubt, what is missing, what validation noticed. */
import { bandOf, type ConfidenceBands } from './confidence-bands.ts';
import type { Dossier } from './dossier.ts';
import type { Finding } from './finding.ts';
import type { Box } from './geometry.ts';
import type { PageId, PaperId } from './ids.ts';
import { NAMELESS_PAPER, type Paper, type PaperField, UNKNOWN_PAPER_TYPE } from './paper.ts';
import { fieldLabel, requiredFieldsOf } from './paper-types/form-fields.ts';
import { PAPER_TYPES } from './paper-types/index.ts';
import { ORPHAN_REVIEW, reviewIdOfField, reviewIdOfFinding, reviewIdOfPaperType } from './review-ids.ts';

export type ReviewKind = 'field' | 'finding' | 'missing' | 'paper-type' | 'orphan';

export interface ReviewChoice {
  readonly value: string;
  readonly label: string;
}

export interface ReviewTask {
  /** The same question has the same id in every revision; made of codes and ids alone. */
  readonly reviewId: string;
  readonly kind: ReviewKind;
  readonly paperId: PaperId | null;
  readonly pageId: PageId | null;
  /** Pixels of the straightened page; null where no one place is meant. */
  readonly box: Box | null;
  /** Plain Vietnamese. */
  readonly question: string;
  readonly choices: readonly ReviewChoice[];
  /** As read; null where nothing was, or where the reading is worth nothing. */
  readonly value: string | null;
  /** 0-100; null where nothing was read. */
  readonly confidence: number | null;
  readonly field?: string;
}

const CONFIRM: ReviewChoice = { value: 'confirm', label: 'Đúng như đã đọc' };
const ABSENT: ReviewChoice = { value: 'absent', label: 'Giấy không ghi mục này' };
const ON_FINDING: readonly ReviewChoice[] = [
  { value: 'accepted', label: 'Chấp nhận như hiện có (ghi lý do)' },
  { value: 'confirmed', label: 'Đúng là có vấn đề này' },
];

/** Open ones only: what a person answered is not asked again. */
export function reviewTasksOf(
  dossier: Pick<Dossier, 'dossierCode' | 'manifest' | 'papers' | 'pages' | 'findings' | 'state'>,
  bands: ConfidenceBands,
): ReviewTask[] {
  if (dossier.state === 'withdrawn' || dossier.state === 'emptied') return [];
  const tasks = [
    ...(dossier.dossierCode === null ? [orphanTask()] : []),
    ...dossier.papers.flatMap((paper) => typeTasks(paper, dossier)),
    ...dossier.findings.flatMap((finding) => findingTasks(finding, dossier.papers)),
    ...dossier.papers.flatMap((paper) => fieldTasks(paper, bands)),
  ];
  return [...new Map(tasks.map((task) => [task.reviewId, task])).values()];
}

function orphanTask(): ReviewTask {
  return {
    ...NOWHERE,
    reviewId: ORPHAN_REVIEW,
    kind: 'orphan',
    question: 'Các giấy tờ này chưa rõ thuộc hồ sơ nào. Mã hồ sơ là gì?',
    choices: [],
  };
}

const NOWHERE = { paperId: null, pageId: null, box: null, value: null, confidence: null };

/** A paper that says nothing of what it is, or other than the sheet before it. */
function typeTasks(
  paper: Paper,
  { manifest, findings }: Pick<Dossier, 'manifest' | 'findings'>,
): ReviewTask[] {
  if (paper.assigned || paper.skip) return [];
  const differs = findings.find(
    ({ code, pageId, answer }) => code === 'TYPE_MISMATCH' && pageId === paper.pageIds[0] && !answer,
  );
  const isNameless = paper.type === UNKNOWN_PAPER_TYPE && paper.name === NAMELESS_PAPER;
  if (!differs && !isNameless) return [];
  const listed = manifest.expectedDocuments.map(({ type, name }) => ({ value: type, label: name || type }));
  const house = PAPER_TYPES.map(({ type, name }) => ({ value: type, label: name }));
  const choices = [...listed, ...house, { value: UNKNOWN_PAPER_TYPE, label: NAMELESS_PAPER }];
  return [
    {
      ...NOWHERE,
      reviewId: reviewIdOfPaperType(paper.pageIds[0]!),
      kind: 'paper-type',
      paperId: paper.paperId,
      pageId: paper.pageIds[0]!,
      question: differs
        ? `${differs.message} Đây là giấy tờ gì?`
        : 'Chưa nhận ra loại giấy tờ. Đây là giấy tờ gì?',
      choices: choices.filter(({ value }, at) => choices.findIndex((one) => one.value === value) === at),
      value: paper.type,
    },
  ];
}

function findingTasks(finding: Finding, papers: readonly Paper[]): ReviewTask[] {
  const { code, severity, message, pageId, answer } = finding;
  // An orphan and the type of a paper are asked about in their own words.
  const isAskedElsewhere = code === 'DOSSIER_CODE_MISSING' || code === 'TYPE_MISMATCH';
  if (severity === 'info' || answer || isAskedElsewhere) return [];
  const paper = papers.find(({ pageIds }) => pageId !== undefined && pageIds.includes(pageId));
  return [
    {
      ...NOWHERE,
      reviewId: reviewIdOfFinding(finding),
      kind: code === 'MISSING_REQUIRED' ? 'missing' : 'finding',
      paperId: paper?.paperId ?? null,
      pageId: pageId ?? null,
      box: boxOf(finding, paper),
      question: message,
      choices: ON_FINDING,
    },
  ];
}

function boxOf({ detail }: Finding, paper: Paper | undefined): Box | null {
  return paper?.fields.find(({ name }) => name === detail?.field)?.box ?? null;
}

/** Nothing is asked of a paper that is not digitised, least of all what a secret one says. */
function fieldTasks(paper: Paper, bands: ConfidenceBands): ReviewTask[] {
  if (paper.skip) return [];
  const doubtful = paper.fields
    .filter(({ source, confidence }) => source !== 'person' && confidence < bands.highlighted)
    .map((field) => doubtTask(paper, field, bands));
  const lacking = requiredFieldsOf(paper.type).filter(
    (name) => !paper.absent?.includes(name) && !paper.fields.some((field) => field.name === name),
  );
  return [...doubtful, ...lacking.map((name) => lackingTask(paper, name))];
}

function doubtTask(paper: Paper, field: PaperField, bands: ConfidenceBands): ReviewTask {
  const { name, value, confidence, pageId, box } = field;
  const isTyped = bandOf(confidence, bands) === 'typed';
  const label = fieldLabel(paper.type, name);
  return {
    reviewId: reviewIdOfField(paper.pageIds[0]!, name),
    kind: 'field',
    paperId: paper.paperId,
    pageId: pageId ?? paper.pageIds[0]!,
    box,
    question: isTyped
      ? `“${paper.name}”: nhập “${label}” theo bản giấy.`
      : `“${paper.name}”: “${label}” đọc được là “${value}”, có đúng không?`,
    choices: isTyped ? [ABSENT] : [CONFIRM, ABSENT],
    value: isTyped ? null : value,
    confidence,
    field: name,
  };
}

function lackingTask(paper: Paper, name: string): ReviewTask {
  return {
    ...NOWHERE,
    reviewId: reviewIdOfField(paper.pageIds[0]!, name),
    kind: 'field',
    paperId: paper.paperId,
    pageId: paper.pageIds[0]!,
    question: `“${paper.name}”: chưa đọc được “${fieldLabel(paper.type, name)}”. Nhập theo bản giấy.`,
    choices: [ABSENT],
    field: name,
  };
}
