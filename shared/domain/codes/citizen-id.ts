/** Citizen number (số định danh cá nhân): twelve digits that say province or country, century, sex and year of birth. */

export interface CitizenId {
  readonly id: string;
  /** Code of the province of birth registration, of the 63 before 2025, or of a country. */
  readonly place: string;
  /** False for a foreign or mistyped place: a doubt, no fault. */
  readonly isKnownProvince: boolean;
  readonly sex: 'male' | 'female';
  readonly birthYear: number;
}

const PROVINCES = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 ' +
    '045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 ' +
    '092 093 094 095 096'
  ).split(' '),
);

/** Decree 137/2015/NĐ-CP, article 13; the number has no check digit. Null for what is not twelve digits. */
export function parseCitizenId(text: string): CitizenId | null {
  if (!/^\d{12}$/.test(text)) return null;
  const centuryAndSex = Number(text[3]);
  const place = text.slice(0, 3);
  return {
    id: text,
    place,
    isKnownProvince: PROVINCES.has(place),
    sex: centuryAndSex % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + 100 * Math.floor(centuryAndSex / 2) + Number(text.slice(4, 6)),
  };
}

/** Whether the number can belong to a person born on that ISO day. */
export function agreesWithBirthDate(citizenId: CitizenId, birthDate: string): boolean {
  return citizenId.birthYear === Number(birthDate.slice(0, 4));
}
