/** Previews of batches under way, worked out anew when something changed, without keeping anybody waiting. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Batch, Scan } from '../../shared/domain/batch.ts';
import type { BatchId } from '../../shared/domain/ids.ts';
import type { Page } from '../../shared/domain/page.ts';
import { type BatchPreview, previewBatch } from '../../shared/pipeline/preview.ts';
import type { ApiOffice } from './api-office.ts';

interface Kept {
  readonly mark: string;
  readonly preview: BatchPreview;
  readonly atMs: number;
  readonly costMs: number;
}

const MOST_KEPT = 50;
/** A preview of two hundred pages takes most of a second of the one thread that answers everybody. */
const DEAR_FROM_MS = 100;
const REST_PER_COST = 4;
/** The pages' own verdicts are known already: nobody waits longer than this for what they add up to. */
const PATIENCE_MS = 300;

/** What a client sees of a batch changes exactly when this does. */
export function markOf(batch: Batch, scans: readonly Scan[], pages: readonly Page[]): string {
  const sum = (records: readonly { readonly version: number }[]) =>
    records.reduce((total, { version }) => total + version, 0);
  return `${batch.version}.${scans.length}.${sum(scans)}.${pages.length}.${sum(pages)}`;
}

export class BatchPreviews {
  readonly #office: ApiOffice;
  readonly #kept = new Map<BatchId, Kept>();
  readonly #underWay = new Map<BatchId, Promise<BatchPreview>>();

  constructor(office: ApiOffice) {
    this.#office = office;
  }

  /**
   * The newest preview that can be had at once; where that is one of a moment ago, `isBehind` says so until the next is
   * there. Whoever asks for the `latest` waits for one of `mark`.
   */
  async of(batchId: BatchId, mark: string, latest: boolean): Promise<BatchPreview> {
    const kept = this.#kept.get(batchId);
    if (kept?.mark === mark) return kept.preview;
    if (latest) return this.#work(batchId, mark);
    const next = this.#underWay.get(batchId) ?? this.#workAfterRest(batchId, mark, kept);
    return kept ? Promise.race([next, sleep(PATIENCE_MS, kept.preview)]) : next;
  }

  /** Whether what was last shown is of an earlier mark. */
  isBehind(batchId: BatchId, mark: string): boolean {
    const kept = this.#kept.get(batchId);
    return kept !== undefined && kept.mark !== mark;
  }

  #workAfterRest(batchId: BatchId, mark: string, kept: Kept | undefined): Promise<BatchPreview> {
    const restMs =
      kept && kept.costMs > DEAR_FROM_MS ? kept.atMs + kept.costMs * REST_PER_COST - performance.now() : 0;
    const work = (async () => {
      if (restMs > 0) await sleep(restMs);
      return this.#work(batchId, mark);
    })().finally(() => this.#underWay.delete(batchId));
    // Whoever waits hears of a failure; the next who asks tries again.
    work.catch(() => undefined);
    this.#underWay.set(batchId, work);
    return work;
  }

  /** `mark` was taken before the look: what comes in between makes the preview count as behind, never as current. */
  async #work(batchId: BatchId, mark: string): Promise<BatchPreview> {
    const startMs = performance.now();
    const preview = await previewBatch(this.#office, batchId);
    const atMs = performance.now();
    this.#kept.delete(batchId);
    this.#kept.set(batchId, { mark, preview, atMs, costMs: atMs - startMs });
    if (this.#kept.size > MOST_KEPT) this.#kept.delete(this.#kept.keys().next().value!);
    return preview;
  }
}
