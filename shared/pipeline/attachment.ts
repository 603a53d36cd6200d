/** Attachment: the files of a digitized dossier hang on the dossier record, once, however often the event comes. */
import { type DossierDigitized, dossierDigitizedSchema } from '../../events/dossier-digitized.v1.ts';
import { dossierWithdrawnSchema } from '../../events/dossier-withdrawn.v1.ts';
import type { DossierAttachments, SubmittedDocument } from '../domain/attachment.ts';
import type { DossierId, FileId } from '../domain/ids.ts';
import type { Message } from '../domain/message.ts';
import { DigitizationError } from '../errors/digitization-error.ts';
import { eventMessage } from './messages.ts';
import { type Office, type Step, settleConflicts } from './step.ts';

/**
 * Takes `dossier-digitized` and `dossier-withdrawn`; an older revision than the one on the record, or the same again,
 * changes nothing.
 */
export const attachment: Step = async ({ message }, office) => {
  if (message.type === 'dossier-withdrawn') {
    const event = dossierWithdrawnSchema.safeParse(message.body);
    if (!event.success) throw new DigitizationError('message-invalid', { type: message.type });
    await hang(office, event.data.dossierId as DossierId, event.data.revision, [], message);
    return;
  }
  const event = dossierDigitizedSchema.safeParse(message.body);
  if (!event.success) throw new DigitizationError('message-invalid', { type: message.type });
  const { maHoSo, revision, documents } = event.data;
  await hang(office, maHoSo as DossierId, revision, documents.map(toSubmitted), message);
};

type EventDocument = DossierDigitized['documents'][number];

function toSubmitted(document: EventDocument): SubmittedDocument {
  return {
    tepDinhKemId: document.tepDinhKemId as FileId,
    tenTepDinhKem: document.tenTepDinhKem,
    isDeleted: false,
    maThanhPhanHoSo: document.maThanhPhanHoSo,
    duongDanTaiTepTin: document.uri,
    duocSoHoa: document.duocSoHoa,
    sha256: document.sha256,
    bytes: document.bytes,
    pages: document.pages,
  };
}

async function hang(
  office: Office,
  dossierId: DossierId,
  revision: number,
  attached: readonly SubmittedDocument[],
  message: Message,
): Promise<void> {
  await settleConflicts(async () => {
    const record = await office.repository.attachments(dossierId);
    if (record && record.revision >= revision) return;
    const replaced = replacedBy(attached, record);
    const next: DossierAttachments = {
      kind: 'attachments',
      version: record?.version ?? 0,
      dossierId,
      revision,
      documents: [...attached, ...replaced],
      causes: [...(record?.causes ?? []), message.id],
      attachedAt: office.clock.now().toISOString(),
    };
    const data = { maHoSo: dossierId, revision, tepDinhKemIds: idsOf(attached), replaced: idsOf(replaced) };
    const about = {
      subject: `${dossierId}.r${revision}`,
      at: office.clock.now(),
      cause: message.id,
      dossierCode: message.dossierCode,
    };
    await office.repository.commit([next], [eventMessage('files-attached', data, about)]);
  });
}

/** Portals keep what they were once told, so a replaced file stays in the list, marked as deleted. */
function replacedBy(
  attached: readonly SubmittedDocument[],
  record: DossierAttachments | null,
): SubmittedDocument[] {
  const standing = new Set(attached.map((document) => document.tepDinhKemId));
  return (record?.documents ?? [])
    .filter((document) => !standing.has(document.tepDinhKemId))
    .map((document) => ({ ...document, isDeleted: true }));
}

function idsOf(documents: readonly SubmittedDocument[]): string[] {
  return documents.map((document) => document.tepDinhKemId);
}
