/** Invents people: names from common Vietnamese ones, citizen ids of serials that contain 999, which no register hands out. */
import type { Citizen } from './people.ts';
import { type Dice, rollDice } from './random.ts';

export interface Person extends Citizen {
  readonly phone: string;
}

interface Place {
  readonly commune: string;
  readonly province: string;
  /** First three digits of ids registered there. */
  readonly prefix: string;
}

const SURNAMES =
  'Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Mai Trịnh Đoàn Tạ Châu Lâm Cao'.split(
    ' ',
  );
const GIVEN = {
  Nam: [
    'Văn Hậu',
    'Minh Khôi',
    'Quốc Việt',
    'Hữu Phước',
    'Thanh Tùng',
    'Đức Thịnh',
    'Công Danh',
    'Bảo Long',
    'Trung Kiên',
    'Hoàng Nam',
    'Tấn Lộc',
    'Gia Bảo',
  ],
  Nữ: [
    'Thị Hồng Nhung',
    'Ngọc Ánh',
    'Thị Kim Chi',
    'Mỹ Duyên',
    'Thị Thu Hà',
    'Bích Trâm',
    'Thị Cẩm Vân',
    'Thanh Thảo',
    'Thị Diệu Hiền',
    'Khánh Linh',
    'Thị Bé Ba',
    'Phương Uyên',
  ],
} as const;
const PLACES: readonly Place[] = [
  { commune: 'xã Tân Thuận', province: 'tỉnh Cà Mau', prefix: '096' },
  { commune: 'phường Ninh Kiều', province: 'thành phố Cần Thơ', prefix: '092' },
  { commune: 'xã Vĩnh Thạnh Trung', province: 'tỉnh An Giang', prefix: '089' },
  { commune: 'xã Kim Sơn', province: 'tỉnh Ninh Bình', prefix: '037' },
  { commune: 'xã Cần Giuộc', province: 'tỉnh Tây Ninh', prefix: '080' },
  { commune: 'phường Sơn Trà', province: 'thành phố Đà Nẵng', prefix: '048' },
];
const ROADS = ['Trần Hưng Đạo', 'Lê Lợi', 'Nguyễn Huệ', 'Hùng Vương', 'Phan Chu Trinh', 'Lý Tự Trọng'];
const MARKS = ['Nốt ruồi C.2cm dưới sau mép phải', 'Sẹo chấm C.1cm trên đuôi mày trái'];

export function inventPerson(seed: string, wish: { sex?: 'Nam' | 'Nữ'; surname?: string } = {}): Person {
  const dice = rollDice(`person ${seed}`);
  const sex = wish.sex ?? (dice.between(0, 1) < 0.5 ? 'Nam' : 'Nữ');
  const place = pick(PLACES, dice);
  const year = Math.floor(dice.between(1962, 2000));
  const [day, month] = [two(dice.between(1, 29)), two(dice.between(1, 13))];
  const serial = `999${String(Math.floor(dice.between(0, 1000))).padStart(3, '0')}`;
  const citizenId = `${place.prefix}${sex === 'Nam' ? 0 : 1}${String(year).slice(2)}${serial}`;
  const house = `Số ${Math.floor(dice.between(3, 290))} đường ${pick(ROADS, dice)}`;
  return {
    name: `${wish.surname ?? pick(SURNAMES, dice)} ${pick(GIVEN[sex], dice)}`,
    born: `${day}/${month}/${year}`,
    sex,
    citizenId,
    issued: `${two(dice.between(1, 29))}/${two(dice.between(1, 13))}/${Math.floor(dice.between(2021, 2025))}`,
    expires: `${day}/${month}/${year + 70}`,
    hometown: bareNames(place),
    residence: `${house}, ${place.commune}, ${place.province}`,
    cardResidence: `${house}, ${bareNames(place)}`,
    mark: pick(MARKS, dice),
    phone: `0900 000 ${serial.slice(3)}`,
  };
}

/** `xã Tân Thuận, tỉnh Cà Mau`: the part of an address that agencies share. */
export function placeOf({ residence }: Person): string {
  return residence.slice(residence.indexOf(', ') + 2);
}

export function communeOf(person: Person): string {
  return placeOf(person).split(', ')[0]!;
}

function bareNames({ commune, province }: Place): string {
  return `${commune.replace(/^(xã|phường) /, '')}, ${province.replace(/^(tỉnh|thành phố) /, '')}`;
}

function pick<T>(choices: readonly T[], dice: Dice): T {
  return choices[Math.floor(dice.between(0, choices.length))]!;
}

function two(value: number): string {
  return String(Math.floor(value)).padStart(2, '0');
}
