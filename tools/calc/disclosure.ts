import {
  ClosingDisclosureSchema,
  closingDisclosure,
} from '../../lambdas/rules/trid/form/closing-disclosure.ts';
import { DisclosureFactsSchema, disclosure } from '../../lambdas/rules/trid/disclosure.ts';
import { LoanEstimateSchema, loanEstimate } from '../../lambdas/rules/trid/form/loan-estimate.ts';
import { citedLines } from './derivation.ts';
import { defineEngine } from './engine.ts';
import type { ClosingDisclosureFacts } from '../../lambdas/rules/trid/form/closing-disclosure.ts';
import type { LoanEstimateFacts } from '../../lambdas/rules/trid/form/loan-estimate.ts';

const plan = {
  principalCents: 20_000_000,
  periods: { kind: 'equal' as const, perYear: 12 },
  segments: [{ payments: 360, ratePpm: 60_000, payment: { kind: 'level' as const, overPayments: 360 } }],
};

export const forms = defineEngine({
  name: 'disclosure',
  summary: 'The figures of a Loan Estimate or Closing Disclosure: terms, payments, costs, cash, comparisons',
  input: DisclosureFactsSchema,
  example: {
    form: 'loan-estimate',
    product: { rate: { kind: 'fixed' } },
    plan,
    mortgageInsurance: { monthlyCents: 8_055, payments: 100 },
    monthlyEscrowCents: 30_050,
    costs: { items: [{ section: 'A', name: 'Underwriting Fee', amountCents: 80_000 }] },
    cash: { table: 'standard', salePriceCents: 25_000_000, otherThirdPartyPaymentsCents: 25_000_000 },
    prepaidInterestCents: 0,
    prepaidFinanceChargeCents: 80_000,
    aprPpm: 60_400,
  },
  run: disclosure,
  explain: citedLines,
});

const latePayment = {
  graceDays: 15,
  charge: { kind: 'part' as const, partPpm: 50_000, of: 'principal and interest payment' as const },
};
const property = '10 Invented Street, Springfield, OH 45502';

const shared: Omit<LoanEstimateFacts, 'rateLock' | 'considerations'> = {
  heading: {
    lender: { name: 'Example Savings Bank' },
    issuedOn: '2026-06-03',
    consumers: [{ name: 'Avery Sample' }],
    property,
    purpose: { acquiresProperty: true },
    loanType: 'Conventional',
    loanId: '1330172608',
  },
  product: { rate: { kind: 'fixed' } },
  plan,
  mortgageInsurance: { monthlyCents: 8_055, payments: 100 },
  propertyCosts: [{ kind: 'property-taxes', monthlyCents: 20_050, escrowedMonthlyCents: 20_050 }],
  costs: [
    { kind: 'points', partPpm: 2_500 },
    {
      kind: 'fee',
      section: 'A',
      label: 'Underwriting Fee',
      amountCents: 80_000,
      charge: { kind: 'underwriting-fee' },
    },
    { kind: 'recording-fees', deedCents: 4_000, mortgageCents: 4_500 },
    { kind: 'prepaid-interest', perDiemCents: 3_288, days: 15, ratePpm: 60_000 },
    { kind: 'escrow', item: 'property-taxes', monthlyCents: 20_050, months: 3 },
  ],
  transaction: {
    tables: 'standard',
    sale: { priceCents: 25_000_000, depositCents: 1_000_000, sellerCreditsCents: 250_000 },
  },
  aprPpm: 65_432,
  contacts: [{ role: 'Lender', name: 'Example Savings Bank', nmlsId: '111' }],
};
const estimateExample: LoanEstimateFacts = {
  ...shared,
  rateLock: { costsExpire: { on: '2026-06-17', time: '5:00 p.m.', zone: 'Eastern' } },
  considerations: {
    appraisalRulesApply: true,
    assumptionAllowed: false,
    latePayment,
    intendsToService: false,
  },
};

export const printedEstimate = defineEngine({
  name: 'loan-estimate',
  summary:
    'Everything a Loan Estimate prints, page by page, with what the Closing Disclosure is compared with',
  input: LoanEstimateSchema,
  example: estimateExample,
  run: loanEstimate,
  explain: citedLines,
});

/** The example's Loan Estimate table, as `loan-estimate` answers it under `forClosing`. */
const estimatedLine = (line: string, amountCents: number) => ({
  line,
  amountCents,
  citation: '1026.37(h)(1)',
});
const estimated = {
  lines: [
    estimatedLine('Total Closing Costs', 247_970),
    estimatedLine('Closing Costs Paid Before Closing', 0),
    estimatedLine('Closing Costs Financed', 0),
    estimatedLine('Down Payment/Funds from Borrower', 5_000_000),
    estimatedLine('Deposit', -1_000_000),
    estimatedLine('Funds for Borrower', 0),
    estimatedLine('Seller Credits', -250_000),
    estimatedLine('Adjustments and Other Credits', 0),
  ],
  cashToCloseCents: 3_997_970,
};

const closingExample: ClosingDisclosureFacts = {
  ...shared,
  closing: {
    closingOn: '2026-07-15',
    disbursementOn: '2026-07-15',
    settlementAgent: 'Example Title',
    fileNumber: '12-3456',
    sellers: [{ name: 'Emery Seller' }],
  },
  loanDisclosures: {
    assumptionAllowed: false,
    hasDemandFeature: false,
    latePayment,
    negativeAmortization: 'none',
    partialPayments: ['applied'],
    propertyAddress: property,
  },
  other: { appraisalRulesApply: true, stateLawMayProtect: true },
  estimate: { loanAmountCents: plan.principalCents, exact: estimated, shown: estimated },
};

export const printedClosing = defineEngine({
  name: 'closing-disclosure',
  summary: 'Everything a Closing Disclosure prints: summaries of both sides, changes, escrow, calculations',
  input: ClosingDisclosureSchema,
  example: closingExample,
  run: closingDisclosure,
  explain: citedLines,
});
