/** `province list|new|check|diff|deploy|env`: from a province's one file to its checked stacks on AWS. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readProvince } from '../../shared/config/parse-province.ts';
import type { Province } from '../../shared/config/province.ts';
import { provinceEnvironment } from '../../shared/config/province-environment.ts';
import { provinceUnits, slugOf } from '../../shared/config/provinces.ts';
import { endWith } from './end-with.ts';
import { newProvince } from './new-province.ts';
import { buildForAws, runCdk } from './run-cdk.ts';

const USAGE = `Usage: npm run --silent province -- <command>
  list                    the 34 provinces with their codes
  new <code | slug>       writes infra/provinces/<slug>.json with what is known
  check <slug> | --all    the file by its schema, then the stacks: synthesized and checked by cdk-nag
  diff <slug>             what a deployment would change (needs credentials)
  deploy <slug>           check, synthesize and deploy that province (needs credentials)
  deploy <slug> --dry-run shows the command and stops after the synthesis
  env <slug>              settings of the single server, for its EnvironmentFile
  --file-only             check: the file alone, no stacks`;

const WRONG_USAGE = 64;
const BAD_DATA = 65;

const root = join(fileURLToPath(new URL('.', import.meta.url)), '..', '..');
const provincesFolder = join(root, 'infra', 'provinces');

await endWith(USAGE, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      all: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      'file-only': { type: 'boolean', default: false },
    },
  });
  const [command, argument] = positionals;
  if (command === 'list') return list();
  if (command === 'check' && values.all) return check(slugs(), values['file-only']);
  if (argument === undefined) return usage();
  if (command === 'new') return create(argument);
  if (command === 'check') return check([argument], values['file-only']);
  if (command === 'diff') return diff(argument);
  if (command === 'deploy') return deploy(argument, values['dry-run']);
  if (command === 'env') return printEnvironment(argument);
  return usage();
});

function usage(): number {
  console.error(USAGE);
  return WRONG_USAGE;
}

function list(): number {
  for (const { code, unitCode, name, communes } of provinceUnits)
    console.log(`${code}  ${unitCode}  ${slugOf(name).padEnd(16)}${name} (${communes} communes)`);
  return 0;
}

function create(wish: string): number {
  const unit = provinceUnits.find(({ code, name }) => code === wish || slugOf(name) === slugOf(wish));
  if (!unit) {
    console.error(`${wish}: no such province; \`npm run province -- list\` shows code and slug of all 34.`);
    return BAD_DATA;
  }
  const path = join(provincesFolder, `${slugOf(unit.name)}.json`);
  if (existsSync(path)) {
    console.error(`${path} is there already and stays as it is.`);
    return BAD_DATA;
  }
  writeFileSync(path, `${JSON.stringify(newProvince(unit), null, 2)}\n`);
  console.log(
    `${path}\nNext: fill in what exampleValues names, then npm run province -- check ${slugOf(unit.name)}`,
  );
  return 0;
}

function slugs(): string[] {
  return readdirSync(provincesFolder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace(/\.json$/, ''));
}

async function check(wanted: readonly string[], fileOnly: boolean): Promise<number> {
  const provinces = wanted.map((slug) => load(slug));
  if (provinces.some((province) => province === null)) return BAD_DATA;
  if (fileOnly) {
    console.log(`${wanted.join(', ')}: the file is well-formed.`);
    return 0;
  }
  const built = await buildForAws(root, false);
  if (built !== 0) return built;
  const startedMs = performance.now();
  const only = wanted.length === 1 ? ['--context', `province=${wanted[0]}`] : [];
  const exitCode = await runCdk(root, ['synth', '--quiet', ...only]);
  const seconds = ((performance.now() - startedMs) / 1_000).toFixed(1);
  if (exitCode === 0)
    console.log(`${wanted.join(', ')}: synthesized in ${seconds} s, cdk-nag found nothing open.`);
  return exitCode;
}

async function diff(slug: string): Promise<number> {
  if (!load(slug)) return BAD_DATA;
  const built = await buildForAws(root, true);
  return built !== 0 ? built : runCdk(root, ['diff', ...stacksOf(slug)]);
}

async function deploy(slug: string, dryRun: boolean): Promise<number> {
  const province = load(slug);
  if (!province) return BAD_DATA;
  if (!dryRun) {
    const hindrances = whyNotDeploy(province);
    for (const hindrance of hindrances) console.error(`${slug}: ${hindrance}`);
    if (hindrances.length > 0) return BAD_DATA;
  }
  const built = await buildForAws(root, !dryRun);
  if (built !== 0) return built;
  const checked = await runCdk(root, ['synth', '--quiet', '--context', `province=${slug}`]);
  if (checked !== 0) return checked;
  const command = ['deploy', ...stacksOf(slug), '--require-approval', 'broadening'];
  if (!dryRun) return runCdk(root, command);
  console.log(`Would run: cdk ${command.join(' ')}`);
  for (const hindrance of whyNotDeploy(province)) console.log(`Before that: ${hindrance}`);
  return 0;
}

function stacksOf(slug: string): string[] {
  return ['--context', `province=${slug}`, '--all'];
}

function whyNotDeploy({ exampleValues, legalDecision, endpoints }: Province): string[] {
  const hindrances: string[] = [];
  for (const field of ['postalTracking', 'signerKeyArn'] as const)
    if (endpoints[field] !== null)
      hindrances.push(
        `endpoints.${field}: nothing uses it yet, so that it would be missed silently; write null`,
      );
  if (exampleValues.length > 0)
    hindrances.push(`confirm or correct ${exampleValues.join(', ')}, then empty exampleValues`);
  if (!legalDecision)
    hindrances.push('write the legalDecision to keep dossiers in that region: none lies in Vietnam');
  return hindrances;
}

function printEnvironment(slug: string): number {
  const province = load(slug);
  if (!province) return BAD_DATA;
  const settings = { ...provinceEnvironment(province), PROVINCE_FILE: join(provincesFolder, `${slug}.json`) };
  for (const [name, value] of Object.entries(settings))
    console.log(`${name}=${/[\s"#]/.test(value) ? JSON.stringify(value) : value}`);
  return 0;
}

/** Null after saying what is wrong. */
function load(slug: string): Province | null {
  const path = join(provincesFolder, `${slug}.json`);
  if (!existsSync(path)) {
    console.error(`${path} does not exist; npm run province -- new ${slug} writes it.`);
    return null;
  }
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    console.error(`${path} is no JSON: ${error instanceof Error ? error.message : ''}`);
    return null;
  }
  const { province, problems } = readProvince(json);
  for (const { field, value, remedy } of problems)
    console.error(`${slug}: ${field || '(file)'} = ${value}: ${remedy}`);
  if (!province) return null;
  if (province.exampleValues.length > 0)
    console.error(`${slug}: still example values: ${province.exampleValues.join(', ')}`);
  return province;
}
