/** Electronic identity code of an agency (QĐ 20/2020/QĐ-TTg, amended by QĐ 09/2025/QĐ-TTg), present and older form. */

export interface AgencyCode {
  /** Present form, parent first: `H12.07.01`. */
  readonly code: string;
  /** `H12`: a province's or `G09`: a ministry's. Codes of provinces merged in 2025 stay valid for older papers. */
  readonly root: string;
  readonly form: 'current' | 'legacy';
}

const CURRENT = /^([HG]\d{2})(\.\d{1,3}){0,3}$/;
const LEGACY = /^(\d{3})\.(\d{2})\.(\d{2})\.([HG]\d{2})$/;

/** The older form is written the other way round and filled up with noughts: `000.00.07.H12` is `H12.07`. */
export function parseAgencyCode(text: string): AgencyCode | null {
  const root = CURRENT.exec(text)?.[1];
  if (root !== undefined) return { code: text, root, form: 'current' };
  const [, lowest, middle, upper, top] = LEGACY.exec(text) ?? [];
  if (top === undefined) return null;
  const levels = [upper!, middle!, lowest!];
  while (levels.length > 0 && /^0+$/.test(levels.at(-1)!)) levels.pop();
  return { code: [top, ...levels].join('.'), root: top, form: 'legacy' };
}
