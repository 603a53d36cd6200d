/** Values out of a short list: sex, ethnic group, nationality, relation. */
import { editDistance } from '../../approximate-match.ts';
import { squeeze } from '../../fold.ts';
import { type Token, textOf, trimValue } from '../tokens.ts';
import type { Grammar, Reading } from './reading.ts';

/** Decision 421/1979 of the General Statistics Office: the 54 groups, and spellings in use. */
const ETHNIC_GROUPS = (
  'Kinh,Tày,Thái,Hoa,Khơ-me,Khmer,Mường,Nùng,Hmông,Mông,Dao,Gia-rai,Ngái,Ê-đê,Ba-na,Xơ-đăng,Sán Chay,Cơ-ho,Chăm,' +
  'Sán Dìu,Hrê,Mnông,Ra-glai,Xtiêng,Bru-Vân Kiều,Thổ,Giáy,Cơ-tu,Gié-Triêng,Mạ,Khơ-mú,Co,Tà-ôi,Chơ-ro,Kháng,Xinh-mun,' +
  'Hà Nhì,Chu-ru,Lào,La Chí,La Ha,Phù Lá,La Hủ,Lự,Lô Lô,Chứt,Mảng,Pà Thẻn,Cơ Lao,Cống,Bố Y,Si La,Pu Péo,Brâu,Ơ Đu,Rơ-măm'
).split(',');

const NATIONS = (
  'Việt Nam,Hoa Kỳ,Trung Quốc,Hàn Quốc,Nhật Bản,Pháp,Đức,Anh,Nga,Lào,Cam-pu-chia,Campuchia,Thái Lan,Đài Loan,Úc,' +
  'Ca-na-đa,Canada,Xin-ga-po,Singapore,Ma-lai-xi-a,Malaysia,Ấn Độ,Phi-líp-pin,Philippines,In-đô-nê-xi-a'
).split(',');

const RELATIONS = (
  'Bản thân,Cha đẻ,Mẹ đẻ,Cha,Mẹ,Bố đẻ,Bố,Con,Con đẻ,Vợ,Chồng,Ông nội,Bà nội,Ông ngoại,Bà ngoại,Ông,Bà,Anh,Chị,Em,' +
  'Anh ruột,Chị ruột,Em ruột,Anh trai,Em trai,Chị gái,Em gái,Cô,Dì,Chú,Bác,Cậu,Cháu,Cô ruột,Dì ruột,Chú ruột,Bác ruột,' +
  'Cậu ruột,Người giám hộ,Người được ủy quyền,Người thân thích'
).split(',');

/** A sign of the form, not of the value. */
const MOST_WORDS = 4;

function oneOf(list: readonly string[], openList: boolean): Grammar {
  const known = list.map((value) => ({ value, letters: squeeze(value) }));
  const mostWords = Math.max(...list.map((value) => value.split(/[ -]/).length));
  return (tokens) => {
    const said = tokens.filter(({ squeezed }) => squeezed !== '').slice(0, mostWords);
    let best: (Reading & { share: number }) | null = null;
    // `Gia Rai` for `Gia-rai`: in how many words it is written is open.
    for (let words = 1; words <= said.length; words++) {
      const taken = said.slice(0, words);
      const read = taken.map(({ squeezed }) => squeezed).join('');
      for (const { value, letters } of known) {
        const most = Math.max(letters.length > 2 ? 1 : 0, Math.floor(letters.length / 4));
        const errors = editDistance(read, letters, most);
        const share = errors / Math.max(1, letters.length);
        if (errors > most || (best !== null && share > best.share)) continue;
        best = { ...asWritten(trimValue(textOf(taken)), value, errors), tokens: taken, share };
      }
    }
    return best ?? (openList ? others(tokens) : null);
  };
}

/** Hyphens, apostrophes and blanks are the writer's, and so are capitals throughout: `NAM`, `M'Nông`. */
function asWritten(written: string, value: string, errors: number): Pick<Reading, 'value' | 'fit'> {
  if (errors > 0) return { value, fit: 0.6 };
  if (written === value) return { value, fit: 1 };
  const bare = (text: string) => text.replace(/[^\p{L}]/gu, '').toLocaleLowerCase('vi');
  const joints = (text: string) => text.replace(/\p{L}+/gu, 'x');
  const isWritten = /^[\p{L}'’ -]+$/u.test(written) && bare(written) === bare(value);
  if (isWritten && joints(written) !== joints(value)) return { value: written, fit: 1 };
  const isCapital = written.length > 3 && written === written.toUpperCase();
  return { value: isCapital ? value.toUpperCase() : value, fit: 0.95 };
}

/** What the list does not know, as it is written: capitalised words. */
function others(tokens: readonly Token[]): Reading | null {
  const taken: Token[] = [];
  for (const token of tokens.slice(0, MOST_WORDS)) {
    if (!/^\p{L}[\p{L}-]*[,.;]?$/u.test(token.text)) break;
    taken.push(token);
  }
  return taken.length === 0 ? null : { value: trimValue(textOf(taken)), tokens: taken, fit: 0.4 };
}

export const sex: Grammar = oneOf(['Nam', 'Nữ'], false);
export const ethnicity: Grammar = oneOf(ETHNIC_GROUPS, true);
export const nationality: Grammar = oneOf(NATIONS, true);
export const relation: Grammar = oneOf(RELATIONS, true);
