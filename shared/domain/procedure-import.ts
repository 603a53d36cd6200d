/** Reads procedures in the shape of the National Portal's LayThuTuc service; what is wrong is said field by field. */
import { z } from 'zod';
import { isProcedureCode } from './codes/procedure-code.ts';
import { foldTones } from './fold.ts';
import type { PaperType } from './paper.ts';
import { typeOfComponent } from './paper-types/type-of-component.ts';
import type { Procedure, ProcedureComponent } from './procedure.ts';

export interface ImportProblem {
  /** Where it stands, e.g. `[2].THANHPHANHOSO[0].GIAYTO[1].SOBANCHINH`. */
  readonly field: string;
  /** Plain Vietnamese: what should stand there. */
  readonly message: string;
}

export type ProcedureImport =
  | { readonly procedures: readonly Procedure[]; readonly problems: readonly [] }
  | { readonly procedures: readonly []; readonly problems: readonly ImportProblem[] };

const MOST_PROCEDURES = 20_000;
/** A file that is wrong throughout is one mistake, not thousands. */
const MOST_PROBLEMS = 100;
/** The post, among the channels (KENH) 1 at the counter, 2 online, 3 by the public postal service. */
const POST = '3';

function text(most: number, what: string) {
  return z
    .union([z.string(), z.number()], { error: `phải là ${what}` })
    .transform((value) => String(value).normalize('NFC').replace(/\s+/g, ' ').trim())
    .refine((value) => value.length <= most, { error: `dài quá ${most} ký tự` });
}

const filled = (most: number, what: string) =>
  text(most, what).refine((value) => value !== '', { error: `còn trống: phải là ${what}` });
/** Portals leave out, send null, or send empty text for the same thing. */
const optional = (most: number, what: string) =>
  text(most, what)
    .nullish()
    .transform((value) => value || null);
/** Numbers come as text. */
const count = z
  .union([z.string(), z.number()], { error: 'phải là số nguyên từ 0 đến 99' })
  .nullish()
  .transform((value) => Number(String(value ?? '').trim() || 0))
  .refine((value) => Number.isInteger(value) && value >= 0 && value <= 99, {
    error: 'phải là số nguyên từ 0 đến 99',
  });
const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(item, { error: 'phải là danh sách' })
    .nullish()
    .transform((value) => value ?? []);

const paperSchema = z.object({
  MAGIAYTO: filled(200, 'mã giấy tờ'),
  TENGIAYTO: filled(4_000, 'tên giấy tờ'),
  SOBANCHINH: count,
  SOBANSAO: count,
  MA_KQ_THAYTHE: optional(200, 'mã kết quả thay thế'),
});

const procedureSchema = z.object({
  MATTHC: filled(60, 'mã thủ tục').refine(isProcedureCode, {
    error: 'không đúng cấu trúc mã thủ tục (ví dụ 1.001193)',
  }),
  TENTTHC: filled(4_000, 'tên thủ tục'),
  TRANGTHAI: optional(200, 'trạng thái'),
  LINHVUCTHUCHIEN: listOf(
    z.object({ MALINHVUC: optional(100, 'mã lĩnh vực'), TENLINHVUC: optional(1_000, 'tên lĩnh vực') }),
  ),
  CACHTHUCTHUCHIEN: listOf(z.object({ KENH: filled(10, 'kênh thực hiện 1, 2 hoặc 3') })),
  THANHPHANHOSO: listOf(
    z.object({ TRUONGHOP: optional(4_000, 'tên trường hợp'), GIAYTO: listOf(paperSchema) }),
  ),
  KETQUATHUCHIEN: listOf(
    z.object({ MAKETQUA: filled(200, 'mã kết quả'), TENKETQUA: filled(4_000, 'tên kết quả') }),
  ),
});

/**
 * One procedure, a list of them, or the service's answer around either (`result`). All or nothing: with a problem
 * anywhere there are no procedures. `types`: MAGIAYTO to paper type where the province says it itself.
 */
