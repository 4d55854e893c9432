import type { Actor, Principal } from './actor.ts';
import type { IdempotencyClaim, RecordedReply } from './idempotency.ts';
import type { BodyOf, ParamsOf, QueryOf, Route } from './route.ts';
import type { LoanAccess } from './views/loan-access.v1.ts';

/** A request that has passed authentication, the policy and the schemas: everything in it is typed and allowed. */
export interface ApiRequest<R extends Route> {
  params: ParamsOf<R>;
  query: QueryOf<R>;
  body: BodyOf<R>;
  principal: Principal;
  actor: Actor;
  correlationId: string;
  /** Present when the route's authorization is `loan`. */
  access: LoanAccess | undefined;
  /** The version of `If-Match: "3"`; a story that needs it answers `InvalidIfMatch` where it is absent. */
  ifMatch: number | undefined;
  /** For routes with authorization `story`: decides, or ends the request as the policy says (and audits it). */
  permit: (access: LoanAccess | undefined, ownerContactId?: string) => void;
  /** For routes whose caller signs: a header by its lower-case name, and the body exactly as it came. */
  header: (name: string) => string | undefined;
  rawBody: () => string;
  /** Joins the change's transaction: `commit({ …, idempotency: request.recorded(reply) })`. */
  recorded: (reply: Reply) => { claim: IdempotencyClaim; reply: RecordedReply } | undefined;
}

export interface Reply {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

export type Story<R extends Route, Deps> = (request: ApiRequest<R>, deps: Deps) => Promise<Reply>;

export const ok = (body: unknown, headers?: Record<string, string>): Reply => ({
  status: 200,
  body,
  ...(headers ? { headers } : {}),
});
export const created = (location: string, body: unknown): Reply => ({
  status: 201,
  body,
  headers: { location },
});
export const accepted = (location: string, body: unknown): Reply => ({
  status: 202,
  body,
  headers: { location },
});
export const etag = (version: number): Record<string, string> => ({ etag: `"${version}"` });
