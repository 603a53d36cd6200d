/** Takes apart every file that its parent sends, in a process that may be killed, and says what happened and what it took. */
import type { ExplodeLimits } from '../../shared/domain/exploded-scan.ts';
import { DigitizationError } from '../../shared/errors/digitization-error.ts';
import { explodeScan } from '../../shared/pipeline/explode-scan.ts';

export interface Explosion {
  /** A code of the catalogue, or what was thrown that should never be; absent for an accepted file. */
  readonly refused?: string;
  readonly warnings: readonly string[];
  readonly signed: boolean;
  readonly pages: readonly {
    readonly widthPx: number;
    readonly heightPx: number;
    readonly mediaType: string;
  }[];
  readonly ms: number;
  /** Highest memory of the process so far. */
  readonly peakMb: number;
}

/** The office's defaults. */
export const LIMITS: ExplodeLimits = {
  maxBytes: 200_000_000,
  maxPages: 500,
  maxPixels: 150_000_000,
  minPixels: 50,
  rasterDpi: 200,
};

async function explode(bytes: Uint8Array): Promise<Explosion> {
  const pages: { widthPx: number; heightPx: number; mediaType: string }[] = [];
  const started = performance.now();
  const spent = () => ({ ms: performance.now() - started, peakMb: process.resourceUsage().maxRSS / 1024 });
  try {
    const { warnings, signed } = await explodeScan(
      bytes,
      LIMITS,
      async ({ widthPx, heightPx, mediaType }) => {
        pages.push({ widthPx, heightPx, mediaType });
      },
    );
    return { warnings, signed, pages, ...spent() };
  } catch (error) {
    const refused = error instanceof DigitizationError ? error.code : `thrown: ${error}`;
    return { refused, warnings: [], signed: false, pages, ...spent() };
  }
}

if (process.send) process.on('message', async (bytes: Uint8Array) => process.send!(await explode(bytes)));
