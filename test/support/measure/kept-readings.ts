/** Readings of a sound dossier's sheets in a small file, so that rules can be tested without pictures, fonts or an engine. */
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Manifest } from '../../../shared/domain/manifest.ts';
import type { PageFacts } from '../../../shared/domain/page.ts';
import type { Line, Word } from '../../../shared/domain/page-text.ts';
import { lineOfWords } from '../../../shared/domain/reading/line-segments.ts';
import type { StackSheet } from './case-files.ts';

export interface KeptSheet extends Pick<StackSheet, 'kind' | 'paper' | 'type'> {
  readonly facts: PageFacts;
}

export interface KeptDossier {
  readonly name: string;
  readonly dossierCode: string;
  readonly manifest: Manifest;
  readonly sheets: readonly KeptSheet[];
}

type PackedWord = readonly [
  text: string,
  x: number,
  y: number,
  width: number,
  height: number,
  confidence: number,
];

export function packDossier(dossier: KeptDossier): Uint8Array {
  const sheets = dossier.sheets.map(({ facts, ...sheet }) => ({
    ...sheet,
    facts: { ...facts, text: facts.text && { ...facts.text, lines: facts.text.lines.map(packLine) } },
  }));
  return gzipSync(JSON.stringify({ ...dossier, sheets }), { level: 9 });
}

export function unpackDossier(bytes: Uint8Array): KeptDossier {
  const packed = JSON.parse(gunzipSync(bytes).toString('utf8')) as KeptDossier;
  return {
    ...packed,
    sheets: packed.sheets.map(({ facts, ...sheet }) => ({
      ...sheet,
      facts: {
        ...facts,
        text: facts.text && {
          ...facts.text,
          lines: (facts.text.lines as unknown as PackedWord[][]).map(unpackLine),
        },
      },
    })),
  };
}

function packLine({ words }: Line): PackedWord[] {
  return words.map(({ text, box, confidence }) => [
    text,
    Math.round(box.x),
    Math.round(box.y),
    Math.round(box.width),
    Math.round(box.height),
    Math.round(confidence),
  ]);
}

function unpackLine(words: readonly PackedWord[]): Line {
  return lineOfWords(
    words.map(
      ([text, x, y, width, height, confidence]): Word => ({ text, box: { x, y, width, height }, confidence }),
    ),
  );
}
