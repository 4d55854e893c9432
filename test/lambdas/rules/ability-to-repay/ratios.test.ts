import { describe, expect, it } from 'vitest';
import { RatioFactsSchema, ratios } from '../../../../lambdas/rules/ability-to-repay/ratios.ts';

const facts = {
  purpose: 'purchase',
  loanAmountCents: 16_000_000,
  appraisedValueCents: 21_000_000,
  salePriceCents: 20_000_000,
  subordinateBalancesCents: [1_000_000],
  creditLines: [{ drawnCents: 500_000, limitCents: 2_000_000 }],
  housingExpenseCents: 120_000,
  otherMonthlyDebtsCents: [30_000, 50_000],
  monthlyIncomeCents: 500_000,
  liquidAssetsAfterClosingCents: 719_999,
};
const found = (change: object) => ratios(RatioFactsSchema.parse({ ...facts, ...change }));

describe('ratios', () => {
  it('hold all liens against the lower of price and value', () => {
    expect(found({})).toMatchObject({
      ltv: { ratioPpm: 800_000, shown: '80%' },
      cltv: { ratioPpm: 875_000, shown: '88%' },
      hcltv: { ratioPpm: 950_000, shown: '95%' },
    });
  });

  it('hold a refinancing against the value alone', () => {
    expect(found({ purpose: 'refinance', salePriceCents: undefined }).ltv).toMatchObject({
      ratioPpm: 761_905,
      shown: '77%',
    });
  });

  it.each([
    [16_001_900, '80%'],
    [16_002_000, '81%'],
  ])('of a loan of %i cents are cut to two decimals and then rounded up: %s', (loanAmountCents, shown) => {
    expect(found({ loanAmountCents }).ltv).toMatchObject({ shown });
  });

  it('put debts against income, and assets against the housing expense', () => {
    expect(found({})).toMatchObject({
      housing: { shown: '24.00%' },
      dti: { shown: '40.00%' },
      reserveMonths: { shown: '5.99' },
    });
  });

  it.each([
    ['dti', { monthlyIncomeCents: undefined }, ['monthlyIncomeCents']],
    ['dti', { monthlyIncomeCents: 0 }, ['monthlyIncomeCents']],
    ['dti', { housingExpenseCents: undefined }, ['housingExpenseCents']],
    ['ltv', { appraisedValueCents: undefined }, ['appraisedValueCents']],
    ['ltv', { salePriceCents: undefined }, ['salePriceCents']],
    ['reserveMonths', { liquidAssetsAfterClosingCents: undefined }, ['liquidAssetsAfterClosingCents']],
  ] as const)('%s cannot be calculated with %j, and is not zero', (name, change, missing) => {
    expect(found(change)[name]).toMatchObject({ kind: 'cannot-calculate', missing });
  });
});
