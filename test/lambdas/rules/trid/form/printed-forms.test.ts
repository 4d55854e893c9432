import { describe, expect, it } from 'vitest';
import { closingOf, estimateOf, purchase, refinance } from './sample-loans.ts';
import { sellerDisclosure } from '../../../../../lambdas/rules/trid/form/seller-disclosure.ts';
import type { SharedFacts } from './sample-loans.ts';

const saleOf = ({ transaction }: SharedFacts) => {
  if (transaction.tables !== 'standard' || !transaction.sale) throw new Error('not a sale');
  return transaction.sale;
};
/** The purchase with other facts of its sale. */
const sold = (more: Partial<ReturnType<typeof saleOf>>): SharedFacts => ({
  ...purchase,
  transaction: { tables: 'standard', sale: { ...saleOf(purchase), ...more } },
});
const lent = (principalCents: number): SharedFacts => ({
  ...purchase,
  plan: { ...purchase.plan, principalCents },
});
const changesOf = (facts: SharedFacts, estimated: SharedFacts, more = {}) =>
  Object.fromEntries(
    closingOf(facts, estimated, more).cashToClose.changes.map((change) => [change.line, change]),
  );

describe('a printed Loan Estimate', () => {
  const found = estimateOf(purchase);

  it('has the same totals on all its pages, in whole dollars', () => {
    const { closingCostDetails: details, cashToClose: cash, costsAtClosing } = found;
    expect(costsAtClosing.closingCostsCents).toBe(details.totalClosingCostsCents);
    expect(cash.lines[0]?.amountCents).toBe(details.totalClosingCostsCents);
    expect(costsAtClosing.cashToCloseCents).toBe(cash.cashToCloseCents);
    expect(cash.cashToCloseCents % 100).toBe(0);
    expect(costsAtClosing.closingCostsText).toContain('$2,438 in Loan Costs + $3,580 in Other Costs');
    const shown = details.sections.flatMap(({ items, totalCents }) =>
      items.reduce((sum, item) => sum + item.amountCents, 0) === totalCents ? [] : [totalCents],
    );
    expect(shown).toEqual([]);
  });

  it('labels and orders costs as the form does', () => {
    const names = found.closingCostDetails.sections.map(({ items }) => items.map(({ name }) => name));
    expect(names).toEqual([
      ['0.25% of Loan Amount (Points)', 'Underwriting Fee'],
      ['Appraisal Fee'],
      ['Pest Inspection Fee', 'Title – Settlement Agent Fee'],
      ['Recording Fees and Other Taxes'],
      ["Homeowner's Insurance Premium (12 months)", 'Prepaid Interest ($32.88 per day for 15 days @ 6%)'],
      ["Homeowner's Insurance $100.00 per month for 2 mo.", 'Property Taxes $200.50 per month for 3 mo.'],
      ['Title – Owner’s Title Policy (optional)'],
    ]);
  });

  it('says which property costs are in escrow, and shows that part in the payments', () => {
    const { taxesInsuranceAssessments: costs, projectedPayments } = found;
    expect(costs).toMatchObject({ monthlyCents: 45_100, escrowedMonthlyCents: 30_050 });
    expect(costs.rows.map(({ inEscrow }) => inEscrow)).toEqual(['YES', 'YES', 'NO']);
    expect(projectedPayments[0]?.escrowCents).toBe(30_100);
  });

  it('names the creditor’s people only, by licence before acquaintance', () => {
    expect(found.contacts.columns).toMatchObject([{ role: 'Lender', contact: 'Drew Example' }]);
  });

  it('warns of lost protection when it refinances, and of nothing that does not apply', () => {
    const headings = (facts: SharedFacts) =>
      estimateOf(facts).otherConsiderations.map(({ heading }) => heading);
    expect(headings(refinance)).toContain('Liability after Foreclosure');
    expect(headings(purchase)).not.toContain('Liability after Foreclosure');
    expect(headings({ ...purchase, isSigned: false })).toContain('Loan Acceptance');
    expect(estimateOf({ ...purchase, isSigned: false })).not.toHaveProperty('confirmReceipt');
  });
});

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

