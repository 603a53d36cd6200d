/** GIẤY CHỨNG SINH, a health facility's notice of birth, with letterhead in two columns and a seal over the signature. */
import { drawLetterhead, drawRow, drawSignatureBlock } from '../form-parts.ts';
import { drawSeal } from '../seal.ts';
import { drawSheet } from '../sheet.ts';

export interface BirthNotice {
  readonly facility: readonly [authority: string, name: string];
  readonly number: string;
  readonly mother: { name: string; born: string; residence: string; citizenId: string };
  readonly bornAt: string;
  readonly place: string;
  readonly child: { name: string; sex: string; weight: string };
  readonly midwife: string;
  readonly head: string;
  readonly placeAndDate: string;
}

export function drawBirthNotice(paper: BirthNotice): string {
  const { mother, child } = paper;
  const seal = drawSeal(
    {
      above: paper.facility[0].toLocaleUpperCase('vi'),
      below: '★ MẪU THỬ ★',
      middle: ['TRUNG TÂM', 'Y TẾ'],
    },
    -11,
  );
  const row = (...entries: [label: string, value: string, share?: number][]): string =>
    drawRow(...entries.map(([label, value, share]) => ({ label, value, ...(share ? { share } : {}) })));
  return drawSheet(
    `${drawLetterhead(paper.facility, { left: `Số: ${paper.number}` })}
    <h1 style="margin:7mm 0 4mm;font-size:17pt">GIẤY CHỨNG SINH</h1>
    ${row(['Họ và tên mẹ hoặc người nuôi dưỡng:', mother.name])}
    ${row(['Ngày, tháng, năm sinh:', mother.born, 1.3], ['Dân tộc:', 'Kinh'])}
    ${row(['Nơi thường trú:', mother.residence])}${row(['Số định danh cá nhân:', mother.citizenId])}
    ${row(['Đã sinh con vào lúc:', paper.bornAt])}${row(['Tại:', paper.place])}
    ${row(['Số lần sinh:', '01'], ['Số con hiện sống:', '01'], ['Số con trong lần sinh này:', '01', 1.35])}
    ${row(['Giới tính của con:', child.sex], ['Cân nặng:', child.weight])}
    ${row(['Dự định đặt tên con là:', child.name])}${row(['Người đỡ đẻ:', paper.midwife])}
    <p class="italic justify" style="margin-top:3mm;font-size:.88em">Ghi chú: Giấy chứng sinh được cấp lần đầu. Tên dự định đặt cho con có thể thay đổi khi đăng ký khai sinh. Trẻ phải được đăng ký khai sinh trong thời hạn 60 ngày kể từ ngày sinh.</p>
    <div class="italic right" style="margin:5mm 6mm 2mm 0">${paper.placeAndDate}</div>
    <div style="display:flex;justify-content:space-between">
      ${drawSignatureBlock({ role: 'Mẹ, người nuôi dưỡng', name: mother.name, seed: 'tuyen' }, 56)}
      ${drawSignatureBlock({ role: 'Người đỡ đẻ', name: paper.midwife, seed: 'nga2' }, 44)}
      ${drawSignatureBlock(
        {
          role: 'Thủ trưởng cơ sở y tế',
          hint: '(Ký tên, đóng dấu)',
          name: paper.head,
          seed: 'dung3',
          over: `<div class="ink" style="left:-7mm;bottom:-8mm">${seal}</div>`,
        },
        56,
      )}</div>`,
    { sizePt: 13, lineHeight: 1.56 },
  );
}
