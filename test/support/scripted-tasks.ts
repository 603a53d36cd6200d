/** Tasks that read what a test wrote instead of a scan: a "scan" is JSON with the text of each page. */
import sharp from 'sharp';
import type { QuarterTurn } from '../../shared/domain/geometry.ts';
import type { PageId } from '../../shared/domain/ids.ts';
import { type PageText, turnedFrame } from '../../shared/domain/page-text.ts';
import { DigitizationError } from '../../shared/errors/digitization-error.ts';
import { decodeJson, encodeJson } from '../../shared/pipeline/json-bytes.ts';
import { pictureKeyOf } from '../../shared/pipeline/object-keys.ts';
import { keepReading } from '../../shared/pipeline/reading/keep-reading.ts';
import { createTaskHandlers, type Tasks } from '../../shared/pipeline/tasks.ts';
import type { ObjectStore } from '../../shared/ports/object-store.ts';
import type { TaskHandlers } from '../../shared/ports/task-runner.ts';
import { readMarkFont } from './mark-font.ts';
import { sampleLine } from './sample-paper.ts';

export interface ScriptedScan {
  /** One entry a page: its lines. */
  readonly pages: readonly string[];
}

export function scriptedScan(...pages: string[]): Uint8Array {
  return encodeJson({ pages } satisfies ScriptedScan);
}

/** Used up in order of reading. */
export interface ScriptedFaults {
  readonly read?: DigitizationError[];
  /** Readings that run into the engine's limit. */
  timeOuts?: number;
}

const SIZE = { widthPx: 827, heightPx: 1170, dpi: 100 };

/** Reading goes wrong as often as `faults` says, first come first hit; the files are really made. */
export function scriptedTasks(store: ObjectStore, faults: ScriptedFaults = {}): TaskHandlers<Tasks> {
  const real = createTaskHandlers({
    store,
    engine: () => Promise.reject(new Error('no engine here')),
    markFont: readMarkFont,
  });
  return {
    async 'explode-scan'({ objectKey, batchId, scanId }) {
      const { pages } = decodeJson<ScriptedScan>(await store.get(objectKey));
      if (pages.length === 0) throw new DigitizationError('scan-no-pages');
      const picture = await drawPicture();
      const exploded = [];
      for (const [index, text] of pages.entries()) {
        const pageId = `${scanId}.p${index + 1}` as PageId;
        const objectKey = pictureKeyOf({ batchId, pageId });
        await store.put(objectKey, picture);
        await store.put(`${objectKey}.script`, encodeJson(text));
        exploded.push({
          pageId,
          pageNumber: index + 1,
          bornDigital: false,
          image: { objectKey, mediaType: 'image/jpeg' as const, ...SIZE },
          quality: {
            effectiveDpi: 200,
            blank: text === '',
            blurry: false,
            dark: false,
            cutOff: false,
            colour: true,
            figures: {},
            fingerprint: fingerprintOf(text),
          },
        });
      }
      return { mediaType: 'image/jpeg', signed: false, warnings: [], pages: exploded };
    },
    async 'read-page'({ imageKey, textKey, rotationDeg }) {
      const fault = faults.read?.shift();
      if (fault) throw fault;
      const timedOut = (faults.timeOuts ?? 0) > 0;
      if (timedOut) faults.timeOuts!--;
      const script = decodeJson<string>(await store.get(`${imageKey}.script`));
      return keepReading(store, textKey, { ...textOf(script, rotationDeg ?? 0), timedOut });
    },
    'assemble-file': real['assemble-file'],
  };
}

function drawPicture(): Promise<Uint8Array> {
  const { widthPx: width, heightPx: height } = SIZE;
  return sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
    .jpeg()
    .toBuffer();
}

function textOf(script: string, rotationDeg: QuarterTurn): PageText {
  const rows = script.split('\n').filter((row) => row !== '');
  return {
    source: 'ocr',
    engine: { name: 'script', version: '1', model: 'vie' },
    preparation: [],
    rotationDeg,
    skewDeg: 0,
    frame: { ...turnedFrame(SIZE, rotationDeg), dpi: SIZE.dpi },
    lines: rows.map((row, index) => sampleLine(80, 60 + index * 40, row)),
    codes: [],
    timedOut: false,
  };
}

/** Different texts look different. */
function fingerprintOf(text: string): string {
  let state = 2_166_136_261;
  let hex = '';
  for (let round = 0; hex.length < 64; round++) {
    for (const letter of `${round}${text}`)
      state = Math.imul(state ^ letter.codePointAt(0)!, 16_777_619) >>> 0;
    hex += state.toString(16).padStart(8, '0');
  }
  return hex;
}
