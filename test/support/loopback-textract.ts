/** Amazon Textract's JSON protocol on the loopback: replays answers that a test wrote and remembers what was asked. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { TextractClientConfig } from '@aws-sdk/client-textract';
import { onTestFinished } from 'vitest';

export interface AskedOfTextract {
  /** E.g. `Textract.DetectDocumentText`. */
  readonly target: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** An answer of the service, or a misbehaviour of the line. */
export type TextractReply =
  | { readonly status: number; readonly body: unknown }
  | ((response: ServerResponse) => void);

export async function startTextract(reply: (asked: AskedOfTextract) => TextractReply) {
  const asked: AskedOfTextract[] = [];
  const server = createServer((request, response) => {
    // A client whose time is over may leave in the middle of its question.
    take(request, response).catch(() => response.destroy());
  });
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const question = {
      target: String(request.headers['x-amz-target']),
      body: JSON.parse(await text(request)),
    };
    asked.push(question);
    const answer = reply(question);
    if (typeof answer === 'function') return answer(response);
    response.writeHead(answer.status, {
      'content-type': 'application/x-amz-json-1.1',
      'x-amzn-requestid': 'a6f1c1c2-0001',
    });
    response.end(JSON.stringify(answer.body));
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const config: TextractClientConfig = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'none' },
  };
  return { asked, config };
}

/** How Textract refuses: its code in `__type`. */
export function refuse(code: string, status = 400): TextractReply {
  return { status, body: { __type: code, message: `Nguyễn Văn A: ${code}` } };
}

interface WordSketch {
  readonly text: string;
  /** Left, top, width, height in shares of the page's sides. */
  readonly box: readonly [number, number, number, number];
  readonly confidence?: number;
}

/** The blocks of one page as Textract lists them: the page, its lines, then the words of all lines. */
export function blocksOf(lines: readonly (readonly WordSketch[])[], page?: number) {
  const prefix = `p${page ?? 1}`;
  const own = page === undefined ? {} : { Page: page };
  const lineIds = lines.map((_, index) => `${prefix}-line${index}`);
  const wordIdsOf = (lineIndex: number) =>
    lines[lineIndex]!.map((_, index) => `${prefix}-word${lineIndex}.${index}`);
  return [
    { BlockType: 'PAGE', Id: prefix, Geometry: geometry([0, 0, 1, 1]), ...own, ...children(lineIds) },
    ...lines.map((words, index) => ({
      BlockType: 'LINE',
      Id: lineIds[index],
      Text: words.map(({ text }) => text).join(' '),
      Confidence: 99.1,
      Geometry: geometry(words[0]!.box),
      ...own,
      ...children(wordIdsOf(index)),
    })),
    ...lines.flatMap((words, lineIndex) =>
      words.map(({ text, box, confidence = 99.5 }, index) => ({
        BlockType: 'WORD',
        Id: wordIdsOf(lineIndex)[index],
        Text: text,
        TextType: 'PRINTED',
        Confidence: confidence,
        Geometry: geometry(box),
        ...own,
      })),
    ),
  ];
}

function children(ids: readonly string[]) {
  return ids.length > 0 ? { Relationships: [{ Type: 'CHILD', Ids: ids }] } : {};
}

function geometry([Left, Top, Width, Height]: readonly [number, number, number, number]) {
  const right = Left + Width;
  const bottom = Top + Height;
  return {
    BoundingBox: { Left, Top, Width, Height },
    Polygon: [
      { X: Left, Y: Top },
      { X: right, Y: Top },
      { X: right, Y: bottom },
      { X: Left, Y: bottom },
    ],
  };
}
