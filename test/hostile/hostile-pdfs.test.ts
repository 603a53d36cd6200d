import { afterAll, describe, it } from 'vitest';
import { HostileDesk } from './hostile-desk.ts';
import { hostilePdfs } from './hostile-pdfs.ts';

describe('hostile PDF files get their answer within bounds', () => {
  const desk = new HostileDesk();
  afterAll(() => desk.close());

  it.each(hostilePdfs)('$name', (file) => desk.expectAnswer(file));
});
