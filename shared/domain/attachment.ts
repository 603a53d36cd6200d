/** The dossier record's list of files, in the words of the National Portal's TaiLieuNop. */
import type { DossierId, FileId, MessageId } from './ids.ts';

/** Field names of DongBoHoSoMC: ids and URLs travel, never bytes. */
export interface SubmittedDocument {
  readonly tepDinhKemId: FileId;
  readonly tenTepDinhKem: string;
  readonly isDeleted: boolean;
  readonly maThanhPhanHoSo: string | null;
  readonly duongDanTaiTepTin: string;
  readonly duocSoHoa: '1';
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
}

export interface DossierAttachments {
  readonly kind: 'attachments';
  readonly version: number;
  readonly dossierId: DossierId;
  /** Last revision hung on the record: an older or equal one changes nothing. */
  readonly revision: number;
  readonly documents: readonly SubmittedDocument[];
  /** The event that brought each revision. */
  readonly causes: readonly MessageId[];
  readonly attachedAt: string;
}
