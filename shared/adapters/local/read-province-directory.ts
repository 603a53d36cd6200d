/** Reads offices and units out of a province's file, or out of the part of it that goes with a function. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { ProvinceDirectory } from '../../domain/province-directory.ts';
import { DigitizationError } from '../../errors/digitization-error.ts';

const places = z.array(z.object({ code: z.string(), name: z.string() }));
const directory = z.object({ offices: places, units: places });

/** Null where no file is named. @throws DigitizationError `settings-invalid` when it cannot be read. */
export function readProvinceDirectory(path: string): ProvinceDirectory | null {
  if (path === '') return null;
  try {
    return directory.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    const expected = 'path of a province file with offices and units';
    throw new DigitizationError('settings-invalid', { variable: 'PROVINCE_FILE', expected }, { cause });
  }
}
