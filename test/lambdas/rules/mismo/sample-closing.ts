import type { ClosingFacts } from '../../../../lambdas/rules/mismo/closing/closing-facts.ts';

/** An invented purchase: 240,000 at 6.5 % over 30 years, with costs in most tables, some paid by the seller or before. */
export const sampleClosing: ClosingFacts = {
  disclosure: {
    form: 'closing-disclosure',
    product: { rate: { kind: 'fixed' } },
    plan: {
      principalCents: 24_000_000,
      periods: { kind: 'equal', perYear: 12 },
      segments: [{ payments: 360, ratePpm: 65_000, payment: { kind: 'level', overPayments: 360 } }],
    },
    mortgageInsurance: { monthlyCents: 8_000, payments: 90 },
    monthlyEscrowCents: 30_000,
    costs: {
      items: [
        { section: 'A', name: 'Underwriting Fee', amountCents: 90_000 },
        { section: 'B', name: 'Appraisal Fee', amountCents: 55_000, paidBy: 'borrower-before-closing' },
        { section: 'C', name: 'Title - Lender Policy', amountCents: 60_000 },
        { section: 'C', name: 'Title - Lender Policy', amountCents: 40_000, paidBy: 'seller' },
        { section: 'E', name: 'Recording Fees', amountCents: 12_000 },
        { section: 'F', name: 'Prepaid Interest', amountCents: 42_740 },
        { section: 'G', name: 'Property Taxes', amountCents: 60_000 },
        { section: 'G', name: 'Aggregate Adjustment', amountCents: -1_500 },
        { section: 'H', name: 'Home Warranty', amountCents: 45_000, paidBy: 'seller' },
      ],
      lenderCreditsCents: 10_000,
    },
    cash: {
      table: 'standard',
      salePriceCents: 30_000_000,
      otherThirdPartyPaymentsCents: 30_000_000,
      depositCents: 500_000,
    },
    prepaidInterestCents: 42_740,
    prepaidFinanceChargeCents: 132_740,
    aprPpm: 69_820,
  },
  createdAt: '2026-06-01T12:00:00Z',
  issuedOn: '2026-06-01',
  closingOn: '2026-06-15',
  disbursementOn: '2026-06-15',
  purpose: 'Purchase',
  mortgageType: 'Conventional',
  identifiers: [{ identifier: 'SAMPLE-1', type: 'LenderLoan' }],
  property: { address: { line: '1 Sample Way', city: 'Exampleton', state: 'NE', postalCode: '00001' } },
  parties: [{ name: { first: 'Avery', last: 'Sample' }, roles: [{ type: 'Borrower' }] }],
  costs: [
    {
      section: 'A',
      name: 'Underwriting Fee',
      type: 'UnderwritingFee',
      paidToType: 'Lender',
      isInPointsAndFees: true,
    },
    {
      section: 'C',
      name: 'Title - Lender Policy',
      type: 'TitleLendersCoveragePremium',
      paidTo: 'Example Title',
    },
    {
      section: 'F',
      name: 'Prepaid Interest',
      type: 'PrepaidInterest',
      perDiemCents: 4_274,
      from: '2026-06-15',
      through: '2026-06-25',
    },
    { section: 'G', name: 'Property Taxes', type: 'CountyPropertyTax', months: 3, monthlyCents: 20_000 },
  ],
  estimates: [
    {
      line: 'Total Closing Costs',
      amountCents: 350_000,
      change: 'See Total Loan Costs (D) and Total Other Costs (I)',
    },
    { line: 'Deposit', amountCents: -500_000 },
  ],
  estimatedCashToCloseCents: 5_850_000,
};
