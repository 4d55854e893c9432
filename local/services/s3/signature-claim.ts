import { AwsError } from '../service.ts';

/** What a request says about its own signature, before anything is believed. */
export interface SignatureClaim {
  authType: 'REST-HEADER' | 'REST-QUERY-STRING';
  accessKeyId: string;
  scopeDate: string;
  region: string;
  service: string;
  /** `yyyymmddThhmmssZ` as sent. */
  amzDate: string;
  signedAt: number;
  /** Lower-case, as listed. */
  signedHeaders: string[];
  signature: string;
  payloadHash: string;
  expiresS?: number;
}

const LONGEST_EXPIRY_S = 7 * 24 * 3600;

/** Reads the `Authorization` header or the `X-Amz-…` query. @throws AwsError AccessDenied when the request is not signed at all. */
export function claimOf(headers: Record<string, string>, query: readonly [string, string][]): SignatureClaim {
  const authorization = headers['authorization'];
  if (authorization !== undefined) return headerClaim(authorization, headers);
  const parameters = new Map(query);
  if (parameters.has('X-Amz-Algorithm') || parameters.has('X-Amz-Signature'))
    return queryClaim(parameters, headers);
  throw new AwsError('AccessDenied', 'Access Denied', 403);
}

function headerClaim(authorization: string, headers: Record<string, string>): SignatureClaim {
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/.exec(
      authorization,
    );
  const amzDate = headers['x-amz-date'] ?? '';
  const payloadHash = headers['x-amz-content-sha256'];
  if (match === null || Number.isNaN(instantOf(amzDate)))
    throw new AwsError(
      'AuthorizationHeaderMalformed',
      'The authorization header that you provided is not valid.',
    );
  if (payloadHash === undefined)
    throw new AwsError('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256');
  return {
    authType: 'REST-HEADER',
    ...scopeOf(match[1] ?? '', 'AuthorizationHeaderMalformed'),
    amzDate,
    signedAt: instantOf(amzDate),
    signedHeaders: (match[2] ?? '').split(';'),
    signature: match[3] ?? '',
    payloadHash,
  };
}

function queryClaim(parameters: Map<string, string>, headers: Record<string, string>): SignatureClaim {
  const wrong = (message: string) => new AwsError('AuthorizationQueryParametersError', message);
  const take = (name: string): string => {
    const value = parameters.get(name);
    if (value === undefined || value === '')
      throw wrong(
        'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
      );
    return value;
  };
  if (take('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256')
    throw wrong('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"');
  const expires = take('X-Amz-Expires');
  const expiresS = /^\d{1,9}$/.test(expires) ? Number.parseInt(expires, 10) : Number.NaN;
  if (!(expiresS >= 1)) throw wrong('X-Amz-Expires must be a number of seconds, at least 1');
  if (expiresS > LONGEST_EXPIRY_S)
    throw wrong(
      'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds',
    );
  const amzDate = take('X-Amz-Date');
  if (Number.isNaN(instantOf(amzDate)))
    throw wrong("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
  return {
    authType: 'REST-QUERY-STRING',
    ...scopeOf(take('X-Amz-Credential'), 'AuthorizationQueryParametersError'),
    amzDate,
    signedAt: instantOf(amzDate),
    signedHeaders: take('X-Amz-SignedHeaders').split(';'),
    signature: take('X-Amz-Signature'),
    payloadHash:
      parameters.get('X-Amz-Content-Sha256') ?? headers['x-amz-content-sha256'] ?? 'UNSIGNED-PAYLOAD',
    expiresS,
  };
}

function scopeOf(
  credential: string,
  code: string,
): Pick<SignatureClaim, 'accessKeyId' | 'scopeDate' | 'region' | 'service'> {
  const [accessKeyId = '', scopeDate = '', region = '', service = '', end] = credential.split('/');
  if (end !== 'aws4_request')
    throw new AwsError(
      code,
      'The credential is malformed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".',
    );
  return { accessKeyId, scopeDate, region, service };
}

function instantOf(amzDate: string): number {
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(amzDate);
  if (match === null) return Number.NaN;
  const [, year, month, day, hour, minute, second] = match;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
