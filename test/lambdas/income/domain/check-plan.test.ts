import { describe, expect, it } from 'vitest';
import { checkDueMs, checkMinutes, isPersonsMatter } from '../../../../lambdas/income/domain/check-plan.ts';

describe('the checks of an order', () => {
  it('lie ever further apart, and end', () => {
    const due = checkMinutes.map((_, index) => checkDueMs(index + 1) ?? 0);
    expect(due).toEqual([...due].toSorted((a, b) => a - b));
    expect(due[0]).toBeGreaterThan(60_000); // after the lease of the effect, so that the first finds it resolvable
    expect(checkDueMs(checkMinutes.length + 1)).toBeUndefined();
  });

  it('become a person’s matter within the plan, an outage before a slow provider', () => {
    const first = (progress: 'unreachable' | 'processing') =>
      checkMinutes.findIndex((_, index) => isPersonsMatter(progress, index + 1));
    expect(checkMinutes[first('unreachable')]).toBe(60);
    expect(checkMinutes[first('processing')]).toBe(4_320);
  });
});
