/** The province's offices and units beside the API's code: too long for a function's environment, which takes 4 kB. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Architecture, Code, LayerVersion } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Province } from '../../shared/config/province.ts';

const FILE = 'province.json';

/** Where a function finds it. */
export const DIRECTORY_PATH = `/opt/${FILE}`;

export function directoryLayer(scope: Construct, { offices, units }: Province): LayerVersion {
  const folder = mkdtempSync(join(tmpdir(), 'bcci-directory-'));
  try {
    // Addresses of persons in charge stay where mail is sent from.
    const places = { offices, units: units.map(({ code, name }) => ({ code, name })) };
    writeFileSync(join(folder, FILE), JSON.stringify(places));
    return new LayerVersion(scope, 'Directory', {
      code: Code.fromAsset(folder),
      compatibleArchitectures: [Architecture.ARM_64],
      description: 'Post offices and units of the province',
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
