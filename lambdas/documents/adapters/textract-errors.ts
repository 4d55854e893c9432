import { DomainError, invalid, unavailable } from '../../shared/errors.ts';

/** Answers about the document itself: the same call again gets the same answer. */
const REFUSALS = new Set([
  'BadDocumentException',
  'DocumentTooLargeException',
  'UnsupportedDocumentException',
  'InvalidS3ObjectException',
  'InvalidParameterException',
  'IdempotentParameterMismatchException',
  'InvalidJobIdException',
]);

/** Throttling, limits, network and server errors are all "no answer": never a statement about the document. */
export function failedTextractCall(operation: string, error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const name = error instanceof Error ? error.name : 'unknown';
  if (REFUSALS.has(name))
    return invalid('PageNotReadable', 'Textract refuses the page', { operation, refusal: name });
  return unavailable('TextractUnavailable', 'Textract gave no answer', { operation, failure: name }, error);
}
