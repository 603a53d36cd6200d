/** Which files a revision of a dossier needs: what has not changed stays, what has is made once, nothing is deleted. */
import type { ConversionMark, MarkCorner } from '../domain/conversion-mark.ts';
import { currentFiles, type Dossier, type DossierFile } from '../domain/dossier.ts';
import { type DossierId, fileIdOf, type PageId } from '../domain/ids.ts';
import type { Manifest } from '../domain/manifest.ts';
import type { PageFacts } from '../domain/page.ts';
import type { Paper } from '../domain/paper.ts';
import type { DossierDecision } from '../domain/validate-dossier.ts';
import { sha256OfData } from './hash.ts';

/** Rises when the same pages would give another file: files are then made anew with the next revision. */
const ASSEMBLY_VERSION = 2;

export interface FileDecision {
  readonly dossierId: DossierId;
  readonly revision: number;
  readonly manifest: Manifest;
  readonly decision: DossierDecision;
  readonly pages: readonly PageFacts[];
  readonly known: Dossier | null;
  readonly conversionMark: ConversionMark;
}

/** Each changed file is replaced once; an unchanged one stays, and what is replaced is kept as superseded. */
export function decideFiles({
  dossierId,
  revision,
  manifest,
  decision,
  pages,
  known,
  conversionMark,
}: FileDecision): DossierFile[] {
  const textOf = new Map(pages.map((page) => [page.pageId, sha256OfData(page.text)]));
  const digital = new Set(pages.filter(({ text }) => text?.source === 'pdf').map(({ pageId }) => pageId));
  const wanted = deliverables(decision.papers, digital).map(
    (wish): Omit<DossierFile, 'fileId' | 'revision' | 'state'> => ({
      ...wish,
      recipe: sha256OfData({
        wish,
        ...markIn(wish, conversionMark),
        texts: wish.pageIds.map((pageId) => textOf.get(pageId) ?? null),
        dossierCode: manifest.dossierCode ?? null,
        procedureCode: manifest.procedureCode ?? null,
        office: manifest.receivingPostOffice ?? null,
        about: decision.papers
          .filter((paper) => wish.paperIds.includes(paper.paperId))
          .map(({ metadata, resultCode }) => ({ metadata, resultCode })),
        assemblyVersion: ASSEMBLY_VERSION,
      }),
    }),
  );
  const current = known ? currentFiles(known) : [];
  const isKept = (file: DossierFile) => wanted.some((wish) => wish.recipe === file.recipe);
  const past = (known?.files ?? []).map((file) =>
    file.supersededInRevision !== undefined || isKept(file)
      ? file
      : { ...file, supersededInRevision: revision },
  );
  const added = wanted
    .map(
      (wish, index): DossierFile => ({
        ...wish,
        fileId: fileIdOf(dossierId, revision, index + 1),
        revision,
        state: 'due',
      }),
    )
    .filter((wish) => !current.some((file) => file.recipe === wish.recipe));
  return [...past, ...added];
}

/** What was signed stays byte for byte, and what never was paper was not converted. */
export function markCornerOf(
  file: Pick<DossierFile, 'signed' | 'bornDigital'>,
  conversionMark: ConversionMark,
): MarkCorner | null {
  return file.signed || file.bornDigital || conversionMark === 'none' ? null : conversionMark;
}

/** Nothing where no mark is: files made before there were marks stay. */
function markIn(file: Pick<DossierFile, 'signed' | 'bornDigital'>, conversionMark: ConversionMark) {
  const markCorner = markCornerOf(file, conversionMark);
  return markCorner ? { markCorner } : {};
}

/** One file a paper; where a component has several unsigned papers, also one of all of them: portals take one. */
function deliverables(papers: readonly Paper[], digital: ReadonlySet<PageId>) {
  const digitized = papers.filter((paper) => paper.skip === undefined);
  const single = digitized.map((paper) => ({
    role: 'paper' as const,
    paperIds: [paper.paperId],
    type: paper.type,
    name: paper.name,
    componentCode: paper.componentCode,
    pageIds: paper.pageIds,
    signed: paper.signed,
    ...(paper.pageIds.every((pageId) => digital.has(pageId)) ? { bornDigital: true as const } : {}),
  }));
  const byComponent = Map.groupBy(
    single.filter((file) => !file.signed && file.componentCode !== null),
    (file) => file.componentCode,
  );
  const joined = [...byComponent.values()]
    .filter((files) => files.length > 1)
    .map((files) => ({
      ...files[0]!,
      role: 'component' as const,
      paperIds: files.flatMap((file) => file.paperIds),
      pageIds: files.flatMap((file) => file.pageIds),
    }));
  return [...single, ...joined];
}
