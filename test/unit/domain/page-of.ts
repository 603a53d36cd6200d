/** Builds pages for tests of the domain: lines of print laid out as on A4 at 200 dpi, with codes and quality. */
import { IDENTITY } from '../../../shared/domain/geometry.ts';
import type { PageId, ScanId } from '../../../shared/domain/ids.ts';
import type { PageFacts, PageQuality } from '../../../shared/domain/page.ts';
import type { Line, ReadCode } from '../../../shared/domain/page-text.ts';

const WIDTH_PX = 1654;
const HEIGHT_PX = 2339;
const LINE_PX = 34;

interface PageOptions {
  readonly id?: string;
  readonly scan?: string;
  readonly codes?: readonly string[];
  readonly quality?: Partial<PageQuality>;
  readonly rotationDeg?: 0 | 90 | 180 | 270;
  readonly signed?: boolean;
  /** Print at the very foot, e.g. a page number. */
  readonly foot?: string;
}

let serial = 0;

/** One page; each line of `print` becomes a line, those in capitals larger, short ones centred. */
export function pageOf(print: string, options: PageOptions = {}): PageFacts {
  serial++;
  const lines = print
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text, index) => lineAt(text, 120 + index * 60));
  if (options.foot) lines.push(lineAt(options.foot, HEIGHT_PX - 90));
  return {
    pageId: (options.id ?? `page-${serial}`) as PageId,
    scanId: (options.scan ?? 'scan-1') as ScanId,
    signed: options.signed ?? false,
    parked: false,
    widthPx: WIDTH_PX,
    heightPx: HEIGHT_PX,
    quality: {
      effectiveDpi: 200,
      blank: false,
      blurry: false,
      dark: false,
      cutOff: false,
      colour: true,
      figures: {},
      fingerprint: ((serial * 0x9e3779b1) >>> 0).toString(16).padStart(8, '0').repeat(2),
      ...options.quality,
    },
    text: {
      source: 'ocr',
      engine: { name: 'test', version: '1', model: 'vie' },
      preparation: [],
      rotationDeg: options.rotationDeg ?? 0,
      skewDeg: 0,
      frame: { widthPx: WIDTH_PX, heightPx: HEIGHT_PX, dpi: 200, fromImage: IDENTITY },
      lines,
      codes: (options.codes ?? []).map(
        (value): ReadCode => ({ symbology: 'QRCode', value, box: { x: 0, y: 0, width: 1, height: 1 } }),
      ),
      timedOut: false,
    },
  };
}

export function unreadPage(options: PageOptions = {}): PageFacts {
  return { ...pageOf('', options), text: null };
}

export function parkedPage(options: PageOptions = {}): PageFacts {
  return { ...pageOf('', options), text: null, parked: true };
}

export function blankPage(options: PageOptions = {}): PageFacts {
  return pageOf('', { ...options, quality: { blank: true } });
}

function lineAt(text: string, y: number): Line {
  const widthPx = Math.min(WIDTH_PX - 240, text.length * 17);
  const isShort = widthPx < 0.6 * (WIDTH_PX - 240);
  const x = isShort && text === text.toUpperCase() ? (WIDTH_PX - widthPx) / 2 : 120;
  const box = { x, y, width: widthPx, height: LINE_PX };
  return { words: text.split(/\s+/).map((word) => ({ text: word, box, confidence: 95 })), box };
}
