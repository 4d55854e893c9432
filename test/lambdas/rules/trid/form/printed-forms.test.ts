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

  it('orders its considerations by the alphabet, as form H-24 does', () => {
    const headings = estimateOf(
      { ...refinance, isSigned: false },
      { mayReviseConstructionEstimate: true },
    ).otherConsiderations.map(({ heading }) => heading);
    expect(headings).toHaveLength(9);
    expect(headings).toEqual(headings.toSorted());
  });

  it('prints the alternative table from the loan’s side, 1026.37(h)(2)', () => {
    const { cashToClose, costsAtClosing } = estimateOf(refinance);
    expect(cashToClose.lines.map(({ amountCents }) => amountCents)).toEqual([
      20_000_000, -601_800, -15_250_100,
    ]);
    expect(cashToClose).toMatchObject({ cashToCloseCents: 4_148_100, direction: 'To Borrower' });
    expect(costsAtClosing).toMatchObject({ cashToCloseCents: 4_148_100, direction: 'To Borrower' });
    expect(estimateOf(purchase).cashToClose).not.toHaveProperty('direction');
  });

  it('refers to section G and to separate payment, whatever is in escrow', () => {
    const unescrowed = {
      ...purchase,
      propertyCosts: [],
      costs: purchase.costs.filter(({ kind }) => kind !== 'escrow'),
    };
    for (const facts of [purchase, unescrowed])
      expect(estimateOf(facts).taxesInsuranceAssessments).toMatchObject({
        statements: [
          'Amount can increase over time',
          'See Section G on page 2 for escrowed property costs.',
          'You must pay for other property costs separately.',
        ],
        citation: '1026.37(c)(4)',
      });
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
      statements: {
        forNow: expect.stringMatching(
          /^For now, your loan will have an escrow account .*failing to make a payment\.$/,
        ),
        inTheFuture: expect.stringMatching(/^In the future, .* what you could buy on your own\.$/),
      },
      citation: '1026.38(l)(7)(i)(A)',
    });
    const none = {
      ...purchase,
      propertyCosts: [],
      costs: purchase.costs.filter(({ kind }) => kind !== 'escrow'),
    };
    expect(closingOf(none, none, { escrow: { noEscrowBecause: 'declined' } }).escrowAccount).toMatchObject({
      reason: 'you declined it',
      statements: { forNow: expect.stringContaining('because you declined it. You must directly pay') },
    });
  });

  it('refers page 1 to the escrow account on page 4 and to page 3, 1026.38(c)(2), (d)', () => {
    expect(found.taxesInsuranceAssessments).toMatchObject({
      statements: [
        'Amount can increase over time',
        'See page 4 for details',
        'See Escrow Account on page 4 for details.',
        'You must pay for other property costs separately.',
      ],
      citation: '1026.37(c)(4), 1026.38(c)(2)',
    });
    for (const { costsAtClosing } of [found, closingOf(refinance)])
      expect(costsAtClosing.cashToCloseText).toBe(
        'Includes Closing Costs. See Calculating Cash to Close on page 3 for details.',
      );
  });

  it('accepts no loan by a form without a signature, among the other disclosures', () => {
    const unsigned = closingOf({ ...purchase, isSigned: false });
    expect(unsigned).not.toHaveProperty('confirmReceipt');
    const headings = unsigned.otherDisclosures.map(({ heading }) => heading);
    expect(headings).toEqual(headings.toSorted());
    expect(headings).toContain('Loan Acceptance');
    expect(found.confirmReceipt).toMatchObject({
      heading: 'Confirm Receipt',
      lines: ['Avery Sample', 'Blair Sample'],
    });
    expect(found.otherDisclosures.map(({ heading }) => heading)).not.toContain('Loan Acceptance');
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

  it('refers to the subtotals that changed, and to none for lender credits alone', () => {
    const dearer = { kind: 'fee' as const, section: 'H' as const, label: 'Warranty', amountCents: 10_000 };
    const more = { ...purchase, costs: [...purchase.costs, dearer] };
    const both = { ...more, costs: [...more.costs, { ...dearer, section: 'A' as const }] };
    const statements = [more, both].map(
      (facts) => changesOf(facts, purchase)['Total Closing Costs']?.statement,
    );
    expect(statements).toEqual([
      'See Total Other Costs (I)',
      'See Total Loan Costs (D) and Total Other Costs (I)',
    ]);
    const credited = changesOf(purchase, purchase, { lenderCreditsCents: 5_000 })['Total Closing Costs'];
    expect(credited).toMatchObject({ changed: 'YES' });
    expect(credited).not.toHaveProperty('statement');
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
            'See Total Loan Costs (D). Increase exceeds legal limits by $75.00. See Lender Credits on page 2',
        },
      },
    );
    expect(() => closingOf(purchase, purchase, { ...cure, lenderCreditsCents: 0 })).toThrow(/lender credits/);
    expect(closingOf(purchase, purchase, cure).closingCostDetails.lenderCreditsLabel).toBe(
      'Lender Credits (Includes $75.00 credit for increase in Closing Costs above legal limit)',
    );
    const reduced = closingOf(purchase, purchase, { excessCents: 7_500, curedBy: 'principal-reduction' });
    expect(reduced.closingCostDetails.lenderCreditsLabel).toBe('Lender Credits');
  });

  it('without a seller has payoffs and payments in place of the summaries', () => {
    const closing = closingOf(refinance);
    expect(closing).not.toHaveProperty('borrowersTransaction');
    expect(closing.payoffsAndPayments?.totalCents).toBe(15_250_050);
    const { cashToCloseCents, closingCostsFinancedCents, direction, changes } = closing.cashToClose;
    expect(cashToCloseCents).toBe(20_000_000 + 50_040 - 15_250_050 - 601_760);
    expect(direction).toBe('To Borrower');
    expect(closingCostsFinancedCents).toBe(601_760);
    expect(closing.costsAtClosing).toMatchObject({ direction: 'To Borrower', cashToCloseCents });
    expect(changes.map(({ estimateCents, finalCents }) => [estimateCents, finalCents])).toEqual([
      [20_000_000, 20_000_000],
      [-601_800, -601_760],
      [0, 50_040],
      [-15_250_100, -15_250_050],
      [4_148_100, cashToCloseCents],
    ]);
    expect(changes.at(-1)?.direction).toEqual({ estimate: 'To Borrower', final: 'To Borrower' });
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
      /^Under your loan terms, you are scheduled/,
    );
  });
});
