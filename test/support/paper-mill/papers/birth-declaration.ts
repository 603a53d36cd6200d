/** TỜ KHAI ĐĂNG KÝ KHAI SINH, after the form of Circular 04/2020/TT-BTP. */
import { drawRow, drawSignatureBlock, MOTTO, tick } from '../form-parts.ts';
import { drawSheet } from '../sheet.ts';

export interface BirthDeclaration {
  readonly addressee: string;
  readonly declarant: { name: string; born: string; residence: string; papers: string; relation: string };
  readonly child: {
    name: string;
    born: string;
    bornInWords: string;
    sex: string;
    place: string;
    hometown: string;
  };
  readonly mother: Parent;
  readonly father: Parent;
  readonly copies: string;
  readonly signed: { place: string; date: string; name: string; seed: string };
}

interface Parent {
  readonly name: string;
  readonly born: string;
  readonly residence: string;
}

/** `hand` wraps a value as a pen would write it; typed values stay as they are. */
export function drawBirthDeclaration(paper: BirthDeclaration, hand?: (text: string) => string): string {
  const write = hand ?? ((text: string) => text);
  const row = (...entries: [label: string, value: string, share?: number][]): string =>
    drawRow(
      ...entries.map(([label, value, share]) => ({
        label,
        value: write(value),
        ...(share ? { share } : {}),
      })),
    );
  const parent = (title: string, { name, born, residence }: Parent): string =>
    `<div style="height:1.2mm"></div>${row([`Họ, chữ đệm, tên người ${title}:`, name])}
    ${row(['Ngày, tháng, năm sinh:', born, 1.5], ['Dân tộc:', 'Kinh'], ['Quốc tịch:', 'Việt Nam'])}${row(['Nơi cư trú:', residence])}`;
  const { declarant, child, signed } = paper;
  const body = `<div class="centre" style="width:96mm;margin:0 auto;line-height:1.25">${MOTTO}</div>
    <h1 style="margin:6mm 0 3mm;font-size:15pt">TỜ KHAI ĐĂNG KÝ KHAI SINH</h1>
    <div style="padding:0 12mm 0 18mm">${row(['Kính gửi:', paper.addressee])}</div><div style="height:2mm"></div>
    ${row(['Họ, chữ đệm, tên người yêu cầu:', declarant.name])}${row(['Ngày, tháng, năm sinh:', declarant.born])}
    ${row(['Nơi cư trú:', declarant.residence])}${row(['Giấy tờ tùy thân:', declarant.papers])}
    ${row(['Quan hệ với người được khai sinh:', declarant.relation])}
    <div class="bold" style="margin:1.6mm 0 .6mm">Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:</div>
    ${row(['Họ, chữ đệm, tên:', child.name])}
    ${row(['Ngày, tháng, năm sinh:', child.born])}${row(['Ghi bằng chữ:', child.bornInWords])}
    ${row(['Giới tính:', child.sex], ['Dân tộc:', 'Kinh'], ['Quốc tịch:', 'Việt Nam', 1.2])}
    ${row(['Nơi sinh:', child.place])}${row(['Quê quán:', child.hometown])}
    ${parent('mẹ', paper.mother)}${parent('cha', paper.father)}
    <p class="justify indent" style="margin-top:1.6mm">Tôi cam đoan nội dung đề nghị đăng ký khai sinh trên đây là đúng sự thật, được sự thỏa thuận nhất trí của các bên liên quan theo quy định pháp luật.</p>
    <p class="justify indent">Tôi chịu hoàn toàn trách nhiệm trước pháp luật về nội dung cam đoan của mình.</p>
    <div style="display:flex;justify-content:space-between;margin-top:1.5mm"><div style="width:68mm;padding-top:9mm">
      <div class="bold" data-row style="white-space:nowrap;font-size:.95em">Đề nghị cấp bản sao: ${tick(true)} Có &nbsp; ${tick(false)} Không</div>
      ${drawRow({ label: 'Số lượng:', value: write(paper.copies), share: 1 }).replace('</div>', '<span>bản</span></div>')}</div>
      <div class="centre" style="width:90mm"><div class="italic" data-row style="white-space:nowrap">Làm tại: ${write(signed.place)}, ${write(signed.date)}</div>
      <div style="margin:0 auto;width:70mm">${drawSignatureBlock({ role: 'Người yêu cầu', hint: '(Ký, ghi rõ họ, chữ đệm, tên)', name: write(signed.name), seed: signed.seed })}</div></div></div>`;
  return drawSheet(`<div class="${hand ? 'hand' : ''}">${body}</div>`, { sizePt: 12.5, lineHeight: 1.47 });
}
