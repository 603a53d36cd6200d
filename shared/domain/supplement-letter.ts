/** Drafts the Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (Circular 03/2025/TT-VPCP, form 02) from what is missing and wrong. */
import type { Dossier } from './dossier.ts';
import type { Finding, FindingCode } from './finding.ts';
import { counts } from './verdict.ts';

/** What the citizen can put right; a bad scan is the office's own affair. Takes the paper's name. */
const ASKED: Partial<Record<FindingCode, (paper: string) => string>> = {
  NAME_MISMATCH: (paper) =>
    `${paper}: họ tên khác với thông tin đã khai; đề nghị kiểm tra và nộp giấy tờ đúng.`,
  ID_MISMATCH: (paper) =>
    `${paper}: số định danh khác với thông tin đã khai; đề nghị kiểm tra và nộp giấy tờ đúng.`,
  DOB_MISMATCH: (paper) =>
    `${paper}: ngày sinh khác với thông tin đã khai; đề nghị kiểm tra và nộp giấy tờ đúng.`,
  FOREIGN_PAPER: (paper) => `${paper}: không phải giấy tờ của người nộp hồ sơ; đề nghị nộp đúng giấy tờ.`,
  EXPIRED_ID: (paper) => `${paper}: đã hết hạn; đề nghị nộp giấy tờ còn hiệu lực.`,
  MISSING_PAGE: (paper) => `${paper}: thiếu trang; đề nghị nộp đủ các trang.`,
};

/** Findings that the letter speaks of; accepted ones are no reason any more. */
export function reasonsToAsk(dossier: Pick<Dossier, 'findings'>): Finding[] {
  return dossier.findings.filter((finding) => counts(finding) && ASKED[finding.code] !== undefined);
}

/** Lines that the dossier says nothing about stay blank for the officer. */
export function draftSupplementLetter(
  dossier: Pick<Dossier, 'dossierCode' | 'manifest' | 'papers' | 'findings' | 'missing'>,
): string {
  const { declaredApplicant: applicant, procedureName, procedureCode } = dossier.manifest;
  const missing = dossier.missing.map(({ name }) => `Bổ sung: ${name}.`);
  const wrong = reasonsToAsk(dossier).map((finding) =>
    ASKED[finding.code]!(paperOf(finding, dossier.papers)),
  );
  const asked = [...missing, ...new Set(wrong)];
  return [
    'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
    `Mã hồ sơ: ${dossier.dossierCode ?? ''}`,
    `Chủ hồ sơ: ${applicant.name ?? ''}`,
    `Địa chỉ: ${applicant.address ?? ''}`,
    `Số điện thoại: ${applicant.phone ?? ''}`,
    `Nội dung yêu cầu giải quyết: ${procedureName ?? procedureCode ?? ''}`,
    'Đề nghị Ông/Bà bổ sung, hoàn thiện hồ sơ với các nội dung sau:',
    ...asked.map((line, index) => `${index + 1}. ${line}`),
    'Lý do: hồ sơ chưa đủ hoặc chưa đúng theo quy định của thủ tục.',
  ].join('\n');
}

function paperOf({ pageId, docType }: Finding, papers: Dossier['papers']): string {
  const paper = papers.find(({ pageIds, type }) => (pageId ? pageIds.includes(pageId) : type === docType));
  return paper ? `“${paper.name}”` : 'Giấy tờ';
}
