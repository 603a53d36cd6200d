/** The 34 provinces and cities since 01/07/2025 (QĐ 19/2025/QĐ-TTg) with the agency code each system goes by. */

export interface ProvinceUnit {
  /** Two digits; several are the former code of an absorbed province, so never compare with citizen numbers. */
  readonly code: string;
  readonly name: string;
  /** Agency code (QĐ 20/2020/QĐ-TTg) of the surviving name; the list after the mergers is not published in full. */
  readonly unitCode: string;
  /** Communes, wards and special zones. */
  readonly communes: number;
}

const rows = `
01 H26 126 Hà Nội
04 H14 56 Cao Bằng
08 H60 124 Tuyên Quang
11 H18 45 Điện Biên
12 H35 38 Lai Châu
14 H52 75 Sơn La
15 H38 99 Lào Cai
19 H55 92 Thái Nguyên
20 H37 65 Lạng Sơn
22 H49 54 Quảng Ninh
24 H05 99 Bắc Ninh
25 H44 148 Phú Thọ
31 H24 114 Hải Phòng
33 H31 104 Hưng Yên
37 H42 129 Ninh Bình
38 H56 166 Thanh Hóa
40 H41 130 Nghệ An
42 H27 69 Hà Tĩnh
44 H50 78 Quảng Trị
46 H57 40 Huế
48 H17 94 Đà Nẵng
51 H48 96 Quảng Ngãi
52 H21 135 Gia Lai
56 H32 65 Khánh Hòa
66 H15 102 Đắk Lắk
68 H36 124 Lâm Đồng
75 H19 95 Đồng Nai
79 H29 168 TP. Hồ Chí Minh
80 H53 96 Tây Ninh
82 H20 102 Đồng Tháp
86 H61 124 Vĩnh Long
91 H01 102 An Giang
92 H13 103 Cần Thơ
96 H12 64 Cà Mau
`;

export const provinceUnits: readonly ProvinceUnit[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [code, unitCode, communes, ...name] = row.split(' ');
    return { code: code!, unitCode: unitCode!, communes: Number(communes), name: name.join(' ') };
  });

/** `Cà Mau` to `ca-mau`: the name of its file and of its stacks. */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
