/** Indexing: what a dossier says and where it stands becomes findable, after every save that changed it. */
import type { Dossier } from '../domain/dossier.ts';
import type { Message } from '../domain/message.ts';
import { loadSearchEntry } from './load-search-entry.ts';
import { readBody, workMessage } from './messages.ts';
import type { Office, Step } from './step.ts';

/** Takes `dossier-saved`; the latest record is indexed whichever save asked, so order and repetition do not matter. */
export const indexing: Step = async ({ message }, office) => {
  const { dossierId } = readBody('dossier-saved', message);
  const dossier = await office.repository.dossier(dossierId);
  if (dossier) await office.search.put(await loadSearchEntry(office, dossier));
};

/** Goes into the commit of `dossier`, whose version is still the one before the save. */
export function dossierSaved(
  office: Pick<Office, 'clock'>,
  dossier: Dossier,
  cause: Message | null,
): Message {
  const { dossierId, dossierCode, version } = dossier;
  return workMessage(
    'dossier-saved',
    { dossierId },
    {
      subject: `${dossierId}.v${version + 1}`,
      at: office.clock.now(),
      cause: cause?.id ?? null,
      dossierCode,
    },
  );
}
