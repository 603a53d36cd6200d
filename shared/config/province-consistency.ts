/** What one field of a province file must have to do with another. */
import type { z } from 'zod';
import type { Province } from './province.ts';
import { provinceUnits } from './provinces.ts';

export function checkConsistency(province: Province, context: z.RefinementCtx): void {
  const refuse = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  const unit = provinceUnits.find(({ code }) => code === province.provinceCode);
  if (!unit) refuse(['provinceCode'], 'write one of the 34 codes; `npm run province -- list` shows them');
  else if (unit.name !== province.name)
    refuse(['name'], `write ${unit.name}, which ${unit.code} stands for, or correct the code`);
  if (province.retention.rawScanDays < province.retention.objectLockDays)
    refuse(
      ['retention', 'rawScanDays'],
      `write at least ${province.retention.objectLockDays}: the object lock keeps originals that long`,
    );
  for (const [index, { code }] of province.units.entries())
    if (code.split('.')[0] !== province.unitCode)
      refuse(
        ['units', index, 'code'],
        `write a code that begins with ${province.unitCode}, or correct unitCode`,
      );
  refuseTwins(province.units, 'units', refuse);
  refuseTwins(province.offices, 'offices', refuse);
  for (const system of ['caseSystem', 'nationalPortal'] as const)
    if (province.endpoints[system]?.secret.startsWith('ssm:'))
      refuse(
        ['endpoints', system, 'secret'],
        'write secretsmanager:<name>: the bus reads secrets only there',
      );
  let last = '00:00';
  for (const [index, [from, to]] of province.workingHours.spans.entries()) {
    if (from < last || to <= from)
      refuse(['workingHours', 'spans', index], 'write spans in order that begin before they end');
    last = to;
  }
}

function refuseTwins(
  list: readonly { readonly code: string }[],
  field: string,
  refuse: (path: (string | number)[], message: string) => void,
): void {
  const seen = new Set<string>();
  for (const [index, { code }] of list.entries()) {
    if (seen.has(code)) refuse([field, index, 'code'], 'write each code once');
    seen.add(code);
  }
}
