/** The templates of a province as `cdk synth` would write them, with stand-ins for the built code. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { addProvince } from '../../infra/add-province.ts';
import { createApp } from '../../infra/create-app.ts';
import { readProvinces } from '../../infra/read-provinces.ts';
import type { Province } from '../../shared/config/province.ts';

export interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

export type Part = 'Archive' | 'Pipeline' | 'Console' | 'Firewall';

export interface SynthesizedProvince {
  readonly province: Province;
  /** By logical id. */
  resourcesOf(part: Part): Record<string, Resource>;
  /** Logical ids and resources of one type in one stack. */
  ofType(part: Part, type: string): [string, Resource][];
  readonly terminationProtected: readonly string[];
}

export function synthesizeProvince(
  slug = 'ca-mau',
  change: (province: Province) => Province = (province) => province,
  makeApp = createApp,
): SynthesizedProvince {
  const folder = mkdtempSync(join(tmpdir(), 'synth-'));
  try {
    const consoleFolder = join(folder, 'console');
    mkdirSync(consoleFolder);
    writeFileSync(join(consoleFolder, 'index.html'), '<!doctype html>');
    const province = change(readProvinces(slug).get(slug)!);
    const app = makeApp({ outdir: join(folder, 'cdk.out') });
    addProvince(app, slug, province, {
      functionCode: () => Code.fromInline('exports.handler = async () => {};'),
      consoleFolder,
    });
    const { stacks } = app.synth();
    const templates = new Map(
      stacks.map((stack) => [
        stack.stackName.split('-').at(-1)!,
        JSON.parse(readFileSync(stack.templateFullPath, 'utf8')).Resources as Record<string, Resource>,
      ]),
    );
    const resourcesOf = (part: Part) => templates.get(part) ?? {};
    return {
      province,
      resourcesOf,
      ofType: (part, type) => Object.entries(resourcesOf(part)).filter(([, { Type }]) => Type === type),
      terminationProtected: stacks
        .filter((stack) => stack.terminationProtection)
        .map((stack) => stack.stackName),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
