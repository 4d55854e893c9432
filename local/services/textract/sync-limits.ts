import { AwsError } from '../service.ts';
import { formatOf } from './document-pages.ts';

/** https://docs.aws.amazon.com/textract/latest/dg/limits-document.html */
const SYNC_BYTES = 10 * 1024 * 1024;
const ASYNC_BYTES = { picture: SYNC_BYTES, pages: 500 * 1024 * 1024 };
const ASYNC_PAGES = 3000;

/** @throws AwsError InvalidParameterException, DocumentTooLargeException */
export function checkSyncBytes(bytes: Uint8Array): void {
  if (bytes.length === 0)
    throw new AwsError('InvalidParameterException', 'Request has invalid parameters: empty document');
  if (bytes.length > SYNC_BYTES) throw tooLarge();
}

/** Synchronous operations take one page; more is a format they do not support. */
export function checkSyncPages(pageCount: number): void {
  if (pageCount !== 1)
    throw new AwsError('UnsupportedDocumentException', 'Request has unsupported document format');
}

export function checkAsync(bytes: Uint8Array, pageCount: number): void {
  const isPicture = ['png', 'jpeg'].includes(formatOf(bytes));
  if (bytes.length > (isPicture ? ASYNC_BYTES.picture : ASYNC_BYTES.pages) || pageCount > ASYNC_PAGES)
    throw tooLarge();
}

const tooLarge = () => new AwsError('DocumentTooLargeException', 'Document is too large');
