export type ErrorKind = 'invalid' | 'forbidden' | 'missing' | 'conflict' | 'unavailable';

/** Ids, enum values, counts: never borrower data, since facts reach logs and replies. */
export type Facts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export interface FieldProblem {
  /** JSON pointer without the leading slash, dots between: `borrower.email`. */
  field: string;
  /** The rule that was broken, in words. */
  rule: string;
}

/**
 * What stops a story. Outcomes the business expects are values, not errors.
 * `code` is a PascalCase noun, listed once per slice; replies, logs, ASL Catch and runbooks all use it.
 */
export class DomainError extends Error {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly facts: Facts;
  readonly problems: readonly FieldProblem[];

  constructor(
    code: string,
    kind: ErrorKind,
    message: string,
    facts: Facts = {},
    options: { cause?: unknown; problems?: readonly FieldProblem[] } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = code; // a literal: bundlers rename classes, and Step Functions matches on the name
    this.code = code;
    this.kind = kind;
    this.facts = facts;
    this.problems = options.problems ?? [];
  }
}

export const invalid = (code: string, message: string, facts?: Facts, problems?: readonly FieldProblem[]) =>
  new DomainError(code, 'invalid', message, facts, problems ? { problems } : {});
export const forbidden = (code: string, message: string, facts?: Facts) =>
  new DomainError(code, 'forbidden', message, facts);
export const missing = (code: string, message: string, facts?: Facts) =>
  new DomainError(code, 'missing', message, facts);
export const conflict = (code: string, message: string, facts?: Facts) =>
  new DomainError(code, 'conflict', message, facts);
export const unavailable = (code: string, message: string, facts?: Facts, cause?: unknown) =>
  new DomainError(code, 'unavailable', message, facts, cause === undefined ? {} : { cause });
