/** The envelope around every published event: who, when, about which dossier, and because of what. */
import { z } from 'zod';

export const envelopeSchema = z.object({
  /** Stable: a second delivery of the same event has the same id. */
  eventId: z.string().min(1),
  eventType: z.string().min(1),
  /** Major version; it rises when a reader of the old one could break. */
  eventVersion: z.int().positive(),
  /** ISO 8601 instant, UTC. */
  occurredAt: z.iso.datetime(),
  /** Code of the province since 01/07/2025 (34 units), e.g. `96`. */
  provinceCode: z.string().regex(/^\d{2}$/),
  /** Agency code of the province's system, e.g. `H12`. */
  unitCode: z.string().regex(/^[HG]\d{2}$/),
  /** Null while nobody knows which dossier the papers belong to. */
  dossierCode: z.string().nullable(),
  /** Id of the message that led to this event; null at the doors. */
  causeId: z.string().nullable(),
});

export type Envelope = z.infer<typeof envelopeSchema>;

export interface PublishedEvent extends Envelope {
  readonly data: Readonly<Record<string, unknown>>;
}
