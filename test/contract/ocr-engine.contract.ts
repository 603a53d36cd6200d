/** What the pipeline relies on in every OCR engine that serves alone. */
import { afterAll, describe, expect, it } from 'vitest';
import type { GreyPicture } from '../../shared/imaging/picture.ts';
import { blankGrey } from '../../shared/imaging/picture.ts';
import type { OcrEngine, OcrRequest } from '../../shared/ports/ocr-engine.ts';
import { drawGreyPage, SAMPLE_LINES } from '../support/draw-page.ts';

const TIMEOUT_MS = 60_000;

export function describeOcrEngine(name: string, createEngine: () => OcrEngine): void {
  describe(name, { timeout: TIMEOUT_MS * 2 }, () => {
    const engine = createEngine();
    afterAll(() => engine.close());

    const recognize = (picture: GreyPicture, more: Partial<OcrRequest> = {}) =>
      engine.recognize({ picture, dpi: 200, layout: 'page', timeoutMs: TIMEOUT_MS, ...more });
    const textOf = ({ lines }: Awaited<ReturnType<typeof recognize>>) =>
      lines.map((line) => line.words.map((word) => word.text).join(' ')).join('\n');

    it('says who it is and that it reads Vietnamese', () => {
      expect(engine.languages).toContain('vi');
      expect(engine.identity.name).not.toBe('');
      expect(engine.identity.version).toMatch(/\d/);
    });

    it('reads Vietnamese with all its marks, composed', async () => {
      const text = textOf(await recognize(await drawGreyPage()));
      for (const line of SAMPLE_LINES) expect(text).toContain(line);
      expect(text).toBe(text.normalize('NFC'));
    });

    it('gives boxes in pixels of the picture and confidence up to 100', async () => {
      const { lines } = await recognize(await drawGreyPage({ lines: ['Nguyễn'] }));
      const [word] = lines[0]!.words;
      expect(word!.text).toBe('Nguyễn');
      expect(Math.abs(word!.box.x - 80)).toBeLessThan(10);
      expect(word!.box.y + word!.box.height).toBeGreaterThan(115);
      expect(word!.box.y + word!.box.height).toBeLessThan(140);
      expect(word!.confidence).toBeGreaterThan(60);
      expect(word!.confidence).toBeLessThanOrEqual(100);
      expect(lines[0]!.box).toEqual(word!.box);
    });

    it('keeps to an alphabet and to a single line', async () => {
      const picture = await drawGreyPage({ lines: ['IDVNM0123456789'], heightPx: 200 });
      const text = textOf(await recognize(picture, { layout: 'single-line', alphabet: '0123456789' }));
      expect(text).toMatch(/^[\d ]+$/);
    });

    it('is not swayed by earlier pages', async () => {
      const page = await drawGreyPage({ lines: SAMPLE_LINES.slice(3), fontPx: 22 });
      const first = await recognize(page);
      await recognize(await drawGreyPage({ lines: ['0123456789 ABCDEF'] }), { alphabet: '0123456789' });
      expect(await recognize(page)).toEqual(first);
    });

    it('reads English without marks of Vietnamese, and goes on in Vietnamese', async () => {
      expect(engine.languages).toContain('en');
      const english = 'Left index finger of the bearer';
      const picture = await drawGreyPage({ lines: [english] });
      expect(textOf(await recognize(picture, { language: 'en' }))).toBe(english);
      const vietnamese = textOf(await recognize(await drawGreyPage({ lines: ['Nguyễn Hữu Nghĩa'] })));
      expect(vietnamese).toBe('Nguyễn Hữu Nghĩa');
    });

    it('reads nothing on an empty or tiny page', async () => {
      expect(textOf(await recognize(blankGrey(400, 300)))).toBe('');
      expect(textOf(await recognize(blankGrey(3, 3)))).toBe('');
    });

    it('stops at the time limit, says so, and works on', async () => {
      const large = await drawGreyPage({
        lines: Array(60).fill(SAMPLE_LINES[3]),
        widthPx: 2000,
        heightPx: 4400,
      });
      const started = performance.now();
      expect(await recognize(large, { timeoutMs: 1 })).toEqual({ lines: [], timedOut: true });
      expect(performance.now() - started).toBeLessThan(5000);
      expect(textOf(await recognize(await drawGreyPage({ lines: ['Việt Nam'] })))).toBe('Việt Nam');
    });
  });
}
