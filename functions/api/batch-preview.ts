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
  /** Changes whenever somebody was shown an older one before this stood; 0 where nobody was. */
  readonly overtook: number;
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
  readonly #worksOn: boolean;
  readonly #kept = new Map<BatchId, Kept>();
  readonly #underWay = new Map<BatchId, Promise<BatchPreview>>();
  /** Marks that somebody asked for while another was under way or shown. */
  readonly #owed = new Map<BatchId, string>();
  #overtakes = 0;

  /** @param worksOn false where the process stands still between requests: everybody waits for the latest there */
  constructor(office: ApiOffice, worksOn = true) {
    this.#office = office;
    this.#worksOn = worksOn;
  }

  /**
   * The newest preview that can be had at once; where that is one of a moment ago, the one of `mark` is worked out
   * without being asked for again, and `overtookOf` changes when it stands. Whoever asks for the `latest` waits for it.
   */
  async of(batchId: BatchId, mark: string, latest: boolean): Promise<BatchPreview> {
    const kept = this.#kept.get(batchId);
    if (kept?.mark === mark) return kept.preview;
    if (latest || !this.#worksOn) return this.#work(batchId, mark);
    const next = this.#underWay.get(batchId) ?? this.#workAfterRest(batchId, mark);
    const shown = await (kept ? Promise.race([next, sleep(PATIENCE_MS, kept.preview)]) : next);
    const now = this.#kept.get(batchId);
    if (now?.mark !== mark) this.#owe(batchId, mark);
    else if (now.preview !== shown) this.#kept.set(batchId, { ...now, overtook: ++this.#overtakes });
    return shown;
  }

  /** Part of what a watcher compares: what it was shown may be older than this. */
  overtookOf(batchId: BatchId): number {
    return this.#kept.get(batchId)?.overtook ?? 0;
  }

  #owe(batchId: BatchId, mark: string): void {
    this.#owed.set(batchId, mark);
    if (!this.#underWay.has(batchId)) void this.#workAfterRest(batchId, mark);
  }

  #workAfterRest(batchId: BatchId, mark: string): Promise<BatchPreview> {
    const kept = this.#kept.get(batchId);
    const restMs =
      kept && kept.costMs > DEAR_FROM_MS ? kept.atMs + kept.costMs * REST_PER_COST - performance.now() : 0;
    const work = (async () => {
      if (restMs > 0) await sleep(restMs);
      return this.#work(batchId, mark);
    })().finally(() => {
      this.#underWay.delete(batchId);
      const owed = this.#owed.get(batchId);
      if (owed !== undefined && owed !== mark) void this.#workAfterRest(batchId, owed);
    });
    // Whoever waits hears of a failure; the next who asks tries again.
    work.catch(() => this.#owed.delete(batchId));
    this.#underWay.set(batchId, work);
    return work;
  }

  /** `mark` was taken before the look: what comes in between makes the preview count as behind, never as current. */
  async #work(batchId: BatchId, mark: string): Promise<BatchPreview> {
    const startMs = performance.now();
    const preview = await previewBatch(this.#office, batchId);
    const atMs = performance.now();
    const wasOwed = this.#owed.get(batchId) === mark && this.#owed.delete(batchId);
    const overtook = wasOwed ? ++this.#overtakes : this.overtookOf(batchId);
    this.#kept.delete(batchId);
    this.#kept.set(batchId, { mark, preview, atMs, costMs: atMs - startMs, overtook });
    if (this.#kept.size > MOST_KEPT) this.#kept.delete(this.#kept.keys().next().value!);
    return preview;
  }
}
