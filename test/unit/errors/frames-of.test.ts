import { expect, it } from 'vitest';
import { framesOf } from '../../../shared/errors/frames-of.ts';

it('tells where, and nothing of what a foreign error says', () => {
  const error = new RangeError('no such person: Nguyễn Văn Mẫu\n    at Nguyễn Văn Mẫu.pdf:1:1');
  const frames = framesOf(error);
  expect(frames[0]).toMatch(/^at .*frames-of\.test\.ts:\d+:\d+/);
  expect(frames.join()).not.toContain('Nguyễn');
});

it('tells nothing where text and stack no longer belong together', () => {
  const error = new Error('before');
  expect(error.stack).toContain('before');
  error.message = 'after';
  expect(framesOf(error)).toEqual([]);
});
