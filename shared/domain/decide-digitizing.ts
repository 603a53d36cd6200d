/** Whether a paper may be digitised at all, from what the counter saw of it (Circular 01/2023/TT-VPCP, article 4). */
import type { ExpectedDocument } from './manifest.ts';

export type SkipReason =
  | 'state-secret'
  | 'already-in-database'
  | 'replaced-by-result'
  | 'photocopy'
  | 'certified-copy'
  | 'presented-only';

/** How sentences call it, after `là` or `vì`. */
export const SKIP_REASONS: Readonly<Record<SkipReason, string>> = {
  'state-secret': 'giấy tờ có bí mật nhà nước',
  'already-in-database': 'giấy tờ đã có dữ liệu trong cơ sở dữ liệu',
  'replaced-by-result': 'giấy tờ đã được thay bằng kết quả điện tử',
  photocopy: 'bản chụp (photo)',
  'certified-copy': 'bản sao chứng thực giấy',
  'presented-only': 'giấy tờ chỉ xuất trình để đối chiếu',
};

/** Null: digitise. What the counter did not say speaks for digitising. */
export function reasonToSkip({
  form,
  secret,
  alreadyInDatabase,
  replacedBy,
}: Pick<ExpectedDocument, 'form' | 'secret' | 'alreadyInDatabase' | 'replacedBy'>): SkipReason | null {
  if (secret) return 'state-secret';
  if (alreadyInDatabase) return 'already-in-database';
  if (replacedBy) return 'replaced-by-result';
  switch (form) {
    case 'PHOTOCOPY':
      return 'photocopy';
    case 'CERTIFIED_COPY':
      return 'certified-copy';
    case 'PRESENTED_ONLY':
      return 'presented-only';
    default:
      return null;
  }
}
