/** The officer asks the citizen for more papers, once per dossier; the letter itself stays in the record. */
import { z } from 'zod';

export const supplementRequestedSchema = z.object({
  dossierId: z.string().min(1),
  revision: z.int().positive(),
  /** Required components without a paper. */
  missing: z.array(z.object({ loaiGiayTo: z.string(), tenGiayTo: z.string() })),
  /** Codes of the findings that the letter speaks of. */
  findings: z.array(z.string()),
  /** Account, never a name. */
  requestedBy: z.string().min(1),
});

export type SupplementRequested = z.infer<typeof supplementRequestedSchema>;
