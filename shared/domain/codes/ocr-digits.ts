/** Letters that recognition puts where a digit stands, and the digit they stand for. */
const DIGIT_OF: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  D: '0',
  I: '1',
  l: '1',
  i: '1',
  '|': '1',
  '!': '1',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  G: '6',
  B: '8',
};

const READ_AS_LETTER = /[OoQDIli|!ZzSsGB]/g;

/** Only for places where the grammar of the code has a digit. */
export function repairDigits(text: string): string {
  return text.replace(READ_AS_LETTER, (letter) => DIGIT_OF[letter]!);
}
