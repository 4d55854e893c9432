import { unavailable } from '../../shared/errors.ts';

export interface HttpCall {
  method: 'GET' | 'POST' | 'PATCH';
  url: string;
  headers: Record<string, string>;
  body?: unknown;
}

export interface HttpReply {
  status: number;
  /** Parsed JSON; undefined where the body is none. */
  body: unknown;
  retryAfterSeconds?: number;
}

/** Makes one call. Throws `NoAnswer` (unavailable) when it is not known what became of it. */
export type CallHttp = (call: HttpCall) => Promise<HttpReply>;

const largestReplyBytes = 5_000_000;

/** JSON over `fetch`, ended after `timeoutMs` whatever the other side does; redirects are not followed with our token. */
export const callJson =
  (timeoutMs: number): CallHttp =>
  async ({ method, url, headers, body }) => {
    try {
      const response = await fetch(url, {
        method,
        headers: { accept: 'application/json', ...headers, ...(body === undefined ? {} : jsonType) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const text = await response.text();
      const retryAfter = /^\d{1,5}$/.exec(response.headers.get('retry-after') ?? '')?.[0];
      return {
        status: response.status,
        body: text.length > largestReplyBytes ? undefined : jsonOf(text),
        ...(retryAfter === undefined ? {} : { retryAfterSeconds: Number.parseInt(retryAfter, 10) }),
      };
    } catch (error) {
      const cause = error instanceof Error ? error.name : 'unknown';
      throw unavailable('NoAnswer', 'the partner did not answer', { cause }, error);
    }
  };

const jsonType = { 'content-type': 'application/json' };

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
