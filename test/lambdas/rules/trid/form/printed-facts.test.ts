import { describe, expect, it } from 'vitest';
import { closingOf, estimateOf, purchase, refinance } from './sample-loans.ts';
import type { SharedFacts } from './sample-loans.ts';

describe('facts that contradict each other are refused by field', () => {
  it.each<[string, Partial<SharedFacts>, RegExp]>([
    ['a purchase by the alternative tables', { transaction: refinance.transaction }, /standard tables/],
    ['no price and no value', { transaction: { tables: 'standard' } }, /state what the property is worth/],
    ['escrow deposits without an account', { propertyCosts: [] }, /only if costs are escrowed/],
    [
      'an adjustable rate without its table',
      { product: { rate: { kind: 'adjustable', introductoryMonths: 60, firstAdjustment: 12 } } },
      /interest rate table/,
    ],
    [
      'no creditor',
      { contacts: [{ role: 'Settlement Agent', name: 'Example Title' }] },
      /creditor is always named/,
    ],
    [
      'points twice',
      {
        costs: [
          { kind: 'points', partPpm: 2_500 },
          { kind: 'points', partPpm: 5_000 },
        ],
      },
      /one line each/,
    ],
    [
      'more in escrow than a cost',
      { propertyCosts: [{ kind: 'property-taxes', monthlyCents: 1, escrowedMonthlyCents: 2 }] },
      /no more than the cost/,
    ],
  ])('%s', (_what, more, message) => {
    expect(() => estimateOf({ ...purchase, ...more })).toThrow(message);
  });

  it('an escrow account that is there and is not', () => {
    expect(() => closingOf(purchase, purchase, { escrow: { noEscrowBecause: 'declined' } })).toThrow(
      /reason why/,
    );
  });
});
