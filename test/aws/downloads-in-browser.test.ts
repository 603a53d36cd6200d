/** PDF.js in a real browser, under the headers of the console's front: a large file is read at the store, part by part. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../functions/api/app.ts';
import { PEOPLE } from '../support/api-desk.ts';
import { chromiumPath, openWindow } from '../support/browser.ts';
import { synthesizeProvince } from '../support/synthesized-province.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { openLargeFileDesk, setCors } from './large-file-desk.ts';
import { s3Config, withCeph } from './peers.ts';

const PAGES = 16;
/** The console's own, so that a part is what it asks for. */
const CHUNK_BYTES = 262_144;
const pdfjs = createRequire(import.meta.url).resolve('pdfjs-dist/build/pdf.mjs');

/** As heavy as scans. */
async function makeHeavyPdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  const noise = { type: 'gaussian', mean: 200, sigma: 60 } as const;
  const create = { width: 900, height: 900, channels: 3, background: 'white', noise } as const;
  for (let number = 1; number <= PAGES; number++) {
    const picture = await document.embedJpg(await sharp({ create }).jpeg({ quality: 90 }).toBuffer());
    const page = document.addPage([595, 842]);
    page.drawText(`Trang ${number}`, { x: 80, y: 780 });
    page.drawImage(picture, { x: 80, y: 60, width: 400, height: 400 });
  }
  // Plain objects: the last pages are told of at the end of the file, as in ours.
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

/** The policy of the front's template, S3's address being the store's here. */
function policyOfFront(): string {
  const [front] = synthesizeProvince().ofType('Console', 'AWS::CloudFront::ResponseHeadersPolicy');
  const written = JSON.stringify(front![1].Properties).replaceAll(
    '",{"Ref":"AWS::URLSuffix"},"',
    'amazonaws.com',
  );
  const [policy] = /default-src 'none'.*form-action 'none'/.exec(written)!;
  const told = policy.replace(/https:\/\/\*\.s3\.[^ ]*/, s3Config().endpoint);
  if (told === policy) throw new Error('the front names no S3');
  return told;
}

const READ = `
import * as pdfjs from '/pdf.mjs';
pdfjs.GlobalWorkerOptions.workerSrc = '/pdf.worker.mjs';
globalThis.read = async (url) => {
  const asked = { url, disableAutoFetch: true, disableStream: true, rangeChunkSize: ${CHUNK_BYTES} };
  const pdf = await pdfjs.getDocument(asked).promise;
  const { items } = await (await pdf.getPage(9)).getTextContent();
  return { pages: pdf.numPages, text: items.map(({ str }) => str).join('') };
};
`;

async function serveConsole(desk: Awaited<ReturnType<typeof openLargeFileDesk>>): Promise<string> {
  const files: Record<string, { type: string; body: string }> = {
    '/': { type: 'text/html', body: '<script type="module" src="/read.mjs"></script>' },
    '/read.mjs': { type: 'text/javascript', body: READ },
    '/pdf.mjs': { type: 'text/javascript', body: await readFile(pdfjs, 'utf8') },
    '/pdf.worker.mjs': {
      type: 'text/javascript',
      body: await readFile(pdfjs.replace('pdf.mjs', 'pdf.worker.mjs'), 'utf8'),
    },
  };
  const headers = { 'content-security-policy': policyOfFront(), 'referrer-policy': 'no-referrer' };
  const app = createApp(desk.office);
  const fetch = (request: Request) => {
    const file = files[new URL(request.url).pathname];
    if (!file) return app.fetch(request);
    return new Response(file.body, { headers: { ...headers, 'content-type': file.type } });
  };
  const server = serve({ fetch, hostname: '127.0.0.1', port: 0 });
  if (!server.listening) await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

withCeph('a large file in a browser', () => {
  describe.skipIf(chromiumPath === null)('with PDF.js', () => {
    it('is read at the store in parts, as the front’s policy and the bucket’s rules let it', async () => {
      const large = await makeHeavyPdf();
      const desk = await openLargeFileDesk(large);
      expect(large.length).toBeGreaterThan(4_000_000);
      const console = await serveConsole(desk);
      await setCors(desk.bucket, console);
      const { context, page, complaints } = await openWindow(await makeTemporaryFolder());
      onTestFinished(() => context.close());
      await context.addCookies([{ name: 'session', value: PEOPLE.officer.id, url: console }]);
      const answered: number[] = [];
      page.on('response', (response) => {
        if (response.url().startsWith(s3Config().endpoint)) answered.push(response.status());
      });
      await page.goto(console);
      await page.waitForFunction('globalThis.read');
      const read = await page.evaluate(`globalThis.read(${JSON.stringify(desk.path)})`);
      expect(read).toEqual({ pages: PAGES, text: 'Trang 9' });
      expect(complaints).toEqual([]);
      const parts = answered.filter((status) => status === 206).length;
      expect(parts).toBeGreaterThan(0);
      expect(parts * CHUNK_BYTES).toBeLessThan(large.length / 2);
    });
  });
});
