/** Reads a province file; what is wrong in it is told all at once: field, value and what to write instead. */
import { DigitizationError } from '../errors/digitization-error.ts';
import { type Province, provinceSchema } from './province.ts';

export interface ProvinceProblem {
  /** Path with dots, e.g. `offices.0.code`; empty for the file as a whole. */
  readonly field: string;
  /** As JSON, cut short; `(not shown)` where a secret may have been written by mistake. */
  readonly value: string;
  readonly remedy: string;
}

export type ProvinceReading =
  | { readonly province: Province; readonly problems: readonly [] }
  | { readonly province: null; readonly problems: readonly ProvinceProblem[] };

const MAX_VALUE_LENGTH = 80;

export function readProvince(value: unknown): ProvinceReading {
  const parsed = provinceSchema.safeParse(value);
  if (parsed.success) return { province: parsed.data, problems: [] };
  const problems = parsed.error.issues.flatMap((issue): ProvinceProblem[] => {
    const path = issue.path as (string | number)[];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        field: [...path, key].join('.'),
        value: showValue(value, [...path, key]),
        remedy: 'remove it or correct its spelling: there is no such field',
      }));
    }
    return [{ field: path.join('.'), value: showValue(value, path), remedy: issue.message }];
  });
  return { province: null, problems };
}

/** Throws `settings-invalid` with the first problem and how many there are. */
export function parseProvince(value: unknown): Province {
  const { province, problems } = readProvince(value);
  if (province) return province;
  throw new DigitizationError('settings-invalid', { ...problems[0]!, problems: problems.length });
}

function showValue(root: unknown, path: readonly (string | number)[]): string {
  if (path.some((key) => /secret|password|token/i.test(String(key)))) return '(not shown)';
  let value = root;
  for (const key of path) value = (value as Record<string | number, unknown> | undefined | null)?.[key];
  if (value === undefined) return '(missing)';
  const shown = JSON.stringify(value);
  return shown.length > MAX_VALUE_LENGTH ? `${shown.slice(0, MAX_VALUE_LENGTH)}…` : shown;
}
