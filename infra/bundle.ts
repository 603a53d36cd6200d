/** Builds each function's code for Lambda: `npm run bundle [-- --cpu x64] [--out <folder>] [name …]`. */
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { type Cpu, copyPackages, packagesIn } from './bundled-packages.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const FUNCTIONS = join(ROOT, 'functions');

/** Kept as packages: native code, WebAssembly, and files found by their place. */
const NOT_BUNDLED = [
  'sharp',
  'tesseract.js',
  '@tesseract.js-data/eng',
  '@tesseract.js-data/vie',
  'zxing-wasm',
  '@hyzyla/pdfium',
  '@expo-google-fonts/be-vietnam-pro',
];

/** Lambda takes 250 MB unzipped; what reads pages must start fast. */
const MAX_BYTES = 250e6;
const MAX_OCR_BYTES = 60e6;

export interface Bundle {
  readonly name: string;
  readonly folder: string;
  readonly bytes: number;
  readonly packages: readonly string[];
}

/** Every folder of `functions/` whose handler exports one for Lambda. */
export function bundledFunctions(): string[] {
  return readdirSync(FUNCTIONS)
    .filter((name) => statSync(join(FUNCTIONS, name)).isDirectory())
    .filter((name) => {
      const path = join(FUNCTIONS, name, 'handler.ts');
      const source = statSync(path, { throwIfNoEntry: false }) ? readFileSync(path, 'utf8') : '';
      return /^export (const|async function) handler\b/m.test(source);
    });
}

/** @throws Error when the code grows over what Lambda takes, or a package cannot be had for `cpu`. */
export async function bundleFunction(name: string, cpu: Cpu, outFolder: string): Promise<Bundle> {
  const folder = join(outFolder, name);
  rmSync(folder, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [join(FUNCTIONS, name, 'handler.ts')],
    outfile: join(folder, 'index.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    external: NOT_BUNDLED.flatMap((external) => [external, `${external}/*`]),
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    legalComments: 'linked',
    logLevel: 'warning',
    // CommonJS inside of the bundle asks for Node's own modules by `require`, which ES modules do not have.
    banner: {
      js: "import{createRequire as bundleRequire}from'node:module';globalThis.require??=bundleRequire(import.meta.url);",
    },
  });
  const inputs = Object.values(metafile.inputs).flatMap((input) => input.imports);
  const wanted = packagesIn(
    inputs.filter((one) => one.external).map((one) => one.path),
    NOT_BUNDLED,
  );
  const packages = await copyPackages(ROOT, wanted, join(folder, 'node_modules'), cpu);
  const bytes = sizeOf(folder);
  const limit = packages.includes('tesseract.js') ? MAX_OCR_BYTES : MAX_BYTES;
  if (bytes > limit) throw new Error(`${name}: ${bytes} bytes unzipped, more than ${limit}`);
  return { name, folder, bytes, packages };
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      cpu: { type: 'string', default: 'arm64' },
      out: { type: 'string', default: join(ROOT, 'dist', 'functions') },
    },
  });
  for (const name of positionals.length > 0 ? positionals : bundledFunctions()) {
    const { bytes, packages } = await bundleFunction(name, values.cpu as Cpu, values.out);
    console.log(`${name}: ${(bytes / 1e6).toFixed(1)} MB for linux-${values.cpu}; ${packages.join(', ')}`);
  }
}
