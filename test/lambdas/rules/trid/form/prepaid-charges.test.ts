import { describe, expect, it } from 'vitest';
import { closingOf, estimateOf, purchase } from './sample-loans.ts';
import type { SharedFacts } from './sample-loans.ts';

describe('the annual percentage rate of a form', () => {
  const { aprPpm: _given, ...unrated } = purchase;

  it('is worked out from schedule, insurance and prepaid charges where it is not given', () => {
    const { apr } = estimateOf(unrated).comparisons;
    expect(apr.value).toBe('6.386%');
    const free = { ...unrated, prepaidFinanceChargeCents: 0, mortgageInsurance: undefined };
    expect(estimateOf(free).comparisons.apr.value).toBe('6%');
    const dear = estimateOf({ ...unrated, prepaidFinanceChargeCents: 500_000 });
    expect(dear.comparisons.apr.value > apr.value).toBe(true);
  });

  it('is asked for where payments are not monthly, and refused where none solves', () => {
    const periods = { kind: 'equal' as const, perYear: 26 };
    expect(() => estimateOf({ ...unrated, plan: { ...purchase.plan, periods } })).toThrow(
      /monthly payments only/,
    );
    expect(() => estimateOf({ ...unrated, prepaidFinanceChargeCents: 20_000_000 })).toThrow(/no annual/);
  });
});

describe('the prepaid finance charge of a form', () => {
  const { prepaidFinanceChargeCents: _given, ...unstated } = purchase;
  const reasonable = { isBonaFideAndReasonable: true };
  const notOurs = { requiredByCreditor: false, retainedByCreditor: false };
  const charges: Record<
    string,
    NonNullable<Extract<SharedFacts['costs'][number], { kind: 'fee' }>['charge']>
  > = {
    'Underwriting Fee': { kind: 'underwriting-fee' },
    'Appraisal Fee': { kind: 'appraisal', ...reasonable },
    'Settlement Agent Fee': { kind: 'closing-agent-fee', ...notOurs },
    'Pest Inspection Fee': { kind: 'inspection', ...reasonable },
    'Owner’s Title Policy': { kind: 'title-insurance', ...reasonable },
  };
  const classified = purchase.costs.map((cost) =>
    cost.kind === 'fee' ? { ...cost, charge: charges[cost.label] } : cost,
  );
  const own = { ...unstated, costs: classified, insurerChosenByConsumer: true };
  const financed = (facts: SharedFacts) =>
    closingOf(facts).loanCalculations.find(({ label }) => label === 'Amount Financed')?.value;

  it('is that of its classified costs: fee, points and interest, without what 1026.4 leaves out', () => {
    expect(80_050 + 50_000 + 49_320).toBe(purchase.prepaidFinanceChargeCents);
    expect(financed(own)).toBe(financed(purchase));
    expect(financed({ ...own, insurerChosenByConsumer: false })).toBe('$196,806.30');
  });

  it('counts mortgage insurance in escrow, and nothing that another pays', () => {
    const escrow = { kind: 'escrow' as const, monthlyCents: 8_055, months: 2 };
    const insured = [...classified, { ...escrow, item: 'mortgage-insurance' as const }];
    expect(financed({ ...own, costs: insured })).toBe('$198,045.20');
    const unknown = { kind: 'fee' as const, section: 'A' as const, label: 'Flood Fee', amountCents: 1_000 };
    expect(financed({ ...own, costs: [...classified, { ...unknown, paidBy: 'seller' as const }] })).toBe(
      financed(own),
    );
  });

  it('is asked for while a cost is not classified, and refused where it is not theirs', () => {
    expect(() => estimateOf(unstated)).toThrow(/is classified/);
    expect(() => estimateOf({ ...own, insurerChosenByConsumer: undefined })).toThrow(/is classified/);
    expect(() => estimateOf({ ...own, prepaidFinanceChargeCents: 179_371 })).toThrow(/classified costs/);
    expect(financed({ ...own, prepaidFinanceChargeCents: 179_370 })).toBe(financed(own));
  });
});
