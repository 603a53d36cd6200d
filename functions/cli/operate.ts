/** Operations over the one machine's store, or over a province on AWS where its places are in the environment. */

import type { Settings } from '../../shared/config/settings.ts';
import type { Office } from '../../shared/pipeline/step.ts';
import type { AwsOffice } from '../../shared/runtime/aws.ts';
import { openLocalObjects } from '../../shared/runtime/local-objects.ts';
import { type ErrandName, errands } from '../standalone/errands.ts';
import { runErrand } from './run-errand.ts';

export type Operation = Exclude<ErrandName, 'copy-records'>;

export async function operate<Name extends Operation>(
  settings: Settings,
  name: Name,
  request: unknown = {},
): Promise<Awaited<ReturnType<(typeof errands)[Name]>>> {
  if (!isOnAws()) return runErrand(settings, name, request);
  const errand = errands[name] as (office: AwsOffice, request: unknown) => Promise<unknown>;
  return (await errand(await openProvince(settings), request)) as never;
}

/** What needs no records works beside a running server. */
export async function openObjects(settings: Settings): Promise<Pick<Office, 'store' | 'clock'>> {
  return isOnAws() ? openProvince(settings) : openLocalObjects(settings);
}

function isOnAws(): boolean {
  return process.env.RECORDS_TABLE !== undefined;
}

async function openProvince(settings: Settings): Promise<AwsOffice> {
  const { openAwsOffice } = await import('../../shared/runtime/aws.ts');
  const { readAwsPlaces } = await import('../../shared/runtime/aws-places.ts');
  return openAwsOffice(settings, readAwsPlaces(process.env));
}
