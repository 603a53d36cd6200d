/** Operations over the one machine's store, or over a province on AWS where its places are in the environment. */

import type { Settings } from '../../shared/config/settings.ts';
import type { AwsOffice } from '../../shared/runtime/aws.ts';
import { type ErrandName, errands } from '../standalone/errands.ts';
import { runErrand } from './run-errand.ts';

export type Operation = Exclude<ErrandName, 'copy-records'>;

export async function operate<Name extends Operation>(
  settings: Settings,
  name: Name,
  request: unknown = {},
): Promise<Awaited<ReturnType<(typeof errands)[Name]>>> {
  if (process.env.RECORDS_TABLE === undefined) return runErrand(settings, name, request);
  const { openAwsOffice } = await import('../../shared/runtime/aws.ts');
  const { readAwsPlaces } = await import('../../shared/runtime/aws-places.ts');
  const office = await openAwsOffice(settings, readAwsPlaces(process.env));
  const errand = errands[name] as (office: AwsOffice, request: unknown) => Promise<unknown>;
  return (await errand(office, request)) as never;
}
