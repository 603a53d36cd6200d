/** Writes a dossier's report with its PDFs beside it, each file whole or not at all. */
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Dossier } from '../../shared/domain/dossier.ts';
import { type DossierReport, reportDossier } from '../../shared/pipeline/report.ts';
import type { LocalOffice } from '../../shared/runtime/local.ts';

/** @param taken paths of reports written before, of other dossiers; this one's is added */
export async function writeReport(
  office: LocalOffice,
  dossier: Dossier,
  out: string,
  taken: Set<string>,
): Promise<{ report: DossierReport; path: string }> {
  const { report, files } = await reportDossier(office, dossier);
  await removeLeftovers(
    join(out, dossier.dossierId),
    new Set(files.map((file) => file.path.split('/').at(-1)!)),
  );
  for (const file of files) await replaceFile(join(out, file.path), await office.store.get(file.objectKey));
  const declared = join(out, `${reportName(dossier)}.json`);
  const path = taken.has(declared) ? join(out, `${dossier.dossierId}.json`) : declared;
  taken.add(path);
  await replaceFile(path, `${JSON.stringify(report, null, 1)}\n`);
  return { report, path };
}

const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** A declared code that is no dossier code still tells its owner whose report this is; two may declare the same. */
function reportName({ dossierCode, dossierId, manifest }: Dossier): string {
  const declared = manifest.dossierCode ?? '';
  return dossierCode === null && SAFE_NAME.test(declared) ? declared : dossierId;
}

/** As reports name their PDFs; whatever else lies in the folder is somebody's. */
const OWN_PDF = /^\d{2,}-[A-Z0-9_]+\.pdf(\.part)?$/;

/** PDFs of an earlier revision, which the report no longer names; the store keeps them. */
async function removeLeftovers(folder: string, kept: ReadonlySet<string>): Promise<void> {
  const present = await readdir(folder).catch(() => []);
  const left = present.filter((name) => OWN_PDF.test(name) && !kept.has(name));
  await Promise.all(left.map((name) => rm(join(folder, name))));
}

async function replaceFile(path: string, content: Uint8Array | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.part`;
  await writeFile(draft, content);
  await rename(draft, path);
}
