/** A file with a signature is its original or nothing. */
import { expect, it } from 'vitest';
import { currentFiles } from '../../../shared/domain/dossier.ts';
import type { FileId } from '../../../shared/domain/ids.ts';
import { assembly } from '../../../shared/pipeline/assembly.ts';
import { workMessage } from '../../../shared/pipeline/messages.ts';
import { BATCH, DECLARATION, digitize, dossierNow } from '../../support/dossier-desk.ts';
import { openTestOffice, type TestOffice } from '../../support/test-office.ts';

/** As if the delivered file had been signed, and its copy were to be made once more. */
async function askForSignedCopy(office: TestOffice) {
  const dossier = await digitize(office, [DECLARATION]);
  const [{ objectKey: _made, ...file }] = currentFiles(dossier) as [ReturnType<typeof currentFiles>[0]];
  const due = { ...file, fileId: `${file.fileId}9` as FileId, signed: true, state: 'due' as const };
  await office.repository.commit([{ ...dossier, state: 'assembling', files: [due] }], []);
  const { dossierId } = dossier;
  const about = { subject: due.fileId, at: office.clock.now(), cause: null };
  const message = workMessage('file-due', { dossierId, fileId: due.fileId }, about);
  return { due, assemble: () => assembly({ message, receiveCount: 1, isLastTry: false }, office) };
}

it('passes the signed original on byte for byte', async () => {
  const office = await openTestOffice();
  const { due, assemble } = await askForSignedCopy(office);
  await assemble();
  const [scan] = await office.repository.scansOf(BATCH);
  const file = (await dossierNow(office)).files.find(({ fileId }) => fileId === due.fileId)!;
  expect(file.state).toBe('assembled');
  expect(await office.store.get(file.objectKey!)).toEqual(await office.store.get(scan!.objectKey!));
});

it('makes no copy from pictures where the signed original is not known any more', async () => {
  const office = await openTestOffice();
  const { due, assemble } = await askForSignedCopy(office);
  const [scan] = await office.repository.scansOf(BATCH);
  await office.repository.commit([{ ...scan!, objectKey: null }], []);
  await expect(assemble()).rejects.toMatchObject({ code: 'record-missing' });
  expect((await dossierNow(office)).files.find(({ fileId }) => fileId === due.fileId)?.state).toBe('due');
});
