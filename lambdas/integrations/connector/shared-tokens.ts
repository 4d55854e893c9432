import { addMs, type Instant } from '../../shared/clock.ts';
import { unavailable } from '../../shared/errors.ts';
import type { Envelopes } from '../../shared/pii.ts';
import type { Storage } from '../../shared/storage.ts';
import { keys } from '../../shared/table.ts';
import type { Pace } from './pace.ts';
import { type Seen, sharedState } from './shared-state.ts';
import { noToken, planToken, type TokenRules, TokenState } from './token-plan.ts';

export interface Token {
  value: string;
  serial: number;
}

export interface Tokens {
  get(): Promise<Token>;
  /** After a 401: another token than the refused one, fetched by at most one worker. */
  replace(refusedSerial: number): Promise<Token>;
}

/** The partner's token call. Throws `Unavailable` when it gave no token. */
export type FetchToken = () => Promise<{ value: string; expiresInSeconds: number }>;

interface Parts {
  partner: string;
  storage: Storage;
  envelopes: Envelopes;
  pace: Pace;
  rules: TokenRules;
  /** Throws when the partner is down: token calls are too few to find that out by one of them. */
  ready?: () => Promise<unknown>;
  fetchToken: FetchToken;
}

const looks = 40;
const lookEveryMs = 250;

/**
 * One token for the whole fleet, sealed in the table. A conditional write elects the one worker that fetches; the others
 * wait for what it brings. Errors, all `unavailable`: `TokenCallsSpent`, `TokenBeingFetched`, and the token call's own.
 */
export function sharedTokens(parts: Parts): Tokens {
  const { partner, storage, pace, rules } = parts;
  const shared = sharedState(storage, keys.partnerState(partner, 'TOKEN'), TokenState, noToken);
  let opened: (Token & { until: Instant }) | undefined;

  async function obtain(refused?: number): Promise<Token> {
    for (let look = 0; look < looks; look += 1) {
      const seen = await shared.read();
      const plan = planToken(seen.state, pace.clock.now(), rules, refused);
      if (plan.act === 'use') return open(plan.sealed, seen.state);
      if (plan.act === 'stop')
        throw unavailable(plan.reason, 'no token call is left in this hour', { partner });
      if (plan.act === 'fetch' && (await shared.swap(seen, plan.elected)))
        return fetchElected({ state: plan.elected, version: seen.version + 1 });
      if (plan.act === 'wait') await pace.pause(lookEveryMs * (0.5 + pace.random()));
    }
    throw unavailable('TokenBeingFetched', 'another worker is fetching the token', { partner });
  }

  async function fetchElected(elected: Seen<TokenState>): Promise<Token> {
    const { refreshUntil: _, ...settled } = elected.state;
    let spent = false;
    try {
      await parts.ready?.();
      spent = true;
      const { value, expiresInSeconds } = await parts.fetchToken();
      const envelope = await parts.envelopes.of(subject);
      if (envelope.writes.length > 0) await storage.transact(envelope.writes);
      const expiresAt = addMs(pace.clock.now(), expiresInSeconds * 1000);
      const serial = settled.serial + 1;
      // A lost swap means the election ran out: the token is good for this call, the next one keeps what the other brought.
      await shared.swap(elected, { ...settled, serial, sealed: envelope.seal('token', value), expiresAt });
      opened = { value, serial, until: addMs(expiresAt, -rules.marginMs) };
      return opened;
    } catch (error) {
      // The election ends; a call that was made still counts, whatever came of it.
      const { requestedAt } = settled;
      await shared.swap(elected, { ...settled, requestedAt: spent ? requestedAt : requestedAt.slice(0, -1) });
      throw error;
    }
  }

  async function open(sealed: string, { serial, expiresAt }: TokenState): Promise<Token> {
    if (opened?.serial === serial) return opened;
    const envelope = await parts.envelopes.of(subject);
    const until = addMs((expiresAt ?? pace.clock.now()) as Instant, -rules.marginMs);
    opened = { value: envelope.open('token', sealed), serial, until };
    return opened;
  }

  const subject = `SYSTEM#${partner}` as const;
  return {
    get: async () => (opened && pace.clock.now() < opened.until ? opened : obtain()),
    replace: async (refusedSerial) => {
      if (opened?.serial === refusedSerial) opened = undefined;
      return obtain(refusedSerial);
    },
  };
}
