/** Every setting: its environment variable, default, unit and meaning. The table prints its own documentation. */
import { MARK_CORNERS } from '../domain/conversion-mark.ts';

interface Setting<T> {
  readonly env: string;
  readonly fallback: T;
  readonly parse: (text: string) => T;
  readonly unit: string;
  readonly meaning: string;
}

function integer(
  env: string,
  fallback: number,
  min: number,
  max: number,
  unit: string,
  meaning: string,
): Setting<number> {
  const parse = (text: string) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < min || value > max)
      throw new RangeError(`a whole number from ${min} to ${max}`);
    return value;
  };
  return { env, fallback, parse, unit, meaning };
}

function choice<const T extends string>(
  env: string,
  fallback: T,
  options: readonly T[],
  meaning: string,
): Setting<T> {
  const parse = (text: string) => {
    const value = options.find((option) => option === text);
    if (value === undefined) throw new RangeError(`one of ${options.join(', ')}`);
    return value;
  };
  return { env, fallback, parse, unit: options.join(' | '), meaning };
}

function text(
  env: string,
  fallback: string,
  pattern: RegExp,
  unit: string,
  meaning: string,
): Setting<string> {
  const parse = (value: string) => {
    if (!pattern.test(value)) throw new RangeError(`text like ${pattern.source}`);
    return value;
  };
  return { env, fallback, parse, unit, meaning };
}

