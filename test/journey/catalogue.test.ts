import { describe, expect, it } from 'vitest';
import type { BatchId, DossierId } from '../../shared/domain/ids.ts';
import { manifestSchema } from '../../shared/domain/manifest.ts';
import { closeBatch, openBatch, receiveScan } from '../../shared/pipeline/delivery.ts';
import { importCatalogue } from '../../shared/pipeline/procedure-catalogue.ts';
import { reportDossier } from '../../shared/pipeline/report.ts';
import { scriptedScan } from '../support/scripted-tasks.ts';
import { carryOn, openTestOffice } from '../support/test-office.ts';

const CODE = 'H12.09-260102-0001' as DossierId;
const BATCH = 'b-1' as BatchId;
const DECLARATION =
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỜ KHAI ĐĂNG KÝ KHAI SINH\nKính gửi: Ủy ban nhân dân xã Đất Mới';

const procedure = {
  MATTHC: '1.001193',
  TENTTHC: 'Đăng ký khai sinh',
  CACHTHUCTHUCHIEN: [{ KENH: '1' }],
  THANHPHANHOSO: [
    {
      TRUONGHOP: '',
      GIAYTO: [
        { MAGIAYTO: 'GT.01', TENGIAYTO: 'Tờ khai đăng ký khai sinh theo mẫu', SOBANCHINH: '1' },
        { MAGIAYTO: 'GT.02', TENGIAYTO: 'Giấy chứng sinh', SOBANCHINH: '1' },
      ],
    },
  ],
};

describe('a manifest with a procedure and no list', () => {
  it('gets its list, codes and channel from the catalogue, in record, event and report', async () => {
    const office = await openTestOffice();
    await importCatalogue(office, procedure);
    const declaredApplicant = { name: 'Lê Thị Thử', idNumber: '096095999417' };
    const manifest = manifestSchema.parse({
      dossierCode: CODE,
      procedureCode: '1.001193.000.00.00.H12',
      declaredApplicant,
      postalReceiptNumber: 'HD-77',
      receivingPostOffice: { code: '984250', name: 'Bưu điện Đầm Dơi' },
    });
    await openBatch(office, BATCH, manifest);
    await receiveScan(office, { batchId: BATCH, position: 1, name: 'scan.json' }, scriptedScan(DECLARATION));
    await closeBatch(office, BATCH);
    await carryOn(office);

    const dossier = (await office.repository.dossier(CODE))!;
    expect(dossier.missing).toEqual([{ type: 'GIAY_CHUNG_SINH', name: 'Giấy chứng sinh' }]);
    expect(dossier.findings.map(({ code }) => code)).toEqual(['PROCEDURE_NOT_MAILABLE', 'MISSING_REQUIRED']);
    const journal = await office.publisher.journal(100);
    const digitized = journal.find(({ eventType }) => eventType === 'dossier-digitized');
    expect(digitized?.data).toMatchObject({
      postalReceiptNumber: 'HD-77',
      skipped: [],
      documents: [
        {
          maThanhPhanHoSo: 'GT.01',
          loaiGiayTo: 'TO_KHAI_KHAI_SINH',
          maKetQuaSoHoa: '096095999417-GT.01',
          metadata: { maLoaiGiayTo: 'GT.01', maDinhDanh: '096095999417' },
          converted: { by: 'Bưu điện Đầm Dơi' },
        },
      ],
    });
    const { report } = await reportDossier(office, dossier);
    expect(report.documents[0]).toMatchObject({
      docType: 'TO_KHAI_KHAI_SINH',
      componentCode: 'GT.01',
      resultCode: '096095999417-GT.01',
    });
  });
});
