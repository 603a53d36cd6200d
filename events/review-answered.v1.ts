/** A person answered one of the questions that a dossier raised; what was answered stays in the record. */
import { z } from 'zod';

export const reviewAnsweredSchema = z.object({
  dossierId: z.string().min(1),
  /** The revision that the person had before them; the answer opens the next one. */
  revision: z.int().positive(),
  /** The same question has the same id in every revision. */
  reviewId: z.string().min(1),
  kind: z.enum(['field', 'finding', 'missing', 'paper-type', 'orphan']),
  pageId: z.string().nullable(),
  /** Name of the field, never its value. */
  field: z.string().nullable(),
  /** Account, never a name. */
  answeredBy: z.string().min(1),
});

export type ReviewAnswered = z.infer<typeof reviewAnsweredSchema>;
