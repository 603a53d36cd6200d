/** Building blocks of the province file: each says what to write instead when the value does not fit. */
import { z } from 'zod';

/** Text of a form; `remedy` ends the sentence “…: ”. */
export function text(pattern: RegExp, remedy: string) {
  return z.string({ error: remedy }).regex(pattern, { error: remedy });
}

export function name(what: string) {
  return text(/\S/, `write ${what}`);
}

export function whole(min: number, max: number, what: string) {
  const remedy = `write ${what}, a whole number from ${min} to ${max}`;
  return z.int({ error: remedy }).min(min, { error: remedy }).max(max, { error: remedy });
}

export function flag(what: string) {
  return z.boolean({ error: `write true or false: ${what}` });
}

export function group<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, { error: `write { ${Object.keys(shape).join(', ')} }` });
}

export function listOf<Item extends z.ZodType>(item: Item, what: string) {
  return z.array(item, { error: `write a list of ${what}, [] for none` });
}

/** No secret stands in a file: its place in AWS Secrets Manager or Parameter Store does. */
export const secretReference = text(
  /^(secretsmanager|ssm):[A-Za-z0-9/_+=.@-]{1,400}$/,
  'store the secret in AWS Secrets Manager and write where it lies: secretsmanager:<name> (or ssm:<name>)',
);

export const httpsUrl = text(
  /^https:\/\/[^\s/]+(\/[^\s]*[^\s/])?$/,
  'write an address that begins with https:// and does not end with /',
);

export const clockTime = text(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time of day like 07:30');

export const calendarDate = text(/^\d{4}-\d{2}-\d{2}$/, 'write a date like 2026-09-02').refine(
  (value) =>
    !Number.isNaN(Date.parse(value)) && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value),
  {
    error: 'write a date that exists, like 2026-09-02',
  },
);
