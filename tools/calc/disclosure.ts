import { DisclosureFactsSchema, disclosure } from '../../lambdas/rules/trid/disclosure.ts';
import { citedLines } from './derivation.ts';
import { defineEngine } from './engine.ts';

export const forms = defineEngine({
  name: 'disclosure',
  summary: 'The figures of a Loan Estimate or Closing Disclosure: terms, payments, costs, cash, comparisons',
  input: DisclosureFactsSchema,
  example: {
    form: 'loan-estimate',
    product: { rate: { kind: 'fixed' } },
    plan: {
      principalCents: 20_000_000,
      periods: { kind: 'equal', perYear: 12 },
      segments: [{ payments: 360, ratePpm: 60_000, payment: { kind: 'level', overPayments: 360 } }],
    },
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
