import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDbFailureNotes } from '../../shared/adapters/aws/dynamodb-failure-notes.ts';
import { DynamoTable } from '../../shared/adapters/aws/dynamodb-table.ts';
import { SqsWorkQueue } from '../../shared/adapters/aws/sqs-work-queue.ts';
import {
  CONTRACT_MAX_RECEIVES,
  CONTRACT_QUEUES,
  describeWorkQueue,
} from '../contract/work-queue.contract.ts';
import { createStack, dynamo, servers, withMoto } from './peers.ts';

withMoto('SQS on moto, queues of the synthesized template', () => {
  const make = async () => {
    const stack = createStack({ maxReceiveCount: CONTRACT_MAX_RECEIVES });
    const queues = await Promise.all(
      CONTRACT_QUEUES.map(async (step) => {
        const environment = await stack.environmentOf(/^Recognition/);
        const url = environment[`QUEUE_URL_${step.toUpperCase()}`]!;
        const deadLetterUrl = environment[`DEAD_LETTER_URL_${step.toUpperCase()}`]!;
        return [step, { url, deadLetterUrl }] as const;
      }),
    );
    const { ref: tableName } = await stack.make('AWS::DynamoDB::Table', /^Records/);
    const notes = new DynamoDbFailureNotes(new DynamoTable(dynamo!, tableName));
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
  });
});
