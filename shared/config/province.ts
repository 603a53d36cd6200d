/** A province's own file: who it is and where its data may lie; nothing about it is written anywhere else. */
import { z } from 'zod';
import { MARK_CORNERS } from '../domain/conversion-mark.ts';
import { checkConsistency } from './province-consistency.ts';
import {
  calendarDate,
  clockTime,
  flag,
  group,
  httpsUrl,
  listOf,
  name,
  secretReference,
  text,
  whole,
} from './province-fields.ts';

const unitCode = text(
  /^[HG]\d{2}(\.\d{1,3}){0,3}$/,
  'write the agency code as in dossier codes, e.g. H12 or H12.09 (QĐ 20/2020/QĐ-TTg)',
);

const service = (what: string) =>
  group({
    url: httpsUrl.describe(`Where ${what} answers.`),
    secret: secretReference.describe('Where its credentials lie; never the credentials.'),
  })
    .nullable()
    .describe(`${what[0]!.toUpperCase()}${what.slice(1)}; null while there is none.`);

const shownDigits = group({
  first: whole(0, 6, 'how many leading characters stay readable').describe(
    'Leading characters that stay readable.',
  ),
  last: whole(0, 6, 'how many last characters stay readable').describe('Last characters that stay readable.'),
});

const percent = (what: string) => whole(0, 100, `${what} in percent`).describe(`${what}, percent.`);

