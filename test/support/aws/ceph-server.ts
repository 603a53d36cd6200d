/** A whole Ceph of one node in memory, for its S3: a real peer that checks signatures, conditions and locks. */
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasTool } from '../tools.ts';
import { freePort, run, ServerProcess } from './server-process.ts';

const TOOLS = ['radosgw', 'radosgw-admin', 'ceph', 'ceph-mon', 'ceph-osd', 'ceph-authtool', 'monmaptool'];
const START_TIMEOUT_MS = 60_000;
const MEMORY_BYTES = 3 * 2 ** 30;

export interface CephServer {
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  stop(): Promise<void>;
}

export const CEPH_PACKAGES = 'radosgw ceph-mon ceph-osd';

export function hasCeph(): boolean {
  return TOOLS.every(hasTool);
}

/** Monitor, one store in memory, gateway; some 13 s, most of it the gateway's pools coming up. */
export async function startCeph(folder: string): Promise<CephServer> {
  const keys = { accessKeyId: 'contract', secretAccessKey: randomUUID() };
  const [monitorPort, gatewayPort] = [await freePort(), await freePort()];
  const [fsid, osdId] = [randomUUID(), randomUUID()];
  const conf = join(folder, 'ceph.conf');
  const keyring = join(folder, 'keyring');
  const monitorMap = join(folder, 'monmap');
  for (const part of ['mon', 'osd', 'run']) await mkdir(join(folder, part), { recursive: true });
  await writeFile(conf, configuration(folder, fsid, monitorPort, gatewayPort));

  await makeKey(keyring, 'mon.', ['mon', 'allow *'], '--create-keyring');
  await makeKey(keyring, 'client.admin', ['mon', 'allow *', 'osd', 'allow *', 'mgr', 'allow *']);
  await makeKey(keyring, 'osd.0', ['mon', 'allow profile osd', 'osd', 'allow *']);
  const monitorAt = `[v2:127.0.0.1:${monitorPort}]`;
  await run('monmaptool', ['--create', '--fsid', fsid, '--addv', 'a', monitorAt, monitorMap]);
  await run('ceph-mon', ['-c', conf, '-i', 'a', '--mkfs', '--monmap', monitorMap, '--keyring', keyring]);

  const servers: ServerProcess[] = [];
  const start = (command: string, args: string[]) => {
    const server = new ServerProcess(command, ['-c', conf, ...args, '-f'], join(folder, `${command}.log`));
    servers.push(server);
    return server;
  };
  const stop = async () => {
    for (const server of servers.reverse()) await server.stop();
  };
  const endpoint = `http://127.0.0.1:${gatewayPort}`;
  try {
    start('ceph-mon', ['-i', 'a']);
    await run('ceph', ['-c', conf, 'osd', 'new', osdId], { timeout: START_TIMEOUT_MS });
    await run('ceph-osd', ['-c', conf, '-i', '0', '--mkfs', '--osd-uuid', osdId]);
    start('ceph-osd', ['-i', '0']);
    const user = ['--uid', 'contract', '--display-name', 'contract'];
    const secrets = ['--access-key', keys.accessKeyId, '--secret-key', keys.secretAccessKey];
    await run('radosgw-admin', ['-c', conf, 'user', 'create', ...user, ...secrets], {
      timeout: START_TIMEOUT_MS,
    });
    await start('radosgw', ['-n', 'client.admin']).ready(endpoint, START_TIMEOUT_MS);
  } catch (error) {
    await stop();
    throw error;
  }
  return { endpoint, ...keys, stop };
}

async function makeKey(keyring: string, name: string, caps: string[], ...more: string[]): Promise<void> {
  const pairs = Array.from({ length: caps.length / 2 }, (_, index) => caps.slice(index * 2, index * 2 + 2));
  const allowed = pairs.flatMap((pair) => ['--cap', ...pair]);
  await run('ceph-authtool', [keyring, ...more, '--gen-key', '-n', name, ...allowed]);
}

function configuration(folder: string, fsid: string, monitorPort: number, gatewayPort: number): string {
  return `[global]
fsid = ${fsid}
mon host = v2:127.0.0.1:${monitorPort}
public addr = 127.0.0.1
run dir = ${folder}/run
admin socket = ${folder}/run/$name.asok
pid file = ${folder}/run/$name.pid
log file = ${folder}/run/$name.log
log to stderr = false
err to stderr = true
keyring = ${folder}/keyring
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pgp num = 1
osd crush chooseleaf type = 0
mon allow pool size one = true
mon max pg per osd = 1000
osd objectstore = memstore
memstore device bytes = ${MEMORY_BYTES}
osd class load list = *
osd class default list = *
rgw override bucket index max shards = 1
rgw frontends = beast endpoint=127.0.0.1:${gatewayPort}
[mon.a]
mon data = ${folder}/mon
[osd.0]
osd data = ${folder}/osd
[client.admin]
rgw data = ${folder}
`;
}
