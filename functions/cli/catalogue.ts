/** `catalogue import <file>... | list [words] | show <code>`: the procedures that dossiers are checked against. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadSettings } from '../../shared/config/load-settings.ts';
import { type Procedure, searchProcedures } from '../../shared/domain/procedure.ts';
import { findProcedure, importCatalogue, loadCatalogue } from '../../shared/pipeline/procedure-catalogue.ts';
import { endWith, WRONG_USAGE } from './end-with.ts';
import { openObjects } from './operate.ts';

const USAGE = `Cách dùng: npm run --silent catalogue -- <lệnh>
  import <tệp.json>...     nhập thủ tục theo dạng LayThuTuc của Cổng DVCQG; thủ tục đã có được thay bằng bản mới
     --replace             bỏ các thủ tục không có trong tệp
     --types <tệp.json>    bảng {"MAGIAYTO": "LOAI_GIAY_TO"} cho các mã mà tên giấy tờ không nói rõ
  list [từ khóa]           liệt kê thủ tục
  show <mã thủ tục>        các trường hợp và thành phần hồ sơ
Khi có RECORDS_TABLE cùng các biến đi kèm: danh mục của tỉnh trên AWS.`;
const EXIT_BAD_INPUT = 65;
const EXIT_NOT_FOUND = 66;

const typesSchema = z.record(z.string().min(1), z.string().regex(/^[A-Z][A-Z0-9_]{1,59}$/));

type Office = Parameters<typeof importCatalogue>[0];

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false }, types: { type: 'string' } },
  });
  const [command, ...rest] = positionals;
  const isUsable = command === 'list' || (['import', 'show'].includes(command ?? '') && rest.length > 0);
  if (!isUsable) {
    console.error(USAGE);
    return WRONG_USAGE;
  }
  const office = await openObjects(loadSettings({ LOG_LEVEL: 'error', ...process.env }));
  if (command === 'import') return importFiles(office, rest, values);
  return command === 'list' ? list(office, rest.join(' ')) : show(office, rest[0]!);
}

async function importFiles(
  office: Office,
  files: readonly string[],
  { replace, types }: { replace: boolean; types?: string | undefined },
): Promise<number> {
  const own = typesSchema.safeParse(types === undefined ? {} : await readJson(types));
  if (!own.success) {
    console.error(`${types}: phải là bảng từ mã giấy tờ sang loại giấy tờ, ví dụ {"KQ.01": "CCCD"}.`);
    return EXIT_BAD_INPUT;
  }
  for (const [index, file] of files.entries()) {
    const json = await readJson(file);
    if (json === undefined) return EXIT_BAD_INPUT;
    const options = { replace: replace && index === 0, types: own.data };
    const { catalogue, imported, problems } = await importCatalogue(office, json, options);
    if (catalogue === null) {
      console.error(`${file}: không nhập, danh mục giữ nguyên.`);
      for (const { field, message } of problems) console.error(`  ${field}: ${message}`);
      return EXIT_BAD_INPUT;
    }
    console.log(
      `${file}: đã nhập ${imported} thủ tục; danh mục phiên bản ${catalogue.version} có ${catalogue.procedures.length} thủ tục.`,
    );
  }
  return 0;
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (error) {
    const isJson = error instanceof SyntaxError;
    console.error(`${file}: ${isJson ? 'không phải là tệp JSON.' : 'không đọc được tệp.'}`);
    return undefined;
  }
}

async function list(office: Office, query: string): Promise<number> {
  const catalogue = await loadCatalogue(office);
  for (const procedure of searchProcedures(catalogue?.procedures ?? [], query)) {
    console.log(`${procedure.code}\t${stateOf(procedure)}\t${procedure.name}`);
  }
  if (catalogue === null) console.error('Chưa có danh mục: nhập bằng lệnh import.');
  else
    console.error(
      `Danh mục phiên bản ${catalogue.version}, nhập lúc ${catalogue.importedAt}${catalogue.isSample ? ', danh mục mẫu' : ''}.`,
    );
  return 0;
}

async function show(office: Office, code: string): Promise<number> {
  const procedure = findProcedure(await loadCatalogue(office), code);
  if (procedure === null) {
    console.error(`Danh mục không có thủ tục ${code}.`);
    return EXIT_NOT_FOUND;
  }
  console.log(`${procedure.code} ${procedure.name} (${stateOf(procedure)})`);
  if (procedure.sector) console.log(`Lĩnh vực: ${procedure.sector.name} ${procedure.sector.code}`.trim());
  for (const { id, name, components } of procedure.cases) {
    console.log(`\nTrường hợp ${id}${name ? `: ${name}` : ''}`);
    for (const one of components) {
      const counts = `${one.originals} bản chính, ${one.copies} bản sao`;
      console.log(
        `  ${one.required ? '*' : ' '} ${one.code}\t${one.type}\t${counts}\t${one.name}${one.replacedBy ? ` (thay bằng kết quả ${one.replacedBy})` : ''}`,
      );
    }
  }
  for (const result of procedure.results) console.log(`\nKết quả ${result.code}: ${result.name}`);
  return 0;
}

function stateOf({ active, mailable }: Procedure): string {
  if (!active) return 'không còn hiệu lực';
  return mailable ? 'nhận qua bưu chính' : 'không nhận qua bưu chính';
}

await endWith(USAGE, main);
