/** A delivered file cannot be used; says why and what the clerk should do. */
import { z } from 'zod';

export const scanRejectedSchema = z.object({
  batchId: z.string().min(1),
  scanId: z.string().min(1),
  position: z.int().positive(),
  code: z.string().min(1),
  /** Vietnamese sentence with one thing to do. */
  message: z.string().min(1),
});

export type ScanRejected = z.infer<typeof scanRejectedSchema>;
