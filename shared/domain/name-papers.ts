/** Turns groups of pages into papers: what each is called, which component it stands for, and its minimum data. */
import type { AnsweredFields } from './apply-answers.ts';
import { resultCodeOf } from './codes/result-code.ts';
import type { ReviewedPaper } from './dossier-review.ts';
import type { ExpectedPaper } from './expected-papers.ts';
import type { PageGroup } from './group-pages.ts';
import type { PaperId } from './ids.ts';
import { NAMELESS_PAPER, type Paper, type PaperType, UNKNOWN_PAPER_TYPE } from './paper.ts';
import { gatherMetadata } from './paper-metadata.ts';
import type { Catalogue, CompiledType } from './paper-types/compiled-types.ts';
import type { ProcedureComponent } from './procedure.ts';

export interface PaperNaming {
  readonly catalogue: Catalogue;
  /** Of the procedure, whatever the manifest declares. */
  readonly components: readonly ProcedureComponent[];
  readonly dossierCode: string | null;
  readonly declaredId: string | null;
  readonly resultCodeTemplate: string;
}

export interface ReadGroup {
  readonly group: PageGroup;
  readonly answered: AnsweredFields;
  /** What the dossier's list says of it. */
  readonly expected: ExpectedPaper | null;
}

export function namePapers(read: readonly ReadGroup[], naming: PaperNaming): ReviewedPaper[] {
  const ordinals = new Map<string, number>();
  return read.map((one) => {
    const { type } = one.group;
    const ordinal = (ordinals.get(type) ?? 0) + 1;
    ordinals.set(type, ordinal);
    return { ...one.group, paper: namePaper(one, ordinal, naming) };
  });
}

function namePaper({ group, answered, expected }: ReadGroup, ordinal: number, naming: PaperNaming): Paper {
  const { type, pages, signed } = group;
  const rule = ruleFor(type, naming.catalogue);
  const name = expected?.name || rule?.name || group.name || NAMELESS_PAPER;
  const componentCode = componentCodeOf(type, expected, naming.components);
  const skip = isSecretGroup(group) ? 'state-secret' : (expected?.skip ?? null);
  const metadata = gatherMetadata({
    type,
    name,
    componentCode,
    fields: answered.fields,
    names: rule?.metadata ?? {},
    owners: rule?.owners ?? [''],
    declaredId: naming.declaredId,
  });
  const parts = { ...metadata, paperType: metadata.typeCode, dossierCode: naming.dossierCode };
  return {
    paperId: `${type}-${ordinal}` as PaperId,
    type,
    name,
    componentCode,
    pageIds: pages.map(({ facts }) => facts.pageId),
    signed,
    fields: answered.fields,
    metadata,
    ...(skip === null ? { resultCode: resultCodeOf(naming.resultCodeTemplate, parts) } : { skip }),
    ...(answered.absent.length > 0 ? { absent: answered.absent } : {}),
    ...(group.assigned ? { assigned: true } : {}),
  };
}

/** What somebody listed goes by the type where no catalogue has a code for it; what nobody asked for has none. */
function componentCodeOf(
  type: PaperType,
  expected: ExpectedPaper | null,
  components: readonly ProcedureComponent[],
): string | null {
  if (expected) return expected.componentCode ?? type;
  if (type === UNKNOWN_PAPER_TYPE) return null;
  return components.find((component) => component.type === type)?.code ?? null;
}

/** One page with the mark makes the whole paper secret. */
export function isSecretGroup({ pages }: Pick<PageGroup, 'pages'>): boolean {
  return pages.some(({ signs }) => signs.isSecret);
}

export function ruleFor(type: PaperType, catalogue: Catalogue): CompiledType | undefined {
  return type === UNKNOWN_PAPER_TYPE ? undefined : catalogue.find((rule) => rule.type === type);
}
