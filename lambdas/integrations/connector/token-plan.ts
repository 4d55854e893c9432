import * as z from 'zod';
import { addMs, type Instant } from '../../shared/clock.ts';

/** What the fleet knows of a partner's access token. */
export const TokenState = z.object({
  /** Counts tokens: who was refused says which one, so that one refusal asks for one new token. */
  serial: z.int(),
  sealed: z.string().optional(),
  expiresAt: z.iso.datetime().optional(),
  /** Until then one worker is fetching a new one. */
  refreshUntil: z.iso.datetime().optional(),
  /** Token calls of the last hour, answered or not. */
  requestedAt: z.array(z.iso.datetime()),
});
export type TokenState = z.infer<typeof TokenState>;

export const noToken: TokenState = { serial: 0, requestedAt: [] };

export interface TokenRules {
  /** Token calls that the partner allows in an hour, for the whole fleet. */
  callsPerHour: number;
  /** A token this near to its end is replaced, while it can still be used. */
  marginMs: number;
}

export type TokenPlan =
  | { act: 'use'; sealed: string }
  | { act: 'fetch'; elected: TokenState }
  | { act: 'wait' }
  | { act: 'stop'; reason: 'TokenCallsSpent' };

/** The partner counts by its own clock: a minute more than its hour keeps ours from running ahead. */
const hourMs = 61 * 60_000;
/** Longer than a token call may take, so that nobody is elected beside one who is still calling. */
const electionMs = 30_000;
const lastUseMs = 5_000;

/** What one worker does, given what the fleet knows; `refused` is the serial that the partner just answered 401 to. */
export function planToken(state: TokenState, now: Instant, rules: TokenRules, refused?: number): TokenPlan {
  const { sealed, expiresAt, serial } = state;
  const held = sealed !== undefined && expiresAt !== undefined && serial !== refused ? sealed : undefined;
  const good = (forMs: number) =>
    held !== undefined && expiresAt !== undefined && addMs(now, forMs) < expiresAt;
  if (held !== undefined && good(rules.marginMs)) return { act: 'use', sealed: held };

  const recent = state.requestedAt.filter((at) => at > addMs(now, -hourMs));
  const others = state.refreshUntil !== undefined && now < state.refreshUntil;
  const spent = recent.length >= rules.callsPerHour;
  if (!others && !spent) {
    const elected = { ...state, refreshUntil: addMs(now, electionMs), requestedAt: [...recent, now] };
    return { act: 'fetch', elected };
  }
  // What is held still works for a moment: better than waiting for the one who fetches.
  if (held !== undefined && good(lastUseMs)) return { act: 'use', sealed: held };
  return others ? { act: 'wait' } : { act: 'stop', reason: 'TokenCallsSpent' };
}
