/** The citizen took the dossier back: its files no longer hang on the record; nothing is erased. */
import { z } from 'zod';

export const dossierWithdrawnSchema = z.object({
  dossierId: z.string().min(1),
  /** Later than every revision whose files were announced. */
  revision: z.int().positive(),
  /** Files that stood until now. */
  tepDinhKemIds: z.array(z.string()),
});

export type DossierWithdrawn = z.infer<typeof dossierWithdrawnSchema>;
