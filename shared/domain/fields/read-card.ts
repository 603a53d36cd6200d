/** The fields of an identity card: code before machine-readable zone before print, each confirming the others. */
import { forPeople } from '../codes/calendar-date.ts';
import { parseCitizenId } from '../codes/citizen-id.ts';
import { foldTones } from '../fold.ts';
import type { ReadPage } from '../group-pages.ts';
import { type IdentityCardFacts, readIdentityCard } from '../identity-card-facts.ts';
import type { FieldSource } from '../paper.ts';
import type { CompiledForm } from './compile-form.ts';
import type { GrammarName } from './grammars/index.ts';
import type { ReadField } from './read-field.ts';
import { readForm } from './read-form.ts';
import { readZoneFields } from './read-zone.ts';
import { rowsOf } from './tokens.ts';

interface Said {
  readonly value: string;
  readonly source: FieldSource;
}

/** Order of the card's own fields in the report. */
const ORDER: readonly [string, GrammarName][] = [
  ['soDinhDanh', 'citizenId'],
  ['hoTen', 'personName'],
  ['ngaySinh', 'date'],
  ['gioiTinh', 'sex'],
  ['quocTich', 'nationality'],
  ['queQuan', 'place'],
  ['noiThuongTru', 'place'],
  ['giaTriDen', 'expiry'],
  ['dacDiem', 'text'],
  ['ngayCap', 'date'],
];

export function readCard(pages: readonly ReadPage[], form: CompiledForm): ReadField[] {
  const rows = rowsOf(pages);
  const printed = new Map(readForm(rows, form).map((field) => [field.name, field]));
  const facts = readIdentityCard(pages);
  const said = saidByCodes(facts);
  const fields = ORDER.flatMap(([name, grammar]) =>
    settle(name, grammar, said[name] ?? [], printed.get(name)),
  );
  const readAs = (name: string) => fields.find((field) => field.name === name)?.value ?? null;
  const sex = readAs('gioiTinh');
  const zone = readZoneFields(rows, {
    id: parseCitizenId(readAs('soDinhDanh') ?? '')?.id ?? null,
    name: readAs('hoTen'),
    birthDate: isoDate(readAs('ngaySinh')),
    sex: sex === null ? null : sex === 'Nam' ? 'male' : 'female',
    expiresOn: expiryFrom(readAs('giaTriDen')),
  });
  const issuer = printed.get('coQuanBanHanh');
  return [...fields, ...(issuer ? [issuer] : []), ...zone];
}

/** What proves itself, surest first. */
function saidByCodes({ code, zone }: IdentityCardFacts): Record<string, Said[]> {
  const said: Record<string, Said[]> = {};
  const add = (name: string, source: FieldSource, value: string | null | undefined) => {
    if (value) (said[name] ??= []).push({ value, source });
  };
  add('soDinhDanh', 'qr', code?.id);
  add('hoTen', 'qr', code?.name.toLocaleUpperCase('vi'));
  add('ngaySinh', 'qr', code && forPeople(code.birthDate));
  add('gioiTinh', 'qr', code?.sex);
  add('noiThuongTru', 'qr', code?.address);
  add('ngayCap', 'qr', code?.issuedOn && forPeople(code.issuedOn));
  add('soDinhDanh', 'mrz', zone?.citizenId);
  add('ngaySinh', 'mrz', zone?.birthDate && forPeople(zone.birthDate));
  add('gioiTinh', 'mrz', zone?.sex && (zone.sex === 'male' ? 'Nam' : 'Nữ'));
  add(
    'giaTriDen',
    'mrz',
    zone?.neverExpires ? 'Không thời hạn' : zone?.expiresOn && forPeople(zone.expiresOn),
  );
  // Only citizens carry the card.
  add('quocTich', code ? 'qr' : 'mrz', code || zone?.citizenId ? 'Việt Nam' : null);
  return said;
}

/** The surest source has the word; every other that says the same is a witness; print tells where it stands. */
function settle(
  name: string,
  grammar: GrammarName,
  said: readonly Said[],
  printed: ReadField | undefined,
): ReadField[] {
  const [first] = said;
  if (!first) return printed ? [printed] : [];
  const others = [...said.slice(1).map(({ value }) => value), ...(printed ? [printed.value] : [])];
  const witnesses = others.filter((value) => foldTones(value) === foldTones(first.value)).length;
  return [
    {
      name,
      grammar,
      value: first.value.normalize('NFC'),
      source: first.source,
      fit: 1,
      legibility: first.source === 'qr' ? 99 : 95,
      labelled: 1,
      witnesses,
      pageId: printed?.pageId ?? null,
      box: printed?.box ?? null,
    },
  ];
}

function isoDate(forPeopleDate: string | null): string | null {
  const match = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(forPeopleDate ?? '');
  return match ? `${match[3]}-${match[2]}-${match[1]}` : null;
}

function expiryFrom(printed: string | null): string | null | undefined {
  return printed === null ? undefined : (isoDate(printed) ?? null);
}
