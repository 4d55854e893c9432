import { dueDate } from '../amortization/due-dates.ts';
import { interestPeriods } from '../amortization/interest-periods.ts';
import { invalid } from '../../shared/errors.ts';
import { lateOn } from './late-charge.ts';
import { roundingNamed } from '../../shared/rounding.ts';
import type { AccountTerms } from './account-terms.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { InterestPeriod } from '../amortization/interest-periods.ts';
import type { Rounding } from '../../shared/rounding.ts';
import type { Segment } from '../amortization/amortization-plan.ts';

export interface NotedSegment {
  segment: Segment;
  /** The instalment it begins with. */
  startIndex: number;
}

/** The terms with what follows from them alone, worked out once. */
export interface LoanPeriods {
  terms: AccountTerms;
  /** Instalments of the note. */
  count: number;
  periods: readonly InterestPeriod[];
  segments: readonly NotedSegment[];
  /** The first day on which a late charge is considered, by instalment; filled as they are asked for. */
  lateDays: Map<number, CalendarDate>;
  /** How interest is rounded, once for each instalment or stretch of days. */
  round: Rounding;
}

/** Of terms seen before: a comparison or the books replay one account many times. */
const seen = new WeakMap<AccountTerms, LoanPeriods>();

export function loanPeriods(terms: AccountTerms): LoanPeriods {
  const known = seen.get(terms) ?? workedOut(terms);
  seen.set(terms, known);
  return known;
}

function workedOut(terms: AccountTerms): LoanPeriods {
  const { note } = terms;
  let startIndex = 0;
  const segments = note.segments.map((segment) => {
    const noted = { segment, startIndex };
    startIndex += segment.payments;
    return noted;
  });
  return {
    terms,
    count: startIndex,
    periods: interestPeriods(note.periods, startIndex),
    segments,
    lateDays: new Map(),
    round: roundingNamed(note.interestRounding),
  };
}

/** When an instalment is due; undefined after maturity. */
export const dueOnOf = ({ periods, count }: LoanPeriods, index: number): CalendarDate | undefined =>
  index < count ? periods[index]?.dueOn : undefined;

/** The first day on which a late charge is considered for an instalment; undefined without such terms. */
export function lateDayOf(loan: LoanPeriods, index: number): CalendarDate | undefined {
  const { lateCharge } = loan.terms;
  const dueOn = dueOnOf(loan, index);
  if (!lateCharge || !dueOn) return undefined;
  const day = loan.lateDays.get(index) ?? lateOn(dueOn, lateCharge);
  loan.lateDays.set(index, day);
  return day;
}

/** From when an instalment's interest runs: the due date before it. */
export function interestFromOn(loan: LoanPeriods, index: number): CalendarDate {
  const before = index > 0 ? loan.periods[index - 1]?.dueOn : undefined;
  if (before) return before;
  const { periods } = loan.terms.note;
  if (periods.kind === 'dated') return periods.interestFromOn;
  if (periods.oddFirst) return periods.oddFirst.interestFromOn;
  if (!periods.firstDueOn) throw invalid('TooFewDueDates', 'an account needs due dates');
  return dueDate(periods.firstDueOn, periods.perYear, -1);
}

/** The note's own segment that an instalment belongs to. */
export function segmentAt({ segments }: LoanPeriods, index: number): NotedSegment {
  const found = segments.findLast(({ startIndex }) => startIndex <= index);
  if (!found) throw invalid('NoSegment', 'an instalment belongs to the note', { index });
  return found;
}
