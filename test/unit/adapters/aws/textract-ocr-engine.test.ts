import sharp from 'sharp';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createTextractOcrEngine } from '../../../../shared/adapters/aws/textract-ocr-engine.ts';
import type { Box } from '../../../../shared/domain/geometry.ts';
import { blankGrey } from '../../../../shared/imaging/picture.ts';
import type { OcrRequest } from '../../../../shared/ports/ocr-engine.ts';
import { blocksOf, refuse, startTextract, type TextractReply } from '../../../support/loopback-textract.ts';

const WIDTH_PX = 800;
const HEIGHT_PX = 1000;

const page: OcrRequest = {
  picture: blankGrey(WIDTH_PX, HEIGHT_PX),
  dpi: 100,
  layout: 'page',
  timeoutMs: 5_000,
};

const twoLines = blocksOf([
  [
    { text: 'RECEIPT', box: [0.5, 0.1, 0.25, 0.02], confidence: 99.8 },
    { text: 'No.', box: [0.8, 0.1, 0.1, 0.02], confidence: 71.25 },
  ],
  [{ text: '096/2026', box: [0.1, 0.3, 0.2, 0.02] }],
]);

function answerWith(blocks: unknown): TextractReply {
  const body = { Blocks: blocks, DetectDocumentTextModelVersion: '1.0', DocumentMetadata: { Pages: 1 } };
  return { status: 200, body };
}

async function openEngine(reply: () => TextractReply) {
  const { asked, config } = await startTextract(reply);
  const engine = createTextractOcrEngine(config);
  onTestFinished(() => engine.close());
  return { asked, engine };
}

