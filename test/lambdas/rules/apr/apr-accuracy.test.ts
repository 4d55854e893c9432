import { describe, expect, it } from 'vitest';
import { judgeApr } from '../../../../lambdas/rules/apr/apr-accuracy.ts';
import { ppm } from '../../../../lambdas/shared/rate.ts';

const judge = (
  disclosed: number,
  isIrregular: boolean,
  mortgage?: { financeChargeIsAccurate: boolean; resulting: number },
) =>
  judgeApr({
    disclosedPpm: ppm(disclosed),
    actualPpm: ppm(70_000),
    isIrregular,
    ...(mortgage
      ? {
          mortgage: {
            financeChargeIsAccurate: mortgage.financeChargeIsAccurate,
            rateOfDisclosedFinanceChargePpm: ppm(mortgage.resulting),
          },
        }
      : {}),
  });

describe('a disclosed annual percentage rate of 7 %', () => {
  it.each([
    [71_250, false, true],
    [71_251, false, false],
    [68_750, false, true],
    [68_749, false, false],
    [72_500, true, true],
    [72_501, true, false],
  ])('of %i ppm, irregular %s, is accurate: %s', (disclosed, irregular, isAccurate) => {
    expect(judge(disclosed, irregular).isAccurate).toBe(isAccurate);
  });

  it.each([
    [65_000, { financeChargeIsAccurate: true, resulting: 65_000 }, true, '1026.22(a)(4)'],
    [65_000, { financeChargeIsAccurate: false, resulting: 65_000 }, false, '1026.22(a)(2)'],
    [66_000, { financeChargeIsAccurate: true, resulting: 65_000 }, true, '1026.22(a)(5)'],
    [64_000, { financeChargeIsAccurate: true, resulting: 65_000 }, false, '1026.22(a)(2)'],
    [74_000, { financeChargeIsAccurate: true, resulting: 75_000 }, true, '1026.22(a)(5)'],
    [74_000, { financeChargeIsAccurate: true, resulting: 65_000 }, false, '1026.22(a)(2)'],
  ])(
    'of %i ppm follows a finance charge that is held accurate',
    (disclosed, mortgage, isAccurate, citation) => {
      expect(judge(disclosed, false, mortgage)).toEqual({ isAccurate, citation });
    },
  );
});
