/** What the counter types before scanning, and the manifest it becomes. */
import { repairDossierCode } from '../../../shared/domain/codes/dossier-code.ts';
import { hasS10Shape, isS10, normalizePostalItemId } from '../../../shared/domain/codes/postal-item-id.ts';
import type { ManifestDraft, Procedure, ProcedureCase, User } from '../http/answers.ts';
import { isoDay, today } from '../shell/days.ts';
import { paperTypeOf } from './paper-type-of.ts';

export interface StartForm {
  readonly dossierCode: string;
  /** Handed in before the case system gave a code: matched later. */
  readonly withoutCode: boolean;
  readonly procedure: Procedure | null;
  readonly caseId: string | null;
  readonly name: string;
  readonly idNumber: string;
  readonly dateOfBirth: string;
  readonly address: string;
  readonly phone: string;
  readonly postalItemId: string;
}

export const EMPTY_FORM: StartForm = {
  dossierCode: '',
  withoutCode: false,
  procedure: null,
  caseId: null,
  name: '',
  idNumber: '',
  dateOfBirth: '',
  address: '',
  phone: '',
  postalItemId: '',
};

export function chosenCase({ procedure, caseId }: StartForm): ProcedureCase | null {
  return procedure?.cases.find((one) => one.id === caseId) ?? null;
}

export type CodeState = 'empty' | 'good' | 'future' | 'bad';

export function codeState(text: string): CodeState {
  if (text.trim() === '') return 'empty';
  const code = repairDossierCode(text);
  if (!code) return 'bad';
  return code.receivedOn > today() ? 'future' : 'good';
}

export type ItemState = 'empty' | 'good' | 'other' | 'bad';

/** `other` is a number of the province's own, which cannot be checked. */
export function itemState(text: string): ItemState {
  const item = normalizePostalItemId(text);
  if (item === '') return 'empty';
  if (!hasS10Shape(item)) return 'other';
  return isS10(item) ? 'good' : 'bad';
}

/** Digits only, 12 or, on old cards, 9. */
export function isIdNumber(text: string): boolean {
  return /^(\d{9}|\d{12})$/.test(text.replace(/\s/g, ''));
}

export function isReady(form: StartForm): boolean {
  const code = form.withoutCode || codeState(form.dossierCode) === 'good';
  const cases = form.procedure?.cases ?? [];
  return code && form.procedure !== null && (cases.length === 0 || chosenCase(form) !== null);
}

export function manifestOf(form: StartForm, user: User): ManifestDraft {
  const { procedure } = form;
  const code = form.withoutCode ? undefined : repairDossierCode(form.dossierCode)?.code;
  const chosen = chosenCase(form);
  const born = isoDay(form.dateOfBirth);
  return {
    ...(code ? { dossierCode: code } : {}),
    ...(procedure ? { procedureCode: procedure.code, procedureName: procedure.name } : {}),
    ...(chosen?.name ? { case: chosen.id } : {}),
    expectedDocuments: (chosen?.components ?? []).map((component) => ({
      type: paperTypeOf(component),
      name: component.name,
      required: component.required,
      componentCode: component.code,
    })),
    declaredApplicant: filled({
      name: form.name,
      idNumber: form.idNumber.replace(/\s/g, ''),
      dateOfBirth: born ?? '',
      address: form.address,
      phone: form.phone,
    }),
    ...(user.officeCode ? { receivingPostOffice: { code: user.officeCode } } : {}),
    ...(form.postalItemId.trim() ? { postalItemId: normalizePostalItemId(form.postalItemId) } : {}),
    receivedOn: today(),
  };
}

function filled(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
}
