/** Gathers the lines of each page from what Textract detected, whether one response brings it or the many of a job. */
import type { Block, GetDocumentTextDetectionResponse } from '@aws-sdk/client-textract';
import type { Line, Word } from '../../domain/page-text.ts';
import { lineOfWords } from '../../domain/reading/line-segments.ts';
import { DigitizationError } from '../../errors/digitization-error.ts';

export type DetectionResponse = Pick<GetDocumentTextDetectionResponse, 'Blocks' | 'JobStatus' | 'Warnings'>;

export interface DetectedText {
  /** By page number, from 1: lines in Textract's order, boxes in shares of the page's sides (0-1). */
  readonly pages: ReadonlyMap<number, readonly Line[]>;
  /** The job came to its end without all of the pages. */
  readonly isPartial: boolean;
  /** Pages that a partly successful job says it could not read, in order. */
  readonly unreadPages: readonly number[];
}

/**
 * Takes the one answer of DetectDocumentText, or all answers of GetDocumentTextDetection in order: a line and its
 * words may come in different ones.
 * @throws DigitizationError `page-unreadable` for a failed job; `engine-unavailable` for one still running and for
 * an answer that names words it does not bring, because text would be lost in silence.
 */
export async function readDetectedText(
  responses: AsyncIterable<DetectionResponse> | Iterable<DetectionResponse>,
): Promise<DetectedText> {
  const words = new Map<string, Word>();
  const lineBlocks = new Map<number, Block[]>();
  const unreadPages = new Set<number>();
  let isPartial = false;
  for await (const { Blocks = [], JobStatus, Warnings = [] } of responses) {
    requireResults(JobStatus);
    isPartial ||= JobStatus === 'PARTIAL_SUCCESS';
    for (const block of Blocks) {
      const pageNumber = block.Page ?? 1;
      if (!lineBlocks.has(pageNumber)) lineBlocks.set(pageNumber, []);
      if (block.BlockType === 'LINE') lineBlocks.get(pageNumber)!.push(block);
      if (block.BlockType === 'WORD') words.set(block.Id ?? '', readWord(block));
    }
    for (const pageNumber of Warnings.flatMap((warning) => warning.Pages ?? [])) unreadPages.add(pageNumber);
  }
  const pages = new Map<number, Line[]>();
  for (const [pageNumber, blocks] of lineBlocks) {
    const ownWords = blocks.map((block) => wordsOf(block, words)).filter((own) => own.length > 0);
    pages.set(pageNumber, ownWords.map(lineOfWords));
  }
  return { pages, isPartial, unreadPages: [...unreadPages].sort((a, b) => a - b) };
}

/** DetectDocumentText answers without a status. */
function requireResults(status: DetectionResponse['JobStatus']): void {
  if (status === 'FAILED') throw new DigitizationError('page-unreadable', { engine: 'textract', status });
  if (status === 'IN_PROGRESS')
    throw new DigitizationError('engine-unavailable', { engine: 'textract', status });
}

function wordsOf(line: Block, words: ReadonlyMap<string, Word>): Word[] {
  const ids = (line.Relationships ?? []).flatMap(({ Type, Ids = [] }) => (Type === 'CHILD' ? Ids : []));
  const own = ids.flatMap((id) => words.get(id) ?? []);
  if (ids.length === 0 || own.length < ids.length) throw incompleteAnswer();
  return own.filter((word) => word.text !== '');
}

function readWord({ Text = '', Confidence = 0, Geometry }: Block): Word {
  const { Left, Top, Width, Height } = Geometry?.BoundingBox ?? {};
  if (Left === undefined || Top === undefined || Width === undefined || Height === undefined)
    throw incompleteAnswer();
  // Boxes of words at the edge may reach a little over it.
  const x = clamp(Left, 1);
  const y = clamp(Top, 1);
  return {
    text: Text.normalize('NFC').replace(/\s+/gu, ''),
    box: { x, y, width: clamp(Left + Width, 1) - x, height: clamp(Top + Height, 1) - y },
    confidence: clamp(Confidence, 100),
  };
}

function clamp(value: number, max: number): number {
  return Math.min(max, Math.max(0, value));
}

function incompleteAnswer(): DigitizationError {
  return new DigitizationError('engine-unavailable', { engine: 'textract', answer: 'incomplete' });
}
