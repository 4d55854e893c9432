import { describe, expect, it } from 'vitest';
import { analyzeEscrow } from '../../../../lambdas/rules/escrow/escrow-analysis.ts';
import { analyzeInitialEscrow } from '../../../../lambdas/rules/escrow/initial-analysis.ts';
import { plainTerms, yearly } from './account.ts';
import { sumCents } from '../../../../lambdas/shared/money.ts';
import type { EscrowAnalysisInput } from '../../../../lambdas/rules/escrow/escrow-analysis.ts';

const analyze = (balanceCents: number, more: Partial<EscrowAnalysisInput> = {}) =>
  analyzeEscrow({ ...plainTerms, analyzedOn: '2026-12-10', balanceCents, ...more });

describe('an escrow analysis', () => {
  it('asks a twelfth of the year and lifts the lowest month to two months of payments', () => {
    const { paymentCents, cushionCents, target, addedCents } = analyze(120_000);
    expect({ paymentCents, cushionCents, addedCents }).toEqual({
      paymentCents: 40_000,
      cushionCents: 80_000,
      addedCents: 40_000,
    });
    expect(target).toMatchObject({
      startingCents: 120_000,
      lowest: { month: '2027-11', balanceCents: 80_000 },
    });
  });

  it.each([
    ['a surplus of fifty dollars is refunded in 30 days', 125_000, 'surplus', 5_000, 'refund'],
    ['a cent less may be credited', 124_999, 'surplus', 4_999, 'credit'],
    ['the target itself is balanced', 120_000, 'balanced', 0, undefined],
  ])('%s', (_title, balance, finding, surplusCents, action) => {
    const { finding: found, settlements } = analyze(balance);
    expect(found).toMatchObject({ finding, surplusCents });
    expect(settlements.surplus?.action).toBe(action);
    expect(settlements.surplus?.by).toBe(action === 'refund' ? '2027-01-09' : undefined);
  });

  it('keeps a surplus, by the loan documents, of a borrower who is not current', () => {
    const { settlements, projected } = analyze(150_000, { isCurrent: false });
    expect(settlements.surplus).toMatchObject({ action: 'retain', citation: '1024.17(f)(2)(ii)' });
    expect(projected.startingCents).toBe(150_000);
  });

  it.each([
    ['less than one month of payments', 80_001, ['repay-over-time', 'leave', 'repay-once']],
    ['exactly one month of payments', 80_000, ['repay-over-time', 'leave']],
  ])('a shortage of %s has its own courses', (_title, balance, actions) => {
    expect(analyze(balance).finding.shortageOptions.map(({ action }) => action)).toEqual(actions);
  });

  it('refuses what the rule does not allow, naming what it does', () => {
    expect(() => analyze(80_000, { choice: { shortage: { action: 'repay-once' } } })).toThrow(
      'repay-over-time, leave',
    );
    expect(() =>
      analyze(80_000, { choice: { shortage: { action: 'repay-over-time', payments: 11 } } }),
    ).toThrow('at least 12 equal payments');
    expect(() => analyze(130_000, { choice: { surplus: 'credit' } })).toThrow('refund');
  });

  it('counts what lies below zero as deficiency first, and the way to the target as the remaining shortage', () => {
    const { finding, payments } = analyze(-30_000, {
      previousPaymentCents: 38_000,
      choice: { deficiency: { action: 'repay-over-time', payments: 2 } },
    });
    expect(finding).toMatchObject({ finding: 'deficiency', deficiencyCents: 30_000, shortageCents: 120_000 });
    expect(payments).toEqual([
      { fromPayment: 1, amountCents: 65_000 },
      { fromPayment: 3, amountCents: 50_000 },
      { fromPayment: 13, amountCents: 40_000 },
    ]);
    expect(analyze(-40_000).finding.deficiencyOptions.map(({ action }) => action)).toEqual([
      'repay-over-time',
      'leave',
    ]);
    expect(analyze(-30_000, { isCurrent: false }).settlements.deficiency?.action).toBe('by-loan-documents');
  });

  it('does not take a dip in the projection for a deficiency', () => {
    const { finding, projected } = analyze(10_000, { choice: { shortage: { action: 'leave' } } });
    expect(projected.lowest.balanceCents).toBeLessThan(0);
    expect(finding.deficiencyCents).toBe(0);
  });

  it.each([
    [{ kind: 'months', source: 'loan-documents', months: 1 }, 40_000, '1024.17(c)(8)'],
    [{ kind: 'months', source: 'state-law', months: 0 }, 0, '1024.17(c)(8)'],
    [{ kind: 'amount', source: 'servicer', amountCents: 50_000 }, 50_000, '1024.17(d)(1)'],
    [{ kind: 'amount', source: 'loan-documents', amountCents: 500_000 }, 80_000, '1024.17(c)(5)'],
  ] as const)('takes the lower cushion of %j', (limit, amountCents, citation) => {
    const { cushion, target } = analyze(120_000, { cushionLimits: [limit] });
    expect(cushion).toMatchObject({ amountCents, citation });
    expect(target.lowest.balanceCents).toBe(amountCents);
  });

  it('holds no cushion for an item that may have none', () => {
    const insurance = {
      id: 'mip',
      kind: 'mortgage-insurance' as const,
      isCushioned: false,
      bills: [{ amountCents: 12_000, deadlineOn: '2027-01-01', everyMonths: 1 as const }],
    };
    const { cushionCents, paymentCents } = analyze(120_000, { items: [...plainTerms.items, insurance] });
    expect({ cushionCents, paymentCents }).toEqual({ cushionCents: 80_000, paymentCents: 52_000 });
  });

  it('pays on the discount date, and estimates an unknown charge within the price index', () => {
    const bill = { amountCents: 100_001, deadlineOn: '2027-12-31', discountUntilOn: '2027-10-31' };
    const basis = { kind: 'last-year', changePpm: 30_000, cpiChangePpm: 30_000 } as const;
    const items = [{ id: 'tax', kind: 'property-tax' as const, bills: [{ ...bill, basis }] }];
    expect(analyze(0, { items }).disbursements).toEqual([
      { itemId: 'tax', kind: 'property-tax', on: '2027-10-31', amountCents: 103_001 },
    ]);
    const tooMuch = { ...basis, changePpm: 30_001 };
    expect(() =>
      analyze(0, { items: [{ id: 'tax', kind: 'property-tax', bills: [{ ...bill, basis: tooMuch }] }] }),
    ).toThrow('1024.17(c)(7)');
  });

  it('collects a three-year premium in 36 equal parts and looks for the low point over the three years', () => {
    const flood = {
      id: 'flood',
      kind: 'private-flood-insurance' as const,
      bills: [{ amountCents: 360_000, deadlineOn: '2029-06-30', everyMonths: 36 as const }],
    };
    const { paymentCents, cushionCents, initial } = analyze(0, { items: [flood] });
    expect({ paymentCents, cushionCents, months: initial.months.length }).toEqual({
      paymentCents: 10_000,
      cushionCents: 20_000,
      months: 36,
    });
    expect(initial.lowest).toEqual({ month: '2029-06', balanceCents: -60_000 });
  });

  it('takes a 26th of the year every two weeks, two or three times a month', () => {
    const { paymentCents, monthlyCents, paymentsByMonth, finding } = analyze(0, {
      firstPaymentOn: '2027-01-08',
      paymentsPerYear: 26,
    });
    expect({ paymentCents, monthlyCents }).toEqual({ paymentCents: 18_462, monthlyCents: 40_000 });
    expect(sumCents(paymentsByMonth as never)).toBe(26);
    expect(finding.shortageOptions[0]?.leastPayments).toBe(26);
  });

  it('assumes the last two months of the year and no more', () => {
    const assumed = [
      { on: '2026-12-15', amountCents: -90_000 },
      { on: '2027-01-01', amountCents: 40_000 },
    ];
    expect(analyze(150_000, { assumed }).openingCents).toBe(100_000);
    expect(() =>
      analyze(0, { analyzedOn: '2026-10-01', assumed: [{ on: '2026-10-31', amountCents: 1 }] }),
    ).toThrow('two months');
  });

  it('takes no payment made ahead for a surplus', () => {
    expect(analyze(160_000, { paidAheadCents: 40_000 })).toMatchObject({
      openingCents: 120_000,
      finding: { finding: 'balanced' },
    });
  });

  it('ends a series of bills on its last day', () => {
    const bills = [
      { amountCents: 10_000, deadlineOn: '2027-01-05', everyMonths: 1 as const, untilOn: '2027-03-31' },
    ];
    const { yearlyCents } = analyze(0, { items: [{ id: 'pmi', kind: 'mortgage-insurance', bills }] });
    expect(yearlyCents).toBe(30_000);
  });
});

