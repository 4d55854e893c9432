import { describe, expect, it } from 'vitest';
import { cashToClose } from '../../../../lambdas/rules/trid/cash-to-close.ts';
import { cashToCloseChanges } from '../../../../lambdas/rules/trid/cash-to-close-changes.ts';

const alternative = (totalClosingCostsCents: number) =>
  cashToClose({
    table: 'alternative',
    loanAmountCents: 15_000_000,
    totalClosingCostsCents,
    payoffsAndPaymentsCents: 11_000_000,
  });
const costs = (estimate: number, final: number) =>
  cashToCloseChanges(alternative(estimate), alternative(final)).find(
    ({ line }) => line === 'Total Closing Costs',
  );

describe('changes of cash to close', () => {
  it('are none when rounding alone makes the columns differ', () => {
    expect(costs(1_250_035, 1_250_035)).toMatchObject({
      estimateCents: 1_250_000,
      finalCents: 1_250_035,
      changed: 'NO',
      differenceCents: 0,
      citation: '1026.38(e)',
    });
  });

  it('are there when exact amounts differ, though the rounded ones may not', () => {
    expect(costs(1_250_035, 1_250_000)).toMatchObject({ changed: 'YES', differenceCents: -35 });
  });

  it('reach the total', () => {
    const last = cashToCloseChanges(alternative(1_000_000), alternative(1_100_000)).at(-1);
    expect(last).toMatchObject({ line: 'Cash to Close', changed: 'YES', differenceCents: 100_000 });
  });

  it('need the same kind of table on both forms', () => {
    const standard = cashToClose({
      table: 'standard',
      salePriceCents: 1,
      loanAmountCents: 1,
      totalClosingCostsCents: 1,
      otherThirdPartyPaymentsCents: 1,
    });
    expect(() => cashToCloseChanges(standard, alternative(1))).toThrow('same kind of table');
  });
});
