/** Says in the catalogue's words what Textract's client threw: the page's fault, or a service to be asked again. */
import { DigitizationError } from '../../errors/digitization-error.ts';

const FAULTS_OF_THE_PAGE: ReadonlySet<string> = new Set([
  'BadDocumentException',
  'DocumentTooLargeException',
  'InvalidParameterException',
  'UnsupportedDocumentException',
]);

/** `page-unreadable`, else `engine-unavailable`; names AWS's code and request, never its message. */
export function explainTextractFailure(error: unknown): DigitizationError {
  const awsError = codeOf(error);
  const { httpStatusCode, requestId } = metadataOf(error);
  return new DigitizationError(
    FAULTS_OF_THE_PAGE.has(awsError) ? 'page-unreadable' : 'engine-unavailable',
    {
      engine: 'textract',
      awsError,
      ...(httpStatusCode === undefined ? {} : { httpStatus: httpStatusCode }),
      ...(requestId === undefined ? {} : { requestId }),
    },
    { cause: error },
  );
}

/** AWS's code is the error's name; a broken connection has its code beside it. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = error.name === 'Error' && 'code' in error ? String(error.code) : error.name;
  return /^\w+$/.test(code) ? code : 'unknown';
}

function metadataOf(error: unknown): { httpStatusCode?: number; requestId?: string } {
  const hasMetadata = error instanceof Error && '$metadata' in error;
  return hasMetadata ? (error.$metadata as { httpStatusCode?: number; requestId?: string }) : {};
}
