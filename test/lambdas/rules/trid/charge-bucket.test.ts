import { describe, expect, it } from 'vitest';
import { EstimatedChargeSchema, bucketOf } from '../../../../lambdas/rules/trid/charge-bucket.ts';

const bucket = (facts: object) =>
  bucketOf(EstimatedChargeSchema.parse({ id: 'x', kind: 'fee', estimateCents: 0, ...facts }));
const shopped = { mayShop: true, providerListGiven: true };

describe('the bucket of a charge', () => {
  it.each([
    [{ kind: 'transfer-tax' }, 'zero'],
    [{ kind: 'recording-fee' }, 'ten-percent'],
    [{ kind: 'prepaid-interest' }, 'no-limit'],
    [{ kind: 'property-insurance' }, 'no-limit'],
    [{ kind: 'escrow-deposit' }, 'no-limit'],
    [{ kind: 'property-tax' }, 'no-limit'],
    [{ kind: 'prepaid-interest', isBestInformation: false }, 'zero'],
    [{ paidTo: 'creditor' }, 'zero'],
    [{ paidTo: 'mortgage-broker' }, 'zero'],
    [{ paidTo: 'affiliate', ...shopped, provider: 'from-list' }, 'zero'],
    [{ requiredByCreditor: false, paidTo: 'affiliate' }, 'no-limit'],
    [{ mayShop: false }, 'zero'],
    [{ ...shopped, provider: 'from-list' }, 'ten-percent'],
    [{ ...shopped, provider: 'not-chosen' }, 'ten-percent'],
    [{ ...shopped, provider: 'off-list' }, 'no-limit'],
    [{ ...shopped, provider: 'off-list', isBestInformation: false }, 'zero'],
    [{ mayShop: true, providerListGiven: false, provider: 'off-list' }, 'ten-percent'],
  ])('of %j is %s', (facts, expected) => {
    expect(bucket(facts).bucket).toBe(expected);
  });
});
