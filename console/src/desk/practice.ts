/** An invented dossier with invented papers, one of them blurred: a new clerk may break nothing. */
import type { ManifestDraft, User } from '../http/answers.ts';
import { today } from '../shell/days.ts';
import { addFiles } from '../upload/add-files.ts';
import { nudge } from '../upload/uploader.ts';
import { waiting } from '../upload/waiting.ts';
import { drawPaper } from './draw-paper.ts';

const EXPECTED = [
  { type: 'TO_KHAI_KHAI_SINH', name: 'Tờ khai đăng ký khai sinh', required: true },
  { type: 'GIAY_CHUNG_SINH', name: 'Giấy chứng sinh', required: true },
] as const;

const LINES = [
  'Kính gửi: Ủy ban nhân dân xã Tân Mẫu',
  'Họ, chữ đệm, tên người yêu cầu: Nguyễn Thị Mẫu',
  'Ngày, tháng, năm sinh: 01/02/1990',
  'Nơi cư trú: Ấp Mẫu, xã Tân Mẫu',
  'Giấy tờ tùy thân: căn cước số 096190000000',
  'Quan hệ với người được khai sinh: Mẹ',
  'Họ, chữ đệm, tên người được khai sinh: Trần Thị Mẫu Nhi',
  'Ngày, tháng, năm sinh: 19/10/2026',
  'Nơi sinh: Trung tâm y tế khu vực Mẫu',
  'Giới tính: Nữ. Dân tộc: Kinh. Quốc tịch: Việt Nam',
  'Quê quán: xã Tân Mẫu',
  'Họ, chữ đệm, tên người mẹ: Nguyễn Thị Mẫu',
  'Năm sinh: 1990. Dân tộc: Kinh. Quốc tịch: Việt Nam',
  'Họ, chữ đệm, tên người cha: Trần Văn Mẫu',
  'Năm sinh: 1988. Dân tộc: Kinh. Quốc tịch: Việt Nam',
  'Tôi cam đoan nội dung khai trên là đúng sự thật',
  'và chịu trách nhiệm trước pháp luật về cam đoan của mình.',
];
/** Enough to be unreadable, not so much that it is no text any more. */
const BLUR_PX = 6;
export async function startPractice(user: User): Promise<string> {
  const draftId = crypto.randomUUID();
  const manifest: ManifestDraft = {
    procedureCode: '1.001193',
    procedureName: 'Đăng ký khai sinh',
    expectedDocuments: EXPECTED,
    declaredApplicant: { name: 'Nguyễn Thị Mẫu', dateOfBirth: '1990-02-01', address: 'Ấp Mẫu, xã Tân Mẫu' },
    ...(user.officeCode ? { receivingPostOffice: { code: user.officeCode } } : {}),
    receivedOn: today(),
  };
  const createdAt = new Date().toISOString();
  await waiting.saveDraft({ draftId, ownerId: user.id, batchId: null, manifest, practice: true, createdAt });
  const papers = await Promise.all(
    EXPECTED.map(async ({ name, type }, index) => ({
      name: `${type}.jpg`,
      content: await drawPaper(name.toUpperCase(), LINES, index === 1 ? BLUR_PX : 0),
    })),
  );
  await addFiles(draftId, papers, 0);
  nudge();
  return draftId;
}
