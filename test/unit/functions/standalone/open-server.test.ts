/** HTTPS with a real certificate, and a clear refusal of one that cannot be used. */
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../../../functions/api/app.ts';
import { openServer } from '../../../../functions/standalone/open-server.ts';
import { consoleServer } from '../../../../functions/standalone/serve-console.ts';
import { loadSettings } from '../../../../shared/config/load-settings.ts';
import { openApiDesk } from '../../../support/api-desk.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

function hasOpenssl(): boolean {
  try {
    execFileSync('openssl', ['version']);
    return true;
  } catch {
    return false;
  }
}

async function makeCertificate(): Promise<{ tlsCertificate: string; tlsKey: string }> {
  const folder = await makeTemporaryFolder();
  const tlsCertificate = join(folder, 'cert.pem');
  const tlsKey = join(folder, 'key.pem');
  const subject = [
    '-subj',
    '/CN=localhost',
    '-addext',
    'subjectAltName=DNS:localhost',
    '-days',
    '2',
    '-nodes',
  ];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-keyout', tlsKey];
  execFileSync('openssl', ['req', '-x509', ...key, '-out', tlsCertificate, ...subject], { stdio: 'ignore' });
  return { tlsCertificate, tlsKey };
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
}

function ask(url: string, ca: Buffer, method: string, path: string, body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      `${url}${path}`,
      { ca, method, headers: { 'x-requested-with': 'console' } },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers }));
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

describe('the server of one machine', () => {
  it.skipIf(!hasOpenssl())(
    'speaks TLS: cookies for this host only, and the browser told to stay with it',
    async () => {
      const certificate = await makeCertificate();
      const settings = loadSettings({ PORT: '0' }, certificate);
      const { office } = await openApiDesk();
      const server = await openServer(createApp({ ...office, settings }).fetch, settings);
      onTestFinished(() => server.close());
      const ca = await readFile(certificate.tlsCertificate);
      expect(server.url).toMatch(/^https:\/\/localhost:\d+$/);
      const health = await ask(server.url, ca, 'GET', '/health');
      expect(health).toMatchObject({
        status: 200,
        headers: { 'strict-transport-security': 'max-age=31536000' },
      });
      const session = await ask(server.url, ca, 'POST', '/api/session', '{"user":"hoa","password":"x"}');
      expect(session.headers['set-cookie']![0]).toMatch(
        /^__Host-session=.*Path=\/; HttpOnly; Secure; SameSite=Strict/,
      );
    },
  );

  it('says which setting to change when another program has its port', async () => {
    const app = createApp((await openApiDesk()).office);
    const first = await openServer(app.fetch, loadSettings({ PORT: '0' }));
    onTestFinished(() => first.close());
    await expect(openServer(app.fetch, loadSettings({ PORT: String(first.port) }))).rejects.toMatchObject({
      code: 'settings-invalid',
      detail: { variable: 'PORT', value: first.port },
    });
  });

  it('refuses a certificate that is not there or is none, by the name of its setting', async () => {
    const app = createApp((await openApiDesk()).office);
    const missing = loadSettings({ PORT: '0', TLS_CERT: '/nowhere/cert.pem', TLS_KEY: '/nowhere/key.pem' });
    await expect(openServer(app.fetch, missing)).rejects.toMatchObject({
      code: 'settings-invalid',
      detail: { variable: 'TLS_CERT' },
    });
    const folder = await makeTemporaryFolder();
    const paths = { TLS_CERT: join(folder, 'c.pem'), TLS_KEY: join(folder, 'k.pem') };
    for (const path of Object.values(paths)) await writeFile(path, 'no certificate');
    await expect(openServer(app.fetch, loadSettings({ PORT: '0', ...paths }))).rejects.toMatchObject({
      code: 'settings-invalid',
    });
  });
});

describe('the web app’s files', () => {
  async function serve(path: string): Promise<Response> {
    const outside = await makeTemporaryFolder();
    const folder = join(outside, 'dist');
    await mkdir(folder);
    await writeFile(join(folder, 'index.html'), '<title>bàn quét</title>');
    await writeFile(join(folder, 'icon.svg'), '<svg/>');
    await writeFile(join(outside, 'secret.json'), 'bí mật');
    return consoleServer(folder)(new Request(`http://localhost${path}`));
  }

  it('come by their names, the first page for every address of the app', async () => {
    for (const path of ['/', '/desk', '/dossiers/H12.09-261102-0001']) {
      expect(await (await serve(path)).text()).toContain('bàn quét');
    }
    expect((await serve('/icon.svg')).headers.get('content-type')).toBe('image/svg+xml');
    expect((await serve('/assets/none.js')).status).toBe(404);
  });

  it('never come from outside of their folder', async () => {
    for (const path of ['/..%2fsecret.json', '/%2e%2e/secret.json', '/..%5csecret.json', '/%00', '/%']) {
      expect([path, await (await serve(path)).text()]).not.toEqual([path, 'bí mật']);
    }
  });
});
