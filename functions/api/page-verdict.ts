/** What the desk is told of one page: good, or one sentence and one action; from its picture first, from its text later. */
import type { Finding, FindingCode } from '../../shared/domain/finding.ts';
import type { Page, PageQuality } from '../../shared/domain/page.ts';

export type PageAction = 'rescan' | 'drop' | 'turn' | 'look';

export interface PageVerdict {
  /** `good` of a page whose text is still being read: its picture is. */
  readonly verdict: 'good' | 'doubtful' | 'rescan';
  /** Plain Vietnamese. */
  readonly sentence?: string;
  readonly action?: PageAction;
}

const ACTIONS: Partial<Record<FindingCode, PageAction>> = {
  BLURRY_PAGE: 'rescan',
  TOO_DARK: 'rescan',
  CUT_OFF: 'rescan',
  LOW_DPI: 'rescan',
  DUPLICATE_PAGE: 'drop',
  SEPARATOR_OTHER_DOSSIER: 'drop',
  ROTATED_PAGE: 'turn',
};

const PICTURE_FLAWS: readonly { readonly flaw: keyof PageQuality; readonly sentence: string }[] = [
  { flaw: 'blurry', sentence: 'Trang bị mờ, không đọc được. Quét lại trang này.' },
  { flaw: 'dark', sentence: 'Trang quá tối. Quét lại trang này, đủ sáng.' },
  { flaw: 'cutOff', sentence: 'Trang bị cắt mất mép. Đặt lại giấy rồi quét lại.' },
];

/** `findings` are those of this page in the preview, if one has been made since it came. */
export function judgeForDesk(page: Page, findings: readonly Finding[]): PageVerdict {
  if (page.plan?.dropped) return { verdict: 'good' };
  if (page.state === 'parked') {
    return { verdict: 'doubtful', sentence: 'Máy không đọc được trang này; cán bộ sẽ xem.', action: 'look' };
  }
  const flaw = page.plan?.kept ? undefined : PICTURE_FLAWS.find((each) => page.quality[each.flaw] === true);
  const finding = findings.find(isGrave) ?? findings.find(({ severity }) => severity === 'warning');
  if (flaw) {
    return {
      verdict: 'rescan',
      sentence: findings.find(isGrave)?.message ?? flaw.sentence,
      action: 'rescan',
    };
  }
  if (!finding) return { verdict: 'good' };
  const action = ACTIONS[finding.code] ?? 'look';
  const verdict = isGrave(finding) && action === 'rescan' && !page.plan?.kept ? 'rescan' : 'doubtful';
  return { verdict, sentence: finding.message, action };
}

function isGrave({ severity }: Finding): boolean {
  return severity === 'error';
}
