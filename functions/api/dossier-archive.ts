/** All of a dossier in one ZIP: its files in order, the report, and a list of SHA-256 that `sha256sum -c` checks. */
import { Zip, ZipPassThrough } from 'fflate';
import type { Dossier } from '../../shared/domain/dossier.ts';
import { sha256 } from '../../shared/pipeline/hash.ts';
import { reportDossier } from '../../shared/pipeline/report.ts';
import type { ApiOffice } from './api-office.ts';

/** One file is in memory at a time. PDFs are packed already: they are stored as they are. */
export async function archiveDossier(
  office: ApiOffice,
  dossier: Dossier,
): Promise<ReadableStream<Uint8Array>> {
  const { report, files } = await reportDossier(office, dossier);
  const reportBytes = new TextEncoder().encode(JSON.stringify(report, null, 2));
  const entries = [
    { name: 'report.json', load: async () => reportBytes },
    ...files.map(({ path, objectKey }) => ({ name: path, load: () => office.store.get(objectKey) })),
  ];
  const lines: string[] = [];
  let controller: ReadableStreamDefaultController<Uint8Array>;
  const zip = new Zip((error, chunk, isLast) => {
    if (error) controller.error(error);
    else controller.enqueue(chunk);
    if (isLast) controller.close();
  });
  const mtime = new Date(dossier.updatedAt);
  const add = (name: string, bytes: Uint8Array) => {
    const entry = new ZipPassThrough(name);
    entry.mtime = mtime;
    zip.add(entry);
    entry.push(bytes, true);
  };
  return new ReadableStream({
    start: (opened) => {
      controller = opened;
    },
    pull: async () => {
      const entry = entries.shift();
      if (!entry) {
        add('SHA256SUMS', new TextEncoder().encode(lines.join('')));
        zip.end();
        return;
      }
      const bytes = await entry.load();
      lines.push(`${sha256(bytes)}  ${entry.name}\n`);
      add(entry.name, bytes);
    },
  });
}
