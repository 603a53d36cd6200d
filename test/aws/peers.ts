/** Clients of the servers that were started, and what is skipped by name where one is missing. */
import { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, inject } from 'vitest';
import { createDynamoClient } from '../../shared/adapters/aws/dynamodb-table.ts';
import { createS3Client } from '../../shared/adapters/aws/s3-object-store.ts';
import { CreatedStack, motoConfig, motoServers, type Servers } from '../support/aws/created-stack.ts';
import { processOf } from '../support/aws/moto-server.ts';

const { ceph, moto, sqs, templates } = inject('peers');

export const withCeph = describe.skipIf(!ceph);
export const withMoto = describe.skipIf(!moto);
export const withAll = describe.skipIf(!ceph || !moto);

export const s3Config = () => ({
  endpoint: ceph!.endpoint,
  // Ceph takes any other name for a place of its own that it does not have.
  region: 'us-east-1',
  credentials: { accessKeyId: ceph!.accessKeyId, secretAccessKey: ceph!.secretAccessKey },
});
export const s3 = ceph ? createS3Client(s3Config()) : null;
export const dynamo: DynamoDBDocumentClient | null = moto
  ? createDynamoClient(motoConfig(moto.endpoint))
  : null;
/** Where there is no moto it leads nowhere; tests that need it are skipped. */
export const motoEndpoint = moto?.endpoint ?? 'http://127.0.0.1:9';
/** For who stands before the processes instead of the address they share. */
export const motoProcessOf = (operation: string) => processOf(operation, moto!.processes);
export const servers: Servers = { ...motoServers(motoEndpoint, s3), sqs: new SQSClient(motoConfig(sqs)) };
export const sqsName = moto ? 'moto' : 'fauxqs';

/** A province of the test's own. */
export function createStack(overrides: Readonly<Record<string, unknown>> = {}): CreatedStack {
  return new CreatedStack(templates, servers, overrides);
}
