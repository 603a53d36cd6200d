/** Starts what this machine has of servers that speak AWS's protocols, and says loudly what it lacks. */
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFauxqs } from 'fauxqs';
import type { TestProject } from 'vitest/node';
import { CEPH_PACKAGES, type CephServer, hasCeph, startCeph } from '../support/aws/ceph-server.ts';
import { hasMoto, type MotoServer, startMoto } from '../support/aws/moto-server.ts';
import { synthesize, type Template } from '../support/aws/synthesized-templates.ts';

export interface Peers {
  /** S3: Ceph RGW. */
  readonly ceph: Omit<CephServer, 'stop'> | null;
  /** SQS, DynamoDB, EventBridge, Cognito: moto. */
  readonly moto: Omit<MotoServer, 'stop'> | null;
  /** Where SQS is: moto, or fauxqs of npm, which every machine has. */
  readonly sqs: string;
  /** Of the example province, by stack name. */
  readonly templates: Readonly<Record<string, Template>>;
}

declare module 'vitest' {
  interface ProvidedContext {
    peers: Peers;
  }
}

export default async function startPeers(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'bcci-aws-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const [ceph, moto, templates] = await Promise.all([
    hasCeph() ? startCeph(folder) : null,
    hasMoto() ? startMoto(folder) : null,
    synthesize(folder),
  ]);
  const fauxqs = moto ? null : await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  if (!ceph) shout(`S3: no Ceph here (Debian: ${CEPH_PACKAGES}); its tests are skipped.`);
  if (!moto)
    shout('DynamoDB, EventBridge, Cognito: no moto_server here; their tests are skipped. SQS: on fauxqs.');
  project.provide('peers', {
    ceph: ceph && {
      endpoint: ceph.endpoint,
      accessKeyId: ceph.accessKeyId,
      secretAccessKey: ceph.secretAccessKey,
    },
    moto: moto && { endpoint: moto.endpoint, processes: moto.processes },
    sqs: moto?.endpoint ?? fauxqs!.address,
    templates,
  });
  return async () => {
    await Promise.all([ceph?.stop(), moto?.stop(), fauxqs?.stop()]);
  };
}

function shout(line: string): void {
  console.warn(`NOT RUN HERE: ${line}`);
}
