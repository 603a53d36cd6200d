/** A paper as read, and the people it names, before its fields are held against the rest of the dossier. */
import type { PaperType } from '../paper.ts';
import type { ReadField } from './read-field.ts';

export interface PaperReading {
  readonly type: PaperType;
  readonly fields: readonly ReadField[];
}

/** A person on a paper: `me` of `me.hoTen`; empty for the one person that a paper is about. */
export interface Role {
  readonly prefix: string;
  readonly name: ReadField | null;
  readonly id: ReadField | null;
  /** A date, or a year alone. */
  readonly birth: ReadField | null;
  readonly issued: ReadField | null;
  readonly phone: ReadField | null;
}

const PART_OF: Readonly<Record<string, keyof Omit<Role, 'prefix'>>> = {
  hoTen: 'name',
  soDinhDanh: 'id',
  ngaySinh: 'birth',
  namSinh: 'birth',
  ngayCap: 'issued',
  dienThoai: 'phone',
};

/** Those of whom a name or a number was read. */
export function rolesOn(fields: readonly ReadField[]): Role[] {
  const roles = new Map<string, { -readonly [Key in keyof Role]: Role[Key] }>();
  for (const field of fields) {
    const dot = field.name.lastIndexOf('.');
    const part = PART_OF[field.name.slice(dot + 1)];
    if (part === undefined) continue;
    const prefix = field.name.slice(0, Math.max(0, dot));
    const role = roles.get(prefix) ?? {
      prefix,
      name: null,
      id: null,
      birth: null,
      issued: null,
      phone: null,
    };
    role[part] = field;
    roles.set(prefix, role);
  }
  return [...roles.values()].filter(({ name, id }) => name !== null || id !== null);
}
