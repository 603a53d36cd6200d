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

/** Knows the files of its version: those of older ones are deleted when it takes over. */
function offlineWorker(): Plugin {
  return {
    name: 'offline-worker',
    enforce: 'post',
    generateBundle(_, bundle) {
      const all = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
      const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry);
      const styles = entry?.type === 'chunk' ? [...(entry.viteMetadata?.importedCss ?? [])] : [];
      const first = entry ? [entry.fileName, ...styles] : [];
      const files = { first: first.map(addressOf), all: all.map(addressOf) };
      const worker = readFileSync(join(import.meta.dirname, 'src', 'offline', 'worker.js'), 'utf8');
      const source = `const VERSION_FILES = ${JSON.stringify(files)};\n${worker}`;
      this.emitFile({ type: 'asset', fileName: 'offline.js', source });
    },
  };
}

function addressOf(fileName: string): string {
  return `/${fileName}`;
}

export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: { PDFJS_FOLDER: JSON.stringify(`/${PDFJS_FOLDER}`) },
  plugins: [pdfjsFolder(), offlineWorker()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2_000,
  },
});
