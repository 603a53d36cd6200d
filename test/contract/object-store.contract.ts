/** What every object store promises. */
import { describe, expect, it } from 'vitest';
import type { ObjectStore } from '../../shared/ports/object-store.ts';
import { type Make, open } from './subject.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

export function describeObjectStore(name: string, make: Make<ObjectStore>): void {
  describe(`object store: ${name}`, () => {
    it('gives back every byte', async () => {
      const store = await open(make);
      const everyByte = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
      await store.put('scans/2026/a.bin', everyByte);
      expect(Buffer.from(await store.get('scans/2026/a.bin')).equals(everyByte)).toBe(true);
      expect(await store.size('scans/2026/a.bin')).toBe(70_000);
    });

    it('gives a part alone, from its first byte to its last', async () => {
      const store = await open(make);
      await store.put('files/a', bytesOf('0123456789'));
      for (const [from, to] of [
        [0, 0],
        [3, 5],
        [8, 9],
        [0, 9],
      ] as const) {
        const part = Buffer.from(await store.get('files/a', { from, to })).toString();
        expect(part).toBe('0123456789'.slice(from, to + 1));
      }
      const missing = store.get('files/none', { from: 0, to: 1 });
      await expect(missing).rejects.toMatchObject({ code: 'object-missing' });
    });

    it('keeps an empty object apart from none', async () => {
      const store = await open(make);
      await store.putOnce('empty', new Uint8Array());
      expect(await store.size('empty')).toBe(0);
      expect(await store.get('empty')).toHaveLength(0);
      expect(await store.size('none')).toBeNull();
    });

    it('says object-missing with the key', async () => {
      const store = await open(make);
      await expect(store.get('a/b/none')).rejects.toMatchObject({
        code: 'object-missing',
        detail: { key: 'a/b/none' },
      });
    });

    it('does not take the folder of an object for an object', async () => {
      const store = await open(make);
      await store.put('a/b', bytesOf('1'));
      expect(await store.size('a')).toBeNull();
      await expect(store.get('a')).rejects.toMatchObject({ code: 'object-missing' });
      await expect(store.get('a/b/c')).rejects.toMatchObject({ code: 'object-missing' });
    });

    it('replaces by put', async () => {
      const store = await open(make);
      await store.put('report', bytesOf('a longer first text'));
      await store.put('report', bytesOf('second'));
      expect(Buffer.from(await store.get('report')).toString()).toBe('second');
    });

    it('writes once: the same bytes again are no error, others are refused and change nothing', async () => {
      const store = await open(make);
      await store.putOnce('scan', bytesOf('first'));
      await store.putOnce('scan', bytesOf('first'));
      for (const other of ['other', 'first and more', '']) {
        await expect(store.putOnce('scan', bytesOf(other))).rejects.toMatchObject({ code: 'object-exists' });
      }
      expect(Buffer.from(await store.get('scan')).toString()).toBe('first');
    });

    it('lets one of many concurrent write-once writers win', async () => {
      const store = await open(make);
      const texts = Array.from({ length: 8 }, (_, index) => `writer ${index}`);
      const outcomes = await Promise.allSettled(texts.map((text) => store.putOnce('race', bytesOf(text))));
      const winners = texts.filter((_, index) => outcomes[index]?.status === 'fulfilled');
      expect(winners).toEqual([Buffer.from(await store.get('race')).toString()]);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'object-exists' });
      }
    });

    it('removes for good; what is not there is removed already', async () => {
      const store = await open(make);
      await store.putOnce('originals/a', bytesOf('first'));
      await store.put('originals/b', bytesOf('other'));
      await store.remove('originals/a');
      await store.remove('originals/a');
      await store.remove('originals');
      expect(await store.size('originals/a')).toBeNull();
      await expect(store.get('originals/a')).rejects.toMatchObject({ code: 'object-missing' });
      expect(Buffer.from(await store.get('originals/b')).toString()).toBe('other');
      await store.putOnce('originals/a', bytesOf('second'));
      expect(Buffer.from(await store.get('originals/a')).toString()).toBe('second');
    });

    it('shows a reader one whole object while it is replaced', async () => {
      const store = await open(make);
      const versions = [0, 1, 2, 3].map((digit) => new Uint8Array(200_000 + digit).fill(digit));
      await store.put('page', versions[0]!);
      const writing = (async () => {
        for (const version of versions) await store.put('page', version);
      })();
      for (let round = 0; round < 20; round++) {
        const seen = await store.get('page');
        expect(Buffer.from(seen).equals(versions[seen[0]!]!)).toBe(true);
      }
      await writing;
    });

    it.each([
      '',
      '/etc/passwd',
      '../up',
      'a/../b',
      'a/..',
      'a..b',
      'a//b',
      'a/',
      './a',
      'a/./b',
      '.hidden',
      'a b',
      'hồ-sơ',
      'a\0b',
      'a\nb',
      'a\n',
      'a\\b',
      'C:/a',
      'a'.repeat(256),
      'a/'.repeat(600),
    ])('refuses the key %j', async (key) => {
      const store = await open(make);
      await expect(store.put(key, bytesOf('x'))).rejects.toThrow(TypeError);
      await expect(store.putOnce(key, bytesOf('x'))).rejects.toThrow(TypeError);
      await expect(store.get(key)).rejects.toThrow(TypeError);
      await expect(store.size(key)).rejects.toThrow(TypeError);
      await expect(store.remove(key)).rejects.toThrow(TypeError);
    });
  });
}
