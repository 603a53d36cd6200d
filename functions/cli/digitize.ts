/** `digitize <dossier-folder>... --out <dir>`: the whole pipeline over folders, a report and the PDFs of each dossier. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { loadSettings } from '../../shared/config/load-settings.ts';
import type { BatchId, DossierId } from '../../shared/domain/ids.ts';
import { catalogue } from '../../shared/errors/catalogue.ts';
import { DigitizationError } from '../../shared/errors/digitization-error.ts';
import { dispositions, toDigitizationError } from '../../shared/errors/disposition.ts';
import { importCatalogue } from '../../shared/pipeline/procedure-catalogue.ts';
import { type LocalOffice, openLocalOffice } from '../../shared/runtime/local.ts';
import { deliverFolder, readFolder } from '../standalone/deliver-folder.ts';
import { Dispatcher } from '../standalone/dispatcher.ts';
import { showProgress } from './progress.ts';
import { writeReport } from './write-report.ts';

const USAGE = `Cách dùng: npm run --silent digitize -- <thư-mục-hồ-sơ>... --out <thư-mục-kết-quả>
  --out <dir>      nơi ghi <mã hồ sơ>.json và các tệp PDF; chạy lại cùng lệnh sẽ làm tiếp phần còn dở
  --jobs <n>       số trang xử lý cùng lúc (mặc định: số nhân CPU, tối đa bộ nhớ / 400 MB)
  --engine <e>     auto | native | wasm
  --catalogue <f>  danh mục thủ tục (LayThuTuc) để đối chiếu; không có thì chỉ theo manifest
  --verbose        ghi nhật ký từng bước ra stderr`;

const IDLE_LOOK_MS = 100;

async function main(): Promise<number> {
  const { values, positionals } = readArguments();
  if (positionals.length === 0 || values.out === undefined) {
    console.error(USAGE);
    return 64;
  }
  const out = resolve(values.out);
  const settings = loadSettings(
    {
      LOG_LEVEL: 'silent',
      ...process.env,
      ...given('JOBS', values.jobs),
      ...given('OCR_ENGINE', values.engine),
    },
    { dataFolder: resolve(out, '.store'), ...(values.verbose ? { logLevel: 'debug' } : {}) },
  );
  const office = openLocalOffice(settings);
  const dispatcher = new Dispatcher(office);
  const progress = showProgress(office);
  try {
    if (values.catalogue !== undefined) await takeCatalogue(office, values.catalogue);
    await dispatcher.start();
    const { batchIds, failures } = await deliverAll(office, positionals);
    while (!(await dispatcher.isIdle())) await sleep(IDLE_LOOK_MS);
    progress.stop();
    const unfinished = await reportAll(office, batchIds, out);
    return failures ?? unfinished;
  } finally {
    progress.stop();
    await dispatcher.stop();
    await office.close();
  }
}

function readArguments() {
  return parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      jobs: { type: 'string' },
      engine: { type: 'string' },
      catalogue: { type: 'string' },
      verbose: { type: 'boolean', default: false },
    },
  });
}

function given(variable: string, value: string | undefined): Record<string, string> {
  return value === undefined ? {} : { [variable]: value };
}

/** Throws `catalogue-invalid` with the first fault; `npm run catalogue` lists all. */
async function takeCatalogue(office: LocalOffice, file: string): Promise<void> {
  const json: unknown = await readFile(file, 'utf8')
    .then(JSON.parse)
    .catch(() => null);
  const { problems } = await importCatalogue(office, json, { replace: true });
  const [first] = problems;
  if (first) throw new DigitizationError('catalogue-invalid', { ...first });
}

/** One bad folder never stops the others; the last failure's exit code is kept. */
async function deliverAll(office: LocalOffice, folders: readonly string[]) {
  const batchIds: BatchId[] = [];
  let failures: number | undefined;
  for (const folder of folders) {
    try {
      const reading = await readFolder(folder);
      batchIds.push(reading.batchId);
      await deliverFolder(office, reading);
    } catch (error) {
      const failure = toDigitizationError(error);
      failures = dispositions[failure.kind].exitCode;
      console.error(`${folder}: ${catalogue[failure.code].vi} ${catalogue[failure.code].remedyVi}`);
    }
  }
  return { batchIds, failures };
}

/** Returns 0, or the exit code of a defect when a delivery did not come to its end. */
async function reportAll(office: LocalOffice, batchIds: readonly BatchId[], out: string): Promise<number> {
  const dossierIds = new Set<DossierId>();
  let unfinished = 0;
  for (const batchId of batchIds) {
    const batch = await office.repository.batch(batchId);
    if (batch?.state !== 'settled' || batch.dossierIds.length === 0) unfinished++;
    for (const dossierId of batch?.dossierIds ?? []) dossierIds.add(dossierId);
  }
  for (const dossierId of dossierIds) {
    const dossier = (await office.repository.dossier(dossierId))!;
    const { report, path } = await writeReport(office, dossier, out);
    const refused = report.rejected.length > 0 ? `, ${report.rejected.length} tệp bị từ chối` : '';
    console.error(
      `${path}: ${report.pages.length} trang, ${report.documents.length} giấy tờ, ${report.findings.length} lưu ý${refused}`,
    );
  }
  if (unfinished > 0) console.error(`${unfinished} thư mục chưa xử lý xong: chạy lại cùng lệnh để làm tiếp.`);
  return unfinished > 0 ? dispositions.defect.exitCode : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  const failure = toDigitizationError(error);
  const isUsage =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  console.error(
    isUsage
      ? USAGE
      : `${catalogue[failure.code].vi} ${catalogue[failure.code].remedyVi} [${failure.message}]`,
  );
  if (process.env.LOG_LEVEL === 'debug') console.error(error);
  process.exitCode = isUsage ? 64 : dispositions[failure.kind].exitCode;
}
