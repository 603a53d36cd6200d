import { setTimeout as sleep } from 'node:timers/promises';
import { describe } from 'vitest';
import { idOf } from '../../infra/ids.ts';
import { DynamoDbFailureNotes } from '../../shared/adapters/aws/dynamodb-failure-notes.ts';
import { DynamoTable } from '../../shared/adapters/aws/dynamodb-table.ts';
import { type FailureNotes, SqsWorkQueue } from '../../shared/adapters/aws/sqs-work-queue.ts';
import {
  CONTRACT_MAX_RECEIVES,
  CONTRACT_QUEUES,
  describeWorkQueue,
} from '../contract/work-queue.contract.ts';
import { createStack, dynamo, servers, sqsName } from './peers.ts';

/** Where there is no DynamoDB the notes of failures are the test's own. */
function keepNotes(): FailureNotes {
  const codes = new Map<string, string>();
  return {
    note: async (queue, messageId, code) => void codes.set(`${queue} ${messageId}`, code),
    codeOf: async (queue, messageId) => codes.get(`${queue} ${messageId}`) ?? null,
    forget: async (queue, messageId) => void codes.delete(`${queue} ${messageId}`),
  };
}

describe(`SQS on ${sqsName}, queues of the synthesized template`, () => {
  const make = async () => {
    const stack = createStack({ maxReceiveCount: CONTRACT_MAX_RECEIVES });
    const urlOf = async (name: string) =>
      (await stack.make('AWS::SQS::Queue', new RegExp(`^${name}[0-9A-F]{8}$`))).ref;
    const queues = await Promise.all(
      CONTRACT_QUEUES.map(async (step) => {
        const name = `${idOf(step)}Queue`;
        return [step, { url: await urlOf(name), deadLetterUrl: await urlOf(`${name}DeadLetters`) }] as const;
      }),
    );
    const makeNotes = async (table: NonNullable<typeof dynamo>) =>
      new DynamoDbFailureNotes(
        new DynamoTable(table, (await stack.make('AWS::DynamoDB::Table', /^Records/)).ref),
      );
    const notes = dynamo ? await makeNotes(dynamo) : keepNotes();
    return {
      subject: {
        queue: new SqsWorkQueue(servers.sqs, new Map(queues), notes),
        wait: (ms: number) => sleep(ms + 100),
      },
      close: async () => {},
    };
  };

  describeWorkQueue('SQS', make, {
    repeats: 'a standard queue looks at no id; steps answer a message twice as once',
    obeysVoidReceipts: 'a late acknowledgement may still take the message: its handling is done',
    hidesAge: 'SQS tells ages to its metrics alone; the alarm on them is in the template',
    ...(sqsName === 'fauxqs' && { countsLate: 'its own; SQS promises an approximate count anyway' }),
  });
});
