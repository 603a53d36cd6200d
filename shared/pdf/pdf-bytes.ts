/** Reads a PDF's structure as text, streams left out, for what an engine does not tell: actions, foreign data, a cut end. */
import { inflateSync } from 'node:zlib';
import type { ScanWarning } from '../domain/exploded-scan.ts';
import { pdfHeaderOffset } from '../imaging/sniff.ts';

export interface PdfBytesReport {
  readonly warnings: readonly ScanWarning[];
  /** The file ends within an object or before any trailer: pages may be lost. */
  readonly cutShort: boolean;
  /** Behind the last end-of-file mark. */
  readonly endOffset: number;
  /** Page objects by number, whether the page tree names them or not. */
  readonly pageObjects: number;
}

/** Actions that do more than turn pages, and content that runs (ISO 32000-1, table 198 and 13.6). */
const ACTIVE = /\/(JavaScript|JS|Launch|SubmitForm|ImportData|RichMedia|Rendition|GoToE)(?![A-Za-z])/;
const ATTACHED = /\/(EmbeddedFiles?|FileAttachment|Collection)(?![A-Za-z])/;
const PAGE_OBJECT = /\/Type\s*\/Page(?![A-Za-z])/;
const MAX_STRUCTURE_CHARS = 24_000_000;
const MAX_OBJECT_STREAM_BYTES = 16_000_000;
const DICTIONARY_WINDOW = 2_000;
const SMALL_TAIL_BYTES = 16;

export function inspectPdfBytes(bytes: Uint8Array): PdfBytesReport {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { objects, text, openStream } = readStructure(file);
  const names = unescapeNames(text);
  const eof = file.lastIndexOf('%%EOF');
  const endOffset = eof < 0 ? file.length : eof + '%%EOF'.length;
  const lastObject = file.lastIndexOf('endobj');
  const hasTrailer = Math.max(file.lastIndexOf('startxref'), file.lastIndexOf('trailer')) > lastObject;
  const warnings: ScanWarning[] = [];
  if (ACTIVE.test(names)) warnings.push('pdf-active-content');
  if (ATTACHED.test(names)) warnings.push('pdf-attachment');
  if ((pdfHeaderOffset(bytes) ?? 0) > 0) warnings.push('leading-data');
  if (hasForeignTail(file.subarray(endOffset))) warnings.push('trailing-data');
  const pageObjects = [...objects.values()].filter((object) => PAGE_OBJECT.test(object)).length;
  return { warnings, cutShort: openStream || !hasTrailer, endOffset, pageObjects };
}

interface Structure {
  /** Text of each object by number, the last one of a number wins; object streams unpacked. */
  readonly objects: ReadonlyMap<number, string>;
  /** Everything but stream data. */
  readonly text: string;
  readonly openStream: boolean;
}

function readStructure(file: Buffer): Structure {
  const parts: string[] = [];
  const unpacked: string[] = [];
  let budget = MAX_STRUCTURE_CHARS;
  let at = 0;
  let openStream = false;
  while (at < file.length && budget > 0) {
    const start = findStream(file, at);
    const part = file.toString('latin1', at, Math.min(start ?? file.length, at + budget));
    parts.push(part);
    budget -= part.length;
    if (start === null) break;
    const end = file.indexOf('endstream', start);
    if (end < 0) {
      openStream = true;
      break;
    }
    const dictionary = part.slice(-DICTIONARY_WINDOW);
    if (/\/ObjStm\b/.test(dictionary.slice(dictionary.lastIndexOf(' obj')))) {
      const objects = unpackObjectStream(file.subarray(start, end), dictionary);
      unpacked.push(objects);
      budget -= objects.length;
    }
    at = end;
  }
  const text = [...parts, ...unpacked].join('\n');
  return { text, openStream, objects: splitObjects(text) };
}

function splitObjects(text: string): Map<number, string> {
  const [, ...pieces] = text.split(/(\d{1,10})\s{1,4}\d{1,5}\s{1,4}obj\b/);
  const objects = new Map<number, string>();
  for (let i = 0; i + 1 < pieces.length; i += 2) objects.set(Number(pieces[i]), pieces[i + 1]!);
  return objects;
}

/** Behind the line end after the next `stream` keyword. */
function findStream(file: Buffer, from: number): number | null {
  for (let at = file.indexOf('stream', from); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file[at - 1] === 0x64) continue;
    if (file[at + 6] === 0x0a) return at + 7;
    if (file[at + 6] === 0x0d) return file[at + 7] === 0x0a ? at + 8 : at + 7;
  }
  return null;
}

/** Objects of an object stream (ISO 32000-1, 7.5.7) written out as if they stood in the file; empty if unreadable. */
function unpackObjectStream(data: Buffer, dictionary: string): string {
  const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1]);
  if (!Number.isInteger(first)) return '';
  try {
    const text = inflateSync(data, { maxOutputLength: MAX_OBJECT_STREAM_BYTES }).toString('latin1');
    const header = text.slice(0, first).trim().split(/\s+/).map(Number);
    const objects: string[] = [];
    for (let i = 0; i + 1 < header.length; i += 2) {
      const end = header[i + 3];
      objects.push(
        `${header[i]} 0 obj ${text.slice(first + header[i + 1]!, end === undefined ? undefined : first + end)}`,
      );
    }
    return objects.join('\n');
  } catch {
    return '';
  }
}

/** `/J#53` is `/JS` (ISO 32000-1, 7.3.5). */
function unescapeNames(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function hasForeignTail(tail: Buffer): boolean {
  let foreign = 0;
  for (const byte of tail) {
    if (byte > 0x20 && ++foreign > SMALL_TAIL_BYTES) return true;
  }
  return false;
}
