import { addMs } from '../../shared/clock.ts';
import { unavailable } from '../../shared/errors.ts';
import type { Storage } from '../../shared/storage.ts';
import { keys } from '../../shared/table.ts';
import { fullJitterMs, type Pace } from './pace.ts';
import { sharedState } from './shared-state.ts';
import { emptyWindow, takeOne, Window } from './window.ts';

/** Keeps the whole fleet within a partner's limit of calls a minute. */
export interface Governor {
  /** Errors, all `unavailable`: `CallsSpent`, `PartnerPaused`, `GovernorContended`. */
  take(): Promise<void>;
  /** The partner said 429: everybody waits. */
  pauseFor(milliseconds: number): Promise<void>;
}

const tries = 12;

export function governor(partner: string, perMinute: number, storage: Storage, pace: Pace): Governor {
  const shared = sharedState(storage, keys.partnerState(partner, 'WINDOW'), Window, emptyWindow);
  return {
    async take() {
      for (let attempt = 0; attempt < tries; attempt += 1) {
        const seen = await shared.read();
        const taking = takeOne(seen.state, pace.clock.now(), perMinute);
        if ('refused' in taking)
          throw unavailable(taking.refused, 'the limit of the partner is reached', { partner, perMinute });
        if (await shared.swap(seen, taking.taken)) return;
        await pace.pause(fullJitterMs(Math.min(attempt, 4), 10, pace.random));
      }
      throw unavailable('GovernorContended', 'too many workers at once', { partner });
    },
    async pauseFor(milliseconds) {
      for (let attempt = 0; attempt < tries; attempt += 1) {
        const seen = await shared.read();
        const pausedUntil = addMs(pace.clock.now(), milliseconds);
        if ((seen.state.pausedUntil ?? '') >= pausedUntil) return;
        if (await shared.swap(seen, { ...seen.state, pausedUntil })) return;
      }
    },
  };
}
