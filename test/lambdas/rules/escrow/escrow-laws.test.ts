import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { analyzeEscrow } from '../../../../lambdas/rules/escrow/escrow-analysis.ts';
import { analyzeInitialEscrow } from '../../../../lambdas/rules/escrow/initial-analysis.ts';
import { sumCents } from '../../../../lambdas/shared/money.ts';

const anyItems = fc.array(
  fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom('property-tax', 'homeowners-insurance', 'mortgage-insurance'),
    bills: fc.array(
      fc.record({
        amountCents: fc.integer({ min: 0, max: 900_000 }),
        deadlineOn: fc
          .integer({ min: 1, max: 12 })
          .map((month) => `2027-${String(month).padStart(2, '0')}-17`),
        everyMonths: fc.constantFrom(1 as const, 3 as const, 6 as const, 12 as const),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
  { minLength: 1, maxLength: 5 },
);

describe('laws of escrow', () => {
  const firstPaymentOn = '2027-01-01';

  it('hold the lowest target at the cushion, which is a sixth of the year at most', () => {
    fc.assert(
      fc.property(anyItems, fc.integer({ min: -2_000_000, max: 4_000_000 }), (items, balanceCents) => {
        const { target, cushionCents, yearlyCents } = analyzeEscrow({
          items,
          firstPaymentOn,
          analyzedOn: '2026-12-01',
          balanceCents,
        });
        expect(cushionCents * 6).toBeLessThanOrEqual(yearlyCents);
        expect(target.lowest.balanceCents).toBeGreaterThanOrEqual(cushionCents);
        expect(target.lowest.balanceCents - cushionCents).toBeLessThanOrEqual(6); // half a cent a month
      }),
      { numRuns: 60 },
    );
  });

  it('tie each month’s balance to the one before, and the year’s payments to its disbursements', () => {
    fc.assert(
      fc.property(anyItems, fc.integer({ min: -2_000_000, max: 4_000_000 }), (items, balanceCents) => {
        const input = { items, firstPaymentOn, analyzedOn: '2026-12-01', balanceCents };
        const { target, projected, yearlyCents, paymentCents, disbursements } = analyzeEscrow(input);
        for (const { startingCents, months } of [target, projected]) {
          let balance: number = startingCents;
          for (const month of months) {
            balance += month.paymentCents - month.disbursementCents;
            expect(month.balanceCents).toBe(balance);
          }
        }
        expect(sumCents(disbursements.map(({ amountCents }) => amountCents))).toBe(yearlyCents);
        expect(Math.abs(paymentCents * 12 - yearlyCents)).toBeLessThanOrEqual(6);
      }),
      { numRuns: 60 },
    );
  });

  it('settle the whole difference: after a refund or a full repayment the low month ends at the cushion', () => {
    fc.assert(
      fc.property(anyItems, fc.integer({ min: 0, max: 4_000_000 }), (items, balanceCents) => {
        const input = { items, firstPaymentOn, analyzedOn: '2026-12-01', balanceCents };
        const { finding, target, openingCents, settlements, projected } = analyzeEscrow(input);
        const { surplusCents, shortageCents, deficiencyCents } = finding;
        expect(openingCents - surplusCents + shortageCents + deficiencyCents).toBe(target.startingCents);
        const wanted = settlements.surplus?.action === 'refund' ? target : projected;
        expect(projected.lowest.balanceCents).toBe(wanted.lowest.balanceCents);
      }),
      { numRuns: 60 },
    );
  });

  it('never make the adjustment at settlement positive, nor the deposit more than the target', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const input = { items, firstPaymentOn, settlementOn: '2026-11-16' };
        const { aggregateAdjustmentCents, closing, initialDepositCents } = analyzeInitialEscrow(input);
        expect(aggregateAdjustmentCents).toBeLessThanOrEqual(0);
        expect(closing.totalCents).toBeLessThanOrEqual(initialDepositCents);
      }),
      { numRuns: 60 },
    );
  });
});
