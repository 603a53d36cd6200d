/** Who issued an identity card: the office that its back prints over the signature, or the ministry on cards since 2024. */
import { compilePhrases, occurs } from '../../approximate-match.ts';
import type { FieldReader } from '../field-rule.ts';
import { fieldFrom } from '../read-field.ts';

/** What is printed of each, wholly enough to mean no other; the seal's and the signer's words are not needed. */
const ISSUERS = [
  {
    issuer: 'Cục Cảnh sát quản lý hành chính về trật tự xã hội',
    wordings: ['quản lý hành chính về trật tự xã hội', 'administrative management of social order'],
  },
  {
    issuer: 'Cục Cảnh sát đăng ký quản lý cư trú và dữ liệu quốc gia về dân cư',
    wordings: ['quản lý cư trú và dữ liệu quốc gia về dân cư', 'ĐKQL cư trú và DLQG về dân cư'],
  },
  // Decree 70/2024/NĐ-CP, article 18: the card names the ministry as its place of issue.
  { issuer: 'Bộ Công an', wordings: ['bộ công an', 'ministry of public security'] },
].map(({ issuer, wordings }) => ({ issuer, wordings: wordings.map(compilePhrases) }));

export function cardIssuer(name: string): FieldReader {
  return (rows) => {
    for (const { issuer, wordings } of ISSUERS) {
      const row = rows.find(({ squeezed }) => wordings.some((phrases) => occurs(phrases, squeezed)));
      if (row) return [fieldFrom(name, 'text', { value: issuer, tokens: row.tokens, fit: 1 })];
    }
    return [];
  };
}
