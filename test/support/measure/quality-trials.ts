/** The measured steps in which sound pages are spoilt, and what a judge of pictures should say of each. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import {
  blur,
  coarsen,
  countLettersCut,
  cut,
  dim,
  type Edge,
  emptySheet,
  type SoundPage,
  slip,
  sparseSheet,
} from './degrade-page.ts';

export interface Trial {
  readonly name: string;
  /** What is drawn as a curve: the amount of spoiling. */
  readonly series: string;
  readonly step: number;
  /** Findings that must be made; null in the band between, where either answer will do. */
  readonly expected: readonly string[] | null;
  readonly make: () => Promise<Uint8Array>;
}

const GOLDEN = join(import.meta.dirname, '..', '..', 'golden', 'pages');
/** Covers, cards and photographs have no lines of text at their edges, and blanks no text at all. */
const WITHOUT_TEXT = new Set([
  'blank-bleed-through',
  'separator-destroyed',
  'card-both-sides',
  'phone-photo',
]);
const SOUND_EDGES: readonly Edge[] = ['left', 'top', 'right', 'bottom'];

/** Amount, and whether it is too much; null for the band in which people disagree. */
type Steps = readonly (readonly [step: number, isFault: boolean | null])[];

const BLUR_MM: Steps = [
  [0, false],
  [0.08, false],
  [0.14, false],
  [0.2, false],
  [0.28, null],
  [0.36, null],
  [0.46, true],
  [0.55, true],
  [0.7, true],
  [0.9, true],
  [1.1, true],
];
const SLIP_MM: Steps = [
  [0.3, false],
  [0.5, false],
  [1, null],
  [1.8, true],
  [2.4, true],
];
const LIGHT: Steps = [
  [0.9, false],
  [0.75, false],
  [0.6, false],
  [0.5, false],
  [0.42, null],
  [0.36, null],
  [0.3, true],
  [0.25, true],
  [0.2, true],
  [0.15, true],
  [0.1, true],
];
const CUT_BESIDE_MM: Steps = [
  [-6, false],
  [-4, false],
  [-2.5, false],
  [0, null],
  [1, null],
  [4, true],
  [8, true],
];
/** One letter at the edge may be a speck. */
const FEWEST_LETTERS_CUT = 2;
/** Through the middle of a line of print; further on the line is gone whole, and nothing on the picture says so. */
const CUT_THROUGH_LINE_MM: Steps = [
  [-6, false],
  [-4, false],
  [-2.5, false],
  [0, null],
  [1.4, true],
  [1.8, true],
  [4, null],
];
const DPI: Steps = [
  [75, true],
  [90, true],
  [100, true],
  [120, true],
  [140, true],
  [148, true],
  [150, false],
  [165, false],
  [200, false],
  [240, false],
];
const SHOW_THROUGH = [0, 0.05, 0.09, 0.13, 0.16];

const HOLES = [60, 140, 220].map((y) => `<circle cx="9" cy="${y}" r="2.8" fill="#222"/>`).join('');
const STREAKS = '<path d="M120 0V400M163 0V400" stroke="#777" stroke-width=".25"/>';
const FOLDS = '<path d="M0 99H400M0 198H400" stroke="#d5d5d2" stroke-width=".5"/>';
const STAPLE = '<path d="M14 12l9 3" stroke="#444" stroke-width=".7"/>';
const DUST = Array.from(
  { length: 40 },
  (_, i) => `<circle cx="${(i * 47) % 205}" cy="${(i * 83) % 290}" r="${0.1 + (i % 4) * 0.07}"/>`,
).join('');
const BORDER = '<path d="M0 0H400V5L0 8ZM0 0H4L6 400H0Z" fill="#111"/>';
const LITTER: Readonly<Record<string, string>> = {
  plain: '',
  holes: HOLES,
  'folds and streaks': FOLDS + STREAKS,
  'staple and dust': STAPLE + DUST,
  'dark border': BORDER,
  everything: HOLES + FOLDS + STREAKS + STAPLE + DUST,
};
const SPARSE: Readonly<Record<string, string>> = {
  'a line': '<text x="30" y="40" font-size="5">Xác nhận của Ủy ban nhân dân xã</text>',
  'a name': '<text x="120" y="150" font-size="5">Lê Văn Thử</text>',
  'a stamp':
    '<circle cx="105" cy="150" r="17" fill="none" stroke="#c33" stroke-width=".9"/><circle cx="105" cy="150" r="12" fill="none" stroke="#c33" stroke-width=".5"/>',
  'a pencil sketch': '<path d="M50 90L150 80L160 170L60 190Z" fill="none" stroke="#999" stroke-width=".35"/>',
  'faint print':
    '<text x="30" y="60" font-size="4.6" fill="#a5a5a5">Bản sao này được chứng thực đúng với bản chính</text>',
  'a signature':
    '<path d="M60 120c10-30 20 20 30-6s14-20 20 6 18-10 24-2" fill="none" stroke="#224" stroke-width=".6"/>',
  'notes at the foot': '<text x="30" y="280" font-size="4">Đã đối chiếu với bản chính ngày 02/06</text>',
};
const SPARSE_DPI = [150, 200, 300];

