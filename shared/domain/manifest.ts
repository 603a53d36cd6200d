/** What the counter typed about a delivery: declared, therefore never trusted over the papers themselves. */
import { z } from 'zod';

/** Old scanners' and Windows names arrive decomposed; everything of ours is composed. */
const text = z.string().transform((value) => value.normalize('NFC').trim());

export const expectedDocumentSchema = z.object({
  /** Paper type, e.g. `TO_KHAI_KHAI_SINH`. */
  type: z.string().regex(/^[A-Z][A-Z0-9_]{1,59}$/),
  name: text,
  required: z.boolean().default(true),
});

export const applicantSchema = z.object({
  name: text.optional(),
  idNumber: text.optional(),
  /** ISO 8601 calendar date. */
  dateOfBirth: text.optional(),
  address: text.optional(),
  phone: text.optional(),
});

export const manifestSchema = z.object({
  dossierCode: text.optional(),
  procedureCode: text.optional(),
  procedureName: text.optional(),
  expectedDocuments: z.array(expectedDocumentSchema).default([]),
  declaredApplicant: applicantSchema.default({}),
  receivingPostOffice: z.object({ code: text, name: text.optional() }).optional(),
  postalItemId: text.optional(),
  /** ISO 8601 calendar date, Asia/Ho_Chi_Minh. */
  receivedOn: text.optional(),
  scannedWithSheets: z.boolean().optional(),
  delivery: text.optional(),
  /** Names of the delivered files in scanning order, relative to the dossier folder; kept exactly as typed. */
  files: z.array(z.string()).default([]),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ExpectedDocument = z.infer<typeof expectedDocumentSchema>;
export type Applicant = z.infer<typeof applicantSchema>;

export const EMPTY_MANIFEST: Manifest = manifestSchema.parse({});
