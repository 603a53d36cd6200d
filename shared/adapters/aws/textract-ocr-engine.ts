/** Reads pages with Amazon Textract, one request a page; it reads no Vietnamese and may only serve beside an engine that does. */
import {
  DetectDocumentTextCommand,
  TextractClient,
  type TextractClientConfig,
} from '@aws-sdk/client-textract';
import { scaling } from '../../domain/geometry.ts';
import type { Line } from '../../domain/page-text.ts';
import { lineOfWords } from '../../domain/reading/line-segments.ts';
import { mapLines } from '../../domain/reading/reading-order.ts';
import type { OcrEngine, OcrRequest, OcrResult } from '../../ports/ocr-engine.ts';
import { readDetectedText } from './textract-blocks.ts';
import { textractCapability } from './textract-capability.ts';
import { explainTextractFailure } from './textract-failure.ts';
import { packForTextract } from './textract-picture.ts';

/** Region and credentials come from where AWS's client finds them, unless given. */
export function createTextractOcrEngine(config: TextractClientConfig = {}): OcrEngine {
  // The queue asks again: retries here would hide a throttle and eat the page's time.
  const client = new TextractClient({ ...config, maxAttempts: 1 });
  return {
    ...textractCapability,
    recognize: (request) => recognize(client, request),
    close: async () => client.destroy(),
  };
}

/** Textract takes neither resolution nor layout; the alphabet is kept to afterwards. */
async function recognize(client: TextractClient, request: OcrRequest): Promise<OcrResult> {
  const { picture, alphabet } = request;
  const signal = AbortSignal.timeout(Math.ceil(request.timeoutMs));
  const png = await packForTextract(picture);
  const response = await detect(client, png, signal);
  if (!response) return { lines: [], timedOut: true };
  const { pages } = await readDetectedText([response]);
  const lines = mapLines(pages.get(1) ?? [], scaling(picture.widthPx, picture.heightPx));
  return { lines: alphabet ? keepAlphabet(lines, alphabet) : lines, timedOut: false };
}

/** Null when the time ran out first. */
async function detect(client: TextractClient, png: Uint8Array, signal: AbortSignal) {
  try {
    const command = new DetectDocumentTextCommand({ Document: { Bytes: png } });
    // The client heeds the signal while it talks to Textract, not while it looks for credentials.
    return await Promise.race([client.send(command, { abortSignal: signal }), rejectOnAbort(signal)]);
  } catch (error) {
    if (signal.aborted) return null;
    throw explainTextractFailure(error);
  }
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function keepAlphabet(lines: readonly Line[], alphabet: string): Line[] {
  const allowed = new Set(alphabet);
  return lines.flatMap((line) => {
    const words = line.words
      .map((word) => ({ ...word, text: [...word.text].filter((letter) => allowed.has(letter)).join('') }))
      .filter((word) => word.text !== '');
    return words.length > 0 ? [lineOfWords(words)] : [];
  });
}
