/** A province's own file: who it is and where its data may lie; nothing about it is written anywhere else. */
import { z } from 'zod';
import { DigitizationError } from '../errors/digitization-error.ts';

export const provinceSchema = z.strictObject({
  /** Code since 01/07/2025 (34 units). */
  provinceCode: z.string().regex(/^\d{2}$/),
  name: z.string().min(1),
  /** Agency code of the province's system (QĐ 20/2020/QĐ-TTg). */
  unitCode: z.string().regex(/^[HG]\d{2}$/),
  /** No AWS region lies in Vietnam: only after the province's legal decision. */
  region: z.string().regex(/^[a-z]{2}-[a-z]+-\d$/),
  maxReceives: z.int().min(2).max(100).default(5),
});

export type Province = z.infer<typeof provinceSchema>;

/** Throws `settings-invalid` naming the field and what is expected there. */
export function parseProvince(value: unknown): Province {
  const parsed = provinceSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new DigitizationError('settings-invalid', { field: issue.path.join('.'), expected: issue.message });
}
