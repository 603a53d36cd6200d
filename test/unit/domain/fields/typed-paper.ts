/** Lays print out as a typewriter would, and reads its fields as those of a dossier of one or more papers. */
import { IDENTITY } from '../../../../shared/domain/geometry.ts';
import type { PageId, ScanId } from '../../../../shared/domain/ids.ts';
import { EMPTY_MANIFEST, type Manifest } from '../../../../shared/domain/manifest.ts';
import type { PageFacts } from '../../../../shared/domain/page.ts';
import type { Line, ReadCode } from '../../../../shared/domain/page-text.ts';
import { type DossierDecision, validateDossier } from '../../../../shared/domain/validate-dossier.ts';

const LETTER_PX = 15;
const LINE_PX = 30;
const PITCH_PX = 52;
const LEFT_PX = 120;

let serial = 0;

/**
 * One page; four blanks or more part cells of one row, each a line of its own. `word~40` was read with confidence 40.
 * @param codes payloads of codes on the page
 */
export function typedPage(print: string, codes: readonly string[] = []): PageFacts {
  serial++;
  const rows = print.split('\n').filter((row) => row.trim() !== '');
  const indent = Math.min(...rows.map((row) => row.search(/\S/)));
  const lines = rows.flatMap((row, index) => cellsOf(row.slice(indent), 100 + index * PITCH_PX));
  return {
    pageId: `page-${serial}` as PageId,
    scanId: `scan-${serial}` as ScanId,
    signed: false,
    parked: false,
    widthPx: 1654,
    heightPx: 2339,
    quality: {
      effectiveDpi: 200,
      blank: false,
      blurry: false,
      dark: false,
      cutOff: false,
      colour: true,
      figures: {},
      fingerprint: ((serial * 0x9e3779b1) >>> 0).toString(16).padStart(8, '0').repeat(2),
    },
    text: {
      source: 'ocr',
      engine: { name: 'test', version: '1', model: 'vie' },
      preparation: [],
      rotationDeg: 0,
      skewDeg: 0,
      frame: { widthPx: 1654, heightPx: 2339, dpi: 200, fromImage: IDENTITY },
      lines,
      codes: codes.map(
        (value): ReadCode => ({ symbology: 'QRCode', value, box: { x: 0, y: 0, width: 1, height: 1 } }),
      ),
      timedOut: false,
    },
  };
}

function cellsOf(row: string, y: number): Line[] {
  return [...row.matchAll(/\S+(?: {1,3}\S+)*/g)].map((cell) => {
    const words = [...cell[0].matchAll(/\S+/g)].map((word) => {
      const [, text = '', confidence] = /^(.*?)(?:~(\d+))?$/.exec(word[0])!;
      const x = LEFT_PX + (cell.index + word.index) * LETTER_PX;
      const box = { x, y, width: text.length * LETTER_PX, height: LINE_PX };
      return { text: text.normalize('NFC'), confidence: Number(confidence ?? 95), box };
    });
    const last = words.at(-1)!.box;
    const { x } = words[0]!.box;
    return { words, box: { x, y, width: last.x + last.width - x, height: LINE_PX } };
  });
}

export function decide(pages: readonly PageFacts[], manifest: Partial<Manifest> = {}): DossierDecision {
  return validateDossier({
    dossierCode: manifest.dossierCode ?? null,
    manifest: { ...EMPTY_MANIFEST, ...manifest },
    pages,
    today: '2026-11-03',
  });
}

/** Type and fields of the only paper. */
export function readPaper(print: string, codes: readonly string[] = []) {
  const { papers } = decide([typedPage(print, codes)]);
  const [paper] = papers;
  return { type: paper?.type, fields: valuesOf(paper?.fields ?? []) };
}

export function valuesOf(fields: readonly { readonly name: string; readonly value: string }[]) {
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}
