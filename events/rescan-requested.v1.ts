/** Pages must be scanned again before the dossier can be announced; the office that scanned is shown this. */
import { z } from 'zod';

export const rescanRequestedSchema = z.object({
  dossierId: z.string().min(1),
  revision: z.int().positive(),
  officeCode: z.string().nullable(),
  pages: z
    .array(z.object({ pageId: z.string().nullable(), code: z.string().min(1), message: z.string().min(1) }))
    .min(1),
});

export type RescanRequested = z.infer<typeof rescanRequestedSchema>;
