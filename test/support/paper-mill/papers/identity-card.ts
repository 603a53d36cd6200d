/** Căn cước công dân as an office copies it: both sides on one sheet, plainly marked MẪU THỬ (specimen). */
import { drawQr } from '../codes.ts';
import { writeMachineZone } from '../machine-zone.ts';
import type { Citizen } from '../people.ts';
import { rollDice } from '../random.ts';
import { drawSheet, escapeHtml } from '../sheet.ts';
import { drawSignature } from '../signature.ts';

const CARD =
  'width:85.6mm;height:54mm;border-radius:3mm;position:absolute;overflow:hidden;border:.2mm solid #6d8a86;line-height:1.2;';
const SPECIMEN = `<div aria-hidden="true" style="position:absolute;right:3mm;top:22.2mm;width:18.4mm;text-align:center;font:bold 6.6pt 'Arimo';color:#b3303a;border:.25mm solid #b3303a;border-radius:.8mm;letter-spacing:.06em">MẪU THỬ</div>`;

export interface CardPlacement {
  readonly topMm: number;
  readonly leftMm: number;
  readonly turnDeg: number;
}

export async function drawCardCopy(
  citizen: Citizen,
  front: CardPlacement,
  back: CardPlacement,
): Promise<string> {
  return drawSheet(
    place(await drawFront(citizen), front, '#d4ebe6', '#e9f2da') +
      place(drawBack(citizen), back, '#dcebe0', '#eef0dc'),
    { font: 'Arimo', sizePt: 7 },
  );
}

/** Front and back on a sheet each. */
export async function drawCardSides(citizen: Citizen, at: CardPlacement): Promise<[string, string]> {
  const style = { font: 'Arimo', sizePt: 7 };
  return [
    drawSheet(place(await drawFront(citizen), at, '#d4ebe6', '#e9f2da'), style),
    drawSheet(place(drawBack(citizen), at, '#dcebe0', '#eef0dc'), style),
  ];
}

/** What the chip card's QR says; the second field is the former nine-digit number. */
export function cardPayload(citizen: Citizen): string {
  const digits = (date: string): string => date.replaceAll('/', '');
  const { citizenId, name, born, sex, cardResidence, issued } = citizen;
  return [citizenId, '', name, digits(born), sex, cardResidence, digits(issued)].join('|');
}

function place(side: string, { topMm, leftMm, turnDeg }: CardPlacement, from: string, to: string): string {
  return `<div style="${CARD}top:${topMm}mm;left:${leftMm}mm;transform:rotate(${turnDeg}deg);background:linear-gradient(115deg,${from},${to})">
    ${drawGuilloche(from)}<div style="position:absolute;inset:0;padding:2.6mm 3mm">${side}</div>${SPECIMEN}</div>`;
}

async function drawFront(citizen: Citizen): Promise<string> {
  const label = (text: string): string => `<span class="italic" style="font-size:5.2pt">${text}</span>`;
  const value = (text: string, sizePt: number): string =>
    `<span class="bold" style="font-size:${sizePt}pt">${text}</span>`;
  const below = (title: string, text: string, sizePt: number): string =>
    `<div style="line-height:1">${label(title)}</div><div style="line-height:1.12">${value(text, sizePt)}</div>`;
  return `<div style="display:flex;justify-content:space-between">
      <div style="width:12.5mm;padding-top:1mm">${drawEmblem()}</div>
      <div class="centre" style="flex:1;font-size:5.9pt;white-space:nowrap"><div class="bold">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</div><div class="bold">Độc lập - Tự do - Hạnh phúc</div>
        <div style="font-size:4.6pt">SOCIALIST REPUBLIC OF VIET NAM</div><div style="font-size:4.6pt">Independence - Freedom - Happiness</div>
        <div class="bold" style="font-size:10.4pt;color:#b1222c;margin-top:.9mm">CĂN CƯỚC CÔNG DÂN</div><div style="font-size:5.4pt;color:#b1222c">Citizen Identity Card</div></div>
      <div style="width:18.4mm;height:18.4mm;background:#fff;padding:.7mm">${await drawQr(cardPayload(citizen), 'L')}</div></div>
    <div style="display:flex;gap:3mm;margin-top:1mm;white-space:nowrap"><div style="width:20mm"><div style="width:20mm;height:23.8mm">${drawPortrait()}</div></div>
      <div style="flex:1"><div data-row>${label('Số / No.:')} ${value(citizen.citizenId, 11)}</div>
        ${below('Họ và tên / Full name:', citizen.name.toLocaleUpperCase('vi'), 8.6)}
        <div data-row>${label('Ngày sinh / Date of birth:')} ${value(citizen.born, 7.2)}</div>
        <div data-row>${label('Giới tính / Sex:')} ${value(citizen.sex, 7.2)} &nbsp; ${label('Quốc tịch / Nationality:')} ${value('Việt Nam', 7.2)}</div>
        ${below('Quê quán / Place of origin:', citizen.hometown, 7)}${below('Nơi thường trú / Place of residence:', citizen.cardResidence, 7)}</div></div>
    <div style="position:absolute;left:3mm;top:46.8mm;white-space:nowrap"><div class="italic" style="font-size:4.6pt">Có giá trị đến / Date of expiry:</div><div class="bold" style="font-size:6.2pt">${citizen.expires}</div></div>`;
}

