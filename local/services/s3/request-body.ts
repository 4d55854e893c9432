import { createHash } from 'node:crypto';
import { AwsError, type HttpRequest } from '../service.ts';
import type { Caller } from './signature.ts';

/** S3's own limit for one PUT. */
const LARGEST_PUT_BYTES = 5 * 1024 ** 3;
/** What the local cloud holds in memory for one request. */
export const LARGEST_LOCAL_BODY_BYTES = 60 * 1024 ** 2;

export interface ReceivedBody {
  body: Uint8Array;
  /** The request's headers with the trailers of a streamed body among them. */
  headers: Record<string, string>;
}

/** Judges the declared length alone, so that a host can refuse before it reads. @throws AwsError EntityTooLarge */
export function refuseTooLarge(headers: Record<string, string>): void {
  const declared = headers['x-amz-decoded-content-length'] ?? headers['content-length'];
  if (declared === undefined) return;
  const bytes = Number.parseInt(declared, 10);
  if (bytes > LARGEST_PUT_BYTES)
    throw new AwsError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
  if (bytes > LARGEST_LOCAL_BODY_BYTES)
    throw new AwsError(
      'EntityTooLarge',
      `The local cloud takes at most ${LARGEST_LOCAL_BODY_BYTES} bytes in one request`,
    );
}

/**
 * The body that was meant: length as declared, payload hash as signed, `aws-chunked` framing removed.
 * @throws AwsError IncompleteBody, XAmzContentSHA256Mismatch, InvalidRequest, NotImplemented.
 */
export function receiveBody(request: HttpRequest, caller: Caller): ReceivedBody {
  const { headers, body } = request;
  const declared = headers['content-length'];
  if (declared !== undefined && Number.parseInt(declared, 10) !== body.length) throw incomplete();
  const { payloadHash } = caller;
  if (payloadHash === 'STREAMING-UNSIGNED-PAYLOAD-TRAILER') return unchunk(headers, body);
  if (payloadHash.startsWith('STREAMING-'))
    throw new AwsError('NotImplemented', `${payloadHash} is not emulated by the local cloud`, 501);
  if (payloadHash !== 'UNSIGNED-PAYLOAD' && createHash('sha256').update(body).digest('hex') !== payloadHash)
    throw new AwsError(
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    );
  return { headers, body };
}

function unchunk(headers: Record<string, string>, body: Uint8Array): ReceivedBody {
  const framed = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const chunks: Uint8Array[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = framed.indexOf('\r\n', at);
    if (lineEnd < 0) throw incomplete();
    const size = /^([0-9a-f]{1,8})(;.*)?$/i.exec(framed.toString('latin1', at, lineEnd))?.[1];
    if (size === undefined) throw incomplete();
    const length = Number.parseInt(size, 16);
    at = lineEnd + 2;
    if (length === 0) break;
    if (framed.toString('latin1', at + length, at + length + 2) !== '\r\n') throw incomplete();
    chunks.push(framed.subarray(at, at + length));
    at += length + 2;
  }
  const decoded = Buffer.concat(chunks);
  const expected = headers['x-amz-decoded-content-length'];
  if (expected === undefined)
    throw new AwsError('MissingContentLength', 'You must provide the Content-Length HTTP header.', 411);
  if (Number.parseInt(expected, 10) !== decoded.length) throw incomplete();
  return { body: decoded, headers: { ...headers, ...trailersOf(framed.toString('latin1', at), headers) } };
}

function trailersOf(text: string, headers: Record<string, string>): Record<string, string> {
  const announced = (headers['x-amz-trailer'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean);
  const trailers: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    const cut = line.indexOf(':');
    if (cut > 0) trailers[line.slice(0, cut).trim().toLowerCase()] = line.slice(cut + 1).trim();
  }
  const names = Object.keys(trailers);
  if (announced.some((name) => !names.includes(name)) || names.some((name) => !announced.includes(name)))
    throw new AwsError(
      'MalformedTrailerError',
      'The request contained trailing data that was not well-formed or did not conform to our published schema.',
    );
  return trailers;
}

function incomplete(): AwsError {
  return new AwsError(
    'IncompleteBody',
    'You did not provide the number of bytes specified by the Content-Length HTTP header',
  );
}