export async function listTrials(): Promise<Trial[]> {
  const pages = await openGoldenPages();
  const texts = pages.filter(({ name }) => !WITHOUT_TEXT.has(name));
  const upright = texts.filter(({ name }) => !name.startsWith('turned'));
  return [
    ...series('BLURRY_PAGE', 'blur, mm', BLUR_MM, texts, blur),
    ...series('BLURRY_PAGE', 'slip, mm', SLIP_MM, texts, slip),
    ...series('TOO_DARK', 'light', LIGHT, texts, dim),
    ...SOUND_EDGES.flatMap((edge) =>
      series(
        'CUT_OFF',
        `cut ${edge}, mm`,
        edge === 'left' || edge === 'right' ? CUT_BESIDE_MM : CUT_THROUGH_LINE_MM,
        upright,
        (page, mm) => cut(page, edge, mm),
        (page, mm, isFault) => {
          const letters = countLettersCut(page, edge, mm);
          return isFault ? letters >= FEWEST_LETTERS_CUT : letters === 0;
        },
      ),
    ),
    ...series(
      'LOW_DPI',
      'dpi',
      DPI,
      upright.filter(({ dpi }) => dpi >= 200),
      coarsen,
    ),
    ...emptySheets(texts.slice(0, 3)),
    ...sparseSheets(),
  ];
}

function series(
  code: string,
  name: string,
  steps: Steps,
  pages: readonly SoundPage[],
  spoil: (page: SoundPage, step: number) => Promise<Uint8Array>,
  isPlain: (page: SoundPage, step: number, isFault: boolean) => boolean = () => true,
): Trial[] {
  return steps.flatMap(([step, isFault]) =>
    pages.map(
      (page): Trial => ({
        name: `${page.name}, ${name} ${step}`,
        series: `${code}: ${name}`,
        step,
        expected: isFault === null || !isPlain(page, step, isFault) ? null : isFault ? [code] : [],
        make: () => spoil(page, step),
      }),
    ),
  );
}

function emptySheets(pages: readonly SoundPage[]): Trial[] {
  return pages.flatMap((page) =>
    SHOW_THROUGH.flatMap((share) =>
      Object.entries(LITTER).map(
        ([litter, svg]): Trial => ({
          name: `empty sheet before ${page.name}, ${litter}, shows through ${share}`,
          series: 'BLANK_PAGE: show-through',
          step: share,
          expected: ['BLANK_PAGE'],
          make: () => emptySheet(page, share, svg),
        }),
      ),
    ),
  );
}

function sparseSheets(): Trial[] {
  return SPARSE_DPI.flatMap((dpi) =>
    Object.entries(SPARSE).map(
      ([name, svg]): Trial => ({
        name: `sheet with ${name} at ${dpi} dpi`,
        series: 'BLANK_PAGE: sparse',
        step: dpi,
        expected: [],
        make: () => sparseSheet(svg, dpi),
      }),
    ),
  );
}

export async function openGoldenPages(): Promise<SoundPage[]> {
  const names = (await readdir(GOLDEN)).filter((name) => !name.startsWith('blank'));
  return Promise.all(names.map(openGoldenPage));
}

async function openGoldenPage(name: string): Promise<SoundPage> {
  const folder = join(GOLDEN, name);
  const file = (await readdir(folder)).find((entry) => entry.startsWith('page.'))!;
  const { dpi } = JSON.parse(await readFile(join(folder, 'truth.json'), 'utf8')) as { dpi: number | null };
  const { data, info } = await sharp(await readFile(join(folder, file)))
    .autoOrient()
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { name, data, widthPx: info.width, heightPx: info.height, dpi: dpi ?? 150 };
}
