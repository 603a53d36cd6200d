/** A person should look at something in the dossier; files are there meanwhile. */
import { z } from 'zod';

export const reviewRequestedSchema = z.object({
  dossierId: z.string().min(1),
  revision: z.int().positive(),
  reviews: z
    .array(
      z.object({
        code: z.string().min(1),
        severity: z.enum(['error', 'warning']),
        message: z.string().min(1),
        pageId: z.string().nullable(),
        loaiGiayTo: z.string().nullable(),
      }),
    )
    .min(1),
});

export type ReviewRequested = z.infer<typeof reviewRequestedSchema>;
