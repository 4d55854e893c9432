import { formatDollars } from '../../shared/money.ts';
import { finalBalloon, withoutResidue } from './payment-terms.ts';
import { loanAmountText, percentText, wholeDollarText } from './disclosure-text.ts';
import type { Cents } from '../../shared/money.ts';
import type { MonthPayment } from './payment-terms.ts';
import type { Ppm } from '../../shared/rate.ts';

export interface LoanTermsFacts {
  loanAmountCents: Cents;
  /** The most that may be owed, when interest may be added to the loan; absent otherwise. */
  highestBalanceCents?: Cents;
  initialRatePpm: Ppm;
  /** The highest rate the note allows, and the month in which it can first apply; absent at a fixed rate. */
  highestRate?: { ratePpm: Ppm; month: number };
  /** The month at whose beginning the rate first changes, and how often it changes at first. */
  firstRateChange?: { month: number; everyMonths: number };
  months: readonly MonthPayment[];
  /** The most it may be, and the last month in which it may be charged. */
  prepaymentPenalty?: { mostCents: Cents; months: number };
}

/** A row of "Loan Terms": the figure, whether it can increase (or is there), and what the form says of it. */
export interface LoanTerm {
  term:
    | 'Loan Amount'
    | 'Interest Rate'
    | 'Monthly Principal & Interest'
    | 'Prepayment Penalty'
    | 'Balloon Payment';
  value?: string;
  answer: 'NO' | 'YES';
  details: readonly string[];
  citation: string;
}

/** `2 years`, as form H-24(B) has it; months where they are no whole years. */
function spanText(months: number): string {
  if (months % 12 !== 0) return `${months} months`;
  return months === 12 ? 'year' : `${months / 12} years`;
}

/** The year of the table in which a month falls, from the first due date. */
const yearOf = (month: number): number => Math.ceil(month / 12);

/** The loan terms table of 1026.37(b), 1026.38(b). */
export function loanTerms(facts: LoanTermsFacts): LoanTerm[] {
  const { prepaymentPenalty: penalty, highestRate } = facts;
  const months = withoutResidue(facts.months);
  const balloon = finalBalloon(facts.months);
  return [
    amountTerm(facts),
    {
      term: 'Interest Rate',
      value: percentText(facts.initialRatePpm),
      ...answer(
        highestRate && [
          ...frequency(facts.firstRateChange),
          rise(percentText(highestRate.ratePpm), highestRate.month),
        ],
      ),
      citation: '1026.37(b)(2), (6)(ii)',
    },
    paymentTerm(balloon ? months.slice(0, -1) : months),
    {
      term: 'Prepayment Penalty',
      ...answer(
        penalty && [
          `As high as ${wholeDollarText(penalty.mostCents)} if you pay off the loan during the first ${spanText(penalty.months)}`,
        ],
      ),
      citation: '1026.37(b)(4), (7)(i)',
    },
    {
      term: 'Balloon Payment',
      ...answer(
        balloon && [
          `You will have to pay ${wholeDollarText(balloon.mostCents)} at the end of year ${yearOf(facts.months.length)}`,
        ],
      ),
      citation: '1026.37(b)(5), (7)(ii)',
    },
  ];
}

const answer = (details: readonly string[] | undefined): Pick<LoanTerm, 'answer' | 'details'> =>
  details ? { answer: 'YES', details } : { answer: 'NO', details: [] };

/** Only the first of several intervals is stated (comment 37(b)(6)(ii)-2). */
function frequency(change: LoanTermsFacts['firstRateChange']): string[] {
  if (!change) return [];
  const { month, everyMonths } = change;
  const [count, unit] = everyMonths % 12 === 0 ? [everyMonths / 12, 'year'] : [everyMonths, 'month'];
  const every = count === 1 ? unit : `${count} ${unit}s`;
  return [`Adjusts every ${every} starting in year ${yearOf(month)}`];
}

const rise = (most: string, month: number): string => `Can go as high as ${most} in year ${yearOf(month)}`;

function amountTerm({ loanAmountCents, highestBalanceCents: highest }: LoanTermsFacts): LoanTerm {
  const grows = highest !== undefined && highest > loanAmountCents;
  return {
    term: 'Loan Amount',
    value: loanAmountText(loanAmountCents),
    ...answer(grows ? [`Can go as high as ${wholeDollarText(highest)}`] : undefined),
    citation: '1026.37(b)(1), (6)(i)',
  };
}

/** The initial payment in cents; the first month at the maximum, and until when only interest is paid. */
function paymentTerm(months: readonly MonthPayment[]): LoanTerm {
  const [first] = months;
  const initial = first?.mostCents ?? 0;
  const most = Math.max(...months.map(({ mostCents }) => mostCents));
  const at = months.findIndex(({ mostCents }) => mostCents === most);
  const found = months[at];
  const lastOnlyInterest = months.findLastIndex(({ isInterestOnly }) => isInterestOnly);
  const onlyInterest =
    lastOnlyInterest === -1
      ? []
      : [`Includes only interest and no principal until year ${yearOf(lastOnlyInterest + 2)}`];
  const rises = found && most > initial ? [rise(wholeDollarText(found.mostCents), at + 1)] : undefined;
  return {
    term: 'Monthly Principal & Interest',
    ...(first ? { value: formatDollars(first.mostCents) } : {}),
    ...answer(rises && [...rises, ...onlyInterest]),
    citation: '1026.37(b)(3), (6)(iii)',
  };
}
