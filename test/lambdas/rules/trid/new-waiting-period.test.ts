import { describe, expect, it } from 'vitest';
import { DisclosureChangeSchema, judgeChange } from '../../../../lambdas/rules/trid/new-waiting-period.ts';

const judge = (change: unknown) => judgeChange(DisclosureChangeSchema.parse(change));

describe('a change before closing', () => {
  it.each([
    ['an APR up by an eighth', { apr: { disclosedPpm: 70_000, actualPpm: 71_250 } }, false],
    ['an APR up by more', { apr: { disclosedPpm: 70_000, actualPpm: 71_500 } }, true],
    [
      'an irregular APR up by a quarter',
      { apr: { disclosedPpm: 70_000, actualPpm: 72_500, isIrregular: true } },
      false,
    ],
    ['another product', { product: { disclosed: 'Fixed Rate', actual: '5/1 Adjustable Rate' } }, true],
    ['a prepayment penalty added', { prepaymentPenalty: { disclosed: false, actual: true } }, true],
    ['a prepayment penalty removed', { prepaymentPenalty: { disclosed: true, actual: false } }, false],
    ['a fee', { otherTerms: true }, false],
  ])('%s starts the three days anew or not', (_title, change, needsNewWait) => {
    expect(judge(change)).toMatchObject({ needsNewWait, needsCorrectedDisclosure: true });
  });

  it('of an APR overstated with its finance charge is accurate', () => {
    const mortgage = { financeChargeIsAccurate: true, rateOfDisclosedFinanceChargePpm: 75_000 };
    const apr = { disclosedPpm: 75_000, actualPpm: 70_000, mortgage };
    expect(judge({ apr }).needsNewWait).toBe(false);
    expect(judge({ apr: { ...apr, mortgage: undefined } }).needsNewWait).toBe(true);
  });

  it('of nothing needs nothing', () => {
    expect(judge({})).toEqual({ needsNewWait: false, needsCorrectedDisclosure: false, reasons: [] });
  });
});
