/** A verdict or state in a word and a colour, never in colour alone. */
import { word } from '../i18n/index.ts';

const TONES: Readonly<Record<string, string>> = {
  clean: 'good',
  good: 'good',
  digitized: 'good',
  accepted: 'good',
  'needs-review': 'warn',
  doubtful: 'warn',
  rescan: 'bad',
  'awaiting-rescan': 'bad',
  unassigned: 'warn',
};

export function Badge({ of, code }: { of: 'verdict' | 'state' | 'pageVerdict'; code: string }) {
  return <span class={`badge ${TONES[code] ?? 'calm'}`}>{word(of, code)}</span>;
}
