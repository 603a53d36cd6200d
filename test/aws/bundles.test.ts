import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Bundle, bundledFunctions, bundleFunction } from '../../infra/bundle.ts';
import type { BatchId, DossierId } from '../../shared/domain/ids.ts';
import type { Message } from '../../shared/domain/message.ts';
import { closeBatch, openBatch, receiveScan } from '../../shared/pipeline/delivery.ts';
import { type StepName, steps } from '../../shared/pipeline/routes.ts';
import type { AwsOffice } from '../../shared/runtime/aws.ts';
import { motoConfig } from '../support/aws/created-stack.ts';
import { LambdaFunction } from '../support/aws/lambda-function.ts';
import { drawTypedPage } from '../support/typed-page.ts';
import { openOffice } from './open-office.ts';
import { motoEndpoint, s3Config, withAll } from './peers.ts';

const BATCH = 'b-bundles' as BatchId;
const CODE = 'H12.09-260102-0001' as DossierId;
const EVENTS = new URL('../support/events/', import.meta.url);

const COGNITO = {
  USER_POOL_ID: 'ap-southeast-1_example',
  OIDC_ISSUER: 'http://127.0.0.1:9/ap-southeast-1_example',
  OIDC_AUDIENCE: 'console',
};

async function recorded<Event>(name: string): Promise<Event> {
  return JSON.parse(await readFile(new URL(`${name}.json`, EVENTS), 'utf8')) as Event;
}

/** As the event source hands it over: the recorded envelope with another body. */
async function sqsEvent(body: unknown, receiptHandle = 'made-up'): Promise<SQSEvent> {
  const { Records } = await recorded<SQSEvent>('sqs');
  return { Records: [{ ...Records[0]!, body: JSON.stringify(body), receiptHandle }] };
}

