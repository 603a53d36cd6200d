/** Papers about invented people together with what a reader should find on them, by the field names of each type. */
import { communeOf, type Person, placeOf } from './cast.ts';
import { drawBirthDeclaration } from './papers/birth-declaration.ts';
import { drawBirthNotice } from './papers/birth-notice.ts';
import { drawBusinessRequest } from './papers/business-request.ts';
import { drawCardCopy, drawCardSides } from './papers/identity-card.ts';
import { drawLandApplication } from './papers/land-application.ts';
import { drawLandSketch } from './papers/land-sketch.ts';
import { drawLeasePages } from './papers/lease-pages.ts';
import { drawMaritalStatusCertificate } from './papers/marital-status-certificate.ts';
import { drawMaritalStatusDeclaration } from './papers/marital-status-declaration.ts';

export interface CasePaper {
  readonly type: string;
  readonly name: string;
  /** HTML of each page. */
  readonly pages: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
}

export type Draw = (text: string) => string;

const ETHNICITY = { danToc: 'Kinh', quocTich: 'Việt Nam' } as const;

function prefixed(prefix: string, fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${prefix}.${name}`, value]));
}

/** A Vietnamese date as forms and letters write it. */
export function longDate(date: string): string {
  const [day, month, year] = date.split('/');
  return `ngày ${day} tháng ${month} năm ${year}`;
}

export interface Family {
  readonly father: Person;
  readonly mother: Person;
  readonly child: { readonly name: string; readonly born: string; readonly bornInWords: string };
}

export function birthDeclarationOf(
  { father, mother, child }: Family,
  madeOn: string,
  hand?: Draw,
): CasePaper {
  const parent = (person: Person) => ({ name: person.name, born: person.born, residence: person.residence });
  const addressee = `Ủy ban nhân dân ${placeOf(father)}`;
  const place = `Trung tâm Y tế khu vực ${communeOf(father).replace(/^\S+ /, '')}`;
  const html = drawBirthDeclaration(
    {
      addressee,
      declarant: {
        ...parent(father),
        papers: `CCCD số ${father.citizenId}, cấp ngày ${father.issued}`,
        relation: 'Cha đẻ',
      },
      child: { ...child, sex: 'Nữ', place, hometown: placeOf(father) },
      mother: parent(mother),
      father: parent(father),
      copies: '02',
      signed: { place: communeOf(father), date: longDate(madeOn), name: father.name, seed: father.citizenId },
    },
    hand,
  );
  const parentFields = (person: Person) => ({
    hoTen: person.name,
    ngaySinh: person.born,
    ...ETHNICITY,
    noiCuTru: person.residence,
  });
  return {
    type: 'TO_KHAI_KHAI_SINH',
    name: 'Tờ khai đăng ký khai sinh',
    pages: [html],
    fields: {
      kinhGui: addressee,
      'nguoiYeuCau.hoTen': father.name,
      'nguoiYeuCau.ngaySinh': father.born,
      'nguoiYeuCau.noiCuTru': father.residence,
      'nguoiYeuCau.soDinhDanh': father.citizenId,
      'nguoiYeuCau.ngayCap': father.issued,
      quanHe: 'Cha đẻ',
      ...prefixed('con', {
        hoTen: child.name,
        ngaySinh: child.born,
        ngaySinhChu: child.bornInWords,
        gioiTinh: 'Nữ',
        ...ETHNICITY,
        noiSinh: place,
        queQuan: placeOf(father),
      }),
      ...prefixed('me', parentFields(mother)),
      ...prefixed('cha', parentFields(father)),
      soBanSao: '02',
      ngayLam: longDate(madeOn),
    },
  };
}

export function birthNoticeOf({ father, mother, child }: Family): CasePaper {
  const commune = communeOf(father).replace(/^\S+ /, '');
  const place = `Trung tâm Y tế khu vực ${commune}`;
  const bornAt = `05 giờ 20 phút, ${longDate(child.born)}`;
  const html = drawBirthNotice({
    facility: ['SỞ Y TẾ', `TRUNG TÂM Y TẾ<br>KHU VỰC ${commune.toLocaleUpperCase('vi')}`],
    number: `${mother.citizenId.slice(-3)}/2026/GCS`,
    mother,
    bornAt,
    place,
    child: { name: child.name, sex: 'Nữ', weight: '3150 gam' },
    midwife: 'Trương Thị Nga',
    head: 'Huỳnh Trung Dũng',
    placeAndDate: `${commune}, ${longDate(child.born)}`,
  });
  return {
    type: 'GIAY_CHUNG_SINH',
    name: 'Giấy chứng sinh',
    pages: [html],
    fields: {
      'me.hoTen': mother.name,
      'me.namSinh': mother.born,
      'me.danToc': 'Kinh',
      'me.noiThuongTru': mother.residence,
      'me.soDinhDanh': mother.citizenId,
      gioSinh: bornAt,
      noiSinh: place,
      soLanSinh: '01',
      soCon: '01',
      soConLanNay: '01',
      'con.gioiTinh': 'Nữ',
      'con.canNang': '3150 gam',
      'con.hoTen': child.name,
      nguoiDoDe: 'Trương Thị Nga',
    },
  };
}

/** Both sides on one sheet, or each on its own. */
export async function cardOf(person: Person, sheets: 'one' | 'two'): Promise<CasePaper> {
  const front = { topMm: 42, leftMm: 60, turnDeg: -0.4 };
  const back = { topMm: 118, leftMm: 63, turnDeg: 0.5 };
  return {
    type: 'CCCD',
    name: 'Bản sao căn cước công dân',
    pages:
      sheets === 'one'
        ? [await drawCardCopy(person, front, back)]
        : await drawCardSides(person, { topMm: 52, leftMm: 58, turnDeg: 0.6 }),
    fields: {
      soDinhDanh: person.citizenId,
      hoTen: person.name.toLocaleUpperCase('vi'),
      ngaySinh: person.born,
      gioiTinh: person.sex,
      quocTich: 'Việt Nam',
      queQuan: person.hometown,
      noiThuongTru: person.cardResidence,
      giaTriDen: person.expires,
      dacDiem: person.mark,
      ngayCap: person.issued,
    },
  };
}

export function businessRequestOf(owner: Person, madeOn: string): CasePaper {
  const addressee = `Phòng Kinh tế, Ủy ban nhân dân ${communeOf(owner)}`;
  const business = `HỘ KINH DOANH ${owner.name.split(' ').at(-1)!.toLocaleUpperCase('vi')} ${owner.citizenId.slice(-2)}`;
  const html = drawBusinessRequest({
    addressee,
    owner,
    business,
    premises: owner.residence,
    trades: [
      ['Bán lẻ vải, len, sợi, chỉ khâu', '4751', 'X'],
      ['May trang phục theo đơn đặt', '1410', ''],
    ],
    capital: '120.000.000 đồng',
    staff: '03 người',
    placeAndDate: `${communeOf(owner)}, ${longDate(madeOn)}`,
    seed: owner.citizenId,
  });
  return {
    type: 'GIAY_DE_NGHI_DK_HKD',
    name: 'Giấy đề nghị đăng ký hộ kinh doanh',
    pages: [html],
    fields: {
      kinhGui: addressee,
      'chuHo.hoTen': owner.name,
      'chuHo.ngaySinh': owner.born,
      'chuHo.soDinhDanh': owner.citizenId,
      'chuHo.dienThoai': owner.phone,
      'chuHo.noiThuongTru': owner.residence,
      tenHoKinhDoanh: business,
      diaChiTruSo: owner.residence,
      'nganhNghe.1.ten': 'Bán lẻ vải, len, sợi, chỉ khâu',
      'nganhNghe.1.ma': '4751',
      'nganhNghe.2.ten': 'May trang phục theo đơn đặt',
      'nganhNghe.2.ma': '1410',
    },
  };
}

export function leaseOf(landlord: Person, tenant: Person, signedOn: string, countsPages: boolean): CasePaper {
  const number = `${tenant.citizenId.slice(-2)}/2026/HĐTN`;
  const premises = tenant.residence;
  const party = (person: Person) => ({
    hoTen: person.name,
    ngaySinh: person.born,
    soDinhDanh: person.citizenId,
    ngayCap: person.issued,
    diaChi: person.residence,
    dienThoai: person.phone,
  });
  return {
    type: 'HOP_DONG_THUE_NHA',
    name: 'Hợp đồng thuê nhà',
    pages: drawLeasePages({
      number,
      signedOn: longDate(signedOn),
      place: communeOf(tenant),
      landlord,
      tenant,
      premises,
      countsPages,
    }),
    fields: {
      soHopDong: number,
      ngayKy: longDate(signedOn),
      ...prefixed('benChoThue', party(landlord)),
      ...prefixed('benThue', party(tenant)),
      diaChiThue: premises,
    },
  };
}

const STATUS = 'Hiện tại chưa đăng ký kết hôn với ai';
const PURPOSE = 'Bổ sung hồ sơ vay vốn ngân hàng';

export function maritalDeclarationOf(person: Person, madeOn: string, hand?: Draw): CasePaper {
  const addressee = `Ủy ban nhân dân ${placeOf(person)}`;
  const html = drawMaritalStatusDeclaration(
    {
      addressee,
      name: person.name,
      born: person.born,
      sex: person.sex,
      residence: person.residence,
      papers: `CCCD số ${person.citizenId}, cấp ngày ${person.issued}`,
      status: STATUS,
      purpose: PURPOSE,
      placeAndDate: `${communeOf(person)}, ${longDate(madeOn)}`,
      seed: person.citizenId,
    },
    hand,
  );
  return {
    type: 'TO_KHAI_XNTTHN',
    name: 'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân',
    pages: [html],
    fields: {
      kinhGui: addressee,
      'nguoiYeuCau.hoTen': person.name,
      'nguoiYeuCau.noiCuTru': person.residence,
      'nguoiYeuCau.soDinhDanh': person.citizenId,
      'nguoiYeuCau.ngayCap': person.issued,
      quanHe: 'Bản thân',
      hoTen: person.name,
      gioiTinh: person.sex,
      ngaySinh: person.born,
      ...ETHNICITY,
      noiCuTru: person.residence,
      tinhTrang: STATUS,
      mucDich: PURPOSE,
    },
  };
}

export function maritalCertificateOf(person: Person, madeOn: string): CasePaper {
  const number = `${person.citizenId.slice(-3)}/UBND-XNTTHN`;
  const purpose = 'Để chuyển nhượng quyền sử dụng đất';
  const html = drawMaritalStatusCertificate({
    issuer: ['ỦY BAN NHÂN DÂN', communeOf(person).toLocaleUpperCase('vi')],
    number,
    placeAndDate: `${communeOf(person).replace(/^\S+ /, '')}, ${longDate(madeOn)}`,
    name: person.name.toLocaleUpperCase('vi'),
    born: person.born,
    sex: person.sex,
    citizenId: person.citizenId,
    residence: person.residence,
    status: STATUS,
    purpose,
    signer: 'Quách Minh Tường',
  });
  return {
    type: 'XAC_NHAN_HON_NHAN',
    name: 'Giấy xác nhận tình trạng hôn nhân',
    pages: [html],
    fields: {
      so: number,
      hoTen: person.name.toLocaleUpperCase('vi'),
      ngaySinh: person.born,
      gioiTinh: person.sex,
      ...ETHNICITY,
      soDinhDanh: person.citizenId,
      noiCuTru: person.residence,
      tinhTrang: STATUS,
      mucDich: purpose,
      nguoiKy: 'Quách Minh Tường',
    },
  };
}

export function landApplicationOf(user: Person, madeOn: string): CasePaper {
  const addressee = 'Chi nhánh Văn phòng Đăng ký đất đai khu vực 3';
  const certificate = {
    entry: `CS04${user.citizenId.slice(-3)}`,
    serial: `BX 981${user.citizenId.slice(-3)}`,
    issued: '15/07/2013',
  };
  const reason = 'Giấy chứng nhận bị rách, mờ chữ';
  const pages = drawLandApplication({
    addressee,
    user,
    certificate,
    reason,
    placeAndDate: `${communeOf(user)}, ${longDate(madeOn)}`,
    official: 'Châu Thùy Dương',
  });
  return {
    type: 'DON_DE_NGHI_GCN',
    name: 'Đơn đề nghị cấp đổi Giấy chứng nhận',
    pages,
    fields: {
      kinhGui: addressee,
      'nguoiSuDungDat.hoTen': user.name,
      'nguoiSuDungDat.soDinhDanh': user.citizenId,
      'nguoiSuDungDat.ngaySinh': user.born,
      'nguoiSuDungDat.diaChi': user.residence,
      'nguoiSuDungDat.dienThoai': user.phone,
      'gcn.soVaoSo': certificate.entry,
      'gcn.soPhatHanh': certificate.serial,
      'gcn.ngayCap': certificate.issued,
      lyDo: reason,
    },
  };
}

export function landSketchOf(owner: Person): CasePaper {
  const parcel = String(100 + Number(owner.citizenId.slice(-2)));
  const areaM2 = `1${owner.citizenId.slice(-3)},3`;
  const title = `${owner.sex === 'Nam' ? 'Ông' : 'Bà'} ${owner.name}`;
  return {
    type: 'SO_DO',
    name: 'Sơ đồ, trích đo thửa đất',
    pages: [
      drawLandSketch({
        sheetNumber: '44',
        place: placeOf(owner),
        parcel,
        areaM2,
        owner: title,
        surveyor: 'Võ Minh Trí',
      }),
    ],
    fields: { toBanDo: '44', chuSuDung: title, thua: parcel, dienTich: areaM2 },
  };
}
