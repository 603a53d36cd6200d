/** Settings from the environment over the defaults; a bad value is refused by name with what would be right. */
import { DigitizationError } from '../errors/digitization-error.ts';
import { type Settings, settingsTable } from './settings.ts';

/** Throws `settings-invalid` naming the variable; values are not repeated in the error: they may be secrets. */
export function loadSettings(
  environment: Readonly<Record<string, string | undefined>>,
  overrides: Partial<Settings> = {},
): Settings {
  const settings: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(settingsTable)) {
    const given = environment[setting.env];
    try {
      settings[name] = given === undefined || given === '' ? setting.fallback : setting.parse(given);
    } catch (error) {
      const expected = error instanceof RangeError ? error.message : 'another value';
      throw new DigitizationError('settings-invalid', { variable: setting.env, expected });
    }
  }
  requireBoth(settings as Settings, 'oidcIssuer', 'oidcAudience');
  return { ...(settings as Settings), ...overrides };
}

/** A provider without a client would let tokens of every other client in, or nobody. */
function requireBoth(settings: Settings, one: keyof Settings, other: keyof Settings): void {
  for (const [given, lacking] of [
    [one, other],
    [other, one],
  ] as const) {
    if (settings[given] === '' || settings[lacking] !== '') continue;
    const expected = `a value, because ${settingsTable[given].env} is set`;
    throw new DigitizationError('settings-invalid', { variable: settingsTable[lacking].env, expected });
  }
}
