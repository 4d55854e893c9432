import * as z from 'zod';
import { AwsError } from '../service.ts';

const oneOrMany = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const conditionValue = z.union([
  z.union([z.string(), z.number(), z.boolean()]).transform((one) => [String(one)]),
  z.array(z.union([z.string(), z.number(), z.boolean()]).transform(String)),
]);

const Statement = z.object({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: z.union([z.literal('*'), z.record(z.string(), oneOrMany)]).optional(),
  NotPrincipal: z.unknown().optional(),
  Action: oneOrMany.optional(),
  NotAction: oneOrMany.optional(),
  Resource: oneOrMany.optional(),
  NotResource: oneOrMany.optional(),
  Condition: z.record(z.string(), z.record(z.string(), conditionValue)).default({}),
});
export type PolicyStatement = z.infer<typeof Statement>;
export const PolicyDocument = z.object({ Statement: z.array(Statement) });

/** What a request is, in the words of policies. A key that is absent is absent from the request. */
export interface PolicyRequest {
  action: string;
  resourceArn: string;
  principalArn: string;
  account: string;
  /** Lower-case condition keys, e.g. `s3:x-amz-server-side-encryption`. */
  keys: Record<string, string | undefined>;
}

/** Condition keys that this evaluation knows; a statement that uses another is not judged (see `unjudged`). */
const KNOWN_KEYS = new Set([
  'aws:securetransport',
  'aws:principalarn',
  'aws:principalaccount',
  'aws:sourceaccount',
  'aws:sourceip',
  's3:authtype',
  's3:signatureage',
  's3:signatureversion',
  's3:tlsversion',
  's3:x-amz-acl',
  's3:x-amz-content-sha256',
  's3:x-amz-server-side-encryption',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
  's3:versionid',
]);

const OPERATORS: Record<string, (actual: string, expected: string) => boolean> = {
  StringEquals: (actual, expected) => actual === expected,
  StringEqualsIgnoreCase: (actual, expected) => actual.toLowerCase() === expected.toLowerCase(),
  StringLike: like,
  ArnEquals: like,
  ArnLike: like,
  Bool: (actual, expected) => actual.toLowerCase() === expected.toLowerCase(),
  NumericEquals: (actual, expected) => Number(actual) === Number(expected),
  NumericLessThan: (actual, expected) => Number(actual) < Number(expected),
  NumericLessThanEquals: (actual, expected) => Number(actual) <= Number(expected),
  NumericGreaterThan: (actual, expected) => Number(actual) > Number(expected),
  NumericGreaterThanEquals: (actual, expected) => Number(actual) >= Number(expected),
};

/** Deny statements that the local cloud cannot judge and therefore does not enforce. */
export function unjudged(statements: readonly PolicyStatement[]): PolicyStatement[] {
  return statements.filter((statement) => statement.Effect === 'Deny' && !isJudged(statement));
}

/** @throws AwsError AccessDenied when a Deny statement that can be judged covers the request. */
export function enforceDenials(statements: readonly PolicyStatement[], request: PolicyRequest): void {
  const denied = statements.some(
    (statement) => statement.Effect === 'Deny' && isJudged(statement) && covers(statement, request),
  );
  if (denied)
    throw new AwsError(
      'AccessDenied',
      `User: ${request.principalArn} is not authorized to perform: ${request.action} on resource: "${request.resourceArn}" with an explicit deny in a resource-based policy`,
      403,
    );
}

function isJudged(statement: PolicyStatement): boolean {
  return (
    statement.NotPrincipal === undefined &&
    Object.entries(statement.Condition).every(
      ([operator, keys]) =>
        operatorOf(operator) !== undefined &&
        Object.keys(keys).every((key) => KNOWN_KEYS.has(key.toLowerCase())),
    )
  );
}

function covers(statement: PolicyStatement, request: PolicyRequest): boolean {
  return (
    coversPrincipal(statement, request) &&
    matches(statement.Action, statement.NotAction, request.action.toLowerCase(), (one) =>
      one.toLowerCase(),
    ) &&
    matches(statement.Resource, statement.NotResource, request.resourceArn, (one) => one) &&
    Object.entries(statement.Condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => holds(operator, request.keys[key.toLowerCase()], values)),
    )
  );
}

function coversPrincipal({ Principal }: PolicyStatement, request: PolicyRequest): boolean {
  if (Principal === undefined || Principal === '*') return true;
  const named = [request.principalArn, request.account, `arn:aws:iam::${request.account}:root`];
  return (Principal['AWS'] ?? []).some((one) => one === '*' || named.includes(one));
}

function matches(
  wanted: string[] | undefined,
  unwanted: string[] | undefined,
  actual: string,
  normal: (pattern: string) => string,
): boolean {
  if (wanted !== undefined) return wanted.some((pattern) => like(actual, normal(pattern)));
  return !(unwanted ?? []).some((pattern) => like(actual, normal(pattern)));
}

/** IAM's rule for an absent key: positive operators fail, negated and `IfExists` ones hold. */
function holds(operator: string, actual: string | undefined, values: readonly string[]): boolean {
  if (operator === 'Null')
    return values.some((value) => (actual === undefined) === (value.toLowerCase() === 'true'));
  const parsed = operatorOf(operator);
  if (parsed === undefined) return false;
  if (actual === undefined) return parsed.ifExists || parsed.negated;
  return values.some((value) => parsed.test(actual, value)) !== parsed.negated;
}

function operatorOf(
  name: string,
): { test: (actual: string, expected: string) => boolean; negated: boolean; ifExists: boolean } | undefined {
  if (name === 'Null') return { test: () => false, negated: false, ifExists: false };
  const ifExists = name.endsWith('IfExists');
  const base = ifExists ? name.slice(0, -'IfExists'.length) : name;
  const negated = /^(String|Arn|Numeric)Not/.test(base);
  const test = OPERATORS[negated ? base.replace('Not', '') : base];
  return test === undefined ? undefined : { test, negated, ifExists };
}

/** IAM's wildcards: `*` any run, `?` any one character. */
function like(actual: string, pattern: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(actual);
}
