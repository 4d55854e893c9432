import { DomainError, type ErrorKind } from './errors.ts';

/** RFC 9457 problem+json; `code` is the word that logs, runbooks and workflows use too. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
  correlationId: string;
  problems?: readonly { field: string; rule: string }[];
  facts?: Readonly<Record<string, unknown>>;
}

/** Codes of a request that could not be read at all: 400. A well-formed request that breaks a rule is 422. */
const unreadable = new Set([
  'InvalidRequest',
  'InvalidJson',
  'InvalidCursor',
  'MissingIdempotencyKey',
  'InvalidIfMatch',
]);

const statusOf: Record<Exclude<ErrorKind, 'invalid'>, number> = {
  forbidden: 403,
  missing: 404,
  conflict: 409,
  unavailable: 503,
};

export function statusFor(error: DomainError): number {
  if (error.code === 'RequestTooLarge') return 413;
  if (error.code === 'UnsupportedMediaType') return 415;
  if (error.code === 'MethodNotAllowed') return 405;
  if (error.code === 'PreconditionFailed') return 412;
  if (error.kind === 'invalid') return unreadable.has(error.code) ? 400 : 422;
  return statusOf[error.kind];
}

/** The one mapping of errors to HTTP; what is not a DomainError tells nothing but its correlation id. */
export function problemOf(error: unknown, correlationId: string): Problem {
  if (!(error instanceof DomainError)) {
    return {
      type: 'about:blank',
      title: 'Internal error',
      status: 500,
      code: 'InternalError',
      correlationId,
    };
  }
  return {
    type: `urn:keyturn:problem:${error.code}`,
    title: error.code.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' '),
    status: statusFor(error),
    code: error.code,
    detail: error.message,
    correlationId,
    ...(error.problems.length > 0 ? { problems: error.problems } : {}),
    ...(Object.keys(error.facts).length > 0 ? { facts: error.facts } : {}),
  };
}
