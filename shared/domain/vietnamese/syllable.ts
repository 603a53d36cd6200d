/**
 * What can be a Vietnamese syllable at all: an onset, a rime that may follow it, and a tone that this rime can carry
 * (Đoàn Thiện Thuật, Ngữ âm tiếng Việt; spelling as in the dictionaries of the Institute of Linguistics).
 */
import { type Tone, takeApart, withTone } from './letters.ts';

export interface Syllable {
  readonly onset: string;
  /** Lower case with vowel marks, without tone. */
  readonly rime: string;
  readonly tone: Tone;
}

const ONSETS = new Set(' b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' '));

const RIMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
  o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
  ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
  u ua uân uâng uât uây uc uê uêch uên uênh uêt ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyp uyt uyu
  ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu`.split(/\s+/),
);

/** After `qu` the rime has lost its medial u. */
const RIMES_AFTER_QU = new Set(
  `a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây e en eng eo et ê êch ên ênh êt
  i it ôc ôt ơ ơi ơt y ych yên yêt ynh yt yu`.split(/\s+/),
);

const BARE_I_AS_Y = new Set(['', 'h', 'k', 'l', 'm', 'n', 'qu', 's', 't', 'th', 'v', 'x']);
const BEFORE_FRONT_VOWEL = new Set(['gh', 'ngh', 'k']);
const FRONT_VOWEL = /^[eêiy]/;
const STOP = /(?:c|ch|p|t)$/;
const SHAPE = /^(ngh|ng|nh|gh|gi|ch|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?(.*)$/;

/** A syllable in any case and with the tone on either letter (`hoà`, `HÒA`), or undefined if none can be read so. */
export function parseSyllable(text: string): Syllable | undefined {
  if (text.length > 7) return undefined;
  let plain = '';
  let tone: Tone = 0;
  for (const character of text.toLowerCase()) {
    const letter = takeApart(character);
    if (letter.tone !== 0 && tone !== 0) return undefined;
    if (letter.tone !== 0) tone = letter.tone;
    plain += letter.plain;
  }
  const [, onset = '', rime = ''] = SHAPE.exec(plain) ?? [];
  return (
    possible(onset, rime, tone) ??
    // `gì`, `giếng`: the i belongs to the rime.
    (onset === 'gi' ? possible('g', `i${rime}`, tone) : undefined)
  );
}

function possible(onset: string, rime: string, tone: Tone): Syllable | undefined {
  if (!ONSETS.has(onset)) return undefined;
  if (!(onset === 'qu' ? RIMES_AFTER_QU : RIMES).has(rime)) return undefined;
  if (STOP.test(rime) && tone !== 2 && tone !== 5) return undefined;
  if (BEFORE_FRONT_VOWEL.has(onset) && !FRONT_VOWEL.test(rime)) return undefined;
  if (rime === 'y' && !BARE_I_AS_Y.has(onset)) return undefined;
  if (rime.startsWith('yê') && onset !== '' && onset !== 'qu') return undefined;
  return { onset, rime, tone };
}

/** One spelling for each syllable: `hoà`, `HÒA` and `hòa` share it. Tone as a digit behind the letters. */
export function syllableKey({ onset, rime, tone }: Syllable): string {
  return `${onset}${rime}${tone}`;
}

/** Where a tone stands in letters without one, as most papers write it: `hòa`, `thủy`, but `toàn`, `quý`, `già`. */
export function tonePosition(plain: string): number {
  const onset = /^(?:qu|gi(?=[aeouâêôăơưy]))/.exec(plain)?.[0].length ?? 0;
  const marked = plain.search(/[âêôăơ]/);
  if (marked >= 0) return Math.max(marked, plain.lastIndexOf('ơ'));
  const vowels = /[aeiouyư]+/.exec(plain.slice(onset));
  if (!vowels) return -1;
  const start = onset + vowels.index;
  if (vowels[0].length === 1) return start;
  const closed = start + vowels[0].length < plain.length;
  return vowels[0].length === 3 || closed ? start + 1 : start;
}

/** The usual spelling of a key, lower case. */
export function spell(key: string): string {
  const plain = key.slice(0, -1);
  const at = tonePosition(plain);
  if (at < 0) return plain;
  return plain.slice(0, at) + withTone(plain[at]!, Number(key.at(-1)) as Tone) + plain.slice(at + 1);
}
