/** Files and archives that are too large for the API's door, over a store that checks what was signed. */
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { CODE } from '../support/dossier-desk.ts';
import { hashOf, openLargeFileDesk, setCors } from './large-file-desk.ts';
import { withCeph } from './peers.ts';

const openDesk = (bytes: number) => openLargeFileDesk(Buffer.alloc(bytes, 'Giấy khai sinh '));

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
