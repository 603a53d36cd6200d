/** Where a setting's value came from: its default, the province's file, or the environment of this machine alone. */
import { createHash } from 'node:crypto';

export type SettingSource = 'default' | 'province' | 'environment';

/**
 * Beside the values of a province's file in an environment: what each was, so that a later change of one is noticed. Short,
 * for all variables of a function share 4 kB.
 */
const PROVINCE_MARK = 'PROVINCE_SETTINGS';
const DIGEST_LENGTH = 6;

/** The same environment with a mark of what it says. */
export function markProvinceSettings(values: Readonly<Record<string, string>>): Record<string, string> {
  const marks = Object.entries(values).map(([name, value]) => digestOf(name, value));
  return { ...values, [PROVINCE_MARK]: marks.join(',') };
}

/** @param variable environment name of `settings.ts` */
export function sourceOfSetting(
  variable: string,
  environment: Readonly<Record<string, string | undefined>>,
): SettingSource {
  const given = environment[variable];
  if (given === undefined || given === '') return 'default';
  const marks = environment[PROVINCE_MARK]?.split(',') ?? [];
  return marks.includes(digestOf(variable, given)) ? 'province' : 'environment';
}

function digestOf(name: string, value: string): string {
  return createHash('sha256').update(`${name}=${value}`).digest('hex').slice(0, DIGEST_LENGTH);
}
