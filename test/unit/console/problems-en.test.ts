import { describe, expect, it } from 'vitest';
import { problemsEn } from '../../../console/src/i18n/problems-en.ts';
import { catalogue } from '../../../shared/errors/catalogue.ts';

/** Letters that only Vietnamese has. */
const VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;

describe('failures in English', () => {
  it('has a sentence and a remedy for every code that the API can answer, and for none beside', () => {
    expect(Object.keys(problemsEn).sort()).toEqual(Object.keys(catalogue).sort());
  });

  it.each(Object.entries(problemsEn))('tells %s in English sentences', (_, { message, remedy }) => {
    for (const sentence of [message, remedy]) {
      expect(sentence).toMatch(/^[A-Z].{8,}\.$/);
      expect(sentence).not.toMatch(VIETNAMESE);
    }
  });
});
