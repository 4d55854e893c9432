import * as z from 'zod';
import { IncomeFactsSchema } from '../../lambdas/rules/income/income-facts.ts';
import { calculateTotalIncome } from '../../lambdas/rules/income/calculate-income.ts';
import { citedLines } from './derivation.ts';
import { defineEngine } from './engine.ts';

const payStub = (field: string) => ({
  source: 'document' as const,
  documentId: 'doc_sample',
  page: 1,
  field,
});

export const income = defineEngine({
  name: 'income',
  summary: 'Monthly qualifying income of all sources in evidence, with the worksheet and what is missing',
  input: z.strictObject({ sources: z.array(IncomeFactsSchema).max(50) }),
  example: {
    sources: [
      {
        kind: 'salary',
        amountPerPeriodCents: { value: 250_000, evidence: payStub('grossPay') },
        payFrequency: { value: 'semimonthly', evidence: payStub('payFrequency') },
      },
    ],
  },
  run: ({ sources }) => calculateTotalIncome(sources),
  explain: citedLines,
});
