/** The command line over real scans: the sample dossier, a file that is no scan, and a folder that is not there. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DossierReport } from '../../shared/pipeline/report.ts';
import { bornDigitalPdf, signedPdf } from '../support/born-digital-pdf.ts';
import { readPdfText } from '../support/read-pdf-text.ts';
import { hasTool } from '../support/tools.ts';

const SAMPLE = 'functions/standalone/sample/H12.09-261102-0001';
const TYPED = ['HOP DONG THUE NHA', 'So 12/2026/HDTN', 'Hai ben cung ky ten duoi day.'];
const SIGNED = signedPdf(['GIAY UY QUYEN', 'Toi uy quyen cho ba Le Thi Mau nop ho so.']);

const root = mkdtempSync(join(tmpdir(), 'digitize-'));
const out = join(root, 'out');

function digitize(...args: string[]): Promise<{ code: number | null; errors: string; output: string }> {
  const child = spawn(process.execPath, ['functions/cli/digitize.ts', ...args], {
    env: { ...process.env, LOG_LEVEL: '' },
  });
  let errors = '';
  let output = '';
  child.stderr.on('data', (chunk) => (errors += chunk));
  child.stdout.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, errors, output })));
}

async function reportOf(code: string): Promise<DossierReport> {
  return JSON.parse(await readFile(join(out, `${code}.json`), 'utf8')) as DossierReport;
}

describe('digitize', () => {
  let sample: DossierReport;
  let first: Awaited<ReturnType<typeof digitize>>;

  beforeAll(async () => {
    const bad = join(root, 'H12.09-261102-0002');
    await mkdir(bad);
    await writeFile(join(bad, 'a.jpg'), 'not a picture');
    await writeFile(
      join(bad, 'manifest.json'),
      JSON.stringify({ dossierCode: 'H12.09-261102-0002', files: ['a.jpg'] }),
    );
    const typed = join(root, 'H12.09-261102-0003');
    await mkdir(typed);
    await writeFile(join(typed, 'typed.pdf'), bornDigitalPdf(TYPED));
    await writeFile(join(typed, 'signed.pdf'), SIGNED);
    await writeFile(
      join(typed, 'manifest.json'),
      JSON.stringify({ dossierCode: 'H12.09-261102-0003', files: ['typed.pdf', 'signed.pdf'] }),
    );
    const namesake = join(root, 'elsewhere', 'H12.09-261102-0002');
    await mkdir(namesake, { recursive: true });
    await writeFile(join(namesake, 'typed.pdf'), bornDigitalPdf(TYPED));
    await writeFile(
      join(namesake, 'manifest.json'),
      JSON.stringify({ dossierCode: 'H12.09-261102-0004', files: ['typed.pdf'] }),
    );
    first = await digitize(join(root, 'gone'), bad, typed, namesake, SAMPLE, '--out', out);
    sample = await reportOf('H12.09-261102-0001');
  }, 180_000);

  it('goes on after a folder that is not there, and says so in its exit code', () => {
    expect(first.code).toBe(66);
    expect(first.errors).toContain('Không tìm thấy thư mục hồ sơ.');
    expect(first.errors).toMatch(/\d+\/\d+ trang/);
    expect(first.output).toBe('');
  });

  it('reports a refused file with the sentence for the clerk', async () => {
    expect((await reportOf('H12.09-261102-0002')).rejected).toMatchObject([
      { file: 'a.jpg', code: 'scan-type-unknown' },
    ]);
  });

  it('keeps two folders of one name apart: they may be two people’s', async () => {
    const [own, namesake] = await Promise.all(
      ['0002', '0004'].map((end) => reportOf(`H12.09-261102-${end}`)),
    );
    expect(own!.pages).toEqual([]);
    expect(namesake!.pages.map(({ file }) => file)).toEqual(['typed.pdf']);
    expect(namesake!.rejected).toEqual([]);
  });

  it('writes two reports for two deliveries that declare the same code which is none', async () => {
    const folders = ['a', 'b'].map((name) => join(root, name));
    for (const folder of folders) {
      await mkdir(folder);
      await writeFile(join(folder, 'a.jpg'), 'not a picture');
      const manifest = { dossierCode: 'TEST-1', files: ['a.jpg'] };
      await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
    }
    const place = join(root, 'twice');
    expect((await digitize(...folders, '--out', place)).code).toBe(0);
    const reports = (await readdir(place)).filter((name) => name.endsWith('.json'));
    expect(reports.sort()).toEqual(['TEST-1.json', expect.stringMatching(/^orphan-b-\w+\.json$/)]);
  }, 60_000);

  it('finds the papers of the sample, each with its pages', () => {
    const found = sample.documents.map(({ docType, pages }) => [docType, pages.length]);
    expect(found).toEqual([
      ['TO_KHAI_KHAI_SINH', 1],
      ['GIAY_CHUNG_SINH', 1],
      ['CCCD', 1],
      ['GIAY_TIEP_NHAN', 1],
      ['VAN_BAN_VIET_TAY', 1],
    ]);
    expect(sample.missing).toEqual([]);
  });

  it('answers every delivered page', () => {
    const pages = sample.pages.map(({ file, page }) => `${file} ${page}`);
    expect(pages).toEqual([
      ...Array.from({ length: 11 }, (_, index) => `scans/SCAN_0001.pdf ${index + 1}`),
      'scans/IMG_20261102_0843.jpg 1',
    ]);
    for (const page of sample.pages) expect(page.pageType).not.toBe('KHAC');
    expect(sample.pages.find((page) => page.pageType === 'GIAY_CHUNG_SINH')!.rotation).toBe(180);
    expect(sample.pages.find((page) => page.pageType === 'COVER')!.codes).toContain('H12.09-261102-0001');
  });

  it('writes PDFs whose text layer says the report’s text, word for word', async () => {
    for (const page of sample.pages.filter((candidate) => candidate.pdf)) {
      const pdf = new Uint8Array(await readFile(join(out, page.pdf!)));
      const words = (await readPdfText(pdf, page.pdfPage!)).split(/\s+/).filter((word) => word !== '');
      expect(words).toEqual(page.text.split(/\s+/).filter((word) => word !== ''));
    }
    expect(sample.pages[2]!.text).toContain('TỜ KHAI ĐĂNG KÝ KHAI SINH');
  });

  it('keeps the text of a page typed on a computer, and shows its picture over it', async () => {
    const report = await reportOf('H12.09-261102-0003');
    const typed = report.pages.find((page) => page.file === 'typed.pdf')!;
    expect(typed.text).toBe(TYPED.join('\n'));
    const pdf = new Uint8Array(await readFile(join(out, typed.pdf!)));
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/Subtype \/Image/);
    expect((await readPdfText(pdf, 1)).split(/\s+/)).toEqual(TYPED.join(' ').split(' '));
  });

  it('passes a signed file on byte for byte, as a paper of its own', async () => {
    const { documents } = await reportOf('H12.09-261102-0003');
    const signed = documents.filter((document) => document.pages.some((page) => page.file === 'signed.pdf'));
    expect(signed).toHaveLength(1);
    expect(signed[0]!.pages).toHaveLength(1);
    expect(new Uint8Array(await readFile(join(out, signed[0]!.pdf)))).toEqual(SIGNED);
  });

  it('names each file by its hash', async () => {
    for (const document of sample.documents) {
      const bytes = await readFile(join(out, document.pdf));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(document.sha256);
    }
  });

  it.skipIf(!hasTool('qpdf'))('makes files that qpdf finds nothing wrong with (needs qpdf)', () => {
    for (const document of sample.documents) {
      const { status, stdout } = spawnSync('qpdf', ['--check', join(out, document.pdf)], {
        encoding: 'utf8',
      });
      expect(status, stdout).toBe(0);
    }
  });

  it('changes nothing when called again', async () => {
    const before = await readFile(join(out, 'H12.09-261102-0001.json'), 'utf8');
    const papers = join(out, 'H12.09-261102-0001');
    await writeFile(join(papers, '99-CCCD.pdf'), 'of an earlier revision');
    await writeFile(join(papers, 'manifest.json'), 'somebody’s own');
    const again = await digitize(SAMPLE, '--out', out);
    const names = await readdir(papers);
    expect(names).toContain('manifest.json');
    expect(names).not.toContain('99-CCCD.pdf');
    expect(again.code).toBe(0);
    expect(await readFile(join(out, 'H12.09-261102-0001.json'), 'utf8')).toBe(before);
  }, 60_000);

  it('writes no results among scans', async () => {
    const folder = join(root, 'H12.09-261102-0003');
    const before = await readdir(root, { recursive: true });
    for (const place of [root, folder, join(folder, 'results')]) {
      expect(await digitize(folder, '--out', place)).toMatchObject({
        code: 64,
        errors: expect.stringContaining('thư mục riêng'),
      });
    }
    expect(await readdir(root, { recursive: true })).toEqual(before);
  });

  it('explains itself when called wrongly', async () => {
    expect(await digitize()).toMatchObject({ code: 64, errors: expect.stringContaining('--out') });
    expect((await digitize('--nonsense')).code).toBe(64);
  });
});
