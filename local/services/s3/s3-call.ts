import type { HttpResponse } from '../service.ts';
import type { S3Parts } from './object-engine.ts';
import type { Cause } from './object-events.ts';
import type { Operation } from './operation.ts';

/** One verified request on its way to the engine. */
export interface S3Call {
  parts: S3Parts;
  operation: Operation;
  /** Headers as received, with hoisted query parameters and body trailers among them. */
  headers: Record<string, string>;
  body: Uint8Array;
  requestId: string;
  cause(reason: string): Cause;
  /** Throws AccessDenied when the bucket's policy denies this action on another object than the one addressed. */
  authorize(action: string, bucket: string, key: string): void;
}

export type S3Reply = (call: S3Call) => HttpResponse | Promise<HttpResponse>;

export function xmlReply(body: string, headers: Record<string, string> = {}): HttpResponse {
  return { status: 200, headers: { 'content-type': 'application/xml', ...headers }, body };
}
