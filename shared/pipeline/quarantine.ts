/** Withdraws pages of papers with state secrets: picture and original go to the quarantine, text and PDFs go for good. */
import type { Dossier } from '../domain/dossier.ts';
import type { PageId, ScanId } from '../domain/ids.ts';
import type { Message } from '../domain/message.ts';
import { type Page, SECRET_PAGE } from '../domain/page.ts';
import type { PagePlan } from '../domain/page-plan.ts';
import type { PageText } from '../domain/page-text.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { decodeJson, encodeJson } from './json-bytes.ts';
import { eventMessage } from './messages.ts';
import { carriedTextKeyOf, originalKeyOf, pictureKeyOf, quarantineKeyOf, textKeyOf } from './object-keys.ts';
import { withheld } from './reading/keep-reading.ts';
import { type Office, settleConflicts } from './step.ts';

/**
 * Done again after a crash it changes nothing more. The bytes stand in the quarantine before anything is removed; the
 * record and the event for the named person come in between, so that neither can be lost.
 */
export async function quarantinePage(office: Office, pageId: PageId, cause: Message): Promise<void> {
  const { repository, store } = office;
  const page = await repository.page(pageId);
  if (!page) return;
  await copyOnce(store, pictureKeyOf(page), quarantineKeyOf(pictureKeyOf(page)));
  await withholdText(store, page);
  await settleConflicts(async () => {
    const latest = (await repository.page(pageId))!;
    const parked: Page = { ...latest, state: 'parked', parkedReason: SECRET_PAGE, secret: true };
    await repository.commit([parked], [await secretPaperFound(office, latest, cause)]);
  });
  await store.remove(pictureKeyOf(page));
  await store.remove(carriedTextKeyOf(page));
  await quarantineOriginal(office, page.scanId);
}

/** Also the files of earlier revisions that hold such a page: they were made before anybody knew. */
export async function quarantineSecrets(office: Office, dossier: Dossier, cause: Message): Promise<void> {
  const secret = dossier.papers.filter((paper) => paper.skip === 'state-secret');
  const pageIds = new Set(secret.flatMap((paper) => paper.pageIds));
  for (const pageId of pageIds) {
    const page = await office.repository.page(pageId);
    if (page && !page.secret) await quarantinePage(office, pageId, cause);
  }
  for (const { objectKey, pageIds: held } of dossier.files) {
    if (objectKey && held.some((pageId) => pageIds.has(pageId))) await office.store.remove(objectKey);
  }
}

async function withholdText(store: ObjectStore, page: Page): Promise<void> {
  const { textKey } = page;
  if (textKey) {
    const text = decodeJson<PageText>(await store.get(textKey));
    await store.put(textKey, encodeJson(withheld(text)));
  }
  for (const rotationDeg of [undefined, 0, 90, 180, 270] as const) {
    const readBefore = textKeyOf({ ...page, plan: { ...page.plan, rotationDeg } as PagePlan });
    if (readBefore !== textKey) await store.remove(readBefore);
  }
}

/** The whole delivered file: nobody may take one page out of it unseen. Its other pages have pictures of their own. */
async function quarantineOriginal(office: Office, scanId: ScanId): Promise<void> {
  const { repository, store } = office;
  const scan = await repository.scan(scanId);
  if (!scan?.objectKey) return;
  const objectKey = quarantineKeyOf(originalKeyOf(scan));
  await copyOnce(store, originalKeyOf(scan), objectKey);
  await settleConflicts(async () => {
    const latest = (await repository.scan(scanId))!;
    if (latest.objectKey !== objectKey) await repository.commit([{ ...latest, objectKey }], []);
  });
  await store.remove(originalKeyOf(scan));
}

async function copyOnce(store: ObjectStore, from: string, to: string): Promise<void> {
  if ((await store.size(from)) !== null) await store.put(to, await store.get(from));
}

/** Says where and to whom, never what stands there, nor how secret it is. */
async function secretPaperFound(office: Office, page: Page, cause: Message): Promise<Message> {
  const { batchId, pageId, scanPosition, pageNumber } = page;
  const batch = await office.repository.batch(batchId);
  const officeCode = batch?.manifest?.receivingPostOffice?.code ?? null;
  const contact = office.settings.secretPaperContact;
  return eventMessage(
    'secret-paper-found',
    { batchId, pageId, scanPosition, pageNumber, officeCode, contact },
    { subject: pageId, at: office.clock.now(), cause: cause.id, dossierCode: cause.dossierCode },
  );
}
