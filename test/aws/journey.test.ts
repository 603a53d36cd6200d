import { createHash } from 'node:crypto';
import { PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { CreateQueueCommand, GetQueueAttributesCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { expect, it } from 'vitest';
import { filesToAttach } from '../../shared/domain/dossier.ts';
import type { BatchId, DossierId } from '../../shared/domain/ids.ts';
import { manifestSchema } from '../../shared/domain/manifest.ts';
import { closeBatch, nameScan, noteScan, openBatch } from '../../shared/pipeline/delivery.ts';
import type { AwsOffice } from '../../shared/runtime/aws.ts';
import { runEventSources } from '../support/aws/event-sources.ts';
import { scriptedScan, scriptedTasks } from '../support/scripted-tasks.ts';
import { openOffice } from './open-office.ts';
import { servers, withAll } from './peers.ts';

const BATCH = 'b-journey' as BatchId;
const CODE = 'H12.09-260102-0001' as DossierId;
const DECLARATION =
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỜ KHAI ĐĂNG KÝ KHAI SINH\nKính gửi: Ủy ban nhân dân xã Đất Mới';

/** As a browser does: asks for addresses, sends each part there, says that all are sent. */
async function upload(office: AwsOffice, bytes: Uint8Array): Promise<void> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const delivered = { batchId: BATCH, position: 1, name: 'tờ khai.json' };
  const uploadId = `u-${sha256.slice(0, 40)}`;
  const { objectKey } = nameScan(delivered, sha256);
  const ticket = { ...delivered, uploadId, bytes: bytes.length, sha256, objectKey };
  const { parts, partBytes } = await office.uploads.begin(ticket);
  for (const { number, url, headers } of parts!) {
    const body = new Uint8Array(bytes.subarray((number - 1) * partBytes, number * partBytes));
    expect((await fetch(url, { method: 'PUT', headers, body })).status).toBe(200);
  }
  await office.uploads.finish(uploadId);
  await noteScan(office, delivered, { sha256, bytes: bytes.length });
}

/** Somebody in the world who listens to the province's bus. */
async function subscribe(busName: string): Promise<() => Promise<unknown[]>> {
  const { QueueUrl } = await servers.sqs.send(
    new CreateQueueCommand({ QueueName: `listener-${Date.now()}` }),
  );
  const { Attributes } = await servers.sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  const where = { EventBusName: busName };
  const EventPattern = JSON.stringify({ source: ['bcci.H12'], 'detail-type': ['dossier-digitized'] });
  await servers.bus.send(new PutRuleCommand({ ...where, Name: 'listener', EventPattern }));
  const Targets = [{ Id: 'listener', Arn: Attributes!.QueueArn! }];
  await servers.bus.send(new PutTargetsCommand({ ...where, Rule: 'listener', Targets }));
  return async () => {
    const command = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 });
    const { Messages = [] } = await servers.sqs.send(command);
    return Messages.map(({ Body }) => JSON.parse(Body!));
  };
}

withAll('one dossier on AWS', () => {
  it('goes from a presigned upload to an event on the bus and files on the record', async () => {
    const { office, environmentOf } = await openOffice({
      makeTools: async (store) => scriptedTasks(store),
      settings: { UPLOAD_PART_BYTES: '16000' },
    });
    const listen = await subscribe((await environmentOf(/^Intake/)).EVENT_BUS_NAME!);
    await openBatch(office, BATCH, manifestSchema.parse({ dossierCode: CODE, procedureCode: '1.001193' }));
    const pages = Array.from(
      { length: 40 },
      (_, index) => `${DECLARATION}\nTrang ${index} ${'chữ '.repeat(100)}`,
    );
    await upload(office, scriptedScan(DECLARATION, ...pages.slice(38)));
    await closeBatch(office, BATCH);
    const isDone = async () => (await office.repository.attachments(CODE)) !== null;
    await runEventSources(office, isDone, 100_000);

    const dossier = (await office.repository.dossier(CODE))!;
    expect(dossier).toMatchObject({ state: 'digitized', revision: 1 });
    const attachments = (await office.repository.attachments(CODE))!;
    expect(attachments.documents.map((document) => document.tepDinhKemId)).toEqual(
      filesToAttach(dossier).map((file) => file.fileId),
    );
    for (const file of dossier.files) {
      const pdf = await office.store.get(file.objectKey!);
      expect(createHash('sha256').update(pdf).digest('hex')).toBe(file.sha256);
      expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    }
    const heard = await listen();
    expect(heard).toMatchObject([
      { source: 'bcci.H12', detail: { dossierCode: CODE, data: { maHoSo: CODE } } },
    ]);
  });
});
