/** Files and archives that are too large for the API's door, over a store that checks what was signed. */
import { createHash } from 'node:crypto';
import { type CORSRule, PutBucketCorsCommand } from '@aws-sdk/client-s3';
import { strFromU8, unzipSync } from 'fflate';
import { expect, inject, it } from 'vitest';
import { S3DownloadDesk } from '../../shared/adapters/aws/s3-download-desk.ts';
import { S3ObjectInventory } from '../../shared/adapters/aws/s3-object-inventory.ts';
import { S3ObjectStore } from '../../shared/adapters/aws/s3-object-store.ts';
import { currentFiles } from '../../shared/domain/dossier.ts';
import { openApiDesk, requestBy, type Who } from '../support/api-desk.ts';
import { BIRTH_NOTE, CODE, DECLARATION, digitize } from '../support/dossier-desk.ts';
import { openTestOffice } from '../support/test-office.ts';
import { createStack, s3, withCeph } from './peers.ts';

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

interface CorsProperties {
  readonly CorsConfiguration: {
    readonly CorsRules: readonly (CORSRule & { readonly ExposedHeaders: string[] })[];
  };
}

/** The rules of the template, as the bucket's maker would set them. */
async function setCors(bucket: string): Promise<string> {
  const resources = Object.values(inject('peers').templates).flatMap(({ Resources }) =>
    Object.entries(Resources),
  );
  const [, objects] = resources.find(([id]) => /^Objects[0-9A-F]{8}$/.test(id))!;
  const { CorsRules } = (objects.Properties as unknown as CorsProperties).CorsConfiguration;
  const CORSRules = CorsRules.map(({ ExposedHeaders, ...rule }) => ({
    ...rule,
    ExposeHeaders: ExposedHeaders,
  }));
  await s3!.send(new PutBucketCorsCommand({ Bucket: bucket, CORSConfiguration: { CORSRules } }));
  return CORSRules[0]!.AllowedOrigins![0]!;
}

/** A dossier whose first file has so many bytes; its second is small. */
async function openDesk(bytes: number) {
  const { ref: bucket } = await createStack().make('AWS::S3::Bucket', /^Objects/);
  const buckets = { originals: bucket, quarantine: bucket, objects: bucket };
  const downloads = new S3DownloadDesk(s3!, buckets);
  const base = { ...(await openTestOffice()), downloads };
  const desk = await openApiDesk({ office: base });
  const made = await digitize(desk.office, [DECLARATION, BIRTH_NOTE]);
  const s3Store = new S3ObjectStore(s3!, buckets);
  const large = Buffer.alloc(bytes, 'Giấy khai sinh ');
  const [first, second] = currentFiles(made);
  const files = made.files.map((file) =>
    file.fileId === first!.fileId ? { ...file, bytes, sha256: hashOf(large) } : file,
  );
  await s3Store.put(first!.objectKey!, large);
  await s3Store.put(second!.objectKey!, await base.store.get(second!.objectKey!));
  const dossier = (await base.repository.dossier(CODE))!;
  await base.repository.commit([{ ...dossier, files }], []);
  const get = base.store.get.bind(base.store);
  const isFile = (key: string) => key.startsWith('files/');
  base.store.get = (key, part) => (isFile(key) ? s3Store.get(key, part) : get(key, part));
  const ask = (who: Who | 'nobody', path: string, headers: Record<string, string> = {}, init = {}) => {
    const request = requestBy(who, 'GET');
    return fetch(desk.url + path, { ...request, ...init, headers: { ...request.headers, ...headers } });
  };
  const inventory = new S3ObjectInventory(s3!, buckets);
  return { ask, bucket, inventory, large, path: `/api/files/${first!.fileId}`, small: second!, files };
}

