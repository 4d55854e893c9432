import * as z from 'zod';
import { ConsiderationsSchema, otherConsiderations } from './other-considerations.ts';
import { RateLockSchema, rateLock } from './rate-lock.ts';
import { confirmReceipt } from './signature.ts';
import { contactTable } from './contacts.ts';
import { costsAtClosing } from './costs-at-closing.ts';
import { estimateCash } from './estimate-cash.ts';
import { estimateHeading } from './heading.ts';
import { formFigures } from './form-figures.ts';
import { percentText } from '../disclosure-text.ts';
import { costSubtotals } from './cost-table.ts';
import { printedCash } from './printed-cash.ts';
import { printedShape, refuseContradictions } from './printed-facts.ts';
import { shownLines } from './shown-lines.ts';
import type { FormFigures } from './form-figures.ts';

/** Everything form H-24 prints, 1026.37. */
export const LoanEstimateSchema = z
  .strictObject({ ...printedShape, rateLock: RateLockSchema, considerations: ConsiderationsSchema })
  .superRefine((facts, context) => {
    refuseContradictions(facts, context);
    if (facts.costs.some(({ kind }) => kind === 'aggregate-adjustment'))
      context.addIssue({
        code: 'custom',
        path: ['costs'],
        message: 'the aggregate adjustment is a line of the Closing Disclosure',
      });
  });
export type LoanEstimateFacts = z.input<typeof LoanEstimateSchema>;
export type LoanEstimate = ReturnType<typeof loanEstimate>;

/** The data set of a Loan Estimate, page by page. @throws a ZodError when malformed or contradicting itself */
export function loanEstimate(input: LoanEstimateFacts) {
  const { rateLock: lock, considerations, ...facts } = LoanEstimateSchema.parse(input);
  const own = formFigures(facts, 'loan-estimate');
  const { figures, termMonths } = own;
  const sale = facts.transaction.tables === 'standard' ? facts.transaction.sale : undefined;
  const cash = shownCash(own);
  const heading = estimateHeading(facts.heading, {
    termMonths,
    product: figures.product,
    ...(sale ? { salePriceCents: sale.priceCents } : {}),
  });
  const contacts = contactTable(facts.contacts).filter(({ role }) => /Lender|Mortgage/.test(role));
  return {
    heading: { ...heading, rateLock: rateLock(lock) },
    loanTerms: figures.loanTerms,
    projectedPayments: figures.projectedPayments,
    taxesInsuranceAssessments: own.propertyCosts,
    costsAtClosing: costsAtClosing(figures.closingCosts, cash, 'loan-estimate'),
    moreInformation: {
      text: 'Visit www.consumerfinance.gov/mortgage-estimate for general information and tools.',
      citation: '1026.37(e)',
    },
    closingCostDetails: {
      ...figures.closingCosts,
      sections: figures.closingCosts.sections.map((section) => ({
        ...section,
        ...shownLines(section.section, section.items),
      })),
    },
    cashToClose: printedCash(cash),
    /** What the Closing Disclosure is compared with: its `estimate`; every table positive from the consumer. */
    forClosing: {
      loanAmountCents: facts.plan.principalCents,
      exact: own.exactCash,
      shown: cash,
      subtotals: costSubtotals(own.lines),
    },
    ...(figures.adjustablePayments ? { adjustablePayments: figures.adjustablePayments } : {}),
    ...(figures.adjustableRate ? { adjustableRate: figures.adjustableRate } : {}),
    contacts: { columns: contacts, citation: '1026.37(k)' },
    comparisons: comparisonsOf(own),
    otherConsiderations: otherConsiderations(considerations, heading.purpose, facts.isSigned),
    ...(facts.isSigned
      ? {
          confirmReceipt: confirmReceipt(
            facts.heading.consumers.map(({ name }) => name),
            'loan-estimate',
          ),
        }
      : {}),
  };
}

/** The exact table rounded line by line, with the total of the rounded costs of page 2. */
function shownCash({ exactCash, figures }: FormFigures) {
  const total = figures.closingCosts.totalClosingCostsCents;
  const lines = exactCash.lines.map((each) =>
    each.line === 'Total Closing Costs' ? { ...each, amountCents: total } : each,
  );
  return estimateCash({ ...exactCash, lines });
}

/** Page 3's comparisons, from exact amounts: 1026.37(l). */
const comparisonsOf = ({ figures }: FormFigures) => ({
  inFiveYears: figures.inFiveYears,
  apr: {
    value: figures.apr,
    explanation: 'Your costs over the loan term expressed as a rate. This is not your interest rate.',
    citation: '1026.37(l)(2)',
  },
  totalInterestPercentage: {
    value: percentText(figures.calculations.totalInterestPercentagePpm),
    explanation:
      'The total amount of interest that you will pay over the loan term as a percentage of your loan amount.',
    citation: '1026.37(l)(3)',
  },
});
