/** All published events by name: the version in force and its schema. */
import type { z } from 'zod';
import { dossierDigitizedSchema } from './dossier-digitized.v1.ts';
import { dossierWithdrawnSchema } from './dossier-withdrawn.v1.ts';
import { filesAttachedSchema } from './files-attached.v1.ts';
import { pageRecognizedSchema } from './page-recognized.v1.ts';
import { rescanRequestedSchema } from './rescan-requested.v1.ts';
import { reviewAnsweredSchema } from './review-answered.v1.ts';
import { reviewRequestedSchema } from './review-requested.v1.ts';
import { scanRejectedSchema } from './scan-rejected.v1.ts';
import { secretPaperFoundSchema } from './secret-paper-found.v1.ts';
import { supplementRequestedSchema } from './supplement-requested.v1.ts';

export const publishedEvents = {
  'page-recognized': { version: 1, schema: pageRecognizedSchema },
  'scan-rejected': { version: 1, schema: scanRejectedSchema },
  'secret-paper-found': { version: 1, schema: secretPaperFoundSchema },
  'review-requested': { version: 1, schema: reviewRequestedSchema },
  'rescan-requested': { version: 1, schema: rescanRequestedSchema },
  'dossier-digitized': { version: 1, schema: dossierDigitizedSchema },
  'files-attached': { version: 1, schema: filesAttachedSchema },
  'review-answered': { version: 1, schema: reviewAnsweredSchema },
  'supplement-requested': { version: 1, schema: supplementRequestedSchema },
  'dossier-withdrawn': { version: 1, schema: dossierWithdrawnSchema },
} as const satisfies Record<string, { version: number; schema: z.ZodObject }>;

export type PublishedEventType = keyof typeof publishedEvents;

export type EventData<Type extends PublishedEventType> = z.infer<(typeof publishedEvents)[Type]['schema']>;
