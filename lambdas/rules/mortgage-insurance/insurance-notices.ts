import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { InsuredLoanSchema, insuranceDates } from './insurance-dates.ts';
import { addDays, addYears } from '../../shared/calendar.ts';
import type { ClockDate } from '../trid/clock-date.ts';

/** 12 USC 4905(c)(2), calendar days. */
const LENDER_PAID_DAYS = 30;

export const NoticeFactsSchema = z
  .strictObject({
    loan: InsuredLoanSchema,
    commitmentOn: CalendarDateSchema,
    consummationOn: CalendarDateSchema,
    paidBy: z.enum(['borrower', 'lender']),
    isAdjustable: z.boolean().default(false),
  })
  .refine(({ commitmentOn, consummationOn }) => commitmentOn <= consummationOn, {
    path: ['commitmentOn'],
    message: 'a loan is committed to before it closes',
  });
export type NoticeFacts = z.input<typeof NoticeFactsSchema>;

export interface InsuranceNotice extends ClockDate {
  id: string;
  /** What it says. */
  contents: readonly string[];
}

/** The notices of 12 USC 4903(a) and 4905(c) that a loan with mortgage insurance calls for, with their last days. */
export function insuranceNotices(input: NoticeFacts): InsuranceNotice[] {
  const facts = NoticeFactsSchema.parse(input);
  return facts.paidBy === 'lender' ? lenderPaid(facts) : borrowerPaid(facts);
}

type Facts = z.output<typeof NoticeFactsSchema>;

function borrowerPaid({ loan, consummationOn, isAdjustable }: Facts): InsuranceNotice[] {
  const yearly: InsuranceNotice = {
    id: 'yearly-statement',
    on: addYears(consummationOn, 1),
    reason: 'a written statement every year of the rights to cancel and to termination',
    citation: '12 USC 4903(a)(3)',
    contents: ['rights', 'servicer-address', 'servicer-telephone'],
  };
  const initial = { id: 'initial-disclosure', on: consummationOn, reason: 'at consummation' };
  if (loan.risk !== 'standard')
    return [
      { ...initial, citation: '12 USC 4903(a)(2)', contents: ['required-until-midpoint-at-most'] },
      yearly,
    ];
  const contents = isAdjustable
    ? [
        'right-to-cancel-at-cancellation-date',
        'servicer-will-notify-of-cancellation-date',
        'automatic-termination-and-its-notice',
        'high-risk-exemptions',
      ]
    : [
        'amortization-schedule',
        'cancellation-date',
        'early-cancellation-by-payments',
        'termination-date',
        'high-risk-exemptions',
      ];
  const citation = isAdjustable ? '12 USC 4903(a)(1)(B)' : '12 USC 4903(a)(1)(A)';
  const reached = isAdjustable ? cancellationDateReached(loan) : [];
  return [{ ...initial, citation, contents }, yearly, ...reached];
}

/** What the first notice of an adjustable loan promises, by the schedule in effect. */
function cancellationDateReached(loan: Facts['loan']): InsuranceNotice[] {
  const { cancellation } = insuranceDates(loan);
  if (!cancellation) return [];
  return [
    {
      id: 'cancellation-date-reached',
      on: cancellation.on,
      reason: 'the servicer tells the borrower of an adjustable loan when the cancellation date is reached',
      citation: '12 USC 4903(a)(1)(B)(i)',
      contents: ['right-to-cancel-at-cancellation-date'],
    },
  ];
}

function lenderPaid({ loan, commitmentOn }: Facts): InsuranceNotice[] {
  const { termination, finalTermination } = insuranceDates(loan);
  const ends = termination && termination.on < finalTermination.on ? termination : finalTermination;
  return [
    {
      id: 'lender-paid-disclosure',
      on: commitmentOn,
      reason: 'no later than the commitment',
      citation: '12 USC 4905(c)(1)',
      contents: [
        'cannot-be-cancelled-by-borrower',
        'usually-a-higher-rate',
        'ends-only-by-refinance-payoff-or-otherwise',
        'benefits-and-drawbacks-over-ten-years',
        'may-be-deductible',
      ],
    },
    {
      id: 'lender-paid-refinance-notice',
      on: addDays(ends.on, LENDER_PAID_DAYS),
      reason: '30 days after the date on which insurance paid by the borrower would end',
      citation: '12 USC 4905(c)(2)',
      contents: ['may-wish-to-review-refinancing'],
    },
  ];
}
