import { describe, expect, it } from 'vitest';
import { placeOf, placeOfRecord } from '../../../../shared/adapters/aws/dynamodb-items.ts';
import { sampleBatch, samplePage, samplePageId, sampleScanId } from '../../../support/sample-records.ts';

describe('places in the table', () => {
  it('keep a batch, its scans and its pages together, found by id alone', () => {
    const { pk } = placeOfRecord(sampleBatch('b-1'));
    expect(placeOf('scan', sampleScanId('b-1', 3))).toEqual({ pk, sk: `scan#${sampleScanId('b-1', 3)}` });
    expect(placeOf('page', samplePageId('b-1', 3, 7))?.pk).toBe(pk);
    expect(placeOfRecord(samplePage('b-1', 3, 7))).toEqual(placeOf('page', samplePageId('b-1', 3, 7)));
  });

  it('are not mistaken by a batch id that looks like a scan of another', () => {
    const odd = 'b-1.s0001-0123456789';
    expect(placeOf('scan', sampleScanId(odd, 2))?.pk).toBe(`batch#${odd}`);
  });

  it('are none for what is no such id', () => {
    expect(placeOf('page', 'd-1')).toBeNull();
  });

  it('refuse a page that would never be found again', () => {
    expect(() => placeOfRecord(samplePage('b-1', 1, 1, { batchId: sampleBatch('b-2').batchId }))).toThrow(
      TypeError,
    );
  });
});
