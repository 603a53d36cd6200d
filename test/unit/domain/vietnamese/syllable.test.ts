import { describe, expect, it } from 'vitest';
import { baseLetters } from '../../../../shared/domain/vietnamese/letters.ts';
import { parseSyllable, spell, syllableKey } from '../../../../shared/domain/vietnamese/syllable.ts';

const keyOf = (text: string) => {
  const syllable = parseSyllable(text);
  return syllable && syllableKey(syllable);
};

describe('syllables', () => {
  it.each(
    `nghiêng thuở quýnh giếng gì quốc khuỷu ý yểu oái ương nguyệt xoong Đắc huýt quạnh uỷ giã QUYẾT Ủy`.split(
      ' ',
    ),
  )('%s can be one', (text) => {
    expect(parseSyllable(text)).toBeDefined();
  });

  it.each([
    ['QUYÉT', 'é takes no glide and stop'],
    ['bằu', 'no rime ău'],
    ['Ửy', 'no rime ưy'],
    ['viêt', 'a stop needs a rising or falling tone'],
    ['hòặc', 'two tones'],
    ['nghà', 'ngh stands before e, ê, i'],
    ['email', 'two vowels apart'],
    ['BCCI', 'no vowel'],
    ['', 'nothing'],
  ])('%s cannot: %s', (text) => {
    expect(parseSyllable(text)).toBeUndefined();
  });

  it('has one key for both places of the tone and any case', () => {
    expect(new Set(['hoà', 'hòa', 'HÒA', 'Hoà'].map(keyOf)).size).toBe(1);
    expect(keyOf('hoá')).not.toBe(keyOf('hòa'));
  });

  it.each(
    'hòa toàn thủy quý quyết giã giếng khuỷu của mía người được thuở hoặc yếu ngoẻo tiền oán xoèn'.split(' '),
  )('spells %s as papers do', (text) => {
    expect(spell(keyOf(text)!)).toBe(text);
  });

  it('strips marks down to the letters', () => {
    expect(baseLetters('Đường số ỞƯ-12')).toBe('duong so ou-12');
  });
});
