/** Whether a word can be a Vietnamese syllable: recognition that invents letters seldom invents one. */

const ONSETS = 'ngh ng nh gh gi kh ch ph qu th tr b c d đ g h k l m n p r s t v x'.split(' ');
const RIMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu ' +
    'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong op ot ' +
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut ' +
    'uy uya uych uyên uyêt uynh uyt uyn uyp uyu uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưng ưt ưu ưm ưn ' +
    'ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêt yêu ynh yt êng iêu ưng'
  ).split(' '),
);
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Tone is not checked, vowel marks are. */
export function isVietnameseSyllable(word: string): boolean {
  const plain = word.toLowerCase().normalize('NFD').replace(TONES, '').normalize('NFC');
  if (RIMES.has(plain)) return true;
  return ONSETS.some((onset) => plain.startsWith(onset) && RIMES.has(plain.slice(onset.length)));
}

/** Share of the words of letters that can be syllables; 1 for a text without any. */
export function syllableShare(words: readonly string[]): number {
  const spoken = words
    .map((word) => word.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, ''))
    .filter((word) => /\p{L}/u.test(word) && !isAbbreviation(word));
  return spoken.length === 0 ? 1 : spoken.filter(isVietnameseSyllable).length / spoken.length;
}

/** `QLHC`, `TP`, `10B`, `C.1cm`: no syllable, and no fault. */
function isAbbreviation(word: string): boolean {
  return /^[\p{Lu}\d.]{1,6}$/u.test(word) && !isVietnameseSyllable(word) ? word.length < 5 : /\d/.test(word);
}
