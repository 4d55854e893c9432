import type { Random } from '../service.ts';
import type { Retrier } from './asl.ts';

const LONGEST_DELAY_MS = 31_622_400_000;

/**
 * Milliseconds to wait before attempt `retried + 1` of a retrier: IntervalSeconds (1) x BackoffRate (2.0) ^ retried,
 * at most MaxDelaySeconds; JitterStrategy FULL draws between nothing and that. https://states-language.net/#errors
 */
export function retryDelayMs(retrier: Retrier, retried: number, random: Random): number {
  const { IntervalSeconds = 1, BackoffRate = 2, MaxDelaySeconds, JitterStrategy } = retrier;
  const backoffMs = IntervalSeconds * 1000 * BackoffRate ** retried;
  const boundedMs = Math.min(backoffMs, (MaxDelaySeconds ?? Infinity) * 1000, LONGEST_DELAY_MS);
  return Math.round(JitterStrategy === 'FULL' ? boundedMs * random.next() : boundedMs);
}

/** Retriers allow 3 attempts unless told; 0 means the error is never retried. */
export function mayRetry(retrier: Retrier, retried: number): boolean {
  return retried < (retrier.MaxAttempts ?? 3);
}
