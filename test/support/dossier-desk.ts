/** A desk for journeys of one dossier: scripted papers, deliveries and what officers do, each in one short call. */
import type { Actor } from '../../shared/domain/corrections.ts';
import { currentFiles, type Dossier } from '../../shared/domain/dossier.ts';
import type { BatchId, DossierId, PageId } from '../../shared/domain/ids.ts';
import { type Manifest, manifestSchema } from '../../shared/domain/manifest.ts';
import { reviewTasksOf } from '../../shared/domain/review-tasks.ts';
import { bandsOf } from '../../shared/pipeline/corrections/review.ts';
import { closeBatch, openBatch, receiveScan } from '../../shared/pipeline/delivery.ts';
import { scriptedScan } from './scripted-tasks.ts';
import { carryOn, type TestOffice } from './test-office.ts';

export const CODE = 'H12.09-260102-0001' as DossierId;
export const OTHER = 'H12.09-260102-0002' as DossierId;
export const BATCH = 'b-1' as BatchId;
export const OFFICER: Actor = { id: 'can-bo-01', name: 'Lê Thị Duyệt' };
export const COLLEAGUE: Actor = { id: 'can-bo-02', name: 'Trần Văn Kiểm' };

export const DECLARATION = `CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
TỜ KHAI ĐĂNG KÝ KHAI SINH
Kính gửi: Ủy ban nhân dân xã Đất Mới
Họ, chữ đệm, tên người yêu cầu: LÊ THỊ MẪU`;
export const BIRTH_NOTE = `SỞ Y TẾ CÀ MAU
GIẤY CHỨNG SINH
Họ và tên mẹ: Lê Thị Mẫu`;
export const LEASE = `CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
HỢP ĐỒNG THUÊ NHÀ
Bên cho thuê nhà có nhà ở đường Trần Phú`;
/** Without a heading: it goes on from the page before it. */
export const NEXT_PAGE = 'Những người khai cùng cam đoan nội dung trên đây đúng sự thật';
export const STRANGE_PAPER = `CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
GIẤY LẠ LÙNG
Nội dung không ai biết trước`;

export function manifestOf(dossierCode: string, ...types: string[]): Manifest {
  return manifestSchema.parse({
    dossierCode,
    procedureCode: '1.001193',
    expectedDocuments: types.map((type) => ({ type, name: type, required: true })),
  });
}

export const MANIFEST = manifestOf(CODE, 'TO_KHAI_KHAI_SINH', 'GIAY_CHUNG_SINH');

interface DeliveryOptions {
  readonly batchId?: BatchId;
  readonly manifest?: Manifest | null;
  /** Of the first page; the others follow. */
  readonly position?: number;
  readonly replaces?: PageId;
  /** All scans are put in after that page, by one act. */
  readonly after?: PageId;
  /** Position of that act's first file, where it is none of these. */
  readonly first?: number;
}

/** One scan a text; not closed, nothing carried. */
export async function scan(
  office: TestOffice,
  texts: readonly string[],
  { batchId = BATCH, manifest = MANIFEST, position = 1, replaces, after, first }: DeliveryOptions = {},
): Promise<void> {
  await openBatch(office, batchId, manifest);
  for (const [index, text] of texts.entries()) {
    const place = position + index;
    const delivered = {
      batchId,
      position: place,
      name: `scan-${place}.json`,
      ...(replaces ? { replaces } : {}),
      ...(after ? { inserted: { after, first: first ?? position } } : {}),
    };
    await receiveScan(office, delivered, scriptedScan(text));
  }
}

/** Scanned, closed, and everything that follows done. */
export async function digitize(
  office: TestOffice,
  texts: readonly string[],
  options: DeliveryOptions = {},
): Promise<Dossier> {
  await scan(office, texts, options);
  await closeBatch(office, options.batchId ?? BATCH);
  await carryOn(office);
  return (await office.repository.dossier(CODE))!;
}

export async function dossierNow(office: TestOffice, dossierId: DossierId = CODE): Promise<Dossier> {
  return (await office.repository.dossier(dossierId))!;
}

export async function openTasks(office: TestOffice, dossierId: DossierId = CODE) {
  return reviewTasksOf(await dossierNow(office, dossierId), bandsOf(office.settings));
}

export async function eventsOf(office: TestOffice, type: string) {
  return (await office.publisher.journal(1_000)).filter((event) => event.eventType === type);
}

/** Paper types with the positions of their scans, of the files that stand, in the order of the papers. */
export async function filesOf(office: TestOffice, dossierId: DossierId = CODE): Promise<[string, string][]> {
  const dossier = await dossierNow(office, dossierId);
  const order = dossier.papers.map(({ paperId }) => paperId);
  return currentFiles(dossier)
    .filter(({ role }) => role === 'paper')
    .sort((a, b) => order.indexOf(a.paperIds[0]!) - order.indexOf(b.paperIds[0]!))
    .map(({ type, pageIds }) => [type, pageIds.map(positionOf).join()]);
}

export function positionOf(pageId: PageId): number {
  return Number(/\.s0*(\d+)-/.exec(pageId)![1]);
}

/** Page of the scan at that position. */
export async function pageAt(
  office: TestOffice,
  position: number,
  batchId: BatchId = BATCH,
): Promise<PageId> {
  const pages = await office.repository.pagesOf(batchId);
  return pages.find((page) => page.scanPosition === position)!.pageId;
}

export async function hangingOn(office: TestOffice, dossierId: DossierId): Promise<string[]> {
  const record = await office.repository.attachments(dossierId);
  return (record?.documents ?? [])
    .filter(({ isDeleted }) => !isDeleted)
    .map(({ tepDinhKemId }) => tepDinhKemId);
}
