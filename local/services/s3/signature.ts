import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { AwsError, type HttpRequest } from '../service.ts';
import { canonicalPath, canonicalQuery, queryOf } from './canonical-query.ts';
import type { Credential, FindCredential } from './credential.ts';
import { claimOf, type SignatureClaim } from './signature-claim.ts';

export interface Caller {
  accessKeyId: string;
  arn: string;
  authType: 'REST-HEADER' | 'REST-QUERY-STRING';
  signatureAgeMs: number;
  /** As declared: a hex digest, `UNSIGNED-PAYLOAD` or a `STREAMING-…` marker. */
  payloadHash: string;
}

const SKEW_MS = 15 * 60_000;

/**
 * Verifies SigV4 over the request as received: header or presigned-query form.
 * @throws AwsError AccessDenied (unsigned, expired, unsigned `x-amz-*` header), InvalidAccessKeyId, SignatureDoesNotMatch,
 *   RequestTimeTooSkewed, AuthorizationHeaderMalformed, AuthorizationQueryParametersError, InvalidToken.
 */
export function authenticate(
  request: HttpRequest,
  options: { now: number; region: string; findCredential: FindCredential },
): Caller {
  const query = queryOf(request.url.search);
  const claim = claimOf(request.headers, query);
  checkScope(claim, options.region);
  checkTime(claim, options.now);
  const credential = options.findCredential(claim.accessKeyId);
  if (credential === undefined)
    throw new AwsError(
      'InvalidAccessKeyId',
      'The AWS Access Key Id you provided does not exist in our records.',
      403,
    );
  checkToken(request, query, credential);
  checkSignedHeaders(request, claim);
  checkSignature(request, query, claim, credential);
  return {
    accessKeyId: claim.accessKeyId,
    arn: credential.arn,
    authType: claim.authType,
    signatureAgeMs: Math.max(0, options.now - claim.signedAt),
    payloadHash: claim.payloadHash,
  };
}

function checkScope(claim: SignatureClaim, region: string): void {
  const malformed =
    claim.authType === 'REST-HEADER' ? 'AuthorizationHeaderMalformed' : 'AuthorizationQueryParametersError';
  if (claim.region !== region)
    throw new AwsError(
      malformed,
      `The authorization is malformed; the region '${claim.region}' is wrong; expecting '${region}'`,
    );
  if (claim.service !== 's3')
    throw new AwsError(
      malformed,
      `The authorization is malformed; incorrect service "${claim.service}". This endpoint belongs to "s3".`,
    );
  if (!claim.amzDate.startsWith(claim.scopeDate))
    throw new AwsError(
      malformed,
      'The authorization is malformed; Invalid credential date: not the date of the request.',
    );
}

function checkTime(claim: SignatureClaim, now: number): void {
  if (claim.authType === 'REST-HEADER') {
    if (Math.abs(now - claim.signedAt) > SKEW_MS)
      throw new AwsError(
        'RequestTimeTooSkewed',
        'The difference between the request time and the current time is too large.',
        403,
      );
    return;
  }
  if (claim.signedAt - now > SKEW_MS) throw new AwsError('AccessDenied', 'Request is not yet valid', 403);
  if (now >= claim.signedAt + (claim.expiresS ?? 0) * 1000)
    throw new AwsError('AccessDenied', 'Request has expired', 403);
}

function checkToken(request: HttpRequest, query: [string, string][], credential: Credential): void {
  const token =
    request.headers['x-amz-security-token'] ?? query.find(([name]) => name === 'X-Amz-Security-Token')?.[1];
  if (credential.sessionToken !== undefined && token !== credential.sessionToken)
    throw new AwsError('InvalidToken', 'The provided token is malformed or otherwise invalid.');
}

/** `host` and every `x-amz-*` header that came must be signed, and every header that was signed must have come. */
function checkSignedHeaders(request: HttpRequest, claim: SignatureClaim): void {
  const signed = new Set(claim.signedHeaders);
  const unsigned = Object.keys(request.headers).filter(
    (name) =>
      (name === 'host' || name.startsWith('x-amz-')) && !signed.has(name) && name !== 'x-amz-content-sha256',
  );
  if (unsigned.length > 0)
    throw new AwsError(
      'AccessDenied',
      `There were headers present in the request which were not signed: ${unsigned.sort().join(', ')}`,
      403,
    );
  if (claim.signedHeaders.some((name) => request.headers[name] === undefined)) throw mismatch();
}

function checkSignature(
  request: HttpRequest,
  query: [string, string][],
  claim: SignatureClaim,
  credential: Credential,
): void {
  const headers = claim.signedHeaders.map(
    (name) => `${name}:${(request.headers[name] ?? '').trim().replaceAll(/\s+/g, ' ')}\n`,
  );
  const canonicalRequest = [
    request.method,
    canonicalPath(request.url.pathname),
    canonicalQuery(query),
    headers.join(''),
    claim.signedHeaders.join(';'),
    claim.payloadHash,
  ].join('\n');
  const scope = `${claim.scopeDate}/${claim.region}/${claim.service}/aws4_request`;
  const digest = createHash('sha256').update(canonicalRequest).digest('hex');
  const toSign = `AWS4-HMAC-SHA256\n${claim.amzDate}\n${scope}\n${digest}`;
  let key: Buffer = Buffer.from(`AWS4${credential.secretAccessKey}`);
  for (const part of [claim.scopeDate, claim.region, claim.service, 'aws4_request'])
    key = createHmac('sha256', key).update(part).digest();
  const expected = createHmac('sha256', key).update(toSign).digest();
  const given = Buffer.from(claim.signature, 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw mismatch();
}

function mismatch(): AwsError {
  return new AwsError(
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    403,
  );
}
