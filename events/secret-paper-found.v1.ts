/** A scanned page bears a mark of state secret: it was withdrawn, and the person named here has to take the paper. */
import { z } from 'zod';

export const secretPaperFoundSchema = z.object({
  batchId: z.string().min(1),
  pageId: z.string().min(1),
  /** Position of the scan in its batch, and of the page in its scan; both from 1. */
  scanPosition: z.int().positive(),
  pageNumber: z.int().positive(),
  /** Post office that scanned it. */
  officeCode: z.string().nullable(),
  /** Who is told, as the province names them. */
  contact: z.string().min(1),
});

export type SecretPaperFound = z.infer<typeof secretPaperFoundSchema>;
