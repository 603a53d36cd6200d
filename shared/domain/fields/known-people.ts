/** People of whom something surer than recognition speaks: codes on their cards, and the counter's declaration. */
import { forPeople } from '../codes/calendar-date.ts';
import { type IdentityCardCode, parseIdentityCardCode } from '../codes/identity-card-code.ts';
import type { ReadPage } from '../group-pages.ts';
import type { Applicant } from '../manifest.ts';

export interface KnownPerson {
  /** With marks where the source has them. */
  readonly name: string | null;
  readonly id: string | null;
  /** `dd/MM/yyyy`. */
  readonly birth: string | null;
  readonly issued: string | null;
  readonly phone: string | null;
  readonly addresses: readonly string[];
}

/** Cards first: they outrank what somebody typed. */
export function knownPeople(pages: readonly ReadPage[], applicant: Applicant): KnownPerson[] {
  const codes = pages.flatMap(({ facts }) => facts.text?.codes ?? []);
  const cards = codes.flatMap(({ value }) => parseIdentityCardCode(value) ?? []).map(fromCard);
  const declared = fromDeclaration(applicant);
  return [...cards, ...(declared.name || declared.id ? [declared] : [])];
}

function fromCard({ id, name, birthDate, issuedOn, address }: IdentityCardCode): KnownPerson {
  return {
    id,
    name,
    birth: forPeople(birthDate),
    issued: issuedOn && forPeople(issuedOn),
    phone: null,
    addresses: address === '' ? [] : [address],
  };
}

function fromDeclaration({ name, idNumber, dateOfBirth, phone, address }: Applicant): KnownPerson {
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(dateOfBirth ?? '');
  return {
    name: name || null,
    id: idNumber?.replace(/\D/g, '') || null,
    birth: iso ? forPeople(dateOfBirth!) : dateOfBirth || null,
    issued: null,
    phone: phone || null,
    addresses: address ? [address] : [],
  };
}
