/** Says in the catalogue's words what Textract's client threw: the page's fault, or a service to be asked again. */
import { DigitizationError } from '../../errors/digitization-error.ts';
import { awsErrorCode, awsErrorFacts } from './aws-failure.ts';

const FAULTS_OF_THE_PAGE: ReadonlySet<string> = new Set([
  'BadDocumentException',
  'DocumentTooLargeException',
  'InvalidParameterException',
  'UnsupportedDocumentException',
]);

/** `page-unreadable`, else `engine-unavailable`; names AWS's code and request, never its message. */
export function explainTextractFailure(error: unknown): DigitizationError {
  return new DigitizationError(
    FAULTS_OF_THE_PAGE.has(awsErrorCode(error)) ? 'page-unreadable' : 'engine-unavailable',
    { engine: 'textract', ...awsErrorFacts(error) },
    { cause: error },
  );
}
