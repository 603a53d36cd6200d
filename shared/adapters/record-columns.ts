/** What of each record is searched, counted or ordered by. */
import { officeOfBatch } from '../domain/batch.ts';
import { keepsFinals, keepsRawScans } from '../domain/retention.ts';
import type { Entity } from '../ports/dossier-repository.ts';

interface RecordColumns {
  readonly batchId: string | null;
  readonly scanPosition: number | null;
  readonly pageNumber: number | null;
  /** A scan still to be exploded, a page still to be read. */
  readonly unfinished: boolean;
  readonly listedAt: string | null;
  readonly officeCode: string | null;
  /** Listed, and something of it is still kept that retention may have to let go. */
  readonly kept: boolean;
}

const NONE: RecordColumns = {
  batchId: null,
  scanPosition: null,
  pageNumber: null,
  unfinished: false,
  listedAt: null,
  officeCode: null,
  kept: false,
};

export function recordColumns(record: Entity): RecordColumns {
  switch (record.kind) {
    case 'batch':
      return {
        ...NONE,
        listedAt: record.openedAt,
        officeCode: officeOfBatch(record),
        kept: keepsRawScans(record),
      };
    case 'dossier':
      return { ...NONE, listedAt: record.createdAt, kept: keepsFinals(record) };
    case 'corrections':
    case 'attachments':
      return NONE;
    case 'scan':
      return {
        ...NONE,
        batchId: record.batchId,
        scanPosition: record.position,
        unfinished: record.state === 'stored',
      };
    case 'page':
      return {
        ...NONE,
        batchId: record.batchId,
        scanPosition: record.scanPosition,
        pageNumber: record.pageNumber,
        unfinished: record.state === 'received',
      };
  }
}
