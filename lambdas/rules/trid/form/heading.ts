import * as z from 'zod';
import { CalendarDateSchema, NonNegativeCentsSchema } from '../../../shared/value-schemas.ts';
import { PurposeFactsSchema, loanPurpose } from './loan-purpose.ts';
import { formDate } from './form-date.ts';
import { loanTermRangeText } from './loan-term.ts';
import { loanAmountText } from '../disclosure-text.ts';
import type { Cents } from '../../../shared/money.ts';
import type { Form } from '../projected-payments.ts';
import type { LoanPurpose } from './loan-purpose.ts';

const Text = z.string().min(1).max(200);

/** Who borrows, on what, from whom: the heading of either form, 1026.37(a)(3) to (12), 1026.38(a)(3) to (5). */
export const HeadingSchema = z.strictObject({
  lender: z.strictObject({ name: Text, address: Text.optional() }),
  /** When the form is mailed or handed over, however it travels (comment 37(a)(4)-1). */
  issuedOn: CalendarDateSchema,
  consumers: z
    .array(z.strictObject({ name: Text, address: Text.optional() }))
    .min(1)
    .max(8),
  /** With its zip code; or its location where there is no address, 1026.37(a)(6). */
  property: Text,
  purpose: PurposeFactsSchema,
  /** What the property is worth where no price is agreed: as appraised, or as estimated, 1026.37(a)(7)(ii). */
  value: z.strictObject({ amountCents: NonNegativeCentsSchema, isAppraised: z.boolean() }).optional(),
  loanType: z.enum(['Conventional', 'FHA', 'VA']).or(z.strictObject({ other: Text })),
  loanId: Text,
  /** The shortest and longest term, where the obligation leaves it open; else the schedule's (comment 37(a)(8)-2). */
  termRange: z
    .strictObject({ leastMonths: z.int().positive(), mostMonths: z.int().positive() })
    .refine(
      ({ leastMonths, mostMonths }) => leastMonths <= mostMonths,
      'the longest term is not the shortest',
    )
    .optional(),
});
export type Heading = z.output<typeof HeadingSchema>;

/** What else the Closing Disclosure's heading holds, 1026.38(a)(3), (4), (5)(vi). */
export const ClosingHeadingSchema = z
  .strictObject({
    closingOn: CalendarDateSchema,
    disbursementOn: CalendarDateSchema,
    settlementAgent: Text,
    fileNumber: Text,
    sellers: z
      .array(z.strictObject({ name: Text, address: Text.optional() }))
      .max(8)
      .default([]),
    /** The mortgage insurance case number, of a government programme. */
    insuranceCaseNumber: Text.optional(),
  })
  .refine(({ closingOn, disbursementOn }) => disbursementOn >= closingOn, {
    message: 'money goes out on or after the closing',
    path: ['disbursementOn'],
  });
export type ClosingHeading = z.output<typeof ClosingHeadingSchema>;

export interface PrintedLine {
  label: string;
  value: string;
  citation: string;
}

export interface PrintedHeading {
  title: 'Loan Estimate' | 'Closing Disclosure';
  purposeStatement: string;
  lines: readonly PrintedLine[];
  purpose: LoanPurpose;
}

interface LoanFacts {
  termMonths: number;
  product: string;
  salePriceCents?: Cents;
}

/** The heading of the Loan Estimate, without the rate lock. */
export function estimateHeading(heading: Heading, loan: LoanFacts): PrintedHeading {
  const purpose = loanPurpose(heading.purpose);
  return {
    title: 'Loan Estimate',
    purposeStatement: 'Save this Loan Estimate to compare with your Closing Disclosure.',
    lines: [
      line('Lender', withAddress(heading.lender), '1026.37(a)(3)'),
      line('Date Issued', formDate(heading.issuedOn), '1026.37(a)(4)'),
      line('Applicants', people(heading.consumers), '1026.37(a)(5)'),
      line('Property', heading.property, '1026.37(a)(6)'),
      valueLine(heading, loan, 'loan-estimate'),
      ...loanLines(heading, loan, purpose, 'loan-estimate'),
    ],
    purpose,
  };
}