function drawBack(citizen: Citizen): string {
  const finger = (label: string, english: string, seed: string): string =>
    `<div class="centre" style="width:14mm"><div style="width:11mm;height:13.5mm;margin:0 auto">${drawFingerprint(seed)}</div><div style="font-size:4.6pt">${label}</div><div style="font-size:4.6pt">${english}</div></div>`;
  const zone = writeMachineZone(citizen).map((line) => `<div>${escapeHtml(line)}</div>`);
  return `<div style="display:flex;justify-content:space-between"><div style="width:47mm">
      <div class="italic" style="font-size:5.6pt">Đặc điểm nhân dạng / Personal identification:</div><div class="bold" style="font-size:6.6pt;white-space:nowrap">${citizen.mark}</div>
      <div style="margin-top:1.4mm;white-space:nowrap" data-row><span class="italic" style="font-size:5.2pt">Ngày, tháng, năm / Date, month, year:</span> <span class="bold" style="font-size:6.6pt">${citizen.issued}</span></div>
      <div class="centre" style="margin-top:1.2mm;font-size:5.6pt;position:relative"><div class="bold">CỤC TRƯỞNG CỤC CẢNH SÁT</div><div class="bold">QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI</div>
        <div style="font-size:4.4pt">DIRECTOR GENERAL OF THE POLICE DEPARTMENT</div><div style="font-size:4.4pt">FOR ADMINISTRATIVE MANAGEMENT OF SOCIAL ORDER</div>
        <div style="height:6mm;width:16mm;margin:0 auto">${drawSignature('specimen-card', '#333')}</div><div class="bold" style="font-size:6.4pt">Nguyễn Văn Mẫu</div></div></div>
    <div style="display:flex;gap:2mm">${finger('Ngón trỏ trái', 'Left index finger', 'left')}${finger('Ngón trỏ phải', 'Right index finger', 'right')}</div></div>
    <div style="position:absolute;left:4mm;right:3mm;bottom:4mm;font:10.4pt/1.28 'OCR B';white-space:pre">${zone.join('')}</div>`;
}

function drawEmblem(): string {
  return `<svg viewBox="0 0 100 100" width="100%" aria-hidden="true"><circle cx="50" cy="50" r="46" fill="#c9242f"/><circle cx="50" cy="50" r="46" fill="none" stroke="#e2b33c" stroke-width="7" stroke-dasharray="5 2.2"/>
    <polygon fill="#f4d13d" points="50,20 57,41 79,41 61,54 68,75 50,62 32,75 39,54 21,41 43,41"/></svg>`;
}

function drawPortrait(): string {
  return `<svg viewBox="0 0 84 100" width="100%" height="100%" aria-hidden="true"><defs><radialGradient id="skin" cx=".45" cy=".4"><stop offset="0" stop-color="#d9b698"/><stop offset="1" stop-color="#b18a6c"/></radialGradient></defs>
    <rect width="84" height="100" fill="#bcd3de"/><path d="M4 100c2-22 16-29 38-30 22 1 36 8 38 30Z" fill="#f1f3f4"/><path d="M31 70l11 16 11-16-4-10H35Z" fill="url(#skin)"/>
    <path d="M36 86h12l-4-7h-4Z" fill="#2c4766"/><ellipse cx="42" cy="42" rx="19" ry="24" fill="url(#skin)"/><path d="M22 40c-3-24 8-31 20-31s24 7 20 31c-2-10-4-15-8-18-8 3-18 3-25 0-4 4-6 9-7 18Z" fill="#241d1a"/>
    <g fill="#3a2a22"><ellipse cx="35" cy="42" rx="2.6" ry="1.5"/><ellipse cx="49" cy="42" rx="2.6" ry="1.5"/></g><path d="M36 56q6 3 12 0M42 44v7" stroke="#8d5e4a" fill="none" stroke-width="1.4"/></svg>`;
}

function drawFingerprint(seed: string): string {
  const dice = rollDice(seed);
  const ridges = Array.from({ length: 13 }, (_, ridge) => {
    const radius = 3 + ridge * 3.4;
    const dashes = Array.from({ length: 4 }, () => dice.between(5, 26).toFixed(1)).join(' 1.6 ');
    return `<ellipse cx="${44 + dice.between(-2, 2)}" cy="${56 + dice.between(-2, 2)}" rx="${radius * 0.82}" ry="${radius * 1.1}" stroke-dasharray="${dashes}" transform="rotate(${dice.between(-9, 9)} 44 56)"/>`;
  });
  return `<svg viewBox="0 0 88 108" width="100%" height="100%" aria-hidden="true" fill="none" stroke="#8a4a52" stroke-width="1.5" opacity=".8">${ridges.join('')}</svg>`;
}

function drawGuilloche(tint: string): string {
  const waves = Array.from({ length: 26 }, (_, wave) => {
    const y = wave * 2.6 - 4;
    return `<path d="M-2 ${y}c14 ${6 + (wave % 5)} 24 -${8 - (wave % 3)} 44 0s28 ${7 - (wave % 4)} 48 -2"/>`;
  });
  return `<svg viewBox="0 0 85.6 54" width="100%" height="100%" aria-hidden="true" fill="none" stroke="#aed3cb" stroke-width=".18" style="position:absolute;inset:0;background:radial-gradient(circle at 70% 60%,#fff6,${tint}00)">${waves.join('')}</svg>`;
}