describe('the Textract engine', () => {
  it('gives lines in order, words by their relation, boxes in pixels, confidence as told', async () => {
    const { engine } = await openEngine(() => answerWith(twoLines));
    const { lines, timedOut } = await engine.recognize(page);
    expect(timedOut).toBe(false);
    expect(lines.map((line) => line.words.map((word) => word.text))).toEqual([
      ['RECEIPT', 'No.'],
      ['096/2026'],
    ]);
    expectBox(lines[0]!.words[0]!.box, { x: 400, y: 100, width: 200, height: 20 });
    expect(lines[0]!.words[1]!.confidence).toBe(71.25);
    expectBox(lines[0]!.box, { x: 400, y: 100, width: 320, height: 20 });
  });

  it('sends the picture as it is, as one grey PNG', async () => {
    const { asked, engine } = await openEngine(() => answerWith(twoLines));
    const picture = blankGrey(30, 20);
    picture.data[7] = 123;
    await engine.recognize({ ...page, picture });
    expect(asked.map(({ target }) => target)).toEqual(['Textract.DetectDocumentText']);
    const png = sharp(sentBytes(asked[0]!.body));
    const grey = { format: 'png', width: 30, height: 20, channels: 1, depth: 'uchar' };
    expect(await png.metadata()).toMatchObject(grey);
    expect((await png.toColourspace('b-w').raw().toBuffer()).equals(picture.data)).toBe(true);
  });

  it('shrinks a picture whose side is too long, and measures boxes in the picture it was given', async () => {
    const { asked, engine } = await openEngine(() => answerWith(twoLines));
    const { lines } = await engine.recognize({ ...page, picture: blankGrey(20_000, 100) });
    expect(await sharp(sentBytes(asked[0]!.body)).metadata()).toMatchObject({ width: 10_000, height: 50 });
    expectBox(lines[0]!.words[0]!.box, { x: 10_000, y: 10, width: 5_000, height: 2 });
  });

  it('shrinks a picture that would be over ten megabytes', async () => {
    const { asked, engine } = await openEngine(() => answerWith([]));
    await engine.recognize({ ...page, picture: noise(4_000, 2_700), timeoutMs: 30_000 });
    const png = sentBytes(asked[0]!.body);
    expect(png.length).toBeLessThanOrEqual(10_000_000);
    expect((await sharp(png).metadata()).width).toBeGreaterThan(3_700);
  });

  it('finds nothing on an empty page', async () => {
    const { engine } = await openEngine(() => answerWith(blocksOf([])));
    expect(await engine.recognize(page)).toEqual({ lines: [], timedOut: false });
  });

  it('answers only characters of the alphabet', async () => {
    const { engine } = await openEngine(() => answerWith(twoLines));
    const { lines } = await engine.recognize({ ...page, alphabet: '0123456789' });
    expect(lines.map((line) => line.words.map((word) => word.text))).toEqual([['0962026']]);
  });

  it.each([
    ['ThrottlingException', 400],
    ['ProvisionedThroughputExceededException', 400],
    ['LimitExceededException', 400],
    ['InternalServerError', 500],
    ['AccessDeniedException', 400],
  ])('asks once at %s and says that the engine is unavailable', async (awsError, httpStatus) => {
    const { asked, engine } = await openEngine(() => refuse(awsError, httpStatus));
    await expect(engine.recognize(page)).rejects.toMatchObject({
      code: 'engine-unavailable',
      kind: 'unavailable',
      detail: { engine: 'textract', awsError, httpStatus, requestId: 'a6f1c1c2-0001' },
    });
    expect(asked).toHaveLength(1);
  });

  it('leaves asking again to its caller, who may succeed', async () => {
    const replies = [refuse('ThrottlingException'), answerWith(twoLines)];
    const { engine } = await openEngine(() => replies.shift()!);
    await expect(engine.recognize(page)).rejects.toMatchObject({ kind: 'unavailable' });
    expect((await engine.recognize(page)).lines).toHaveLength(2);
  });

  it.each([
    'InvalidParameterException',
    'UnsupportedDocumentException',
    'BadDocumentException',
    'DocumentTooLargeException',
  ])('calls the page unreadable at %s', async (awsError) => {
    const { engine } = await openEngine(() => refuse(awsError));
    await expect(engine.recognize(page)).rejects.toMatchObject({
      code: 'page-unreadable',
      detail: { awsError },
    });
  });

  it.each<[string, TextractReply]>([
    ['a gateway that answers in HTML', (response) => response.writeHead(502).end('<html>Bad gateway</html>')],
    ['half an answer', (response) => response.writeHead(200).end('{"Blocks":[{"BlockTy')],
    ['a broken connection', (response) => response.destroy()],
    ['a line without its words', answerWith(twoLines.filter(({ Id }) => Id !== 'p1-word0.1'))],
  ])('takes %s for an engine that is unavailable', async (_, reply) => {
    const { engine } = await openEngine(() => reply);
    await expect(engine.recognize(page)).rejects.toMatchObject({ code: 'engine-unavailable' });
  });

  it('repeats nothing of the service’s own message, which may quote', async () => {
    const { engine } = await openEngine(() => refuse('AccessDeniedException'));
    await expect(engine.recognize(page)).rejects.not.toThrow('Nguyễn');
  });

  it.each<[string, TextractReply]>([
    ['no answer', () => {}],
    ['an answer that stops half way', (response) => response.writeHead(200).write('{"Blocks":')],
  ])('says that time ran out on %s', async (_, reply) => {
    const { engine } = await openEngine(() => reply);
    const start = performance.now();
    expect(await engine.recognize({ ...page, timeoutMs: 150.5 })).toEqual({ lines: [], timedOut: true });
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('keeps to the time while its credentials are looked for', async () => {
    const { config } = await startTextract(() => answerWith(twoLines));
    const engine = createTextractOcrEngine({ ...config, credentials: () => new Promise(() => {}) });
    expect((await engine.recognize({ ...page, timeoutMs: 100 })).timedOut).toBe(true);
  });
});

function sentBytes(body: Readonly<Record<string, unknown>>): Buffer {
  return Buffer.from((body.Document as { Bytes: string }).Bytes, 'base64');
}

function expectBox(box: Box, expected: Box): void {
  for (const side of ['x', 'y', 'width', 'height'] as const) expect(box[side]).toBeCloseTo(expected[side]);
}

/** No PNG makes it smaller. */
function noise(widthPx: number, heightPx: number) {
  const picture = blankGrey(widthPx, heightPx);
  let state = 1;
  for (let i = 0; i < picture.data.length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    picture.data[i] = state >>> 24;
  }
  return picture;
}
