import { describe, expect, it } from 'vitest';
import { chargeKinds } from '../../../../lambdas/rules/apr/finance-charge-kinds.ts';
import { ChargeSchema, classifyCharges } from '../../../../lambdas/rules/apr/finance-charge.ts';
import type { ChargeKindName } from '../../../../lambdas/rules/apr/finance-charge-kinds.ts';

const charge = (kind: ChargeKindName, facts: object = {}) =>
  ChargeSchema.parse({ kind, amountCents: 100_00, paidBy: 'borrower', isPrepaid: true, ...facts });
const isIn = (kind: ChargeKindName, facts: object = {}) =>
  classifyCharges([charge(kind, facts)]).items[0]?.inFinanceCharge;

describe('the finance charge', () => {
  it.each([
    ['discount-points', {}, true],
    ['mortgage-broker-fee', {}, true],
    ['mortgage-insurance', {}, true],
    ['tax-service-fee', { isBonaFideAndReasonable: true }, true],
    ['transfer-tax', {}, false],
    ['recording-fee', {}, false],
    ['appraisal', { isBonaFideAndReasonable: true }, false],
    ['appraisal', { isBonaFideAndReasonable: false }, true],
    ['appraisal', {}, true],
    ['courier-fee', { requiredByCreditor: false, retainedByCreditor: false }, false],
    ['courier-fee', { requiredByCreditor: true, retainedByCreditor: false }, true],
    ['courier-fee', { requiredByCreditor: false }, true],
    ['credit-insurance', { isVoluntaryAndDisclosed: true }, false],
    ['credit-insurance', {}, true],
    ['property-insurance', { insurerChosenByConsumer: true }, false],
    ['property-insurance', {}, true],
    ['application-fee', { chargedToAllApplicants: true }, false],
    ['application-fee', {}, true],
  ] as const)('%s with %o is in it: %s', (kind, facts, expected) => {
    expect(isIn(kind, facts)).toBe(expected);
  });

  it('holds nothing that the seller or the creditor pays', () => {
    expect([
      isIn('discount-points', { paidBy: 'seller' }),
      isIn('origination-fee', { paidBy: 'creditor' }),
    ]).toEqual([false, false]);
  });

  it('says why, and by which paragraph', () => {
    const facts = [
      charge('discount-points', { paidBy: 'seller' }),
      charge('discount-points', { paidBy: 'other' }),
      charge('discount-points'),
    ];
    expect(classifyCharges(facts).items.map(({ reason, citation }) => [reason, citation])).toEqual([
      ['the seller pays it', '1026.4(c)(5)'],
      ['the consumer does not pay it', '1026.4(a)'],
      ['always a finance charge', '1026.4(b)(3)'],
    ]);
  });

  it('sums what is in it, and what of that is prepaid', () => {
    const { totalCents, prepaidCents, items } = classifyCharges([
      charge('origination-fee'),
      charge('mortgage-insurance', { amountCents: 50_00, isPrepaid: false }),
      charge('recording-fee'),
    ]);
    expect([totalCents, prepaidCents]).toEqual([150_00, 100_00]);
    expect(items.map(({ citation }) => citation)).toEqual(['1026.4(b)(3)', '1026.4(b)(5)', '1026.4(e)(1)']);
  });

  it('cites a paragraph or a comment for each kind, and refuses unknown ones', () => {
    for (const { citation } of Object.values(chargeKinds))
      expect(citation).toMatch(/^(1026\.4\(|comment 4\()/);
    expect(
      ChargeSchema.safeParse({ kind: 'junk-fee', amountCents: 1, paidBy: 'borrower', isPrepaid: true })
        .success,
    ).toBe(false);
  });
});
