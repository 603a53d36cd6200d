/** One page has been read; feeds the desk's progress and checklist. */
import { z } from 'zod';

export const pageRecognizedSchema = z.object({
  batchId: z.string().min(1),
  pageId: z.string().min(1),
  /** Position of the scan in its batch, and of the page in its scan; both from 1. */
  scanPosition: z.int().positive(),
  pageNumber: z.int().positive(),
  /** False when every try failed and the page waits for a person. */
  read: z.boolean(),
  /** 0-100 over the characters of the page. */
  meanConfidence: z.number().min(0).max(100),
});

export type PageRecognized = z.infer<typeof pageRecognizedSchema>;
