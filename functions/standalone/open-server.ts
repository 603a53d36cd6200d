/** The door of one machine: plain HTTP on loopback or behind a proxy, HTTPS where a certificate is set. */
import { readFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import type { Settings } from '../../shared/config/settings.ts';
import { DigitizationError } from '../../shared/errors/digitization-error.ts';

export interface OpenServer {
  readonly url: string;
  readonly port: number;
  close(): void;
}

type Fetch = (request: Request, env: object) => Response | Promise<Response>;

/** Throws `settings-invalid` when the certificate or its key cannot be used. */
export async function openServer(fetch: Fetch, settings: Settings): Promise<OpenServer> {
  const tls = readCertificate(settings);
  const { server, port } = await listen(fetch, settings, tls);
  const host = settings.host === '127.0.0.1' ? 'localhost' : settings.host;
  return {
    url: `${tls ? 'https' : 'http'}://${host}:${port}`,
    port,
    close: () => void server.close(),
  };
}

interface Certificate {
  readonly cert: Buffer;
  readonly key: Buffer;
}

function readCertificate({ tlsCertificate, tlsKey }: Settings): Certificate | null {
  if (tlsCertificate === '' && tlsKey === '') return null;
  return { cert: readPem('TLS_CERT', tlsCertificate), key: readPem('TLS_KEY', tlsKey) };
}

function readPem(variable: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new DigitizationError('settings-invalid', { variable, expected: 'a readable PEM file' }, { cause });
  }
}

function listen(
  fetch: Fetch,
  { host, port }: Settings,
  tls: Certificate | null,
): Promise<{ server: ServerType; port: number }> {
  return new Promise((resolve, reject) => {
    try {
      const encryption = tls
        ? { createServer: createTlsServer, serverOptions: { ...tls, minVersion: 'TLSv1.2' as const } }
        : {};
      const server = serve({ fetch, hostname: host, port, ...encryption }, (address: AddressInfo) =>
        resolve({ server, port: address.port }),
      );
      server.once('error', (cause) => reject(explainListening(cause, { host, port })));
    } catch (cause) {
      reject(
        new DigitizationError(
          'settings-invalid',
          { variable: 'TLS_CERT', expected: 'a certificate and its key' },
          { cause },
        ),
      );
    }
  });
}

/** The port is another program's more often than not. */
function explainListening(cause: Error, { host, port }: Pick<Settings, 'host' | 'port'>): unknown {
  const code = 'code' in cause ? String(cause.code) : '';
  const isAbout = (variable: string, expected: string, value: string | number) =>
    new DigitizationError('settings-invalid', { variable, expected, value }, { cause });
  if (code === 'EADDRINUSE') return isAbout('PORT', 'a port that no other program uses', port);
  if (code === 'EACCES') return isAbout('PORT', 'a port that this user may open', port);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return isAbout('HOST', 'an address of this machine', host);
  return cause;
}
