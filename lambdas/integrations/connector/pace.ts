import type { Clock } from '../../shared/clock.ts';

/** Time, waiting and chance, as every part of a connector is handed them. */
export interface Pace {
  clock: Clock;
  pause: (milliseconds: number) => Promise<unknown>;
  /** Uniform in [0, 1). */
  random: () => number;
}

/** Full jitter: anything from nothing to the doubled base, so that workers that failed together do not return together. */
export const fullJitterMs = (attempt: number, baseMs: number, random: () => number): number =>
  Math.floor(random() * baseMs * 2 ** attempt);
