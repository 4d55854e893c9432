import { addDays } from '../../shared/calendar.ts';
import { cents } from '../../shared/money.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';

/** 1024.17(f)(2)(i): from here on a surplus must be refunded. */
const REFUND_FROM_CENTS = 5_000;
/** 1024.17(f)(2)(i), (f)(3)(i)(B), (f)(4)(i)(B): calendar days from the analysis. */
const DAYS_TO_SETTLE = 30;
const MONTHS_OF_SHORTAGE = 12;
const MONTHS_OF_DEFICIENCY = 2;

export type SurplusAction = 'refund' | 'credit' | 'retain';
export type RepaymentAction = 'leave' | 'repay-once' | 'repay-over-time' | 'by-loan-documents';

/** One of the courses that the rule leaves open. */
export interface Option<A extends string> {
  action: A;
  /** The last day for it. */
  by?: CalendarDate;
  /** Equal payments, this many at least. */
  leastPayments?: number;
  reason: string;
  citation: string;
}

export interface BalanceFinding {
  finding: 'surplus' | 'shortage' | 'deficiency' | 'balanced';
  surplusCents: Cents;
  /** How far a balance of zero and more lies below the target. */
  shortageCents: Cents;
  /** How far the balance lies below zero: counted first, so that nothing is asked twice (60 FR 8812, question (l)). */
  deficiencyCents: Cents;
  surplusOptions: readonly Option<SurplusAction>[];
  shortageOptions: readonly Option<RepaymentAction>[];
  deficiencyOptions: readonly Option<RepaymentAction>[];
}

export interface BalanceFacts {
  balanceCents: Cents;
  targetCents: Cents;
  /** One month's escrow account payment, without repayments of earlier years. */
  monthlyCents: Cents;
  analyzedOn: CalendarDate;
  /** Payments are received within 30 days of their due dates (f)(2)(ii). */
  isCurrent: boolean;
  paymentsPerYear: number;
}

/** Surplus, shortage and deficiency as 1024.17(b) defines them, each with what (f) allows. */
export function judgeBalance(facts: BalanceFacts): BalanceFinding {
  const { balanceCents, targetCents } = facts;
  const surplusCents = cents(Math.max(0, balanceCents - targetCents));
  const deficiencyCents = cents(Math.max(0, 0 - balanceCents));
  const shortageCents = cents(Math.max(0, targetCents - Math.max(0, balanceCents)));
  const below = shortageCents > 0 ? 'shortage' : 'balanced';
  return {
    finding: surplusCents > 0 ? 'surplus' : deficiencyCents > 0 ? 'deficiency' : below,
    surplusCents,
    shortageCents,
    deficiencyCents,
    surplusOptions: surplusCents > 0 ? surplusOptions(surplusCents, facts) : [],
    shortageOptions: shortageCents > 0 ? shortageOptions(shortageCents, facts) : [],
    deficiencyOptions: deficiencyCents > 0 ? deficiencyOptions(deficiencyCents, facts) : [],
  };
}

function surplusOptions(
  surplus: Cents,
  { analyzedOn, isCurrent }: BalanceFacts,
): readonly Option<SurplusAction>[] {
  const by = addDays(analyzedOn, DAYS_TO_SETTLE);
  const citation = '1024.17(f)(2)(i)';
  if (!isCurrent) {
    const reason = 'the borrower is not current: the loan documents govern';
    return [
      { action: 'retain', reason, citation: '1024.17(f)(2)(ii)' },
      { action: 'refund', reason: 'refunding is always allowed', citation },
    ];
  }
  if (surplus >= REFUND_FROM_CENTS)
    return [
      { action: 'refund', by, reason: 'a surplus of $50 or more is refunded within 30 days', citation },
    ];
  const reason = 'a surplus under $50 is refunded or credited against next year';
  return [
    { action: 'credit', reason, citation },
    { action: 'refund', by, reason, citation },
  ];
}

/** Equal periods in so many months: twelve months are 26 payments every two weeks. */
const paymentsIn = (months: number, perYear: number): number => Math.ceil((months * perYear) / 12);

function shortageOptions(shortage: Cents, facts: BalanceFacts): readonly Option<RepaymentAction>[] {
  const isSmall = shortage < facts.monthlyCents;
  const paragraph = isSmall ? '1024.17(f)(3)(i)' : '1024.17(f)(3)(ii)';
  const [size, letter] = isSmall
    ? ['less than one month’s payment', '(C)']
    : ['one month’s payment or more', '(B)'];
  const leastPayments = paymentsIn(MONTHS_OF_SHORTAGE, facts.paymentsPerYear);
  return [
    {
      action: 'repay-over-time',
      leastPayments,
      reason: `a shortage of ${size}: over at least 12 months`,
      citation: `${paragraph}${letter}`,
    },
    { action: 'leave', reason: 'the shortage may be left', citation: `${paragraph}(A)` },
    ...(isSmall ? [onceWithin30Days('shortage', facts.analyzedOn, `${paragraph}(B)`)] : []),
  ];
}

function deficiencyOptions(deficiency: Cents, facts: BalanceFacts): readonly Option<RepaymentAction>[] {
  if (!facts.isCurrent) {
    const reason = 'the borrower is not current: the loan documents govern';
    return [{ action: 'by-loan-documents', reason, citation: '1024.17(f)(4)(iii)' }];
  }
  const isSmall = deficiency < facts.monthlyCents;
  const paragraph = isSmall ? '1024.17(f)(4)(i)' : '1024.17(f)(4)(ii)';
  const leastPayments = paymentsIn(MONTHS_OF_DEFICIENCY, facts.paymentsPerYear);
  return [
    {
      action: 'repay-over-time',
      leastPayments,
      reason: 'a deficiency: in two or more equal monthly payments',
      citation: isSmall ? `${paragraph}(C)` : paragraph,
    },
    {
      action: 'leave',
      reason: 'the deficiency may be left',
      citation: isSmall ? `${paragraph}(A)` : paragraph,
    },
    ...(isSmall ? [onceWithin30Days('deficiency', facts.analyzedOn, `${paragraph}(B)`)] : []),
  ];
}

const onceWithin30Days = (
  what: string,
  analyzedOn: CalendarDate,
  citation: string,
): Option<RepaymentAction> => ({
  action: 'repay-once',
  by: addDays(analyzedOn, DAYS_TO_SETTLE),
  reason: `a ${what} of less than one month’s payment: within 30 days`,
  citation,
});
