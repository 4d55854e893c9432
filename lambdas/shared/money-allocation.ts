import { invalid } from './errors.ts';
import { cents } from './money.ts';
import type { Cents } from './money.ts';

/**
 * Splits an amount by whole weights so that the parts sum to the whole: each part is first cut toward zero, then the
 * left-over cents go one each to the largest remainders, earlier parts first on a tie (Hamilton's method).
 * @throws invalid NoWeights
 */
export function allocate(whole: Cents, weights: readonly (number | bigint)[]): Cents[] {
  const shares = weights.map(BigInt);
  const total = shares.reduce((sum, weight) => sum + weight, 0n);
  if (total <= 0n || shares.some((weight) => weight < 0n)) {
    throw invalid('NoWeights', 'an allocation needs weights of zero or more with a sum above zero');
  }
  const sign = whole < 0 ? -1n : 1n;
  const amount = BigInt(whole) * sign;
  const parts = shares.map((weight) => (amount * weight) / total);
  const left = Number(amount - parts.reduce((sum, part) => sum + part, 0n));
  const byRemainder = shares
    .map((weight, index) => ({ index, remainder: (amount * weight) % total }))
    .sort((a, b) => Number(b.remainder - a.remainder));
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts.map((part) => cents(part * sign));
}
