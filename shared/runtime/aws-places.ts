/** Where a province's things are on AWS, as the stack tells its functions by environment variables. */
import type { Buckets } from '../adapters/aws/s3-buckets.ts';
import type { QueueUrls } from '../adapters/aws/sqs-work-queue.ts';
import { DigitizationError } from '../errors/digitization-error.ts';
import { steps } from '../pipeline/routes.ts';

export interface AwsPlaces {
  readonly recordsTable: string;
  readonly buckets: Buckets;
  readonly eventBusName: string;
  /** By step. */
  readonly queues: ReadonlyMap<string, QueueUrls>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws DigitizationError `settings-invalid` naming the variable that is missing. */
export function readAwsPlaces(environment: Environment): AwsPlaces {
  const place = (variable: string) => {
    const value = environment[variable];
    if (!value) throw new DigitizationError('settings-invalid', { variable, expected: 'set by the stack' });
    return value;
  };
  return {
    recordsTable: place('RECORDS_TABLE'),
    buckets: {
      originals: place('ORIGINALS_BUCKET'),
      quarantine: place('QUARANTINE_BUCKET'),
      objects: place('OBJECTS_BUCKET'),
    },
    eventBusName: place('EVENT_BUS_NAME'),
    queues: new Map(
      steps.map((step) => {
        const suffix = step.toUpperCase().replaceAll('-', '_');
        const urls = { url: place(`QUEUE_URL_${suffix}`), deadLetterUrl: place(`DEAD_LETTER_URL_${suffix}`) };
        return [step, urls];
      }),
    ),
  };
}