withAll('bundles, started as Lambda starts them', () => {
  const bundles = new Map<string, Bundle>();
  const running = new Map<string, LambdaFunction>();
  let folder = '';
  let office: AwsOffice;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bcci-bundles-'));
    const opened = await openOffice();
    office = opened.office;
    const { credentials, region } = motoConfig(motoEndpoint);
    for (const name of bundledFunctions()) {
      const bundle = await bundleFunction(name, process.arch === 'arm64' ? 'arm64' : 'x64', folder);
      bundles.set(name, bundle);
      // The API stands in another stack, with Cognito's names beside what all are told.
      const told = await opened.environmentOf(name === 'api' ? /^Intake/ : new RegExp(`^${name}`, 'i'));
      const started = await LambdaFunction.start(bundle.folder, {
        ...told,
        ...(name === 'api' ? COGNITO : {}),
        NODE_OPTIONS: '',
        AWS_REGION: region,
        AWS_ACCESS_KEY_ID: s3Config().credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: s3Config().credentials.secretAccessKey,
        AWS_ENDPOINT_URL: motoEndpoint,
        AWS_ENDPOINT_URL_S3: s3Config().endpoint,
      });
      running.set(name, started);
    }
    expect(credentials).toBeDefined();
  });
  afterAll(async () => {
    for (const started of running.values()) await started.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function hand(step: StepName, body: unknown): Promise<SQSBatchResponse> {
    return (await running.get(step)!.invoke(await sqsEvent(body))) as SQSBatchResponse;
  }

  /** The outbox is rung by the stream, then each queue's messages are handed to its bundle. */
  async function carryOn(): Promise<number> {
    const rung = await running.get('announcement')!.invoke(await recorded('dynamodb-stream'));
    expect(rung).toMatchObject({ told: expect.any(Number) });
    let carried = 0;
    for (const step of steps) {
      for (const delivery of await office.queue.receive(step, {
        max: 10,
        visibilityMs: 60_000,
        maxReceives: 5,
      })) {
        expect(await hand(step, delivery.message)).toEqual({ batchItemFailures: [] });
        await office.queue.acknowledge(step, delivery.receipt);
        carried++;
      }
    }
    return carried;
  }

  it('are small enough for Lambda; the one that reads pages is under 60 MB', () => {
    expect([...bundles.keys()].sort()).toEqual(expect.arrayContaining([...steps, 'announcement'].sort()));
    for (const { bytes } of bundles.values()) expect(bytes).toBeLessThan(250e6);
    expect(bundles.get('recognition')!.bytes).toBeLessThan(60e6);
    expect(bundles.get('recognition')!.packages).toEqual(
      expect.arrayContaining([
        'sharp',
        'tesseract.js',
        '@tesseract.js-data/eng',
        '@tesseract.js-data/vie',
        'zxing-wasm',
      ]),
    );
  });

  it('carry a scan from its upload event to files on the record, text read by the engine in the bundle', async () => {
    await openBatch(office, BATCH, {
      dossierCode: CODE,
      expectedDocuments: [],
      declaredApplicant: {},
      files: [],
    });
    const page = await drawTypedPage([
      'DON DE NGHI',
      'Kinh gui: Uy ban nhan dan xa Dat Moi',
      `Ma ho so ${CODE}`,
    ]);
    const scanId = await receiveScan(office, { batchId: BATCH, position: 1, name: 'a.png' }, page);
    await closeBatch(office, BATCH);

    const upload = await recorded<{ detail: { object: { key: string } } }>('s3-object-created');
    upload.detail.object.key = (await office.repository.scan(scanId))!.objectKey!;
    expect(await hand('intake', upload)).toEqual({ batchItemFailures: [] });
    expect(await office.repository.scan(scanId)).toMatchObject({ state: 'exploded', pageCount: 1 });

    for (let rounds = 0; rounds < 20 && (await carryOn()) > 0; rounds++);
    const [read] = await office.repository.pagesOf(BATCH);
    expect(read).toMatchObject({ state: 'recognized' });
    const text = Buffer.from(await office.store.get(read!.textKey!)).toString();
    expect(text).toContain('"name":"tesseract.js"');
    expect(text).toMatch(/Uy|ban|nhan/);
    const dossier = (await office.repository.dossier(CODE))!;
    expect(dossier.state).toBe('digitized');
    expect(await office.repository.attachments(CODE)).toMatchObject({ revision: 1 });
    const [event] = (await office.publisher.journal(10, CODE)).filter(
      (one) => one.eventType === 'dossier-digitized',
    );
    const offTheBus = { ...(await recorded<object>('event-off-the-bus')), detail: event };
    expect(await hand('attachment', offTheBus)).toEqual({ batchItemFailures: [] });
    expect(await office.repository.attachments(CODE)).toMatchObject({ version: 1 });
  });

  it('take an upload that is not on record, S3’s test event and its own notification for what they are', async () => {
    const unknown = await recorded('s3-object-created');
    expect(await hand('intake', unknown)).toEqual({ batchItemFailures: [] });
    expect(await hand('intake', await recorded('s3-test-event'))).toEqual({ batchItemFailures: [] });
    expect(await hand('intake', await recorded('s3-notification'))).toEqual({ batchItemFailures: [] });
  });

  it.each(steps)('%s gives back what it cannot read, and the rest of the batch is done', async (step) => {
    const poison = await sqsEvent({ what: 'nothing of ours' });
    const { messageId } = poison.Records[0]!;
    const harmless = await sqsEvent(await recorded('s3-test-event'));
    const batch = { Records: [...poison.Records, { ...harmless.Records[0]!, messageId: 'harmless' }] };
    expect(await running.get(step)!.invoke(batch)).toEqual({
      batchItemFailures: [{ itemIdentifier: messageId }],
    });
  });

  it('shows a failed message again after its own delay, with the reason noted', async () => {
    const message: Message = {
      id: 'page-received.nobody' as Message['id'],
      type: 'page-received',
      at: '2026-01-05T02:00:00.000Z',
      cause: null,
      dossierCode: null,
      body: { batchId: BATCH, pageId: 'nobody' },
    };
    await office.queue.send('recognition', [message]);
    const [delivery] = await office.queue.receive('recognition', {
      max: 1,
      visibilityMs: 60_000,
      maxReceives: 5,
    });
    const receiptHandle = delivery!.receipt.split(' ')[1]!;
    const answer = await running.get('recognition')!.invoke(await sqsEvent(message, receiptHandle));
    expect(answer).toMatchObject({ batchItemFailures: [{}] });
    await expect
      .poll(() => office.queue.receive('recognition', { max: 1, visibilityMs: 1_000, maxReceives: 5 }), {
        timeout: 10_000,
        interval: 500,
      })
      .toMatchObject([{ message: { id: message.id }, receiveCount: 2 }]);
  });

  it('answer the schedule that sweeps what the bell missed', async () => {
    expect(await running.get('announcement')!.invoke(await recorded('schedule'))).toMatchObject({ told: 0 });
  });

  it('answer requests of API Gateway: who is nobody sees that it is up, and nothing else', async () => {
    const request = await recorded<APIGatewayProxyEventV2>('api-gateway-v2');
    expect(await running.get('api')!.invoke(request)).toMatchObject({ statusCode: 200 });
    const { requestContext } = request;
    const path = '/api/inbox';
    const inbox = {
      ...request,
      rawPath: path,
      requestContext: { ...requestContext, http: { ...requestContext.http, path } },
    };
    expect(await running.get('api')!.invoke(inbox)).toMatchObject({ statusCode: 401 });
  });
});