const fields = group({
  $schema: z.string().optional().describe('Path of province.schema.json: lets editors complete and check.'),
  exampleValues: listOf(z.string(), 'field names').describe(
    'Fields that are invented or not confirmed; `deploy` refuses while one is left.',
  ),
  provinceCode: text(/^\d{2}$/, 'write the two digits since 01/07/2025, e.g. 96 for Cà Mau').describe(
    'Code since 01/07/2025 (34 units).',
  ),
  name: name('the province’s name as people read it').describe('Name on forms and screens.'),
  unitCode: text(/^[HG]\d{2}$/, 'write the agency code of the province’s system, e.g. H12').describe(
    'Agency code (QĐ 20/2020/QĐ-TTg); source of the province’s events.',
  ),
  legalDecision: group({
    reference: name('number and symbol of the decision').describe('Number and symbol.'),
    date: calendarDate.describe('Date of the decision.'),
  })
    .nullable()
    .describe('The province’s decision to keep dossiers in that region; `deploy` refuses without one.'),
  region: text(/^[a-z]{2}(-[a-z]+)+-\d$/, 'write an AWS region, e.g. ap-southeast-1').describe(
    'AWS region; none lies in Vietnam: only after the legal decision.',
  ),
  account: text(/^\d{12}$/, 'write the 12 digits of the AWS account, or null for the one signed in to')
    .nullable()
    .describe('AWS account; null takes the one that the deploying admin is signed in to.'),
  web: group({
    publicUrl: httpsUrl.describe('Where staff and other systems find the console and the files.'),
    certificateArn: text(
      /^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]{36}$/,
      'write the ARN of a certificate in us-east-1 (CloudFront takes no other), or null',
    )
      .nullable()
      .describe('Certificate of that name in us-east-1; null serves under CloudFront’s own name.'),
  }).describe('The web address.'),
  centre: group({
    name: name('the name of the public service centre').describe('Name printed in messages.'),
    hotline: name('the telephone number, or null')
      .nullable()
      .describe('Telephone number printed in messages; null where none is established.'),
  }).describe('The province’s public administration service centre.'),
  offices: listOf(
    group({
      code: text(
        /^[A-Za-z0-9.-]{1,20}$/,
        'write the code of the post office: letters, digits, dots, hyphens',
      ).describe('Code that the clerks’ accounts and manifests carry.'),
      name: name('the name of the post office').describe('Name on the phiếu gửi.'),
    }),
    'post offices',
  ).describe('Post offices that scan.'),
  units: listOf(
    group({
      code: unitCode.describe('Agency code, the first part of its dossier codes.'),
      name: name('the name of the unit').describe('Name on screens.'),
      contactEmail: z
        .email({ error: 'write an e-mail address, or null' })
        .nullable()
        .describe('Who hears of supplements and rescans.'),
    }),
    'units',
  ).describe('Units whose officers work on dossiers.'),
  engine: z
    .enum(['auto', 'native', 'wasm'], {
      error: 'write auto, native or wasm; Amazon Textract reads no Vietnamese and cannot serve alone',
    })
    .describe('Text engine; on Lambda auto is the embedded one.'),
  conversionMark: z
    .enum(['none', ...MARK_CORNERS], { error: `write none, ${MARK_CORNERS.join(', ')}` })
    .optional()
    .describe('Corner of the visible mark of conversion on first pages; left out means none.'),
  retention: group({
    objectLockDays: whole(1, 3_650, 'days that nobody can delete an original').describe(
      'Governance lock on originals; erasure by law stays possible for who is allowed to bypass it.',
    ),
    rawScanDays: whole(1, 3_650, 'days that raw scans are kept after the files were acknowledged').describe(
      'Originals and page pictures, counted from the acknowledged hand-over.',
    ),
    finalDays: whole(365, 36_500, 'days that finished files are kept, or null for ever')
      .nullable()
      .describe(
        'Finished files, counted the same; null keeps them for ever. Periods are the province’s to decide.',
      ),
    quarantineDays: whole(1, 3_650, 'days that papers in quarantine are kept').describe(
      'Papers with a secret marking.',
    ),
    logDays: whole(365, 3_653, 'days that logs are kept: at least 12 months are asked for').describe(
      'Technical logs; 12 months at least (NĐ 53/2022).',
    ),
  }).describe('How long what is kept.'),
  masks: group({
    citizenId: shownDigits.describe('Citizen numbers in lists and notices.'),
    phone: shownDigits.describe('Telephone numbers in lists and notices.'),
  }).describe('What of personal numbers stays readable where they are not worked on.'),
  codes: group({
    result: text(
      /\{ownerId\}.*\{paperType\}|\{paperType\}.*\{ownerId\}/,
      'write a template with {ownerId} and {paperType}',
    ).describe('Code of a digitized result (TT 01/2023 Đ10; the layout is the province’s).'),
    postalItem: z
      .enum(['s10', 'free'], { error: 'write s10 (check digit is tested) or free' })
      .describe('How postal item codes are checked.'),
  }).describe('Layouts of codes.'),
  quotas: group({
    maxScanBytes: whole(1_000_000, 2_000_000_000, 'bytes of the largest scan').describe(
      'Largest scan file, bytes.',
    ),
    maxScanPages: whole(1, 3_000, 'pages of the largest scan').describe('Most pages of one scan file.'),
    pagesAtOnce: whole(2, 1_000, 'pages read at once').describe('Recognition functions at work at once.'),
    maxReceives: whole(2, 100, 'deliveries of one message').describe(
      'Deliveries of a message before it becomes a dead letter.',
    ),
    requestsPerSecond: whole(1, 10_000, 'requests a second').describe('Steady rate of the API.'),
    requestBurst: whole(1, 5_000, 'requests at once').describe('Requests the API takes at once.'),
  }).describe('Limits.'),
  workingHours: group({
    days: listOf(whole(1, 7, 'a day of the week (1 is Monday)'), 'days of the week').describe(
      'Working days; 1 is Monday.',
    ),
    spans: listOf(z.tuple([clockTime, clockTime], { error: 'write ["07:00", "11:30"]' }), 'spans').describe(
      'From and to, Vietnam time.',
    ),
    holidays: listOf(calendarDate, 'dates').describe('Days off beside the week’s.'),
  }).describe('When the offices work.'),
  targets: group({
    throughOneStopPercent: percent('Dossiers handled through the one-stop system'),
    digitizedPercent: percent('Dossiers digitized (QĐ 766/QĐ-TTg, 4.2)'),
    reusedPercent: percent('Dossiers with a reused paper (QĐ 766/QĐ-TTg, 4.3)'),
    pageAgeMinutes: whole(1, 1_440, 'minutes that a page may wait').describe(
      'Minutes a message may wait before somebody is woken.',
    ),
  }).describe('What the province wants to reach.'),
  endpoints: group({
    caseSystem: service('the one-stop case system'),
    nationalPortal: service('the National Public Service Portal'),
    postalTracking: service('the postal tracking service'),
    signerKeyArn: text(
      /^arn:aws:kms:[a-z0-9-]+:\d{12}:key\/[0-9a-f-]{36}$/,
      'write the ARN of an asymmetric KMS key for signing, or null',
    )
      .nullable()
      .describe('KMS key of the signer; null leaves files unsigned.'),
  }).describe('Other systems, and where their secrets lie.'),
  alarmEmails: listOf(z.email({ error: 'write an e-mail address' }), 'e-mail addresses').describe(
    'Who is told when an alarm goes off.',
  ),
  features: group({
    firewall: flag('a web firewall (WAF) before the console').describe(
      'Web firewall before the console; costs extra.',
    ),
    onlyFromVietnam: flag('the console answers in Vietnam only').describe(
      'The console answers in Vietnam only.',
    ),
    practice: flag('clerks may practise with invented dossiers').describe(
      'Practice batches on the scanning desk.',
    ),
  }).describe('Switches.'),
});

export const provinceSchema = fields.superRefine(checkConsistency);

export type Province = z.infer<typeof fields>;
