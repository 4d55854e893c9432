import type { Clock } from '../service.ts';

export interface TokenBucket {
  /** False when the rate is used up. */
  take(): boolean;
}

export function tokenBucket(
  clock: Clock,
  { ratePerSecond, burst }: { ratePerSecond: number; burst: number },
): TokenBucket {
  let tokens = burst;
  let filledAt = clock.now();
  return {
    take: () => {
      const now = clock.now();
      tokens = Math.min(burst, tokens + (Math.max(0, now - filledAt) / 1000) * ratePerSecond);
      filledAt = now;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
