import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { plainText, turnedFrame } from '../../../shared/domain/page-text.ts';
import { type PaperPdf, writePaperPdf } from '../../../shared/pdf/write-paper.ts';
import { checkPdfA, hasPreflight } from '../../support/preflight/check-pdfa.ts';
import { sampleFrame, sampleLine, samplePage, samplePaper } from '../../support/sample-paper.ts';
import { buildG4Tiff } from '../../support/sample-tiff.ts';
import { hasTool } from '../../support/tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'write-paper-'));
afterAll(() => rmSync(folder, { recursive: true }));

const LINES = [
  sampleLine(40, 40, 'ỦY BAN NHÂN DÂN -'),
  sampleLine(400, 40, 'CỘNG HÒA XÃ HỘI'),
  sampleLine(40, 150, 'Số: 12/QĐ-UBND-'),
  sampleLine(40, 190, 'ngày 01-02-2026 1½ tờ ﬁ ①'),
  sampleLine(40, 240, 'chữ Nôm 𡨸𡦂 và Ấ ồ ự ặ', 34),
  sampleLine(40, 350, 'nhỏ xíu', 12),
];

/** A page of every way in which a picture can be stored, and all that a paper may carry. */
async function fullPaper(): Promise<PaperPdf> {
  const page = await samplePage(LINES, sampleFrame(800, 600));
  const { widthPx, heightPx } = page.text.frame;
  const white = new Uint8Array(widthPx * heightPx).fill(255);
  const drawing = () => sharp(page.image.bytes);
  const pictures = [
    page.image.bytes,
    await drawing().toColourspace('b-w').jpeg({ progressive: true }).toBuffer(),
    await drawing().toColourspace('cmyk').jpeg().toBuffer(),
    await drawing().png().toBuffer(),
    await drawing().png({ palette: true }).toBuffer(),
    await drawing().ensureAlpha(0.5).png().toBuffer(),
    await buildG4Tiff(white, widthPx, heightPx, {
      photometric: 1,
      fillOrder: 1,
      bigEndian: true,
    }),
    await drawing().toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer(),
  ];
  const pages = pictures.map((bytes) => ({ ...page, image: { bytes, mediaType: page.image.mediaType } }));
  const photo = { ...page.text.frame, fromImage: [1, 0, 0, 0, 1, 0, 1e-4, 0, 1] as const };
  pages.push({ ...page, text: { ...page.text, frame: photo } });
  const turned = { dpi: page.text.frame.dpi, ...turnedFrame(page.text.frame, 90) };
  pages.push({ ...page, text: { ...page.text, frame: turned } });
  return samplePaper(pages, {
    title: 'Tờ khai <đăng ký> & khai sinh',
    bookmarks: [{ title: 'Trang đầu', page: 1 }],
    convertedBy: 'Bưu điện',
  });
}

function save(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes, 'latin1');
  return path;
}

const full = await writePaperPdf(await fullPaper());

describe('writePaperPdf, judged by other programs', () => {
  it.skipIf(!hasTool('qpdf'))('has no fault of syntax (needs qpdf)', () => {
    const output = execFileSync('qpdf', ['--check', save('check.pdf', full)], { encoding: 'utf8' });
    expect(output).toContain('No syntax or stream encoding errors found');
  });

  it.skipIf(!hasTool('pdftotext'))('gives poppler word for word (needs pdftotext)', () => {
    const path = save('words.pdf', full);
    for (const mode of ['-raw', '-layout']) {
      const text = execFileSync('pdftotext', [mode, '-l', '1', path, '-'], { encoding: 'utf8' });
      expect(text.split(/\s+/).filter(Boolean), mode).toEqual(plainText({ lines: LINES }).split(/\s+/));
    }
  });

  it.skipIf(!hasTool('pdftotext'))('gives poppler every box to the pixel (needs pdftotext)', () => {
    const path = save('boxes.pdf', full);
    const html = execFileSync('pdftotext', ['-raw', '-bbox', '-l', '1', path, '-'], { encoding: 'utf8' });
    const found = [...html.matchAll(/<word xMin="(.+)" yMin="(.+)" xMax="(.+)" yMax="(.+)">/g)];
    const wanted = LINES.flatMap((line) => line.words.map((word) => word.box));
    expect(found.length).toBe(wanted.length);
    found.forEach((match, index) => {
      const box = wanted[index]!;
      const edges = [box.x, box.y, box.x + box.width, box.y + box.height];
      edges.forEach((edge, side) => {
        expect(Math.abs((Number(match[side + 1]) * 200) / 72 - edge)).toBeLessThan(1);
      });
    });
  });

  it.skipIf(!hasPreflight())('is PDF/A-1b to Preflight (needs PDFBox)', { timeout: 60_000 }, async () => {
    const small = Buffer.from(await writePaperPdf(samplePaper([await samplePage(LINES)]))).toString('latin1');
    const spoil = (name: string, from: RegExp, to = '') => {
      expect(small).toMatch(from);
      return save(
        name,
        small.replace(from, (match) => to.padEnd(match.length)),
      );
    };
    const [sound, ...spoilt] = checkPdfA([
      save('sound.pdf', full),
      spoil('no-intent.pdf', /\/OutputIntents \[[^\]]*\]/),
      spoil('no-id.pdf', /\/ID \[[^\]]*\]/),
      spoil('other-title.pdf', /\/Title <FEFF0054/, '/Title <FEFF0055'),
      spoil('not-declared.pdf', /<pdfaid:part>1/, '<pdfaid:part>4'),
    ]);
    expect(sound).toEqual([]);
    expect(spoilt.map((complaints) => complaints[0]?.split(' ')[0])).toEqual([
      '2.4.3',
      '1.4.1',
      '7.2',
      '7.11.2',
    ]);
  });
});
