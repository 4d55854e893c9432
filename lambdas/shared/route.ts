import type * as z from 'zod';
import type { Permission } from './policy.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One route as data: from it come the router, the OpenAPI document, the gateway's prefixes and the policy matrix.
 * `authorization`: `role` = the role alone decides; `loan` = the shell decides against the loan-access view before the
 * story runs; `story` = the story reads the loan itself and must call `request.permit` (one read serves both).
 */
export interface Route {
  operationId: string;
  method: Method;
  /** `/v1/loans/{loanId}` */
  path: string;
  summary: string;
  permission: Permission | 'public';
  authorization: 'none' | 'role' | 'loan' | 'story';
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodObject | z.ZodDiscriminatedUnion;
  /** Reply schemas by status; what a story answers is parsed by them, so nothing leaves unlisted. */
  replies: Record<number, { description: string; schema?: z.ZodType }>;
  /** A POST that changes something: `Idempotency-Key` is required and recorded with the change. */
  idempotent?: boolean;
  /** For reads that must be on the trail: the entry's action, e.g. `LoanRead`. */
  readAction?: string;
}

export const route = <const R extends Route>(definition: R): R => definition;

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

export type ParamsOf<R extends Route> = Parsed<R['params']>;
export type QueryOf<R extends Route> = Parsed<R['query']>;
export type BodyOf<R extends Route> = Parsed<R['body']>;

/**
 * What `routes.ts` of a capability exports beside its routes: the paths that API Gateway hands to its function, each with
 * everything below it (`/v1/loans/{loanId}/documents`). Where a prefix has a `{variable}` child among all prefixes, the
 * gateway takes no `{proxy+}` beside it, so that prefix stands for itself alone and the child is a prefix of its own.
 */
export interface RouteTable {
  capability: string;
  prefixes: readonly string[];
  routes: readonly Route[];
}
