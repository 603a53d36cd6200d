/** What the counter typed about a delivery: declared, therefore never trusted over the papers themselves. */
import { z } from 'zod';

/** Old scanners' and Windows names arrive decomposed; everything of ours is composed. */
const text = z.string().transform((value) => value.normalize('NFC').trim());

/** How a paper was handed in (Circular 01/2023/TT-VPCP, article 4). */
export const paperFormSchema = z.enum([
  'ORIGINAL',
  'CERTIFIED_COPY',
  'PHOTOCOPY',
  'CERTIFIED_E_COPY',
  'PRESENTED_ONLY',
]);

const count = z.int().min(0).max(999).optional();

export const expectedDocumentSchema = z.object({
  /** Paper type, e.g. `TO_KHAI_KHAI_SINH`. */
  type: z.string().regex(/^[A-Z][A-Z0-9_]{1,59}$/),
  name: text,
  required: z.boolean().default(true),
  /** MAGIAYTO where the counter knows it; else the catalogue's. */
  componentCode: text.optional(),
  /** What the counter saw and counted of it; what is not said is not held against the paper. */
  form: paperFormSchema.optional(),
  originals: count,
  copies: count,
  /** Of all its copies that are scanned. */
  pages: count,
  /** Holds a state secret: never scanned. */
  secret: z.boolean().optional(),
  /** Its data has legal value in a national or sector database already. */
  alreadyInDatabase: z.boolean().optional(),
  /** Code of the electronic result that stands in for the paper (MA_KQ_THAYTHE). */
  replacedBy: text.optional(),
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
  /** Case of the procedure (TRUONGHOP): its number on the catalogue's list, or its name. */
  case: text.optional(),
  expectedDocuments: z.array(expectedDocumentSchema).default([]),
  declaredApplicant: applicantSchema.default({}),
  receivingPostOffice: z.object({ code: text, name: text.optional() }).optional(),
  postalItemId: text.optional(),
  /** Number of the postal invoice; with the time of hand-over it stands for the signatures of Decision 45/2016/QĐ-TTg. */
  postalReceiptNumber: text.optional(),
  /** ISO 8601 instant. */
  handedOverAt: text.optional(),
  /** ISO 8601 calendar date, Asia/Ho_Chi_Minh. */
  receivedOn: text.optional(),
  scannedWithSheets: z.boolean().optional(),
  delivery: text.optional(),
  /** Names of the delivered files in scanning order, relative to the dossier folder; kept exactly as typed. */
  files: z.array(z.string()).default([]),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type PaperForm = z.infer<typeof paperFormSchema>;
export type ExpectedDocument = z.infer<typeof expectedDocumentSchema>;
export type Applicant = z.infer<typeof applicantSchema>;

export const EMPTY_MANIFEST: Manifest = manifestSchema.parse({});
