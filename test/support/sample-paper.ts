/** Small papers to write: a picture of plain paper, and lines of words laid out as a typewriter would. */
import sharp from 'sharp';
import { IDENTITY } from '../../shared/domain/geometry.ts';
import type { Line, PageFrame, Word } from '../../shared/domain/page-text.ts';
import type { PaperPdf, PaperPdfPage } from '../../shared/pdf/write-paper.ts';

const LETTER_WIDTH_PX = 14;
const SPACE_WIDTH_PX = 10;

export function sampleFrame(widthPx = 800, heightPx = 600, dpi = 200): PageFrame {
  return { widthPx, heightPx, dpi, fromImage: IDENTITY };
}

export function sampleLine(x: number, y: number, text: string, heightPx = 30): Line {
  const words: Word[] = [];
  let left = x;
  for (const word of text.split(' ')) {
    const width = [...word].length * LETTER_WIDTH_PX;
    words.push({ text: word, confidence: 90, box: { x: left, y, width, height: heightPx } });
    left += width + SPACE_WIDTH_PX;
  }
  return { words, box: { x, y, width: left - SPACE_WIDTH_PX - x, height: heightPx } };
}

export async function samplePage(
  lines: readonly Line[] = [],
  frame: PageFrame = sampleFrame(),
): Promise<PaperPdfPage> {
  const { widthPx: width, heightPx: height } = frame;
  const bytes = await sharp({ create: { width, height, channels: 3, background: '#eee8d8' } })
    .jpeg()
    .toBuffer();
  return { image: { bytes, mediaType: 'image/jpeg' }, text: { frame, lines, codes: [] } };
}

export function samplePaper(pages: readonly PaperPdfPage[], changes: Partial<PaperPdf> = {}): PaperPdf {
  return {
    pages,
    title: 'Tờ khai đăng ký khai sinh',
    dossierCode: 'H99.99-260102-0001',
    procedureCode: '1.001193',
    paperType: 'TO_KHAI_KHAI_SINH',
    createdAt: new Date('2026-01-02T03:04:05Z'),
    bookmarks: [],
    ...changes,
  };
}
