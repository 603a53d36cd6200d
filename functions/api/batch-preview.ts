/** Previews of batches under way, worked out again when something changed, but never for most of the time. */
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
/** A preview of two hundred pages takes a second; the pages' own verdicts do not wait for it. */
const REST_PER_COST = 4;

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

  /** Possibly of a moment ago while pages are being read; always of `mark` for whoever asks for the `latest`. */
  async of(batchId: BatchId, mark: string, latest: boolean): Promise<BatchPreview> {
    const kept = this.#kept.get(batchId);
    if (kept?.mark === mark) return kept.preview;
    if (!latest && kept && this.#nowMs() - kept.atMs < kept.costMs * REST_PER_COST) return kept.preview;
    const underWay = this.#underWay.get(batchId);
    if (underWay && !latest) return underWay;
    const work = this.#work(batchId, mark).finally(() => this.#underWay.delete(batchId));
    this.#underWay.set(batchId, work);
    return work;
  }

  async #work(batchId: BatchId, mark: string): Promise<BatchPreview> {
    const startMs = this.#nowMs();
    const preview = await previewBatch(this.#office, batchId);
    const atMs = this.#nowMs();
    this.#kept.delete(batchId);
    this.#kept.set(batchId, { mark, preview, atMs, costMs: atMs - startMs });
    if (this.#kept.size > MOST_KEPT) this.#kept.delete(this.#kept.keys().next().value!);
    return preview;
  }

  #nowMs(): number {
    return this.#office.clock.now().getTime();
  }
}
