import { describe, expect, it } from 'vitest';
import type { Word } from '../../../../shared/domain/page-text.ts';
import { chooseCardReading } from '../../../../shared/domain/reading/choose-card-reading.ts';

function words(text: string, confidence = 80): Word[] {
  return text.split(' ').map((each, i) => ({
    text: each,
    confidence,
    box: { x: 200 * i, y: 10, width: 190, height: 20 },
  }));
}

const choose = (vietnamese: readonly Word[], english: readonly Word[]) =>
  chooseCardReading(vietnamese, english)
    ?.map((word) => word.text)
    .join(' ') ?? null;

describe('chooseCardReading', () => {
  it("takes a card's English print from the English reading, whole or in part", () => {
    expect(choose(words('Rioht xdex Rrge+', 18), words('Right index finger'))).toBe('Right index finger');
    expect(choose(words('ĐiREC TOB C2 N£', 56), words('DIRECTOR GENERAL OF T'))).toBe(
      'DIRECTOR GENERAL OF T',
    );
  });

  it('takes it badly read where the Vietnamese reading is worse: the card knows its wording', () => {
    const worse = words('fO% DIIREISIII !Ì E 4444Ÿ@@@#2VT O# %OX', 21);
    expect(choose(worse, words('FOR ADMINS CHATE MANAGEMENT OF SOCW. ORDER', 24))).not.toBeNull();
    expect(choose(words('FOR ADMINISTRATIVE MANAGEMENT OF SOCIAL ORDER'), worse)).toBeNull();
  });

  it('leaves what is said in Vietnamese, however sure the other reading is of itself', () => {
    expect(choose(words('Lê Bình, Cái Răng', 30), words('Le Binh, Cai Rang', 96))).toBeNull();
    expect(choose(words('Ngón trỏ trái', 40), words('Ngon tro trai', 90))).toBeNull();
    expect(choose(words('15/04/2021', 40), words('15/04/2021', 90))).toBeNull();
  });

  it('takes the name of a machine-readable zone whose parts can be syllables', () => {
    const misread = words('TANG<<MTNH<TRI<<<<<<<<<<<<<<<<', 70);
    expect(choose(misread, words('TANG<<MINH<TRI<<<<<<<<<<<<LL<L', 0))).toBe(
      'TANG<<MINH<TRI<<<<<<<<<<<<<<<<',
    );
    const wellRead = words('DANG<<VAN<UT<EM<<<<<<<<<<<<<<<', 48);
    expect(choose(wellRead, words('DANG<<VAN<KUT<KEM<<<<<LLLLLLLL', 0))).toBeNull();
  });

  it('keeps the surer of both confidences: the English model doubts fillers that it makes letters of', () => {
    const [word] = chooseCardReading(
      words('TANG<<MTNH<TRI<<<<<<<<<<<<<<<<', 70),
      words('TANG<<MINH<TRI<<<<<<<<<<<<LL<L', 0),
    )!;
    expect(word!.confidence).toBe(70);
  });

  it('takes figures of a zone that its check digits bear out', () => {
    const misread = words('9463268M3463266VNM<<<<<<<<<<<2', 90);
    expect(choose(misread, words('9403268M3403266VNM<<<<<<<<<<<2', 60))).toBe(
      '9403268M3403266VNM<<<<<<<<<<<2',
    );
    expect(choose(words('9403268M3403266VNM<<<<<<<<<<<2', 60), misread)).toBeNull();
  });

  it('takes nothing from a line in which no English was read', () => {
    expect(chooseCardReading(words('Ngón trỏ trái'), [])).toBeNull();
    expect(choose(words('x'), words('of'))).toBeNull();
  });
});
