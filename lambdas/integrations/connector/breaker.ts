import { unavailable } from '../../shared/errors.ts';
import { countMetric } from '../../shared/observability.ts';
import type { Storage } from '../../shared/storage.ts';
import { keys } from '../../shared/table.ts';
import { admission, afterFailure, BreakerState, type BreakerRules, closed } from './breaker-state.ts';
import type { Pace } from './pace.ts';
import { sharedState } from './shared-state.ts';

/** The right to make one call; exactly one of its ends must be told. */
export interface Permit {
  /** The partner answered, whatever it said. */
  answered(): Promise<void>;
  failed(): Promise<void>;
  /** The call was not made after all. */
  unused(): Promise<void>;
}

export interface Breaker {
  /** `CircuitOpen` (unavailable) while the partner is down and another worker, or nobody yet, probes it. */
  admit(): Promise<Permit>;
}

const tries = 6;

/** One circuit for the whole fleet: what one worker learned of an outage, all know; a conditional write elects the probe. */
export function breaker(partner: string, rules: BreakerRules, storage: Storage, pace: Pace): Breaker {
  const shared = sharedState(storage, keys.partnerState(partner, 'BREAKER'), BreakerState, closed);

  async function change(to: (state: BreakerState) => BreakerState): Promise<void> {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const seen = await shared.read();
      const after = to(seen.state);
      if (!(await shared.swap(seen, after))) continue;
      // Each opening, that of a failed probe too: by them an outage that lasts is told from one that has passed.
      if (after.trips > seen.state.trips) countMetric('CircuitOpened', 1, { partner });
      return;
    }
  }

  return {
    async admit() {
      const seen = await shared.read();
      const verdict = admission(seen.state, pace.clock.now(), rules);
      const probing = verdict.admit === 'probe' && (await shared.swap(seen, verdict.elected));
      if (verdict.admit !== 'call' && !probing)
        throw unavailable('CircuitOpen', 'the partner is down', { partner });
      return {
        answered: async () => (probing ? change(() => closed) : undefined),
        failed: async () => {
          const at = pace.clock.now();
          // A straggler that failed after the circuit opened says nothing new.
          await change((state) =>
            !probing && state.openUntil !== undefined ? state : afterFailure(state, at, rules),
          );
        },
        unused: async () => (probing ? change((state) => ({ ...state, probeUntil: undefined })) : undefined),
      };
    },
  };
}
