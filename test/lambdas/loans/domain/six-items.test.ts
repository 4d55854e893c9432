import { describe, expect, it } from 'vitest';
import { type ItemSources, missingItems, sixItemsOf } from '../../../../lambdas/loans/domain/six-items.ts';

const full: ItemSources = {
  borrowers: [{ hasName: true, hasSsn: true, statedMonthlyIncomeCents: 0 }],
  propertyAddress: {},
  valuations: [{}],
  amountCents: 1,
};

describe('the six items', () => {
  it.each<[string, Partial<ItemSources>, string[]]>([
    ['are complete', {}, []],
    [
      'lack all but the name',
      {
        borrowers: [{ hasName: true, hasSsn: false }],
        propertyAddress: undefined,
        valuations: [],
        amountCents: 0,
      },
      ['income', 'socialSecurityNumber', 'propertyAddress', 'estimatedPropertyValue', 'loanAmount'],
    ],
    ['lack income', { borrowers: [{ hasName: true, hasSsn: true }] }, ['income']],
    [
      'count an income of zero as stated',
      { borrowers: [{ hasName: true, hasSsn: true, statedMonthlyIncomeCents: 0 }] },
      [],
    ],
    [
      'may come from either borrower',
      {
        borrowers: [
          { hasName: true, hasSsn: false, statedMonthlyIncomeCents: 1 },
          { hasName: true, hasSsn: true },
        ],
      },
      [],
    ],
    [
      'lack a number',
      { borrowers: [{ hasName: true, hasSsn: false, statedMonthlyIncomeCents: 1 }] },
      ['socialSecurityNumber'],
    ],
  ])('%s', (_what, part, missing) => {
    expect(missingItems(sixItemsOf({ ...full, ...part }))).toEqual(missing);
  });
});
