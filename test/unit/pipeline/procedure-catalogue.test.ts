import { describe, expect, it } from 'vitest';
import { FolderObjectStore } from '../../../shared/adapters/local/folder-object-store.ts';
import {
  findProcedure,
  importCatalogue,
  knowledgeOf,
  loadCatalogue,
} from '../../../shared/pipeline/procedure-catalogue.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const office = async () => ({
  store: new FolderObjectStore(await makeTemporaryFolder()),
  clock: new ManualClock(),
});
const raw = (code: string, name = 'Thủ tục') => ({ MATTHC: code, TENTTHC: name });

describe('the procedure catalogue', () => {
  it('is none before the first import, and calls nothing unknown', async () => {
    expect(await loadCatalogue(await office())).toBeNull();
    expect(knowledgeOf(null, '1.000001')).toBeNull();
  });

  it('keeps each import as a version; procedures not in it stay', async () => {
    const here = await office();
    await importCatalogue(here, [raw('1.000002'), raw('1.000001')]);
    await importCatalogue(here, raw('1.000001', 'Thủ tục mới'));
    const catalogue = (await loadCatalogue(here))!;
    expect(catalogue.version).toBe(2);
    expect(catalogue.procedures.map(({ code, name }) => `${code} ${name}`)).toEqual([
      '1.000001 Thủ tục mới',
      '1.000002 Thủ tục',
    ]);
    expect(await here.store.size('catalogue/versions/000001.json')).toBeGreaterThan(0);
    expect(findProcedure(catalogue, '1.000002')?.code).toBe('1.000002');
    expect(knowledgeOf(catalogue, '1.000003')).toBe('unknown');
    expect(knowledgeOf(catalogue, undefined)).toBeNull();
  });

  it('makes no version of the same content, and none of a faulty file', async () => {
    const here = await office();
    await importCatalogue(here, raw('1.000001'));
    expect((await importCatalogue(here, raw('1.000001'))).catalogue?.version).toBe(1);
    const refused = await importCatalogue(here, raw('1'));
    expect(refused.problems).toHaveLength(1);
    expect((await loadCatalogue(here))?.version).toBe(1);
  });

  it('gives way from the sample to the first real import, never back', async () => {
    const here = await office();
    await importCatalogue(here, raw('1.000009'), { isSample: true });
    expect(knowledgeOf(await loadCatalogue(here), '1.000001')).toBeNull();
    await importCatalogue(here, raw('1.000001'));
    const catalogue = (await loadCatalogue(here))!;
    expect(catalogue.isSample).toBe(false);
    expect(catalogue.procedures.map(({ code }) => code)).toEqual(['1.000001']);
  });

  it('loses no import of two at once', async () => {
    const here = await office();
    await Promise.all(['1.000001', '1.000002', '1.000003'].map((code) => importCatalogue(here, raw(code))));
    const catalogue = (await loadCatalogue(here))!;
    expect(catalogue.procedures.map(({ code }) => code)).toEqual(['1.000001', '1.000002', '1.000003']);
  });

  it('goes on after an import that died between its two writes', async () => {
    const here = await office();
    const died = { version: 1, importedAt: 'x', isSample: false, types: {}, procedures: [] };
    await here.store.putOnce(
      'catalogue/versions/000001.json',
      new TextEncoder().encode(JSON.stringify(died)),
    );
    expect((await importCatalogue(here, raw('1.000001'))).catalogue?.version).toBe(2);
  });
});
