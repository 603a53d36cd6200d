/** The payload of `dossier-digitized`: only what a portal takes, one file a component. */
import type { DossierDigitized } from '../../events/dossier-digitized.v1.ts';
import { type Dossier, type DossierFile, filesToAttach } from '../domain/dossier.ts';
import type { FileId } from '../domain/ids.ts';
import type { PaperMetadata } from '../domain/paper-metadata.ts';
import { reviewsIn } from './corrections/open-reviews.ts';

export function digitizedData(
  dossier: Dossier,
  publicBaseUrl: string,
  convertedBy: string,
): DossierDigitized {
  const { manifest } = dossier;
  return {
    maHoSo: dossier.dossierCode!,
    maTTHC: manifest.procedureCode ?? null,
    kenhThucHien: '3',
    itemCode: manifest.postalItemId ?? null,
    postalReceiptNumber: manifest.postalReceiptNumber ?? null,
    handedOverAt: manifest.handedOverAt ?? null,
    batchIds: [...dossier.batchIds],
    revision: dossier.revision,
    verdict: dossier.verdict,
    documents: filesToAttach(dossier).map((file) => ({
      tepDinhKemId: file.fileId,
      tenTepDinhKem: `${file.name}.pdf`,
      maThanhPhanHoSo: file.componentCode,
      loaiGiayTo: file.type,
      sha256: file.sha256!,
      bytes: file.bytes!,
      pages: file.pageCount!,
      uri: fileAddress(publicBaseUrl, file.fileId),
      duocSoHoa: '1',
      signed: file.signed,
      ...resultsOf(dossier, file),
      converted: file.signed || file.bornDigital ? null : { by: convertedBy, at: dossier.updatedAt },
    })),
    superseded: dossier.files
      .filter((file) => file.supersededInRevision !== undefined)
      .map((file) => file.fileId),
    missing: dossier.missing.map(({ type, name }) => ({ loaiGiayTo: type, tenGiayTo: name })),
    skipped: (dossier.skipped ?? []).map(({ type, name, componentCode, reason }) => ({
      maGiayTo: componentCode ?? type,
      tenGiayTo: name,
      reason,
    })),
    openReviews: reviewsIn(dossier).map(({ code, severity, message }) => ({ code, severity, message })),
  };
}

/** A file of several papers goes by the first: portals take one result a component. */
function resultsOf({ papers }: Dossier, { paperIds }: DossierFile) {
  const paper = papers.find(({ paperId }) => paperId === paperIds[0]);
  return {
    maKetQuaSoHoa: paper?.resultCode ?? null,
    ...(paper?.metadata ? { metadata: forPortals(paper.metadata) } : {}),
  };
}

function forPortals(metadata: PaperMetadata) {
  return {
    maLoaiGiayTo: metadata.typeCode,
    maDinhDanh: metadata.ownerId,
    tenGiayTo: metadata.name,
    soKyHieu: metadata.number,
    ngayCap: metadata.issuedOn,
    coQuanCap: metadata.issuer,
    trichYeu: metadata.abstract,
    thoiHanHieuLuc: metadata.validUntil,
    phamViHieuLuc: metadata.scope,
  };
}

/** Valid as long as the file is kept: portals download later, by this address. */
export function fileAddress(publicBaseUrl: string, fileId: FileId): string {
  return `${publicBaseUrl}/files/${encodeURIComponent(fileId)}`;
}
