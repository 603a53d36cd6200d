import { afterAll, describe, it } from 'vitest';
import { HostileDesk } from './hostile-desk.ts';
import { hostilePictures } from './hostile-pictures.ts';

describe('hostile picture files get their answer within bounds', () => {
  const desk = new HostileDesk();
  afterAll(() => desk.close());

  it.each(hostilePictures)('$name', (file) => desk.expectAnswer(file));
});