describe('the examples of the department that wrote the rule', () => {
  const tax = (parts: readonly (readonly [number, string])[]) => ({
    id: 'tax',
    kind: 'property-tax' as const,
    bills: parts.map(([amountCents, deadlineOn]) => ({ amountCents, deadlineOn })),
  });
  const september = { analyzedOn: '2026-08-20', firstPaymentOn: '2026-09-01' };

  it('finds the surplus of 60 FR 8829, Appendix I-8', () => {
    const { paymentCents, target, finding } = analyzeEscrow({
      ...september,
      balanceCents: 132_000,
      items: [
        tax([
          [68_000, '2026-10-15'],
          [100_000, '2027-07-15'],
        ]),
        yearly('home', 60_000, '2026-11-15', 'homeowners-insurance'),
      ],
    });
    expect([paymentCents, target.startingCents, finding.surplusCents]).toEqual([19_000, 109_000, 23_000]);
    expect(target.lowest).toEqual({ month: '2026-11', balanceCents: 38_000 });
  });

  it('finds the deficiency and the remaining shortage of 60 FR 8837, Appendix M', () => {
    const { finding, payments } = analyzeEscrow({
      ...september,
      balanceCents: -240_000,
      items: [
        tax([
          [80_000, '2026-10-15'],
          [220_000, '2027-06-15'],
        ]),
        yearly('home', 300_000, '2026-11-15', 'homeowners-insurance'),
      ],
      choice: { deficiency: { action: 'repay-over-time', payments: 2 } },
    });
    expect([finding.deficiencyCents, finding.shortageCents]).toEqual([240_000, 330_000]);
    expect(payments).toEqual([
      { fromPayment: 1, amountCents: 197_500 },
      { fromPayment: 3, amountCents: 77_500 },
      { fromPayment: 13, amountCents: 50_000 },
    ]);
  });
});

