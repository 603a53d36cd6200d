/** MẢNH TRÍCH ĐO BẢN ĐỒ ĐỊA CHÍNH: a parcel's outline with its number, area and neighbours. */
import { drawSheet } from '../sheet.ts';

export interface LandSketch {
  readonly sheetNumber: string;
  readonly place: string;
  readonly parcel: string;
  readonly areaM2: string;
  readonly owner: string;
  readonly surveyor: string;
}

export function drawLandSketch(sketch: LandSketch): string {
  return drawSheet(
    `<h1>MẢNH TRÍCH ĐO BẢN ĐỒ ĐỊA CHÍNH</h1><div class="centre">Tờ bản đồ số ${sketch.sheetNumber} - ${sketch.place}</div>
    <svg viewBox="0 0 160 150" width="160mm" height="150mm" fill="none" stroke="#000" stroke-width=".4" font-family="Arimo" font-size="5">
    <polygon points="30,30 118,22 132,104 44,122"/><path d="M4 26L30 30M118 22L156 14M132 104L158 110M44 122L30 146"/>
    <g fill="#000" stroke="none"><text x="72" y="66">${sketch.parcel}</text><text x="68" y="74">${sketch.areaM2} m²</text><text x="56" y="86">${sketch.owner}</text>
    <text x="70" y="16">Đường giao thông</text><text x="6" y="80">Thửa 18</text><text x="136" y="66">Thửa 21</text></g></svg>
    <div>Chủ sử dụng: ${sketch.owner}</div><div>Thửa đất số: ${sketch.parcel}; Diện tích: ${sketch.areaM2} m²</div>
    <div style="display:flex;justify-content:space-between;margin-top:8mm"><div>Tỷ lệ 1:500</div><div class="centre"><div class="bold">Người đo vẽ</div><div style="height:18mm"></div><div>${sketch.surveyor}</div></div></div>`,
    { sizePt: 12.5 },
  );
}
