import { describe, expect, it } from 'vitest';
import type { DossierAttachments } from '../../../shared/domain/attachment.ts';
import type { Dossier, DossierFile } from '../../../shared/domain/dossier.ts';
import type { DossierId, FileId, PaperId } from '../../../shared/domain/ids.ts';
import { decideFinals, decideRawScans } from '../../../shared/domain/retention.ts';
import { sampleAttachments, sampleBatch, sampleDossier } from '../../support/sample-records.ts';

const POLICY = { rawScanDays: 90, finalDays: 3_650 };
const NOW = new Date('2036-06-01T00:00:00.000Z');
const LONG_AGO = '2026-01-05T02:00:00.000Z';
const YESTERDAY = '2036-05-31T00:00:00.000Z';

function file(id: string, changes: Partial<DossierFile> = {}): DossierFile {
  return {
    fileId: id as FileId,
    role: 'paper',
    paperIds: [`paper-${id}` as PaperId],
    type: 'KHAC',
    name: 'Giấy tờ khác',
    componentCode: null,
    pageIds: [],
    signed: false,
    revision: 1,
    recipe: id,
    state: 'assembled',
    objectKey: `files/d/${id}.pdf`,
    ...changes,
  };
}

function attached(ids: readonly string[], changes: Partial<DossierAttachments> = {}): DossierAttachments {
  const documents = ids.map((id) => ({
    tepDinhKemId: id as FileId,
    tenTepDinhKem: 'Giấy tờ khác.pdf',
    isDeleted: false,
    maThanhPhanHoSo: null,
    duongDanTaiTepTin: 'https://hoso.example/files/1',
    duocSoHoa: '1' as const,
    sha256: '0'.repeat(64),
    bytes: 1,
    pages: 1,
  }));
  return sampleAttachments('d', { documents, attachedAt: LONG_AGO, ...changes });
}

function digitized(changes: Partial<Dossier> = {}): Dossier {
  return sampleDossier('d', { state: 'digitized', files: [file('f1')], ...changes });
}

const settled = sampleBatch('b', { state: 'settled', dossierIds: ['d' as DossierId] });

describe('raw scans', () => {
  const decide = (
    dossier: Dossier,
    attachments: DossierAttachments | null,
    batch = settled,
    policy = POLICY,
  ) => decideRawScans(batch, [{ dossier, attachments }], policy, NOW);

  it('may go when every dossier of theirs is acknowledged and the days are over', () => {
    expect(decide(digitized(), attached(['f1']))).toBe('due');
  });

  it.each([
    ['too-young', digitized(), attached(['f1'], { attachedAt: YESTERDAY })],
    ['not-acknowledged', digitized(), null],
    ['not-acknowledged', digitized({ revision: 2 }), attached(['f1'])],
    ['not-acknowledged', digitized({ files: [file('f1'), file('f2')] }), attached(['f1'])],
    ['not-acknowledged', digitized({ files: [] }), attached([])],
    ['dossier-under-way', digitized({ state: 'awaiting-rescan' }), attached(['f1'])],
    ['dossier-under-way', digitized({ state: 'unassigned' }), attached(['f1'])],
  ] as const)('stay: %s', (decision, dossier, attachments) => {
    expect(decide(dossier, attachments)).toBe(decision);
  });

  it('stay while the batch is open, has no dossier, or the province keeps them', () => {
    const ready = [digitized(), attached(['f1'])] as const;
    expect(decide(...ready, { ...settled, state: 'open' })).toBe('batch-not-settled');
    expect(decide(...ready, { ...settled, rawRemovedAt: LONG_AGO })).toBe('removed-already');
    expect(decide(...ready, settled, { ...POLICY, rawScanDays: null as never })).toBe('kept-for-ever');
    expect(decideRawScans(settled, [], POLICY, NOW)).toBe('no-dossier');
    expect(decideRawScans(settled, [null], POLICY, NOW)).toBe('dossier-under-way');
  });

  it('of a stack with two dossiers stay for the slower one', () => {
    const done = { dossier: digitized(), attachments: attached(['f1']) };
    const late = { dossier: digitized(), attachments: null };
    expect(decideRawScans(settled, [done, late], POLICY, NOW)).toBe('not-acknowledged');
  });
});

describe('finished files', () => {
  const due = (dossier: Dossier, attachments: DossierAttachments | null, policy = POLICY) =>
    decideFinals({ dossier, attachments }, policy, NOW).map(({ fileId }) => fileId);

  it('go when the record names them and the years are over', () => {
    expect(due(digitized(), attached(['f1']))).toEqual(['f1']);
  });

  it('stay for ever unless the province says how long', () => {
    expect(due(digitized(), attached(['f1']), { ...POLICY, finalDays: null as never })).toEqual([]);
  });

  it.each([
    ['no record', digitized(), null],
    ['an older revision on the record', digitized({ revision: 2 }), attached(['f1'])],
    [
      'a file that the record does not name',
      digitized({ files: [file('f1'), file('f2')] }),
      attached(['f1']),
    ],
    ['a file that was taken off the record', digitized(), attached(['f9'])],
    ['too young', digitized(), attached(['f1'], { attachedAt: YESTERDAY })],
    ['waits for a rescan', digitized({ state: 'awaiting-rescan' }), attached(['f1'])],
    ['under way', digitized({ files: [file('f1', { state: 'due' })] }), attached(['f1'])],
  ])('stay: %s', (_, dossier, attachments) => {
    expect(due(dossier, attachments)).toEqual([]);
  });

  it('a replaced file that was never handed over stays, one that was goes with the rest', () => {
    const old = (id: string) => file(id, { supersededInRevision: 2, paperIds: [`old-${id}` as PaperId] });
    const dossier = digitized({ revision: 2, files: [old('f0'), old('x0'), file('f1')] });
    expect(due(dossier, attached(['f1', 'f0'], { revision: 2 }))).toEqual(['f0', 'f1']);
  });

  it('a paper goes with the component file that holds it', () => {
    const papers = [file('p1'), file('p2')];
    const component = file('c1', { role: 'component', paperIds: papers.flatMap(({ paperIds }) => paperIds) });
    expect(due(digitized({ files: [...papers, component] }), attached(['c1']))).toEqual(['p1', 'p2', 'c1']);
  });
});