export const settingsTable = {
  provinceCode: text(
    'PROVINCE_CODE',
    '96',
    /^\d{2}$/,
    'code',
    'Province since 01/07/2025 (34 units); 96 is Cà Mau.',
  ),
  unitCode: text('UNIT_CODE', 'H12', /^[HG]\d{2}$/, 'code', 'Agency code of the province’s system.'),
  publicBaseUrl: text(
    'PUBLIC_BASE_URL',
    'http://localhost:8080',
    /^https?:\/\/[^\s]+[^/]$/,
    'URL',
    'Where the stable download addresses of files point.',
  ),
  dataFolder: text('DATA_FOLDER', 'data', /\S/, 'path', 'Records and files of the single machine.'),
  inboxFolder: text('INBOX_FOLDER', 'data/inbox', /\S/, 'path', 'Watched for dossier folders.'),
  host: text('HOST', '127.0.0.1', /\S/, 'address', 'Address that the server listens on.'),
  port: integer('PORT', 8080, 0, 65_535, 'port', 'Port that the server listens on; 0 takes a free one.'),
  logLevel: choice(
    'LOG_LEVEL',
    'info',
    ['debug', 'info', 'warn', 'error', 'silent'],
    'Least severe log line that is written.',
  ),
  jobs: integer(
    'JOBS',
    0,
    0,
    256,
    'processes',
    'Pages worked on at once; 0 means min(cores, memory / 400 MB).',
  ),
  ocrEngine: choice(
    'OCR_ENGINE',
    'auto',
    ['auto', 'native', 'wasm', 'textract'],
    'Text engine: the machine’s own tesseract where it has Vietnamese, else the embedded one. Amazon Textract reads no Vietnamese: alone it is refused at start.',
  ),
  maxScanBytes: integer(
    'MAX_SCAN_BYTES',
    200_000_000,
    1_000,
    2_000_000_000,
    'bytes',
    'Largest scan file that is taken.',
  ),
  maxScanPages: integer('MAX_SCAN_PAGES', 500, 1, 3_000, 'pages', 'Most pages of one scan file.'),
  maxPagePixels: integer(
    'MAX_PAGE_PIXELS',
    150_000_000,
    1_000_000,
    268_000_000,
    'pixels',
    'Largest picture of a page; A0 at 300 dpi has 139 million.',
  ),
  minPagePixels: integer(
    'MIN_PAGE_PIXELS',
    50,
    1,
    1_000,
    'pixels',
    'Shorter edge below which a picture is no page.',
  ),
  rasterDpi: integer(
    'RASTER_DPI',
    200,
    100,
    400,
    'dpi',
    'Resolution of the picture drawn of a born-digital page (at least 200 by Decree 30/2020/NĐ-CP).',
  ),
  explodeTimeoutMs: integer(
    'EXPLODE_TIMEOUT_MS',
    40_000,
    1_000,
    600_000,
    'ms',
    'Longest time to take one scan file apart.',
  ),
  explodeMsPerMegabyte: integer(
    'EXPLODE_MS_PER_MEGABYTE',
    2_000,
    0,
    60_000,
    'ms',
    'Added to that for each megabyte of the file.',
  ),
  readTimeoutMs: integer(
    'READ_TIMEOUT_MS',
    60_000,
    1_000,
    600_000,
    'ms',
    'Longest time that the text engine may work on one page.',
  ),
  assembleTimeoutMs: integer(
    'ASSEMBLE_TIMEOUT_MS',
    120_000,
    1_000,
    900_000,
    'ms',
    'Longest time to make one PDF.',
  ),
  taskMemoryMb: integer(
    'TASK_MEMORY_MB',
    1_200,
    200,
    16_000,
    'MB',
    'Memory above which a working process is stopped.',
  ),
  confidenceAccepted: integer(
    'CONFIDENCE_ACCEPTED',
    90,
    1,
    100,
    'percent',
    'From this confidence on a field that was read is taken as it is.',
  ),
  confidenceHighlighted: integer(
    'CONFIDENCE_HIGHLIGHTED',
    70,
    1,
    100,
    'percent',
    'From here on it is taken, and shown as doubtful.',
  ),
  confidenceReviewed: integer(
    'CONFIDENCE_REVIEWED',
    40,
    0,
    100,
    'percent',
    'From here on a person checks it; below, a person types it.',
  ),
  resultCodeTemplate: text(
    'RESULT_CODE_TEMPLATE',
    '{ownerId}-{paperType}',
    /^(?=.*\{ownerId\})(?=.*\{paperType\})([A-Za-z0-9._/-]|\{(ownerId|paperType|number|issuedOn|dossierCode)\})+$/,
    'template',
    'Code of a digitised paper (Circular 01/2023/TT-VPCP, article 10) from {ownerId}, {paperType}, {number}, {issuedOn}, {dossierCode}.',
  ),
  conversionMark: choice(
    'CONVERSION_MARK',
    'none',
    ['none', ...MARK_CORNERS],
    'Corner where the first page of each file visibly says that it was converted from paper, by whom and when; moves on where a code or words stand. Files made before follow with their dossier’s next revision.',
  ),
  secretPaperContact: text(
    'SECRET_PAPER_CONTACT',
    'Người phụ trách bảo vệ bí mật nhà nước của Trung tâm',
    /\S/,
    'person',
    'Who is told when a scanned paper bears a mark of state secret.',
  ),
  maxReceives: integer(
    'MAX_RECEIVES',
    5,
    2,
    100,
    'times',
    'Deliveries of one message before it becomes a dead letter.',
  ),
  quietMs: integer(
    'QUIET_MS',
    30_000,
    100,
    86_400_000,
    'ms',
    'An inbox folder without a complete manifest is taken after so long without change.',
  ),
  uploadPartBytes: integer(
    'UPLOAD_PART_BYTES',
    1_000_000,
    16_000,
    16_000_000,
    'bytes',
    'Length of the parts that a file is uploaded in; what a lost line costs at most.',
  ),
  sessionHours: integer(
    'SESSION_HOURS',
    12,
    1,
    72,
    'hours',
    'Time after which a person signs in again; one working day.',
  ),
  tlsCertificate: text(
    'TLS_CERT',
    '',
    /\S/,
    'path',
    'PEM file with the server’s certificate and its chain; with TLS_KEY the server speaks HTTPS only.',
  ),
  tlsKey: text('TLS_KEY', '', /\S/, 'path', 'PEM file with the private key of TLS_CERT.'),
  oidcIssuer: text(
    'OIDC_ISSUER',
    '',
    /^https?:\/\/\S+[^/]$/,
    'URL',
    'Identity provider whose tokens are taken (OpenID Connect); without it people sign in by password here.',
  ),
  oidcAudience: text('OIDC_AUDIENCE', '', /^\S+$/, 'id', 'Client that tokens must be made out to.'),
  portalTokenHashes: text(
    'PORTAL_TOKEN_HASHES',
    '',
    /^[0-9a-f]{64}(,[0-9a-f]{64})*$/,
    'SHA-256, by commas',
    'Portals that download files by their stable address show a token; its hash stands here.',
  ),
  rawScanDays: integer(
    'RAW_SCAN_DAYS',
    0,
    0,
    3_650,
    'days',
    'Originals and page pictures are deleted so long after the files were attached; 0 keeps them.',
  ),
  finalDays: integer(
    'FINAL_DAYS',
    0,
    0,
    36_500,
    'days',
    'Finished files are deleted so long after they were attached; 0 keeps them.',
  ),
  citizenIdShown: text(
    'CITIZEN_ID_SHOWN',
    '3,4',
    /^[0-6],[0-6]$/,
    'first,last',
    'Digits of citizen numbers that stay readable in lists and notices.',
  ),
  phoneShown: text(
    'PHONE_SHOWN',
    '3,2',
    /^[0-6],[0-6]$/,
    'first,last',
    'Digits of telephone numbers that stay readable in lists and notices.',
  ),
  oneStopTarget: integer(
    'ONE_STOP_TARGET',
    100,
    0,
    100,
    'percent',
    'Share of the dossiers that should come with a code of the one-stop system.',
  ),
  digitizedTarget: integer(
    'DIGITIZED_TARGET',
    80,
    0,
    100,
    'percent',
    'Share of the dossiers that should be digitized (QĐ 766/QĐ-TTg, 4.2).',
  ),
  reusedTarget: integer(
    'REUSED_TARGET',
    80,
    0,
    100,
    'percent',
    'Share of the dossiers that should reuse a paper that is on record already (QĐ 766/QĐ-TTg, 4.3).',
  ),
  practice: choice(
    'PRACTICE',
    'on',
    ['on', 'off'],
    'Whether clerks may practise with invented dossiers at the scanning desk.',
  ),
  postalItemCodes: choice(
    'POSTAL_ITEM_CODES',
    'free',
    ['s10', 'free'],
    's10 takes postal item numbers of UPU S10 with a right check digit only; free takes a province’s own too.',
  ),
  pageAgeMinutes: integer(
    'PAGE_AGE_MINUTES',
    15,
    1,
    1_440,
    'minutes',
    'Work that waits longer is late, and shown as such in the control room.',
  ),
  provinceFile: text(
    'PROVINCE_FILE',
    '',
    /\S/,
    'path',
    'The province’s file: accounts then take no other offices and units than its own, and offices have their names.',
  ),
  hotline: text('HOTLINE', '', /\S/, 'text', 'Telephone number that people in doubt are told to call.'),
  centreName: text(
    'CENTRE_NAME',
    '',
    /\S/,
    'text',
    'Centre that answers for the dossiers, as printed and shown.',
  ),
} as const;

export type Settings = {
  readonly [Name in keyof typeof settingsTable]: (typeof settingsTable)[Name] extends Setting<infer T>
    ? T
    : never;
};
