import { describe, expect, it } from 'vitest';
import { constructionPayments } from '../../../../lambdas/rules/trid/construction-payments.ts';

const phase = {
  commitmentCents: 20_000_000,
  ratePpm: 60_000,
  constructionMonths: 12,
  prepaidFinanceChargeCents: 0,
  interestOn: 'advances' as const,
};

describe('payments while building, comment app. D-7.iv', () => {
  it('can rise from the first on where interest runs on advances, though the estimate is one amount', () => {
    expect(constructionPayments(phase)).toEqual({
      monthlyCents: 50_000,
      mostCents: 100_000,
      term: {
        term: 'Monthly Principal & Interest',
        value: '$500.00',
        answer: 'YES',
        details: [
          'Adjusts every month starting in month 1',
          'Can go as high as $1,000 in year 1',
          'Includes only interest and no principal for the first 12 months',
        ],
        citation: '1026.37(b)(3), (6)(iii), comment app. D-7.iv',
      },
      adjustable: {
        firstChange: 'at 1st payment',
        subsequentChanges: 'Every payment',
        maximumPayment: '$1,000 as early as the 1st payment',
      },
      citation: 'comment app. D-7.iv',
    });
  });

  it('are fixed where interest runs on the whole commitment', () => {
    const found = constructionPayments({ ...phase, interestOn: 'commitment' });
    expect(found).toMatchObject({
      monthlyCents: 100_000,
      mostCents: 100_000,
      term: { answer: 'NO', details: [] },
    });
    expect(found).not.toHaveProperty('adjustable');
  });
});
