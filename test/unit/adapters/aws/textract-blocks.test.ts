import { GetDocumentTextDetectionCommand, TextractClient } from '@aws-sdk/client-textract';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readDetectedText } from '../../../../shared/adapters/aws/textract-blocks.ts';
import { plainText } from '../../../../shared/domain/page-text.ts';
import { blocksOf, startTextract } from '../../../support/loopback-textract.ts';

const word = (text: string) => ({ text, box: [0.1, 0.2, 0.3, 0.04] as const });

async function* askForJob(client: TextractClient) {
  let NextToken: string | undefined;
  do {
    const response = await client.send(new GetDocumentTextDetectionCommand({ JobId: 'job', NextToken }));
    yield response;
    ({ NextToken } = response);
  } while (NextToken);
}

async function readJob(answers: readonly object[]) {
  const { asked, config } = await startTextract(({ body }) => ({
    status: 200,
    body: answers[Number(body.NextToken ?? 0)],
  }));
  const client = new TextractClient({ ...config, maxAttempts: 1 });
  onTestFinished(() => client.destroy());
  const text = await readDetectedText(askForJob(client));
  return { asked, text };
}

describe('readDetectedText', () => {
  it('joins what several responses bring, also a line whose words come in the next', async () => {
    const first = blocksOf([[word('one'), word('two')]], 1);
    const second = blocksOf([[word('three')], [word('four')]], 2);
    const cut = first.length - 1;
    const { asked, text } = await readJob([
      { JobStatus: 'SUCCEEDED', Blocks: first.slice(0, cut), NextToken: '1' },
      { JobStatus: 'SUCCEEDED', Blocks: [...first.slice(cut), ...second.slice(0, 2)], NextToken: '2' },
      { JobStatus: 'SUCCEEDED', Blocks: second.slice(2) },
    ]);
    expect(asked).toHaveLength(3);
    expect([...text.pages].map(([number, lines]) => [number, plainText({ lines })])).toEqual([
      [1, 'one two'],
      [2, 'three\nfour'],
    ]);
    expect(text).toMatchObject({ isPartial: false, unreadPages: [] });
  });

  it('keeps what a partly successful job read and names the pages that it did not', async () => {
    const { text } = await readJob([
      {
        JobStatus: 'PARTIAL_SUCCESS',
        Blocks: [...blocksOf([[word('read')]], 1), ...blocksOf([], 3)],
        Warnings: [
          { ErrorCode: 'PAGE_SIZE_EXCEEDED', Pages: [4] },
          { ErrorCode: 'UNREADABLE_PAGE', Pages: [2, 4] },
        ],
      },
    ]);
    expect(text.isPartial).toBe(true);
    expect(text.unreadPages).toEqual([2, 4]);
    expect(plainText({ lines: text.pages.get(1)! })).toBe('read');
    expect(text.pages.get(3)).toEqual([]);
    expect(text.pages.has(2)).toBe(false);
  });

  it.each([
    ['FAILED', 'page-unreadable'],
    ['IN_PROGRESS', 'engine-unavailable'],
  ])('takes no text from a job that is %s', async (status, code) => {
    await expect(readJob([{ JobStatus: status, StatusMessage: 'INTERNAL' }])).rejects.toMatchObject({
      code,
      detail: { status },
    });
  });

  it('composes letters and keeps boxes and figures within their bounds', async () => {
    const sketch = {
      text: 'Nguye\u0302\u0303n ',
      box: [-0.01, 0.95, 0.5, 0.1] as const,
      confidence: 100.00001,
    };
    const { text } = await readJob([{ JobStatus: 'SUCCEEDED', Blocks: blocksOf([[sketch]]) }]);
    const [read] = text.pages.get(1)![0]!.words;
    expect(read).toMatchObject({ text: 'Nguyễn', confidence: 100, box: { x: 0, y: 0.95, width: 0.49 } });
    expect(read!.box.y + read!.box.height).toBe(1);
  });

  it('refuses a line whose words never come rather than losing them', async () => {
    const blocks = blocksOf([[word('one'), word('two')]]).slice(0, -1);
    await expect(readJob([{ JobStatus: 'SUCCEEDED', Blocks: blocks }])).rejects.toMatchObject({
      code: 'engine-unavailable',
      detail: { answer: 'incomplete' },
    });
  });
});
