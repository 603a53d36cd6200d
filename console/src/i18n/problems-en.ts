/** What the API answers in Vietnamese, in English: by code, what is wrong and what to do. */

export interface Problem {
  readonly message: string;
  readonly remedy: string;
}

const rescanAsPdf = 'Scan this paper again as a PDF or JPEG and hand it in again.';
const report = 'Tell an administrator the error code.';

export const problemsEn: Readonly<Record<string, Problem>> = {
  'scan-empty': { message: 'The file is empty.', remedy: 'Scan this paper again.' },
  'scan-too-large': {
    message: 'The file is too large.',
    remedy: 'Split the dossier into smaller files and hand them in again.',
  },
  'scan-too-many-pages': {
    message: 'The file has too many pages.',
    remedy: 'Split the dossier into several files with fewer pages each.',
  },
  'scan-too-many-pixels': { message: 'The picture is too large.', remedy: 'Scan again at 200-300 dpi.' },
  'scan-too-small': { message: 'The picture is too small to be a page.', remedy: rescanAsPdf },
  'scan-type-unknown': { message: 'This file is neither a scan nor a PDF.', remedy: rescanAsPdf },
  'scan-type-heic': {
    message: 'HEIC pictures of phones cannot be read yet.',
    remedy: 'On the phone choose the picture format “Most Compatible” (JPEG) and take the picture again.',
  },
  'scan-type-animated': { message: 'This is a moving picture, not a scan.', remedy: rescanAsPdf },
  'scan-damaged': {
    message: 'The file is damaged or was cut short on its way.',
    remedy: 'Hand in the original file again; if it fails again, scan the paper again.',
  },
  'scan-encrypted': {
    message: 'The PDF is protected by a password.',
    remedy: 'Remove the password, or scan the paper.',
  },
  'scan-form-dynamic': {
    message: 'This is a dynamic form (XFA) whose content is not on its pages.',
    remedy: 'Open it in the program it was made with, print it on paper or as a PDF, and hand that in.',
  },
  'scan-no-pages': { message: 'The file has no pages.', remedy: 'Scan this paper again.' },
  'scan-too-slow': { message: 'Opening the file takes too long.', remedy: rescanAsPdf },
  'scan-too-heavy': {
    message: 'Opening the file needs too much memory.',
    remedy: 'Scan again at 200-300 dpi.',
  },
  'scan-name-unsafe': {
    message: 'A file name in the list points outside of the dossier’s folder.',
    remedy: 'Rename the file and put it into the dossier’s folder.',
  },
  'scan-missing': {
    message: 'A listed file was not sent.',
    remedy: 'Send the file, or take its name off the list.',
  },
  'manifest-invalid': {
    message: 'The dossier’s description (manifest.json) is not well formed.',
    remedy: 'Check the description; the scans are kept.',
  },
  'folder-missing': {
    message: 'The dossier’s folder was not found.',
    remedy: 'Check the path of the folder.',
  },
  'page-unreadable': {
    message: 'No text could be read on this page.',
    remedy: 'Look at the page and type its content.',
  },
  'page-too-slow': {
    message: 'Reading this page takes too long.',
    remedy: 'Look at the page and type its content.',
  },
  'glyph-missing': { message: 'A character cannot be written into the PDF.', remedy: report },
  'record-missing': { message: 'The record was not found.', remedy: 'Check the code and try again.' },
  'record-conflict': {
    message: 'The record has just been changed elsewhere.',
    remedy: 'It is tried again by itself.',
  },
  'object-missing': { message: 'The file is not in the store.', remedy: 'Check the store and its backup.' },
  'object-exists': {
    message: 'The file is in the store already.',
    remedy: 'Nothing to do: originals are written once.',
  },
  'storage-in-use': {
    message: 'Another program is using the data folder.',
    remedy: 'Stop that program and start again.',
  },
  'storage-full': {
    message: 'The disk is full.',
    remedy: 'Make room on the disk; it is tried again by itself.',
  },
  'storage-damaged': {
    message: 'A data file is damaged or is not one of this system.',
    remedy: 'Restore it from the backup.',
  },
  'storage-too-new': {
    message: 'The data was written by a newer version.',
    remedy: 'Install the newer version and start again.',
  },
  'engine-unavailable': {
    message: 'The text recognition does not answer for now.',
    remedy: 'It is tried again by itself; if it lasts, check the settings of the recognition.',
  },
  'engine-language-missing': {
    message: 'The chosen text recognition does not read Vietnamese.',
    remedy: 'Set OCR_ENGINE to auto, native or wasm and start again.',
  },
  'service-unavailable': {
    message: 'A service does not answer for now.',
    remedy: 'It is tried again by itself.',
  },
  'message-invalid': { message: 'An internal message is not well formed.', remedy: report },
  'upload-part-damaged': {
    message: 'A part of the file was damaged on its way.',
    remedy: 'The part is sent again by itself.',
  },
  'upload-incomplete': {
    message: 'The file has not been sent completely.',
    remedy: 'The missing parts are sent by themselves.',
  },
  'upload-damaged': {
    message: 'The file that arrived differs from the original.',
    remedy: 'Send this file again.',
  },
  'request-invalid': {
    message: 'The request is not valid.',
    remedy: 'Check what you have entered and try again.',
  },
  'sign-in-needed': {
    message: 'You are not signed in, or your session has ended.',
    remedy: 'Sign in and try again.',
  },
  'sign-in-failed': {
    message: 'Wrong user name or password.',
    remedy: 'Check both and try again; if you forgot your password, ask an administrator.',
  },
  'token-refused': {
    message: 'Your account has no role here, or your sign-in has expired.',
    remedy: 'Sign in again; if it fails again, ask an administrator to check the account’s role.',
  },
  'sign-in-locked': {
    message: 'The account is locked for a while after too many wrong passwords.',
    remedy: 'Try again in 15 minutes, or ask an administrator to reset the password.',
  },
  'too-many-requests': {
    message: 'Too many requests in a short time.',
    remedy: 'Wait a minute and try again.',
  },
  'not-allowed': {
    message: 'This account may not do that.',
    remedy: 'Ask an administrator if you need this right.',
  },
  'account-exists': { message: 'This user name is taken.', remedy: 'Choose another one.' },
  'batch-incomplete': {
    message: 'Papers of the list are missing.',
    remedy: 'Scan the missing papers, or finish with a reason.',
  },
  'batch-closed': {
    message: 'This delivery is finished already.',
    remedy: 'Open the dossier to go on with it.',
  },
  'dossier-code-missing': {
    message: 'There is no well-formed dossier code yet, so this sheet cannot be printed.',
    remedy: 'Enter the dossier code and print again.',
  },
  'review-missing': {
    message: 'The dossier no longer asks this question.',
    remedy: 'Reload the dossier to see its questions.',
  },
  'review-answered-already': {
    message: 'Somebody else has just answered this.',
    remedy: 'Reload the dossier to see the answer; if it is wrong, correct that answer.',
  },
  'answer-invalid': {
    message: 'The answer is not valid.',
    remedy: 'Choose one of the answers or type what the paper says; to accept it as it is, give a reason.',
  },
  'page-signed': {
    message: 'This page belongs to a digitally signed file, which must stay as it is.',
    remedy: 'Drop the whole signed file, or get another one from its signer.',
  },
  'page-quarantined': {
    message: 'This page bears a secret marking and is not read again.',
    remedy: 'Handle it by the rules on state secrets; the person in charge has been told.',
  },
  'dossier-is-withdrawn': {
    message: 'The dossier was withdrawn.',
    remedy: 'Do not go on with it; its papers and files are kept.',
  },
  'supplement-requested-already': {
    message: 'A supplement has been asked for once already.',
    remedy: 'It may be asked for once only: hand the case up.',
  },
  'acts-too-many': {
    message: 'The dossier has been corrected too many times.',
    remedy: 'Tell an administrator the dossier code.',
  },
  'catalogue-invalid': {
    message: 'The procedure catalogue does not have the form of LayThuTuc.',
    remedy: 'Run npm run catalogue -- import to see each fault, mend it and import again.',
  },
  'settings-invalid': {
    message: 'A setting is not valid.',
    remedy: 'Correct the value as described and start again.',
  },
  unexpected: { message: 'An unexpected failure of the system.', remedy: report },
};
