/** The three lines of a TD1 machine-readable zone (ICAO 9303 part 5) for an invented card. */
import { checkDigit } from '../../../shared/domain/codes/machine-readable-zone.ts';
import type { Citizen } from './people.ts';

export function writeMachineZone(citizen: Citizen): [string, string, string] {
  const short = citizen.citizenId.slice(3);
  const first = `IDVNM${short}${checkDigit(short)}${citizen.citizenId}<<`;
  const born = compactDate(citizen.born);
  const expires = compactDate(citizen.expires);
  const second =
    `${born}${checkDigit(born)}${citizen.sex === 'Nam' ? 'M' : 'F'}${expires}${checkDigit(expires)}VNM`.padEnd(
      29,
      '<',
    );
  const composite = checkDigit(
    first.slice(5) + checkDigit(first.slice(5)) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18),
  );
  const [family, ...given] = plain(citizen.name).toUpperCase().split(' ');
  return [
    first + checkDigit(first.slice(5)),
    second + composite,
    `${family}<<${given.join('<')}`.padEnd(30, '<'),
  ];
}

function compactDate(date: string): string {
  const [day, month, year] = date.split('/');
  return `${year!.slice(2)}${month}${day}`;
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
}