/** The heading of the Closing Disclosure: closing, transaction and loan information. */
export function closingHeading(heading: Heading, closing: ClosingHeading, loan: LoanFacts): PrintedHeading {
  const purpose = loanPurpose(heading.purpose);
  return {
    title: 'Closing Disclosure',
    purposeStatement:
      'This form is a statement of final loan terms and closing costs. Compare this document with your Loan Estimate.',
    lines: [
      line('Date Issued', formDate(heading.issuedOn), '1026.38(a)(3)(i)'),
      line('Closing Date', formDate(closing.closingOn), '1026.38(a)(3)(ii)'),
      line('Disbursement Date', formDate(closing.disbursementOn), '1026.38(a)(3)(iii)'),
      line('Settlement Agent', closing.settlementAgent, '1026.38(a)(3)(iv)'),
      line('File #', closing.fileNumber, '1026.38(a)(3)(v)'),
      line('Property', heading.property, '1026.38(a)(3)(vi)'),
      valueLine(heading, loan, 'closing-disclosure'),
      line('Borrower', people(heading.consumers), '1026.38(a)(4)(i)'),
      ...(closing.sellers.length === 0 ? [] : [line('Seller', people(closing.sellers), '1026.38(a)(4)(ii)')]),
      line('Lender', heading.lender.name, '1026.38(a)(4)(iii)'),
      ...loanLines(heading, loan, purpose, 'closing-disclosure'),
      ...(closing.insuranceCaseNumber === undefined
        ? []
        : [line('MIC #', closing.insuranceCaseNumber, '1026.38(a)(5)(vi)')]),
    ],
    purpose,
  };
}

const line = (label: string, value: string, citation: string): PrintedLine => ({ label, value, citation });

const withAddress = ({ name, address }: { name: string; address?: string | undefined }): string =>
  address === undefined ? name : `${name}, ${address}`;
const people = (all: Heading['consumers']): string => all.map(withAddress).join('; ');

/**
 * Price or value. Neither form rounds it, as 1026.37(o)(4)(i)(A) and 38(t)(4)(i) do not list it; the samples print no cents
 * where there are none. The Loan Estimate calls an appraised value estimated too (comment 37(a)(7)-1, form H-24(A)), the
 * Closing Disclosure only where there is no appraisal (comment 38(a)(3)(vii)-1).
 */
function valueLine({ value }: Heading, { salePriceCents }: LoanFacts, form: Form): PrintedLine {
  const isEstimate = form === 'loan-estimate';
  const paragraph = isEstimate ? '1026.37(a)(7)' : '1026.38(a)(3)(vii)';
  if (salePriceCents !== undefined) return line('Sale Price', loanAmountText(salePriceCents), paragraph);
  const closing = value?.isAppraised ? 'Appraised Prop. Value' : 'Estimated Prop. Value';
  return line(
    isEstimate ? 'Est. Prop. Value' : closing,
    value ? loanAmountText(value.amountCents) : '',
    paragraph,
  );
}

/** Term, purpose, product, type and number: 1026.37(a)(8) to (12), 1026.38(a)(5)(i) to (v). */
function loanLines(heading: Heading, loan: LoanFacts, purpose: LoanPurpose, form: Form): PrintedLine[] {
  const { loanType, loanId, termRange } = heading;
  const { leastMonths, mostMonths } = termRange ?? {
    leastMonths: loan.termMonths,
    mostMonths: loan.termMonths,
  };
  const values = [
    ['Loan Term', loanTermRangeText(leastMonths, mostMonths), 'i'],
    ['Purpose', purpose, 'ii'],
    ['Product', loan.product, 'iii'],
    ['Loan Type', typeof loanType === 'string' ? loanType : `Other: ${loanType.other}`, 'iv'],
    ['Loan ID #', loanId, 'v'],
  ] as const;
  return values.map(([label, value, item], index) =>
    line(label, value, form === 'loan-estimate' ? `1026.37(a)(${index + 8})` : `1026.38(a)(5)(${item})`),
  );
}
