import { closingDisclosure } from '../../../../../lambdas/rules/trid/form/closing-disclosure.ts';
import { loanEstimate } from '../../../../../lambdas/rules/trid/form/loan-estimate.ts';
import type { ClosingDisclosureFacts } from '../../../../../lambdas/rules/trid/form/closing-disclosure.ts';
import type { LoanEstimateFacts } from '../../../../../lambdas/rules/trid/form/loan-estimate.ts';

type Shared = Omit<LoanEstimateFacts, 'rateLock' | 'considerations'>;

const latePayment = {
  graceDays: 15,
  charge: { kind: 'part' as const, partPpm: 50_000, of: 'principal and interest payment' as const },
};

/** A purchase of an invented house with escrow, insurance, points and a seller who pays a cost. */
export const purchase: Shared = {
  heading: {
    lender: { name: 'Example Savings Bank', address: '1 Example Plaza, Springfield, OH 45501' },
    issuedOn: '2026-06-03',
    consumers: [
      { name: 'Avery Sample', address: '2 Test Lane, Springfield, OH 45501' },
      { name: 'Blair Sample' },
    ],
    property: '10 Invented Street, Springfield, OH 45502',
    purpose: { acquiresProperty: true },
    loanType: 'Conventional',
    loanId: '1330172608',
  },
  product: { rate: { kind: 'fixed' } },
  plan: {
    principalCents: 20_000_000,
    periods: { kind: 'equal', perYear: 12 },
    segments: [{ payments: 360, ratePpm: 60_000, payment: { kind: 'level', overPayments: 360 } }],
  },
  mortgageInsurance: { monthlyCents: 8_055, payments: 100 },
  propertyCosts: [
    { kind: 'property-taxes', monthlyCents: 20_050, escrowedMonthlyCents: 20_050 },
    { kind: 'homeowners-insurance', monthlyCents: 10_000, escrowedMonthlyCents: 10_000 },
    { kind: 'other', description: 'association dues', monthlyCents: 15_000, escrowedMonthlyCents: 0 },
  ],
  costs: [
    { kind: 'fee', section: 'A', label: 'Underwriting Fee', amountCents: 80_050 },
    { kind: 'points', partPpm: 2_500 },
    {
      kind: 'fee',
      section: 'B',
      label: 'Appraisal Fee',
      amountCents: 50_040,
      payee: 'Example Appraisers',
      paidBy: 'borrower-before-closing',
    },
    { kind: 'fee', section: 'C', label: 'Settlement Agent Fee', amountCents: 50_200, isTitleService: true },
    { kind: 'fee', section: 'C', label: 'Pest Inspection Fee', amountCents: 13_500 },
    { kind: 'recording-fees', deedCents: 4_000, mortgageCents: 4_500 },
    { kind: 'prepaid', item: 'homeowners-insurance', monthlyCents: 10_000, months: 12 },
    { kind: 'prepaid-interest', perDiemCents: 3_288, days: 15, ratePpm: 60_000 },
    { kind: 'escrow', item: 'property-taxes', monthlyCents: 20_050, months: 3 },
    { kind: 'escrow', item: 'homeowners-insurance', monthlyCents: 10_000, months: 2 },
    {
      kind: 'fee',
      section: 'H',
      label: 'Owner’s Title Policy',
      amountCents: 100_000,
      isTitleService: true,
      isOptional: true,
    },
  ],
  transaction: {
    tables: 'standard',
    sale: {
      priceCents: 25_000_000,
      depositCents: 1_000_000,
      sellerCreditsCents: 250_000,
      unpaidBySeller: [
        { kind: 'city-town-taxes', fromOn: '2026-01-01', toOn: '2026-06-30', amountCents: 120_300 },
      ],
      paidBySellerInAdvance: [
        { kind: 'other', description: 'HOA Dues 7/1/2026 to 7/31/2026', amountCents: 8_000 },
      ],
      seller: { firstMortgagePayoffCents: 10_000_000 },
    },
  },
  prepaidFinanceChargeCents: 179_370,
  aprPpm: 65_432,
  contacts: [
    {
      role: 'Lender',
      name: 'Example Savings Bank',
      nmlsId: '111',
      people: [
        { name: 'Casey Example', interactions: 9 },
        { name: 'Drew Example', nmlsId: '222', email: 'drew@bank.example', phone: '555-0100' },
      ],
    },
    { role: 'Settlement Agent', name: 'Example Title', licenseId: 'T-1', licenseState: 'OH' },
  ],
};

/** A refinance by the alternative tables. */
export const refinance: Shared = {
  ...purchase,
  heading: {
    ...purchase.heading,
    purpose: { acquiresProperty: false, replacesSecuredObligation: true },
    value: { amountCents: 26_000_000, isAppraised: false },
  },
  transaction: {
    tables: 'alternative',
    payoffs: [
      { to: 'Payoff of First Example Bank', amountCents: 15_000_000 },
      { to: 'Payoff of Example Card', amountCents: 250_050 },
    ],
  },
};

const asEstimate = (facts: Shared): LoanEstimateFacts => ({
  ...facts,
  rateLock: { costsExpire: { on: '2026-06-17', time: '5:00 p.m.', zone: 'Eastern' } },
  considerations: {
    appraisalRulesApply: true,
    assumptionAllowed: false,
    latePayment,
    intendsToService: false,
  },
});

const asClosing = (facts: Shared, estimated: Shared): ClosingDisclosureFacts => {
  const isSale = facts.transaction.tables === 'standard' && facts.transaction.sale !== undefined;
  return {
    ...facts,
    closing: {
      closingOn: '2026-07-15',
      disbursementOn: '2026-07-15',
      settlementAgent: 'Example Title',
      fileNumber: '12-3456',
      sellers: isSale ? [{ name: 'Emery Seller' }] : [],
    },
    loanDisclosures: {
      assumptionAllowed: false,
      hasDemandFeature: false,
      latePayment,
      negativeAmortization: 'none',
      partialPayments: ['applied'],
      propertyAddress: '10 Invented Street, Springfield, OH 45502',
    },
    other: { appraisalRulesApply: true, stateLawMayProtect: true },
    estimate: loanEstimate(asEstimate(estimated)).forClosing,
  };
};

export const estimateOf = (facts: Shared, considered: Partial<LoanEstimateFacts['considerations']> = {}) => {
  const whole = asEstimate(facts);
  return loanEstimate({ ...whole, considerations: { ...whole.considerations, ...considered } });
};
export const closingOf = (
  facts: Shared,
  estimated: Shared = facts,
  more: Partial<ClosingDisclosureFacts> = {},
) => closingDisclosure({ ...asClosing(facts, estimated), ...more });
export type SharedFacts = Shared;
