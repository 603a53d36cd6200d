/** The files hang on the dossier record; an older revision's are marked as replaced. */
import { z } from 'zod';

export const filesAttachedSchema = z.object({
  maHoSo: z.string().min(1),
  revision: z.int().positive(),
  tepDinhKemIds: z.array(z.string()),
  replaced: z.array(z.string()),
});

export type FilesAttached = z.infer<typeof filesAttachedSchema>;