withCeph('a file that is too large for the API’s door', () => {
  it('is read at the store itself, by an address for a moment: whole or in parts, under its own name', async () => {
    const { ask, path, large, files } = await openDesk(5_000_000);
    const sent = await ask('officer', path, {}, { redirect: 'manual' });
    expect([sent.status, sent.headers.get('cache-control')]).toEqual([307, 'no-store']);
    const address = new URL(sent.headers.get('location')!);
    expect(Number(address.searchParams.get('X-Amz-Expires'))).toBeLessThanOrEqual(300);

    const whole = await ask('officer', path);
    expect(whole.status).toBe(200);
    expect(hashOf(await whole.bytes())).toBe(hashOf(large));
    expect(whole.headers.get('content-type')).toBe('application/pdf');
    expect(whole.headers.get('content-disposition')).toContain(encodeURIComponent(files[0]!.name));

    const part = await ask('officer', path, { range: 'bytes=5-12' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 5-12/5000000']);
    expect(Buffer.from(await part.bytes())).toEqual(large.subarray(5, 13));
    const end = await ask('officer', path, { range: 'bytes=-10' });
    expect(Buffer.from(await end.bytes())).toEqual(large.subarray(-10));
    expect((await ask('officer', path, { range: 'bytes=5000000-' })).status).toBe(416);
    expect((await ask('officer', path, { 'if-none-match': `"${hashOf(large)}"` })).status).toBe(304);
  });

  it('has no address for who may not see it, and its address opens nothing else', async () => {
    const { ask, path, small } = await openDesk(5_000_000);
    for (const [who, at] of [
      ['nobody', path],
      ['otherOfficer', path],
      ['nobody', path.replace('/api', '')],
    ] as const) {
      const answer = await ask(who, at, {}, { redirect: 'manual' });
      expect([answer.status, answer.headers.get('location')]).toEqual([expect.any(Number), null]);
      expect(answer.status).toBeGreaterThanOrEqual(401);
    }
    const sent = await ask('officer', path, {}, { redirect: 'manual' });
    const address = new URL(sent.headers.get('location')!);
    address.pathname = address.pathname.replace(/files\/.*/, small.objectKey!);
    expect((await fetch(address)).status).toBe(403);
  });

  it('may be read by the console’s own pages, which see what PDF.js asks for parts by; by no other site', async () => {
    const { ask, path, bucket } = await openDesk(5_000_000);
    const origin = await setCors(bucket);
    const sent = await ask('officer', path, {}, { redirect: 'manual' });
    const read = (headers: Record<string, string>) => fetch(sent.headers.get('location')!, { headers });
    const own = await read({ origin, range: 'bytes=0-9' });
    expect(own.headers.get('access-control-allow-origin')).toBe(origin);
    const shown = own.headers.get('access-control-expose-headers')!.toLowerCase();
    for (const header of ['accept-ranges', 'content-range', 'content-length'])
      expect(shown).toContain(header);
    expect(own.headers.get('accept-ranges')).toBe('bytes');
    const foreign = await read({ origin: 'https://elsewhere.example' });
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('while a small one comes through it', async () => {
    const { ask, small } = await openDesk(5_000_000);
    const answer = await ask('officer', `/api/files/${small.fileId}`, {}, { redirect: 'manual' });
    expect([answer.status, hashOf(await answer.bytes())]).toEqual([200, small.sha256]);
  });

  it('is whole in the archive, which is laid in the store in parts', async () => {
    const { ask, large, inventory } = await openDesk(20_000_000);
    const path = `/api/dossiers/${CODE}/archive.zip`;
    const sent = await ask('officer', path, {}, { redirect: 'manual' });
    expect(sent.status).toBe(307);
    const archive = await fetch(sent.headers.get('location')!);
    expect(archive.headers.get('content-type')).toBe('application/zip');
    expect(archive.headers.get('content-disposition')).toBe(`attachment; filename="${CODE}.r1.zip"`);
    const entries = unzipSync(await archive.bytes());
    const sums = strFromU8(entries.SHA256SUMS!).trim().split('\n');
    expect(sums).toHaveLength(3);
    for (const line of sums) {
      const [sum, name] = line.split('  ');
      expect(hashOf(entries[name!]!)).toBe(sum);
    }
    expect(sums.join()).toContain(hashOf(large));
    const kept: number[] = [];
    for await (const { bytes } of inventory.list('downloads/')) kept.push(bytes);
    expect(kept).toEqual([expect.toSatisfy((bytes: number) => bytes > 20_000_000)]);
  });
});
