import { describe, expect, it } from 'vitest';
import { addMs, type Instant } from '../../../../lambdas/shared/clock.ts';
import {
  noToken,
  planToken,
  type TokenState,
} from '../../../../lambdas/integrations/connector/token-plan.ts';

const now = '2026-11-21T15:00:00.000Z' as Instant;
const after = (minutes: number): Instant => addMs(now, minutes * 60_000);
const rules = { callsPerHour: 2, marginMs: 120_000 };
const held: TokenState = { serial: 3, sealed: 'sealed', expiresAt: after(30), requestedAt: [after(-30)] };

describe('what one worker does about the token', () => {
  it.each<[string, TokenState, number | undefined, string]>([
    ['fetches the first', noToken, undefined, 'fetch'],
    ['uses a good one', held, undefined, 'use'],
    ['replaces one near its end', { ...held, expiresAt: after(1) }, undefined, 'fetch'],
    [
      'uses one near its end while another fetches',
      { ...held, expiresAt: after(1), refreshUntil: after(0.2) },
      undefined,
      'use',
    ],
    [
      'uses one near its end when no call is left',
      { ...held, expiresAt: after(1), requestedAt: [after(-50), after(-40)] },
      undefined,
      'use',
    ],
    [
      'waits for another who fetches',
      { ...held, expiresAt: after(-1), refreshUntil: after(0.2) },
      undefined,
      'wait',
    ],
    [
      'fetches when the one who fetched never came back',
      { ...held, expiresAt: after(-1), refreshUntil: after(-0.1) },
      undefined,
      'fetch',
    ],
    [
      'stops when the hour’s calls are spent',
      { ...held, expiresAt: after(-1), requestedAt: [after(-50), after(-40)] },
      undefined,
      'stop',
    ],
    [
      'counts no call that is older than the partner’s hour',
      { ...held, expiresAt: after(-1), requestedAt: [after(-62), after(-40)] },
      undefined,
      'fetch',
    ],
    ['fetches in place of the one that was refused', held, 3, 'fetch'],
    ['uses the one that came after the refused one', held, 2, 'use'],
    ['does not use a refused one while another fetches', { ...held, refreshUntil: after(0.2) }, 3, 'wait'],
    [
      'does not use a refused one when the calls are spent',
      { ...held, requestedAt: [after(-50), after(-40)] },
      3,
      'stop',
    ],
  ])('%s', (_, state, refused, act) => {
    expect(planToken(state, now, rules, refused).act).toBe(act);
  });
});
