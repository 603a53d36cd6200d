/** Builds the console: hashed files, nothing inline, PDF.js and the code reader loaded on demand. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const { version } = JSON.parse(readFileSync(join(pdfjs, 'package.json'), 'utf8')) as { version: string };
const PDFJS_FOLDER = `assets/pdfjs-${version}/`;

/** PDF.js asks for its decoders and standard fonts by name in a folder. */
function pdfjsFolder(): Plugin {
  return {
    name: 'pdfjs-folder',
    generateBundle() {
      for (const folder of ['wasm', 'standard_fonts']) {
        for (const name of readdirSync(join(pdfjs, folder))) {
          if (!/\.(wasm|ttf|pfb)$/.test(name) || name.startsWith('quickjs')) continue;
          const source = readFileSync(join(pdfjs, folder, name));
          this.emitFile({ type: 'asset', fileName: `${PDFJS_FOLDER}${name}`, source });
        }
      }
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: { PDFJS_FOLDER: JSON.stringify(`/${PDFJS_FOLDER}`) },
  plugins: [pdfjsFolder()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2_000,
  },
});
