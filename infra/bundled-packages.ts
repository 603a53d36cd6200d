/** Packages that go beside a function's code: with what they need, for the processor it runs on, and nothing else. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

export type Cpu = 'arm64' | 'x64';

const run = promisify(execFile);

/** Installed for another processor; everything else is the same on each. */
const NATIVE = 'sharp';

/** Never loaded: types, maps, other runtimes' builds. On Node tesseract.js asks for its full core, not the LSTM one. */
const LEFT_OUT = [
  /\.d\.[cm]?ts$/,
  /\.map$/,
  /\.md$/i,
  /\/(docs|examples|benchmarks|tests?|types)(\/|$)/,
  /tesseract\.js\/dist(\/|$)/,
  /tesseract\.js-core\/(.*-lstm\..*|.*\.wasm\.js)$/,
  /(vie|eng)\/4\.0\.0(\/|$)/,
  /zxing-wasm\/dist\/(iife|miniprogram|full)(\/|$)/,
  /pdfium\/dist\/(index\.esm\.(base64|browser|cdn|worker)|pdfium\.wasm\.base64|worker)/,
  /sharp\/(src|install)(\/|$)/,
  /be-vietnam-pro\/(?!400Regular(\/|$)|700Bold(\/|$)|package\.json$)/,
];

/** Found by their path, so no import names them: an engine's model, the font of sheets and marks. */
const GOES_WITH: Readonly<Record<string, readonly string[]>> = {
  '@tesseract.js-data/eng': ['tesseract.js'],
  '@tesseract.js-data/vie': ['tesseract.js'],
  '@expo-google-fonts/be-vietnam-pro': ['zxing-wasm/writer', 'zxing-wasm/reader'],
};

/** Of import specifiers, the packages among `known`. */
export function packagesIn(specifiers: readonly string[], known: readonly string[]): string[] {
  const isImported = (name: string) => specifiers.some((one) => one === name || one.startsWith(`${name}/`));
  return known.filter((name) => (GOES_WITH[name] ?? [name]).some(isImported));
}

/** Copies `names` with all that they depend on; returns every package that is there now. */
export async function copyPackages(
  root: string,
  names: readonly string[],
  into: string,
  cpu: Cpu,
): Promise<string[]> {
  const copied = new Set<string>();
  const copy = async (name: string, from: string): Promise<void> => {
    if (copied.has(name)) return;
    copied.add(name);
    const folder = join(from, name);
    await mkdir(into, { recursive: true });
    await cp(folder, join(into, name), {
      recursive: true,
      filter: (source) => !LEFT_OUT.some((pattern) => pattern.test(source)) && basename(source) !== '.bin',
    });
    const { dependencies = {} } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    for (const dependency of Object.keys(dependencies)) {
      if (!isTypesOnly(dependency)) await copy(dependency, from);
    }
  };
  for (const name of names.filter((one) => one !== NATIVE)) await copy(name, join(root, 'node_modules'));
  if (names.includes(NATIVE)) {
    await withNative(root, cpu, async (from) => {
      for (const name of [NATIVE, `@img/sharp-linux-${cpu}`, `@img/sharp-libvips-linux-${cpu}`])
        await copy(name, from);
    });
  }
  return [...copied];
}

function isTypesOnly(name: string): boolean {
  return name.startsWith('@types/') || name === 'type-fest' || name === 'opencollective-postinstall';
}

/** This machine's own packages where they fit, else npm's for the other processor. */
async function withNative(root: string, cpu: Cpu, use: (folder: string) => Promise<void>): Promise<void> {
  if (process.platform === 'linux' && process.arch === cpu) return use(join(root, 'node_modules'));
  const { version } = JSON.parse(await readFile(join(root, 'node_modules', NATIVE, 'package.json'), 'utf8'));
  const folder = await mkdtemp(join(tmpdir(), 'bundle-'));
  try {
    const target = ['--os=linux', `--cpu=${cpu}`, '--libc=glibc'];
    const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', '--loglevel=error'];
    await run('npm', ['install', '--prefix', folder, ...target, ...quiet, `${NATIVE}@${version}`], {
      cwd: folder,
    });
    await use(join(folder, 'node_modules'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
