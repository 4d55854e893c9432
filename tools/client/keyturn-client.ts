import { randomUUID } from 'node:crypto';
import type * as z from 'zod';

export interface Answer {
  status: number;
  body: unknown;
  headers: Headers;
}

/** A caller of the API, with a token; every POST gets its own idempotency key unless one is given. */
export interface KeyturnClient {
  get(path: string): Promise<Answer>;
  post(
    path: string,
    body: unknown,
    options?: { key?: string; headers?: Record<string, string> },
  ): Promise<Answer>;
  put(path: string, body: unknown, options?: { ifMatch?: string }): Promise<Answer>;
  patch(path: string, body: unknown, options: { ifMatch: string }): Promise<Answer>;
}

export function keyturnClient(baseUrl: string, token?: string): KeyturnClient {
  async function call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const reply = await fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(60_000),
    });
    const text = await reply.text();
    return { status: reply.status, body: text === '' ? undefined : jsonOr(text), headers: reply.headers };
  }
  return {
    get: (path) => call('GET', path),
    post: (path, body, { key = randomUUID(), headers } = {}) =>
      call('POST', path, body, { 'idempotency-key': key, ...headers }),
    put: (path, body, { ifMatch } = {}) =>
      call('PUT', path, body, ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    patch: (path, body, { ifMatch }) => call('PATCH', path, body, { 'if-match': ifMatch }),
  };
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The body of an answer that must have this status; otherwise an error that shows what came. */
export function expectBody<S extends z.ZodType>(answer: Answer, status: number, schema: S): z.output<S> {
  if (answer.status === status) return schema.parse(answer.body);
  throw new Error(`expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body)}`);
}

/** Polls until `look` gives a value; throws with the last thing seen when the time is over. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined>,
  { withinMs = 30_000, everyMs = 100 } = {},
): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (performance.now() > end) throw new Error(`${what}: not within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
