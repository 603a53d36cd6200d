/** Room is made among pictures that are drawn; one that fails concerns whoever asked for it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { PictureCache } from '../../../../functions/api/picture-cache.ts';
import { listenForUnheard } from '../../../support/listen-for-unheard.ts';

const picture = (bytes: number) => async () => new Uint8Array(bytes);

it('lets go of what was asked for longest ago, and draws that anew', async () => {
  const cache = new PictureCache(100);
  let drawn = 0;
  const draw = async () => new Uint8Array(++drawn && 60);
  await cache.get('a', draw);
  await cache.get('b', picture(30));
  await cache.get('a', draw);
  expect(drawn).toBe(1);
  await cache.get('c', picture(30));
  await cache.get('a', draw);
  expect(drawn).toBe(1);
  await cache.get('d', picture(90));
  await cache.get('a', draw);
  expect(drawn).toBe(2);
});

it('is full while a picture is drawn that then fails', async () => {
  const unheard = listenForUnheard();
  const cache = new PictureCache(10);
  const { promise, reject } = Promise.withResolvers<Uint8Array>();
  const failing = cache.get('missing', () => promise);
  await cache.get('large', picture(50));
  reject(new Error('object-missing'));
  await expect(failing).rejects.toThrow('object-missing');
  await sleep(5);
  expect(unheard).toEqual([]);
  expect(await cache.get('missing', picture(1))).toHaveLength(1);
});
