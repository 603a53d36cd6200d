/** The papers of a dossier are digital files that an officer can open; raised once per revision. */
import { z } from 'zod';

/** Minimum data of a digitised paper (Circular 01/2023/TT-VPCP, article 9); days are ISO 8601. */
export const digitizedMetadataSchema = z.object({
  maLoaiGiayTo: z.string().min(1),
  maDinhDanh: z.string().nullable(),
  tenGiayTo: z.string().min(1),
  soKyHieu: z.string().nullable(),
  ngayCap: z.iso.date().nullable(),
  coQuanCap: z.string().nullable(),
  trichYeu: z.string(),
  thoiHanHieuLuc: z.iso.date().nullable(),
  phamViHieuLuc: z.string().nullable(),
});

export const digitizedDocumentSchema = z.object({
  /** Id of the file for ever; a changed file has another one. */
  tepDinhKemId: z.string().min(1),
  /** File name for people. */
  tenTepDinhKem: z.string().min(1),
  /** Component of the procedure that the file stands for (MAGIAYTO); null for a paper nobody asked for. */
  maThanhPhanHoSo: z.string().nullable(),
  /** Paper type, e.g. `TO_KHAI_KHAI_SINH`; `KHAC` where it could not be told. */
  loaiGiayTo: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().positive(),
  pages: z.int().positive(),
  /** Stable address, valid as long as the file is kept. */
  uri: z.url(),
  /** Always "1": the file came from paper or was delivered as a file with the dossier. */
  duocSoHoa: z.literal('1'),
  /** True for a digitally signed file, which is passed on byte for byte. */
  signed: z.boolean(),
  /** Code of the digitised result (article 10 of the same). */
  maKetQuaSoHoa: z.string().nullable().optional(),
  metadata: digitizedMetadataSchema.optional(),
  /** Converted from paper, by whom and when; null for what came as a signed file. */
  converted: z
    .object({ by: z.string().min(1), at: z.iso.datetime() })
    .nullable()
    .optional(),
});

export const dossierDigitizedSchema = z.object({
  maHoSo: z.string().min(1),
  maTTHC: z.string().nullable(),
  /** 3: through the public postal service (KenhThucHien). */
  kenhThucHien: z.literal('3'),
  /** Postal item that carries the paper originals. */
  itemCode: z.string().nullable(),
  /** Number of the postal invoice and the moment of hand-over, as the counter typed them. */
  postalReceiptNumber: z.string().nullable().optional(),
  handedOverAt: z.string().nullable().optional(),
  /** Empty when a correction moved all papers to another dossier. */
  batchIds: z.array(z.string().min(1)),
  /** 1 at first; a later page, rescan or correction raises the next. */
  revision: z.int().positive(),
  verdict: z.enum(['clean', 'needs-review', 'rescan']),
  /** One file per component: portals take one. */
  documents: z.array(digitizedDocumentSchema),
  /** Files of earlier revisions that no longer stand; they are kept, not deleted. */
  superseded: z.array(z.string()),
  /** Required components without a paper. */
  missing: z.array(z.object({ loaiGiayTo: z.string(), tenGiayTo: z.string() })),
  /** Listed components that are not digitised (article 4), with the reason. */
  skipped: z
    .array(z.object({ maGiayTo: z.string(), tenGiayTo: z.string(), reason: z.string().min(1) }))
    .optional(),
  /** Findings that a person should look at before relying on the files. */
  openReviews: z.array(
    z.object({ code: z.string(), severity: z.enum(['error', 'warning']), message: z.string() }),
  ),
});

export type DossierDigitized = z.infer<typeof dossierDigitizedSchema>;
