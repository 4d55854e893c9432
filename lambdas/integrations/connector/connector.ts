import { addMs } from '../../shared/clock.ts';
import { DomainError, unavailable } from '../../shared/errors.ts';
import type { Breaker } from './breaker.ts';
import type { Governor } from './governor.ts';
import type { CallHttp, HttpCall, HttpReply } from './http-call.ts';
import { fullJitterMs, type Pace } from './pace.ts';
import type { Token, Tokens } from './shared-tokens.ts';

export interface PartnerRequest {
  method: HttpCall['method'];
  /** Below the base address, with its query: `/v1/contacts/7`. */
  path: string;
  body?: unknown;
  /** Doing it twice is the same as once: it may be repeated when no answer came. */
  repeatable: boolean;
}

export interface Connector {
  /**
   * The partner's answer, 4xx included. Errors, all `unavailable`: `NoAnswer` and `PartnerDown` (it may have happened),
   * `PartnerLimit`, `CircuitOpen`, `CallsSpent`, `TokenCallsSpent`, `TokenRefused` (it did not happen).
   */
  send(request: PartnerRequest): Promise<HttpReply>;
}

export interface RetryBudget {
  attempts: number;
  /** No further attempt is begun after this. */
  withinMs: number;
  baseMs: number;
}

interface Parts {
  partner: string;
  baseUrl: string;
  tokens: Tokens;
  governor: Governor;
  breaker: Breaker;
  call: CallHttp;
  retries: RetryBudget;
  pace: Pace;
}

const defaultPauseMs = 60_000;
const downCodes = new Set(['NoAnswer', 'PartnerDown']);
const isDown = (error: unknown) => error instanceof DomainError && downCodes.has(error.code);

/** Every call to one partner: circuit, limit, token, time-out, retries, in that order and for the whole fleet. */
export function connector(parts: Parts): Connector {
  const { partner, tokens, governor, breaker, pace, retries } = parts;

  async function withToken(request: PartnerRequest, token: Token): Promise<HttpReply> {
    await governor.take();
    const { method, path, body } = request;
    const headers = { authorization: `Bearer ${token.value}` };
    return parts.call({ method, url: `${parts.baseUrl}${path}`, headers, body });
  }

  async function attempt(request: PartnerRequest): Promise<HttpReply> {
    const permit = await breaker.admit();
    try {
      const token = await tokens.get();
      let reply = await withToken(request, token);
      if (reply.status === 401) reply = await withToken(request, await tokens.replace(token.serial));
      if (reply.status >= 500)
        throw unavailable('PartnerDown', 'the partner failed', { partner, status: reply.status });
      await permit.answered();
      return reply;
    } catch (error) {
      await (isDown(error) ? permit.failed() : permit.unused());
      throw error;
    }
  }

  async function settled(reply: HttpReply): Promise<HttpReply> {
    if (reply.status === 401) throw unavailable('TokenRefused', 'a new token is refused too', { partner });
    if (reply.status !== 429) return reply;
    const waitMs = (reply.retryAfterSeconds ?? 0) * 1000;
    await governor.pauseFor(waitMs > 0 ? waitMs : defaultPauseMs);
    throw unavailable('PartnerLimit', 'the partner asks us to wait', { partner });
  }

  return {
    async send(request) {
      const until = addMs(pace.clock.now(), retries.withinMs);
      for (let made = 1; ; made += 1) {
        try {
          return await settled(await attempt(request));
        } catch (error) {
          const again = request.repeatable && isDown(error) && made < retries.attempts;
          if (!again || pace.clock.now() >= until) throw error;
          await pace.pause(fullJitterMs(made, retries.baseMs, pace.random));
        }
      }
    },
  };
}
