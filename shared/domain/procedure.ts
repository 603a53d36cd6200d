/** An administrative procedure (thủ tục hành chính) as the province's catalogue lists it: channels, cases, papers, results. */
import { isSameProcedure } from './codes/procedure-code.ts';
import { foldTones } from './fold.ts';
import type { PaperType } from './paper.ts';

export interface ProcedureComponent {
  /** MAGIAYTO. */
  readonly code: string;
  /** Our paper type; `KHAC` where none of ours stands for it. */
  readonly type: PaperType;
  readonly name: string;
  /** False for what is shown only or handed in where it applies (`nếu có`). */
  readonly required: boolean;
  /** SOBANCHINH and SOBANSAO. */
  readonly originals: number;
  readonly copies: number;
  /** MA_KQ_THAYTHE: code of an electronic result that may stand in for the paper. */
  readonly replacedBy: string | null;
}

export interface ProcedureCase {
  /** Position in the list, from 1, as text: names of cases run to sentences. */
  readonly id: string;
  /** TRUONGHOP; empty where the procedure knows no cases. */
  readonly name: string;
  readonly components: readonly ProcedureComponent[];
}

export interface Procedure {
  /** MATTHC. */
  readonly code: string;
  readonly name: string;
  readonly sector: { readonly code: string; readonly name: string } | null;
  readonly active: boolean;
  /** Whether the public postal service is one of its channels (KENH 3). */
  readonly mailable: boolean;
  /** Why it is not mailable, in plain Vietnamese. */
  readonly reason: string | null;
  readonly cases: readonly ProcedureCase[];
  readonly results: readonly { readonly code: string; readonly name: string }[];
}

/** What validation is told: `unknown` where a catalogue is there and does not list the code, null without any. */
export type ProcedureKnowledge = Procedure | 'unknown' | null;

/** The very code first, else the one of the same national number. */
export function findProcedureIn(procedures: readonly Procedure[], code: string): Procedure | null {
  const wanted = code.trim();
  return (
    procedures.find((procedure) => procedure.code === wanted) ??
    procedures.find((procedure) => isSameProcedure(procedure.code, wanted)) ??
    null
  );
}

/** By number or by words of the name in any order, marks and case aside; in the order of the catalogue. */
export function searchProcedures(procedures: readonly Procedure[], query: string): Procedure[] {
  const code = query.trim();
  const words = foldTones(query).split(' ').filter(Boolean);
  return procedures.filter((procedure) => {
    const text = foldTones(`${procedure.name} ${procedure.sector?.name ?? ''}`);
    return (code !== '' && procedure.code.startsWith(code)) || words.every((word) => text.includes(word));
  });
}

/** By id or name; without a choice the only case there is. Null where the choice is open, or names no case. */
export function caseOf({ cases }: Procedure, chosen: string | undefined): ProcedureCase | null {
  const wanted = chosen === undefined ? '' : foldTones(chosen);
  if (wanted === '') return cases.length === 1 ? cases[0]! : null;
  return cases.find(({ id, name }) => id === chosen?.trim() || foldTones(name) === wanted) ?? null;
}

/**
 * The papers to expect. While the choice of a case is open, only what all cases ask for is required: nobody is sent
 * for a paper that their case may not need.
 */
export function componentsOf(procedure: Procedure, chosen: string | undefined): ProcedureComponent[] {
  const known = caseOf(procedure, chosen);
  if (known) return [...known.components];
  const { cases } = procedure;
  const all = new Map(cases.flatMap(({ components }) => components.map((one) => [one.code, one] as const)));
  return [...all.values()].map((component) => {
    const listed = cases.flatMap(({ components }) =>
      components.filter(({ code }) => code === component.code),
    );
    const isCommon = listed.length === cases.length && listed.every(({ required }) => required);
    return {
      ...component,
      required: isCommon,
      originals: Math.min(...listed.map(({ originals }) => originals)),
      copies: Math.min(...listed.map(({ copies }) => copies)),
    };
  });
}
