/** The server as a person starts it: a folder dropped into the inbox comes out as files to open. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { drawTypedPage } from '../support/typed-page.ts';

const CODE = 'H12.09-260102-0007';

async function startServer(root: string): Promise<{ url: string; stop: () => Promise<number | null> }> {
  const child = spawn(process.execPath, ['functions/standalone/main.ts'], {
    env: {
      ...process.env,
      PORT: '0',
      DATA_FOLDER: join(root, 'data'),
      INBOX_FOLDER: join(root, 'inbox'),
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await Promise.race([
    once(createInterface({ input: child.stdout })),
    ended.then(() => Promise.reject(new Error('the server ended at once'))),
  ]);
  const stop = async () => {
    child.kill('SIGTERM');
    return ended;
  };
  return { url: /http\S+/.exec(line)![0], stop };
}

function once(lines: ReturnType<typeof createInterface>): Promise<[string]> {
  return new Promise((resolve) => lines.once('line', (line) => resolve([line])));
}

async function dropDossier(inbox: string): Promise<void> {
  const draft = join(inbox, '.draft');
  await mkdir(draft, { recursive: true });
  const page = await drawTypedPage(['TO KHAI DANG KY KHAI SINH', 'Ho va ten: LE THI MAU']);
  await writeFile(join(draft, 'a <b>.png'), page);
  const expectedDocuments = [{ type: 'GIAY_CHUNG_SINH', name: 'Giấy chứng sinh <1>', required: true }];
  await writeFile(
    join(draft, 'manifest.json'),
    JSON.stringify({ dossierCode: CODE, procedureCode: '1.001193', expectedDocuments, files: ['a <b>.png'] }),
  );
  await rename(draft, join(inbox, CODE));
}

describe('the server on one machine', () => {
  it('digitizes what lies in the inbox and shows it', { timeout: 60_000 }, async () => {
    const root = await makeTemporaryFolder();
    const { url, stop } = await startServer(root);
    expect(await (await fetch(url)).text()).toContain('Chưa có hồ sơ nào');
    await dropDossier(join(root, 'inbox'));

    let report: Record<string, unknown> & { documents: { fileId: string; sha256: string }[] };
    for (;;) {
      const answer = await fetch(`${url}/api/dossiers/${CODE}`);
      report = (await answer.json()) as typeof report;
      if (answer.status === 200 && report.attachments) break;
      await sleep(200);
    }
    expect(report).toMatchObject({
      state: 'digitized',
      verdict: 'needs-review',
      missing: [{ docType: 'GIAY_CHUNG_SINH' }],
    });

    const [document] = report.documents;
    const file = await fetch(`${url}/files/${document!.fileId}`);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(
      createHash('sha256')
        .update(await file.bytes())
        .digest('hex'),
    ).toBe(document!.sha256);

    const page = await fetch(`${url}/dossiers/${CODE}`);
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).toContain(`/files/${document!.fileId}`);
    expect(html).toContain('Giấy chứng sinh &lt;1&gt;');
    expect(html).toContain('dossier-digitized v1');
    const thumbnail = /src="(\/pages\/[^"]+)"/.exec(html)![1]!;
    expect((await fetch(url + thumbnail)).headers.get('content-type')).toBe('image/jpeg');

    const events = (await (await fetch(`${url}/api/events?dossierCode=${CODE}`)).json()) as {
      eventType: string;
    }[];
    expect(events.map((event) => event.eventType)).toContain('files-attached');
    expect((await fetch(`${url}/files/..%2f..%2fetc`)).status).toBe(404);
    expect((await fetch(`${url}/api/dossiers/none`)).status).toBe(404);
    expect(await stop()).toBe(0);
  });
});
