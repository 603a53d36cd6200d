/** All validation rules, in the order in which their findings are shown. */

import { copiesAreAsManyAsAsked } from './copies-are-as-many-as-asked.ts';
import { declarationAgreesWithItself } from './declaration-agrees-with-itself.ts';
import { dossierCodeIsWellFormed } from './dossier-code-is-well-formed.ts';
import { identityCardIsInForce } from './identity-card-is-in-force.ts';
import { identityCardIsTheApplicants } from './identity-card-is-the-applicants.ts';
import { pagesAreAsManyAsDeclared } from './pages-are-as-many-as-declared.ts';
import { pagesAreAsOfficersAsk } from './pages-are-as-officers-ask.ts';
import { pagesAreFineEnough } from './pages-are-fine-enough.ts';
import { pagesAreInOrder } from './pages-are-in-order.ts';
import { pagesAreNotBlank } from './pages-are-not-blank.ts';
import { pagesCanBeRead } from './pages-can-be-read.ts';
import { pagesComeOnce } from './pages-come-once.ts';
import { pagesLieUpright } from './pages-lie-upright.ts';
import { papersAreInForce } from './papers-are-in-force.ts';
import { papersAreIssuedAlready } from './papers-are-issued-already.ts';
import { papersAreTheApplicants } from './papers-are-the-applicants.ts';
import { papersAreWhatSheetsSay } from './papers-are-what-sheets-say.ts';
import { papersHaveMinimumMetadata } from './papers-have-minimum-metadata.ts';
import { papersHoldNoSecret } from './papers-hold-no-secret.ts';
import { papersMayBeDigitized } from './papers-may-be-digitized.ts';
import { postalItemIsTheDeclaredOne } from './postal-item-is-the-declared-one.ts';
import { procedureTakesMail } from './procedure-takes-mail.ts';
import { receiptNamesThisDossier } from './receipt-names-this-dossier.ts';
import { requiredPapersAreThere } from './required-papers-are-there.ts';
import type { ValidationRule } from './rule.ts';
import { sheetsCanBeRead } from './sheets-can-be-read.ts';
import { sheetsNameThisDossier } from './sheets-name-this-dossier.ts';

export const VALIDATION_RULES: readonly ValidationRule[] = [
  papersHoldNoSecret,
  dossierCodeIsWellFormed,
  receiptNamesThisDossier,
  declarationAgreesWithItself,
  procedureTakesMail,
  requiredPapersAreThere,
  copiesAreAsManyAsAsked,
  papersMayBeDigitized,
  pagesAreAsManyAsDeclared,
  pagesCanBeRead,
  pagesAreAsOfficersAsk,
  sheetsNameThisDossier,
  sheetsCanBeRead,
  papersAreWhatSheetsSay,
  identityCardIsTheApplicants,
  papersAreTheApplicants,
  identityCardIsInForce,
  papersAreInForce,
  papersAreIssuedAlready,
  papersHaveMinimumMetadata,
  pagesAreInOrder,
  postalItemIsTheDeclaredOne,
  pagesComeOnce,
  pagesAreFineEnough,
  pagesLieUpright,
  pagesAreNotBlank,
];
