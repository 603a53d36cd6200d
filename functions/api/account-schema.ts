/** What an account must look like, in the control room and on the command line alike. */
import { z } from 'zod';
import { ROLES } from '../../shared/domain/person.ts';
import { textField } from './request.ts';

const SHORTEST_PASSWORD = 10;

export const passwordSchema = z
  .string()
  .min(SHORTEST_PASSWORD, `Mật khẩu phải có ít nhất ${SHORTEST_PASSWORD} ký tự.`)
  .max(200);
const officeCode = z.string().regex(/^[A-Za-z0-9.-]{2,20}$/, 'Mã bưu cục không hợp lệ.');
const unitCode = z.string().regex(/^[HG]\d{2}(\.\d{1,3}){0,3}$/, 'Mã đơn vị phải như H12.07.');

export const newAccountSchema = z
  .object({
    id: z.string().regex(/^[a-z0-9][a-z0-9._@-]{2,63}$/, 'Tên đăng nhập: chữ thường không dấu và số.'),
    name: textField(100),
    role: z.enum(ROLES as [string, ...string[]] as ['clerk', 'officer', 'admin']),
    officeCode: officeCode.optional(),
    unitCode: unitCode.optional(),
    password: passwordSchema,
  })
  .refine((account) => account.role !== 'clerk' || account.officeCode !== undefined, {
    message: 'Nhân viên bưu điện cần mã bưu cục.',
    path: ['officeCode'],
  })
  .refine((account) => account.role !== 'officer' || account.unitCode !== undefined, {
    message: 'Cán bộ cần mã đơn vị.',
    path: ['unitCode'],
  });

export const accountChangesSchema = z.object({
  name: textField(100).optional(),
  role: z.enum(['clerk', 'officer', 'admin']).optional(),
  officeCode: officeCode.optional(),
  unitCode: unitCode.optional(),
  disabled: z.boolean().optional(),
  password: passwordSchema.optional(),
});
