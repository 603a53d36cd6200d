/** Where the code of the functions and the console come from: what was built, or stand-ins for tests of the templates. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { FunctionName } from './function-needs.ts';

export interface Assets {
  functionCode(name: FunctionName): Code;
  /** Folder with the built console. */
  readonly consoleFolder: string;
}

const root = fileURLToPath(new URL('../', import.meta.url));

/** Throws with the command that builds it when something is missing: a stale stand-in must never be deployed. */
export function builtAssets(): Assets {
  const consoleFolder = requireBuilt(`${root}console/dist`, 'index.html', 'npm run console');
  return {
    functionCode: (name) =>
      Code.fromAsset(requireBuilt(`${root}dist/functions/${name}`, 'index.mjs', 'npm run bundle')),
    consoleFolder,
  };
}

function requireBuilt(folder: string, file: string, command: string): string {
  if (!existsSync(`${folder}/${file}`)) throw new Error(`${folder} is not built: run \`${command}\``);
  return folder;
}
