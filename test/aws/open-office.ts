/** A province of a test's own over the servers: everything that its templates name, and an office on it. */
import { loadSettings } from '../../shared/config/load-settings.ts';
import { type AwsOffice, type MakeTools, openAwsOffice } from '../../shared/runtime/aws.ts';
import { readAwsPlaces } from '../../shared/runtime/aws-places.ts';
import { motoConfig } from '../support/aws/created-stack.ts';
import { createStack, motoEndpoint, s3Config } from './peers.ts';

export interface OpenedOffice {
  readonly office: AwsOffice;
  /** What the stack tells a function of that name. */
  readonly environmentOf: (name: RegExp) => Promise<Record<string, string>>;
}

export interface OpeningOptions {
  readonly makeTools?: MakeTools;
  /** Where to find SQS, DynamoDB and EventBridge; moto itself when absent. */
  readonly endpoint?: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** Of the queues' redrive policy. */
  readonly overrides?: Readonly<Record<string, unknown>>;
}

export async function openOffice({
  makeTools,
  endpoint,
  settings = {},
  overrides = {},
}: OpeningOptions = {}): Promise<OpenedOffice> {
  const stack = createStack(overrides);
  const told = await stack.environmentOf(/^Intake/);
  // A queue's address leads to the queue itself, past whatever stands before the server.
  const behind = Object.entries(told).map(([name, value]) => [
    name,
    value.replace(motoEndpoint, endpoint ?? motoEndpoint),
  ]);
  const environment = { ...Object.fromEntries(behind), LOG_LEVEL: 'error', ...settings };
  await stack.makeAll('AWS::Events::Rule', /DossierDigitized/);
  const office = await openAwsOffice(
    loadSettings(environment),
    readAwsPlaces(environment),
    makeTools ?? null,
    { common: motoConfig(endpoint ?? motoEndpoint), s3: s3Config() },
  );
  return { office, environmentOf: (name) => stack.environmentOf(name) };
}