describe('a printed Closing Disclosure', () => {
  const found = closingOf(purchase);

  it('ties page 3 to pages 1 and 2', () => {
    const { borrowersTransaction: own, closingCostDetails: details, cashToClose: cash } = found;
    expect(own?.calculation.cashToCloseCents).toBe(cash.cashToCloseCents);
    expect(found.costsAtClosing.cashToCloseCents).toBe(cash.cashToCloseCents);
    expect(found.costsAtClosing.closingCostsCents).toBe(details.total.borrowerPaidCents);
    const total = cash.changes.find(({ line }) => line === 'Total Closing Costs');
    expect(total).toMatchObject({ estimateCents: 601_800, finalCents: 601_760, changed: 'NO' });
  });

  it('states the escrow account from page 1 and section G', () => {
    expect(found.escrowAccount).toEqual({
      kind: 'escrow',
      escrowedYearOne: { amountCents: 12 * 30_050, items: ['Property Taxes', "Homeowner's Insurance"] },
      nonEscrowedYearOne: { amountCents: 12 * 15_000, items: ['Other: association dues'] },
      initialPaymentCents: 20_000 + 60_150,
      monthlyPaymentCents: 30_050,
      citation: '1026.38(l)(7)(i)(A)',
    });
  });

  it('leaves what the seller pays to the seller’s column and side', () => {
    const costs = [
      ...purchase.costs,
      { kind: 'transfer-taxes' as const, amountCents: 95_000, paidBy: 'seller' as const },
    ];
    const paid = closingOf({ ...purchase, costs });
    expect(paid.closingCostDetails.total.borrowerPaidCents).toBe(
      found.closingCostDetails.total.borrowerPaidCents,
    );
    const before = found.sellersTransaction?.calculation.cashCents ?? 0;
    expect(paid.sellersTransaction?.calculation.cashCents).toBe(before - 95_000);
  });

  it('gives the seller what concerns the seller only', () => {
    const costs = [
      ...purchase.costs,
      { kind: 'transfer-taxes' as const, amountCents: 95_000, paidBy: 'seller' as const },
    ];
    const seller = sellerDisclosure(closingOf({ ...purchase, costs }));
    expect(seller?.costs).toEqual([
      {
        section: 'E',
        line: '02',
        label: 'Transfer Taxes',
        sellerAtClosingCents: 95_000,
        sellerBeforeClosingCents: 0,
      },
    ]);
    expect(seller?.total.sellerAtClosingCents).toBe(95_000);
    expect(seller?.heading.map(({ label }) => label)).not.toContain('Loan ID #');
    expect(JSON.stringify(seller)).not.toContain('Loan Amount');
    expect(sellerDisclosure(closingOf(refinance))).toBeUndefined();
  });

  it('works out the most that a prepayment penalty may be', () => {
    const penalties = [{ kind: 'part-of-balance' as const, partPpm: 20_000, months: 24 }];
    const { loanTerms } = closingOf({ ...purchase, penalties });
    expect(loanTerms.find(({ term }) => term === 'Prepayment Penalty')?.details).toEqual([
      'As high as $4,000 if you pay off the loan during the first 2 years',
    ]);
  });

  it('says of each amount that changed where to look', () => {
    const more = changesOf(sold({ priceCents: 25_500_000, depositCents: 1_500_000 }), purchase);
    expect(more['Down Payment/Funds from Borrower']?.statement).toBe(
      'You increased this payment. See details in Section K',
    );
    expect(more['Deposit']?.statement).toBe('You increased this payment. See Deposit in Section L');
    const less = changesOf(lent(19_000_000), purchase);
    expect(less['Down Payment/Funds from Borrower']?.statement).toBe(
      'You increased this payment. See details in Section L',
    );
    const credit = changesOf(sold({ sellerCreditsCents: 100_000 }), purchase);
    expect(credit['Seller Credits']?.statement).toBe('See Seller Credits in Section L');
  });

  it('states what exceeds the legal limits and how it is given back', () => {
    const costs = [
      ...purchase.costs,
      { kind: 'fee' as const, section: 'A' as const, label: 'Rush Fee', amountCents: 7_500 },
    ];
    const cure = { excessCents: 7_500, lenderCreditsCents: 7_500 };
    expect(changesOf({ ...purchase, costs }, purchase, { ...cure, lenderCreditsCents: 9_000 })).toMatchObject(
      {
        'Total Closing Costs': {
          statement:
            'See Total Loan Costs (D) and Total Other Costs (I). Increase exceeds legal limits by $75.00. See Lender Credits on page 2',
        },
      },
    );
    expect(() => closingOf(purchase, purchase, { ...cure, lenderCreditsCents: 0 })).toThrow(/lender credits/);
  });

  it('without a seller has payoffs and payments in place of the summaries', () => {
    const closing = closingOf(refinance);
    expect(closing).not.toHaveProperty('borrowersTransaction');
    expect(closing.payoffsAndPayments?.totalCents).toBe(15_250_050);
    const { cashToCloseCents, closingCostsFinancedCents } = closing.cashToClose;
    expect(cashToCloseCents).toBe(15_250_050 + 601_760 - 50_040 - 20_000_000);
    expect(closingCostsFinancedCents).toBe(601_760);
    expect(closing.costsAtClosing).toMatchObject({
      direction: 'To Borrower',
      cashToCloseCents: 0 - cashToCloseCents,
    });
  });

  it('discloses a balance that grows by the schedule as negative amortization', () => {
    const plan = {
      ...purchase.plan,
      segments: [
        { payments: 12, ratePpm: 60_000, payment: { kind: 'fixed' as const, amountCents: 50_000 } },
        { payments: 348, ratePpm: 60_000, payment: { kind: 'level' as const, overPayments: 348 } },
      ],
    };
    const { loanDisclosures } = closingOf({ ...purchase, plan });
    expect(loanDisclosures.find(({ citation }) => citation === '1026.38(l)(4)')?.text).toMatch(
      /^You are scheduled/,
    );
  });
});

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
