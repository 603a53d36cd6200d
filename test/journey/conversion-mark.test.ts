import { describe, expect, it } from 'vitest';
import type { ConversionMark } from '../../shared/domain/conversion-mark.ts';
import type { DossierFile } from '../../shared/domain/dossier.ts';
import type { BatchId } from '../../shared/domain/ids.ts';
import { BIRTH_NOTE, DECLARATION, digitize, dossierNow, LEASE } from '../support/dossier-desk.ts';
import { renderPdfPage } from '../support/render-pdf-page.ts';
import { openTestOffice, type TestOffice } from '../support/test-office.ts';

function told(office: TestOffice, conversionMark: ConversionMark): TestOffice {
  return { ...office, settings: { ...office.settings, conversionMark } };
}

/** Which half of the page's upper edge shows ink; the pictures of these journeys are white. */
async function inkAbove(office: TestOffice, file: DossierFile): Promise<string[]> {
  const { data, widthPx, heightPx } = await renderPdfPage(await office.store.get(file.objectKey!), 1, 72);
  const inked = new Set<string>();
  for (let pixel = 0; pixel < widthPx * Math.floor(heightPx / 10); pixel++) {
    if (data[3 * pixel]! < 128) inked.add(pixel % widthPx < widthPx / 2 ? 'left' : 'right');
  }
  return [...inked];
}

describe('the mark of conversion from paper', () => {
  it('is on files only where the setting says so, and files follow the setting with the next revision', async () => {
    const office = await openTestOffice();
    const plain = await digitize(office, [DECLARATION, BIRTH_NOTE]);
    for (const file of plain.files) expect(await inkAbove(office, file)).toEqual([]);

    const marking = told(office, 'top-right');
    await digitize(marking, [LEASE], { batchId: 'b-2' as BatchId });
    const { revision, files } = await dossierNow(office);
    expect(revision).toBe(2);
    const current = files.filter((file) => file.supersededInRevision === undefined);
    expect(current).toHaveLength(3);
    expect(current.every((file) => file.revision === 2)).toBe(true);
    for (const file of current) expect(await inkAbove(office, file)).toEqual(['right']);
  });
});
