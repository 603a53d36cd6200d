/** All paper types of the house, and how a procedure's own list adds types that the house has never seen. */
import type { ExpectedDocument } from '../manifest.ts';
import type { PaperType } from '../paper.ts';
import type { MetadataNames } from '../paper-metadata.ts';
import { birthDeclaration } from './birth-declaration.ts';
import { birthNotice } from './birth-notice.ts';
import { handwrittenStatement } from './handwritten-statement.ts';
import { householdBusinessRequest } from './household-business-request.ts';
import { identityCard } from './identity-card.ts';
import { landCertificateApplication } from './land-certificate-application.ts';
import { landSketch } from './land-sketch.ts';
import { lease } from './lease.ts';
import { maritalStatusCertificate } from './marital-status-certificate.ts';
import { maritalStatusDeclaration } from './marital-status-declaration.ts';
import { officialLetter } from './official-letter.ts';
import type { PaperTypeRule } from './paper-type-rule.ts';
import { receptionReceipt } from './reception-receipt.ts';

export const PAPER_TYPES: readonly PaperTypeRule[] = [
  birthDeclaration,
  birthNotice,
  handwrittenStatement,
  householdBusinessRequest,
  identityCard,
  landCertificateApplication,
  landSketch,
  lease,
  maritalStatusCertificate,
  maritalStatusDeclaration,
  officialLetter,
  receptionReceipt,
];

/** Where papers of the type say their minimum data; the usual places for types that are not ours. */
export function metadataNamesOf(type: PaperType): MetadataNames {
  return PAPER_TYPES.find((rule) => rule.type === type)?.metadata ?? {};
}

/** `Bản sao`, `(bản chính)` and the like say how a paper is handed in, not what it is. */
export const MANNER = /\(.*?\)|^\s*(bản sao|bản chính|bản chụp|bản gốc)(\s+(có\s+)?chứng thực)?\s+/giu;

/**
 * The types that a procedure asks for and the house has no file for: known by the heading their name on the list
 * suggests, and by their code, which is that name without marks (`GIAY_UY_QUYEN`).
 */
export function typesOnList(expected: readonly ExpectedDocument[]): PaperTypeRule[] {
  const known = new Set(PAPER_TYPES.map((rule) => rule.type));
  return expected
    .filter(({ type }) => !known.has(type))
    .map(({ type, name }) => ({
      type,
      name: name || type,
      titles: [name.replace(MANNER, '').trim(), type.replaceAll('_', ' ')].filter(
        (title) => title.length >= 8,
      ),
      marks: [],
    }));
}
