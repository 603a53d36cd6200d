/** A province on AWS, or on what speaks its protocols: records in DynamoDB, bytes in S3, work in SQS, news on a bus. */

import { DynamoDbAdminActs } from '../adapters/aws/dynamodb-admin-acts.ts';
import { DynamoDbDossierRepository } from '../adapters/aws/dynamodb-dossier-repository.ts';
import { DynamoDbEventJournal } from '../adapters/aws/dynamodb-event-journal.ts';
import { DynamoDbFailureNotes } from '../adapters/aws/dynamodb-failure-notes.ts';
import { DynamoDbOutbox } from '../adapters/aws/dynamodb-outbox.ts';
import { DynamoDbSearchIndex } from '../adapters/aws/dynamodb-search-index.ts';
import { createDynamoClient, DynamoTable } from '../adapters/aws/dynamodb-table.ts';
import {
  createEventBridgeClient,
  EventBridgeEventPublisher,
} from '../adapters/aws/eventbridge-event-publisher.ts';
import { RecordBodies } from '../adapters/aws/record-bodies.ts';
import { RecordBodySweep } from '../adapters/aws/record-body-sweep.ts';
import { S3DownloadDesk } from '../adapters/aws/s3-download-desk.ts';
import { S3ObjectInventory } from '../adapters/aws/s3-object-inventory.ts';
import { createS3Client, S3ObjectStore } from '../adapters/aws/s3-object-store.ts';
import { S3UploadDesk } from '../adapters/aws/s3-upload-desk.ts';
import { messageInBody } from '../adapters/aws/sqs-bodies.ts';
import { toDelivery } from '../adapters/aws/sqs-deliveries.ts';
import { createSqsClient, SqsWorkQueue } from '../adapters/aws/sqs-work-queue.ts';
import { InlineTaskRunner } from '../adapters/local/inline-task-runner.ts';
import { SystemClock } from '../adapters/local/system-clock.ts';
import type { Settings } from '../config/settings.ts';
import type { Message } from '../domain/message.ts';
import type { Office } from '../pipeline/step.ts';
import type { Tasks } from '../pipeline/tasks.ts';
import type { AdminActs } from '../ports/admin-acts.ts';
import type { DownloadDesk } from '../ports/download-desk.ts';
import type { ObjectInventory } from '../ports/object-inventory.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { RecordLeftovers } from '../ports/record-leftovers.ts';
import type { TaskHandlers } from '../ports/task-runner.ts';
import type { UploadDesk } from '../ports/upload-desk.ts';
import type { Delivery } from '../ports/work-queue.ts';
import { createLog } from '../telemetry/log.ts';
import type { AwsPlaces } from './aws-places.ts';

/** What every client is told beyond the environment: an endpoint, credentials; nothing on Lambda. */
export interface AwsAccess {
  readonly common?: { endpoint?: string; region?: string; credentials?: Credentials };
  /** Where objects are kept by another maker than queues and records. */
  readonly s3?: { endpoint?: string; region?: string; credentials?: Credentials };
}

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** The heavy tasks of a function; a step that does none brings none. */
export type MakeTools = (store: ObjectStore, settings: Settings) => Promise<TaskHandlers<Tasks>>;

export interface AwsOffice extends Office {
  readonly publisher: DynamoDbEventJournal;
  readonly uploads: UploadDesk;
  readonly downloads: DownloadDesk;
  readonly inventory: ObjectInventory;
  readonly adminActs: AdminActs;
  readonly leftovers: RecordLeftovers;
  /** Null for a body that is neither a message of ours nor an event off the bus. */
  messageIn(body: unknown): Message | null;
  /** A delivery that Lambda's event source received for us. */
  deliver(message: Message, receiveCount: number, receiptHandle: string): Delivery;
}

/** Heavy tasks are done in this very process: Lambda gives each message one of its own, and ends it when it hangs. */
export async function openAwsOffice(
  settings: Settings,
  places: AwsPlaces,
  makeTools: MakeTools | null = null,
  access: AwsAccess = {},
): Promise<AwsOffice> {
  const clock = new SystemClock();
  const log = createLog(
    settings.logLevel,
    (line) => process.stdout.write(line),
    () => clock.now(),
  );
  const s3 = createS3Client({ ...access.common, ...access.s3 });
  const store = new S3ObjectStore(s3, places.buckets);
  const table = new DynamoTable(createDynamoClient(access.common), places.recordsTable);
  const bodies = new RecordBodies(store);
  const inventory = new S3ObjectInventory(s3, places.buckets);
  const bus = new EventBridgeEventPublisher(
    createEventBridgeClient(access.common),
    places.eventBusName,
    (eventId, awsError) => log.warn('event-refused', { eventId, awsError }),
  );
  return {
    settings,
    clock,
    log,
    store,
    repository: new DynamoDbDossierRepository(table, bodies),
    outbox: new DynamoDbOutbox(table, bodies),
    queue: new SqsWorkQueue(createSqsClient(access.common), places.queues, new DynamoDbFailureNotes(table)),
    publisher: new DynamoDbEventJournal(table, bodies, bus),
    uploads: new S3UploadDesk(s3, places.buckets.objects, store, settings.uploadPartBytes),
    downloads: new S3DownloadDesk(s3, places.buckets),
    inventory,
    leftovers: new RecordBodySweep(table, store, inventory),
    adminActs: new DynamoDbAdminActs(table),
    messageIn: messageInBody,
    deliver: (message, receiveCount, receiptHandle) => toDelivery({ message, receiveCount, receiptHandle }),
    search: new DynamoDbSearchIndex(table, bodies),
    tasks: new InlineTaskRunner<Tasks>(makeTools ? await makeTools(store, settings) : NO_TOOLS),
  };
}

/** `no such task`: a function was asked for work that its bundle has no tools for. */
const NO_TOOLS = {} as TaskHandlers<Tasks>;
