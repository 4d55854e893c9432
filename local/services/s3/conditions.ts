import { AwsError } from '../service.ts';
import type { ObjectVersion } from './object-version.ts';

type Headers = Record<string, string>;

/** `If-None-Match: *` and `If-Match` on a write, judged against the current version inside the write's transaction. @throws AwsError PreconditionFailed, NoSuchKey, NotImplemented */
export function checkWrite(headers: Headers, current: ObjectVersion | undefined): void {
  const exists = current !== undefined && !current.deleteMarker;
  const absent = headers['if-none-match'];
  if (absent !== undefined) {
    if (absent.trim() !== '*')
      throw new AwsError(
        'NotImplemented',
        'A header you provided implies functionality that is not implemented',
        501,
      );
    if (exists) throw failed('If-None-Match');
  }
  const match = headers['if-match'];
  if (match === undefined) return;
  if (!exists) throw new AwsError('NoSuchKey', 'The specified key does not exist.', 404);
  if (!listed(match, current.eTag)) throw failed('If-Match');
}

/** Conditions of a read. @returns `not-modified` where S3 answers 304. @throws AwsError PreconditionFailed */
export function checkRead(headers: Headers, version: ObjectVersion): 'read' | 'not-modified' {
  const { 'if-match': match, 'if-none-match': noneMatch } = headers;
  if (match !== undefined && !listed(match, version.eTag)) throw failed('If-Match');
  const unmodifiedSince = Date.parse(headers['if-unmodified-since'] ?? '');
  if (match === undefined && seconds(version) > unmodifiedSince) throw failed('If-Unmodified-Since');
  if (noneMatch !== undefined) return listed(noneMatch, version.eTag) ? 'not-modified' : 'read';
  const modifiedSince = Date.parse(headers['if-modified-since'] ?? '');
  return seconds(version) <= modifiedSince ? 'not-modified' : 'read';
}

/** Conditions on the source of a copy. @throws AwsError PreconditionFailed */
export function checkCopySource(headers: Headers, version: ObjectVersion): void {
  const conditions: Headers = {};
  for (const name of ['if-match', 'if-none-match', 'if-modified-since', 'if-unmodified-since']) {
    const value = headers[`x-amz-copy-source-${name}`];
    if (value !== undefined) conditions[name] = value;
  }
  if (checkRead(conditions, version) === 'not-modified') throw failed('x-amz-copy-source-If-None-Match');
}

/** HTTP dates have no milliseconds. */
function seconds(version: ObjectVersion): number {
  return Math.floor(version.lastModifiedAt / 1000) * 1000;
}

function listed(header: string, eTag: string): boolean {
  return header
    .split(',')
    .map((one) => one.trim().replace(/^W\//, '').replaceAll('"', ''))
    .some((one) => one === '*' || one === eTag);
}

function failed(condition: string): AwsError {
  return new AwsError(
    'PreconditionFailed',
    `At least one of the pre-conditions you specified did not hold: ${condition}`,
    412,
  );
}
