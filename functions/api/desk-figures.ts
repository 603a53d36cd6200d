/** Load and quality by office and by clerk, over the deliveries of the last weeks. */

import { type Batch, officeOfBatch } from '../../shared/domain/batch.ts';
import type { Dossier } from '../../shared/domain/dossier.ts';
import type { Page } from '../../shared/domain/page.ts';
import { officeNamed, type ProvinceDirectory } from '../../shared/domain/province-directory.ts';
import type { ApiOffice } from './api-office.ts';

/** Newest first: what a province takes in over some days. */
const BATCHES_COUNTED = 500;

export interface Delivery {
  readonly batch: Batch;
  readonly pages: readonly Page[];
  readonly dossiers: readonly Dossier[];
}

export interface DeskFigures {
  readonly dossiers: number;
  readonly pages: number;
  /** Share of the pages that had to be scanned again or were refused, 0-1. */
  readonly rescanRate: number;
  readonly findingsPerDossier: number;
  /** From the opening of a delivery to its handing over, by page; null where none has been handed over at a desk. */
  readonly secondsPerPage: number | null;
}

/** Practice is left out. */
export async function recentDeliveries({ repository }: ApiOffice): Promise<Delivery[]> {
  const batches = (await repository.listBatches(BATCHES_COUNTED)).filter((batch) => !batch.practice);
  return Promise.all(
    batches.map(async (batch) => ({
      batch,
      pages: await repository.pagesOf(batch.batchId),
      dossiers: (await Promise.all(batch.dossierIds.map((id) => repository.dossier(id)))).filter(
        (dossier) => dossier !== null,
      ),
    })),
  );
}

/** As the province's file names it, else as its own deliveries do. */
export function officeNameOf(
  directory: ProvinceDirectory | null,
  deliveries: readonly Delivery[],
  code: string | null,
): string | null {
  const listed = directory && officeNamed(directory, code);
  if (listed) return listed;
  const named = deliveries.find(({ batch }) => batch.manifest?.receivingPostOffice?.name);
  return named?.batch.manifest?.receivingPostOffice?.name ?? null;
}

export function officeOf({ batch }: Delivery): string | null {
  return officeOfBatch(batch);
}

export function figuresOf(deliveries: readonly Delivery[]): DeskFigures {
  const pages = deliveries.flatMap((delivery) => delivery.pages);
  const dossiers = new Map(
    deliveries.flatMap((delivery) => delivery.dossiers).map((dossier) => [dossier.dossierId, dossier]),
  );
  const findings = [...dossiers.values()].flatMap((dossier) =>
    dossier.findings.filter(({ severity }) => severity !== 'info'),
  );
  return {
    dossiers: dossiers.size,
    pages: pages.length,
    rescanRate: ratio(pages.filter(wasBad).length, pages.length),
    findingsPerDossier: ratio(findings.length, dossiers.size),
    secondsPerPage: secondsPerPage(deliveries),
  };
}

function wasBad({ quality, plan }: Page): boolean {
  return plan?.replaces !== undefined || quality.blurry || quality.dark || quality.cutOff;
}

function secondsPerPage(deliveries: readonly Delivery[]): number | null {
  const closed = deliveries.filter(({ batch, pages }) => batch.closing !== undefined && pages.length > 0);
  const seconds = closed.reduce(
    (sum, { batch }) => sum + (Date.parse(batch.closing!.at) - Date.parse(batch.openedAt)) / 1000,
    0,
  );
  const pages = closed.reduce((sum, delivery) => sum + delivery.pages.length, 0);
  return pages === 0 ? null : round(seconds / pages);
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : round(part / whole);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
