/** `digitize <dossier-folder>... --out <dir>`: the whole pipeline over folders, a report and the PDFs of each dossier. */
import { existsSync, realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
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
import { endWith, WRONG_USAGE } from './end-with.ts';
import { showProgress } from './progress.ts';
import { writeReport } from './write-report.ts';

const USAGE = `Cách dùng: npm run --silent digitize -- <thư-mục-hồ-sơ>... --out <thư-mục-kết-quả>
  --out <dir>      thư mục riêng để ghi <mã hồ sơ>.json và các tệp PDF; chạy lại cùng lệnh sẽ làm tiếp phần còn dở
  --jobs <n>       số trang xử lý cùng lúc (mặc định: số nhân CPU, tối đa bộ nhớ / 400 MB)
  --engine <e>     auto | native | wasm
  --catalogue <f>  danh mục thủ tục (LayThuTuc) để đối chiếu; không có thì chỉ theo manifest
  --verbose        ghi nhật ký từng bước ra stderr`;

const TOO_CLOSE = 'không được là thư mục hồ sơ, nằm trong nó, hay là thư mục ngay trên nó:';

const IDLE_LOOK_MS = 100;

async function digitize(): Promise<number> {
  const { values, positionals } = readArguments();
  if (positionals.length === 0 || values.out === undefined) {
    console.error(USAGE);
    return WRONG_USAGE;
  }
  const out = resolve(values.out);
  const tooClose = positionals.find((folder) => isTooClose(resolve(folder), out));
  if (tooClose !== undefined) {
    console.error(`--out ${values.out}: ${TOO_CLOSE} ${tooClose}. Chọn một thư mục riêng cho kết quả.`);
    return WRONG_USAGE;
  }
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

/** Results among the scans would be taken for scans next time; a report's folder may have the very name of a dossier's. */
function isTooClose(folder: string, out: string): boolean {
  const real = realPathOf(folder);
  const realOut = realPathOf(out);
  return `${realOut}${sep}`.startsWith(`${real}${sep}`) || dirname(real) === realOut;
}

function realPathOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
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
      // Folders of one name from two places are two deliveries.
      const reading = await readFolder(folder, (realPath) => realPath);
      batchIds.push(reading.batchId);
      await deliverFolder(office, reading);
    } catch (error) {
      failures = sayFailure(folder, error);
    }
  }
  return { batchIds, failures };
}

/** Returns 0, or the exit code of a defect when a delivery did not come to its end or to its report. */
async function reportAll(office: LocalOffice, batchIds: readonly BatchId[], out: string): Promise<number> {
  const dossierIds = new Set<DossierId>();
  let unfinished = 0;
  for (const batchId of batchIds) {
    const batch = await office.repository.batch(batchId);
    if (batch?.state !== 'settled' || batch.dossierIds.length === 0) unfinished++;
    for (const dossierId of batch?.dossierIds ?? []) dossierIds.add(dossierId);
  }
  let failure = 0;
  const written = new Set<string>();
  for (const dossierId of dossierIds) {
    try {
      await reportOne(office, dossierId, out, written);
    } catch (error) {
      failure = sayFailure(dossierId, error);
    }
  }
  if (unfinished > 0) console.error(`${unfinished} thư mục chưa xử lý xong: chạy lại cùng lệnh để làm tiếp.`);
  return unfinished > 0 ? dispositions.defect.exitCode : failure;
}

async function reportOne(
  office: LocalOffice,
  dossierId: DossierId,
  out: string,
  written: Set<string>,
): Promise<void> {
  const dossier = (await office.repository.dossier(dossierId))!;
  const { report, path } = await writeReport(office, dossier, out, written);
  const { pages, documents, findings, rejected } = report;
  const refused = rejected.length > 0 ? `, ${rejected.length} tệp bị từ chối` : '';
  console.error(
    `${path}: ${pages.length} trang, ${documents.length} giấy tờ, ${findings.length} lưu ý${refused}`,
  );
}

/** Returns its exit code. */
function sayFailure(subject: string, error: unknown): number {
  const { code, kind } = toDigitizationError(error);
  console.error(`${subject}: ${catalogue[code].vi} ${catalogue[code].remedyVi}`);
  return dispositions[kind].exitCode;
}

await endWith(USAGE, digitize);
