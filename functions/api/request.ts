/** What a request says, checked before anything is done with it. */
import type { Context } from 'hono';
import { z } from 'zod';
import { DigitizationError } from '../../shared/errors/digitization-error.ts';

/** Throws `request-invalid` naming the field; what was typed there is not repeated. */
export async function readJson<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const body = await context.req.json().catch(() => {
    throw new DigitizationError('request-invalid', { field: 'body' });
  });
  return check(schema, body);
}

export function readQuery<Schema extends z.ZodType>(context: Context, schema: Schema): z.infer<Schema> {
  return check(schema, context.req.query());
}

function check<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new DigitizationError('request-invalid', { field: parsed.error.issues[0]!.path.join('.') });
}

/** Composed and without blanks around it, as everything of ours. */
export const textField = (maxLength: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .pipe(z.string().min(1).max(maxLength));
