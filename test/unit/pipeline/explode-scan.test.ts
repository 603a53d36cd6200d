import { describe, expect, it } from 'vitest';
import { explodeScan } from '../../../shared/pipeline/explode-scan.ts';
import { sayWarning, scanWarnings } from '../../../shared/pipeline/scan-warnings.ts';
import { LIMITS } from '../../support/explode-process.ts';
import { writePagesPdf } from '../../support/pdf-objects.ts';
import { quadrantJpeg, quadrantPixels } from '../../support/test-pictures.ts';
import { long, short, writeTiff } from '../../support/tiff-file.ts';

const THREE_PAGES = writePagesPdf([{ content: '' }, { content: '' }, { content: '' }]);

describe('a scan is taken apart', () => {
  it('page by page, the next when the last is done', async () => {
    const steps: string[] = [];
    const scan = await explodeScan(THREE_PAGES, LIMITS, async ({ pageNumber }) => {
      steps.push(`take ${pageNumber}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      steps.push(`keep ${pageNumber}`);
    });
    expect(steps).toEqual(['take 1', 'keep 1', 'take 2', 'keep 2', 'take 3', 'keep 3']);
    expect(scan).toEqual({ mediaType: 'application/pdf', pageCount: 3, signed: false, warnings: [] });
  });

  it('and a failure to keep a page stops it', async () => {
    const failure = new Error('disk full');
    await expect(explodeScan(THREE_PAGES, LIMITS, () => Promise.reject(failure))).rejects.toBe(failure);
  });

  it('with each warning said once', async () => {
    const tiny = (value: number) => ({
      entries: [long(256, 100), long(257, 100), short(258, 8), short(262, 1), long(278, 100)],
      strips: [quadrantPixels(100, 100, [value, 0, 0, 0])],
    });
    const { warnings } = await explodeScan(writeTiff([tiny(1), tiny(2)]), LIMITS, async () => {});
    expect(warnings).toEqual(['low-resolution']);
  });

  it.each([
    ['scan-too-large', { maxBytes: 100 }],
    ['scan-too-many-pixels', { maxPixels: 899 * 900 }],
    ['scan-too-small', { minPixels: 901 }],
  ])('never beyond the office’s limits: %s', async (code, limit) => {
    const file = await quadrantJpeg(900, 900);
    await expect(explodeScan(file, { ...LIMITS, ...limit }, async () => {})).rejects.toMatchObject({ code });
  });

  it('never beyond its limit of pages', async () => {
    const act = explodeScan(THREE_PAGES, { ...LIMITS, maxPages: 2 }, async () => {});
    await expect(act).rejects.toMatchObject({
      code: 'scan-too-many-pages',
      detail: { pageCount: 3, maxPages: 2 },
    });
  });
});

describe('a warning', () => {
  it.each(Object.entries(scanWarnings))(
    '%s says what is wrong and one thing to do, in both languages',
    (code, { vi, en }) => {
      expect(vi).toMatch(/^\p{Lu}.*\. \p{Lu}.*\.$/u);
      expect(vi.normalize('NFC')).toBe(vi);
      expect(en).toMatch(/^[A-Z].*[.;:] ?.*\.$/);
      expect(sayWarning(code as keyof typeof scanWarnings)).toEqual({ code, message: vi });
    },
  );
});
