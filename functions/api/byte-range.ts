/** One range of bytes as a request asks for it (RFC 9110, 14): readers of long files take only what they show. */

export interface ByteRange {
  /** Both inclusive, from 0. */
  readonly from: number;
  readonly to: number;
}

/** Null for the whole: none asked for, several, or words that are no range; `beyond` where nothing of it is there. */
export function readByteRange(header: string | undefined, length: number): ByteRange | 'beyond' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  const to = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1);
  const from = first === '' ? Math.max(0, length - Number(last)) : Number(first);
  if (first !== '' && last !== '' && Number(last) < from) return null;
  return from > to ? 'beyond' : { from, to };
}
