/** Everything of a dossier that a person may search it by, gathered from the record and the texts of its pages. */
import { unitOfDossier } from '../domain/agency-unit.ts';
import { officeOfBatch } from '../domain/batch.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { PageId } from '../domain/ids.ts';
import { type PageText, plainText } from '../domain/page-text.ts';
import { reviewTasksOf } from '../domain/review-tasks.ts';
import type { SearchEntry } from '../ports/search-index.ts';
import { bandsOf } from './corrections/review.ts';
import { decodeJson } from './json-bytes.ts';
import type { Office } from './step.ts';

/** A book of a thousand pages is found by its beginning. */
const MAX_TEXT_LENGTH = 400_000;

type Reading = Pick<Office, 'repository' | 'store' | 'settings'>;

export async function loadSearchEntry(office: Reading, dossier: Dossier): Promise<SearchEntry> {
  const { dossierId, dossierCode, version, state, verdict, manifest } = dossier;
  return {
    dossierId,
    version,
    dossierCode,
    state,
    verdict,
    officeCode: await officeOfDossier(office, dossier),
    unitCode: unitOfDossier(dossierCode),
    procedureCode: manifest.procedureCode ?? null,
    procedureName: manifest.procedureName ?? null,
    applicantName: manifest.declaredApplicant.name ?? null,
    openReviews: reviewTasksOf(dossier, bandsOf(office.settings)).length,
    receivedOn: manifest.receivedOn ?? null,
    updatedAt: dossier.updatedAt,
    text: (await loadTexts(office, dossier)).join('\n').slice(0, MAX_TEXT_LENGTH),
  };
}

/** The office that opened the dossier; one that only adds to it sees its own delivery. */
export async function officeOfDossier(
  { repository }: Pick<Office, 'repository'>,
  dossier: Pick<Dossier, 'batchIds' | 'manifest'>,
): Promise<string | null> {
  const [first] = dossier.batchIds;
  const batch = first === undefined ? null : await repository.batch(first);
  return batch ? officeOfBatch(batch) : (dossier.manifest.receivingPostOffice?.code ?? null);
}

async function loadTexts(office: Reading, dossier: Dossier): Promise<string[]> {
  const { dossierCode, manifest, papers } = dossier;
  const { declaredApplicant: applicant } = manifest;
  const declared = [
    dossierCode,
    manifest.postalItemId,
    applicant.name,
    applicant.idNumber,
    applicant.address,
    applicant.phone,
    manifest.procedureCode,
    manifest.procedureName,
  ];
  const said = papers.flatMap((paper) => [paper.name, ...paper.fields.map((field) => field.value)]);
  // The record says what is secret before the text is gone from the store.
  const withheld = new Set(papers.flatMap(({ skip, pageIds }) => (skip === 'state-secret' ? pageIds : [])));
  const pages = dossier.pages.filter(({ pageId }) => !withheld.has(pageId));
  const texts = await Promise.all(pages.map((page) => loadText(office, page.pageId)));
  return [...declared, ...said, ...texts].filter(
    (text) => text !== null && text !== undefined && text !== '',
  ) as string[];
}

async function loadText({ repository, store }: Reading, pageId: PageId): Promise<string> {
  const page = await repository.page(pageId);
  return page?.textKey ? plainText(decodeJson<PageText>(await store.get(page.textKey))) : '';
}