export function readProcedures(
  json: unknown,
  types: Readonly<Record<string, PaperType>> = {},
): ProcedureImport {
  const listed = procedureList(json);
  if (listed.length === 0 || listed.length > MOST_PROCEDURES) {
    return refuse([{ field: '', message: `phải có từ 1 đến ${MOST_PROCEDURES} thủ tục` }]);
  }
  const problems: ImportProblem[] = [];
  const procedures = new Map<string, Procedure>();
  for (const [index, item] of listed.entries()) {
    const parsed = procedureSchema.safeParse(item);
    if (!parsed.success) {
      problems.push(...parsed.error.issues.map((issue) => problemAt([index, ...issue.path], issue.message)));
    } else if (procedures.has(parsed.data.MATTHC)) {
      problems.push(problemAt([index, 'MATTHC'], `trùng mã ${parsed.data.MATTHC} ở trên`));
    } else {
      procedures.set(parsed.data.MATTHC, toProcedure(parsed.data, types));
    }
  }
  return problems.length > 0 ? refuse(problems) : { procedures: [...procedures.values()], problems: [] };
}

function refuse(problems: readonly ImportProblem[]): ProcedureImport {
  return { procedures: [], problems: problems.slice(0, MOST_PROBLEMS) };
}

function procedureList(json: unknown): unknown[] {
  const inner = typeof json === 'object' && json !== null && 'result' in json ? json.result : json;
  if (Array.isArray(inner)) return inner;
  return typeof inner === 'object' && inner !== null ? [inner] : [];
}

function problemAt(path: readonly PropertyKey[], message: string): ImportProblem {
  const field = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return { field, message: message.startsWith('Invalid') ? 'sai kiểu dữ liệu' : message };
}

function toProcedure(
  raw: z.infer<typeof procedureSchema>,
  types: Readonly<Record<string, PaperType>>,
): Procedure {
  const [sector] = raw.LINHVUCTHUCHIEN;
  const mailable = raw.CACHTHUCTHUCHIEN.some(({ KENH }) => KENH === POST);
  return {
    code: raw.MATTHC,
    name: raw.TENTTHC,
    sector: sector ? { code: sector.MALINHVUC ?? '', name: sector.TENLINHVUC ?? '' } : null,
    active: isActive(raw.TRANGTHAI),
    mailable,
    reason: mailable ? null : 'Danh mục không có kênh bưu chính công ích cho thủ tục này.',
    cases: raw.THANHPHANHOSO.map(({ TRUONGHOP, GIAYTO }, index) => ({
      id: String(index + 1),
      name: TRUONGHOP ?? '',
      components: GIAYTO.map((paper) => toComponent(paper, types)),
    })),
    results: raw.KETQUATHUCHIEN.map(({ MAKETQUA, TENKETQUA }) => ({ code: MAKETQUA, name: TENKETQUA })),
  };
}

/** Values of TRANGTHAI differ from portal to portal: only words that plainly end a procedure do end it. */
function isActive(state: string | null): boolean {
  return !/^0$|HET HIEU LUC|BAI BO|NGUNG|DINH CHI|KHONG CON/.test(foldTones(state ?? ''));
}

function toComponent(
  raw: z.infer<typeof paperSchema>,
  types: Readonly<Record<string, PaperType>>,
): ProcedureComponent {
  const [code, name] = [raw.MAGIAYTO, raw.TENGIAYTO];
  return {
    code,
    type: typeOfComponent({ code, name }, types),
    name,
    required: raw.SOBANCHINH + raw.SOBANSAO > 0 && !/\b(NEU CO|XUAT TRINH)\b/.test(foldTones(name)),
    originals: raw.SOBANCHINH,
    copies: raw.SOBANSAO,
    replacedBy: raw.MA_KQ_THAYTHE,
  };
}
