export interface ValueAndSlope {
  value: number;
  slope: number;
}

/** A step less than the spacing of doubles where rates lie. */
const CLOSE = 1e-15;

/** Far more than are ever needed: even halving alone is done after a hundred. */
const ITERATIONS = 200;

/**
 * Where a function that is negative at `low` and is not at `high` crosses zero: by Newton's steps, and by halving the bracket
 * where a step would leave it.
 */
export function bracketedNewton(at: (x: number) => ValueAndSlope, low: number, high: number): number {
  let [from, to, x] = [low, high, (low + high) / 2];
  for (let tries = 0; tries < ITERATIONS; tries += 1) {
    const { value, slope } = at(x);
    if (value < 0) from = x;
    else to = x;
    const step = x - value / slope;
    const next = step > from && step < to ? step : (from + to) / 2;
    if (Math.abs(next - x) <= CLOSE) return next;
    x = next;
  }
  return x;
}