describe('an initial analysis', () => {
  const terms = {
    settlementOn: '2027-02-16',
    firstPaymentOn: '2027-04-01',
    items: [
      yearly('county', 240_000, '2027-10-31'),
      yearly('home', 90_000, '2028-02-10', 'homeowners-insurance'),
      yearly('town', 30_000, '2027-03-20'),
    ],
  };

  it('adjusts single-item deposits down to the aggregate one', () => {
    const result = analyzeInitialEscrow(terms);
    expect(result.paymentCents).toBe(30_000);
    expect(result.singleItemTotalCents + result.aggregateAdjustmentCents).toBe(result.initialDepositCents);
    expect(result.aggregateAdjustmentCents).toBeLessThan(0);
    expect(result.closing.totalCents).toBe(result.initialDepositCents);
    expect(result.initialStatementDue).toMatchObject({ on: '2027-04-02', citation: '1024.17(g)(1)' });
  });

  it('names what falls due before the first payment, to be paid at settlement', () => {
    expect(analyzeInitialEscrow(terms).dueBeforeFirstPayment).toMatchObject([
      { itemId: 'town', on: '2027-03-20' },
    ]);
  });

  it('refuses a first payment before settlement', () => {
    expect(() => analyzeInitialEscrow({ ...terms, firstPaymentOn: '2027-01-01' })).toThrow('settlement');
  });
});
