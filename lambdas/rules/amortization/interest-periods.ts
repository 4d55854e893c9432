import { invalid } from '../../shared/errors.ts';
import { rational } from '../../shared/rational.ts';
import { yearFraction } from '../../shared/day-count.ts';
import { dueDate } from './due-dates.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Periods } from './amortization-plan.ts';
import type { Rational } from '../../shared/rational.ts';

export interface InterestPeriod {
  dueOn?: CalendarDate;
  /** The part of a year whose interest falls due. */
  ofYear: Rational;
  /** The part that a level payment is found by; the same, unless the note says otherwise. */
  levelOfYear: Rational;
}

/**
 * The periods of all payments. Dates beyond the last payment are kept: a balloon's level payment is found by them.
 * @throws invalid TooFewDueDates, DueDatesOutOfOrder
 */
export function interestPeriods(periods: Periods, count: number): InterestPeriod[] {
  return periods.kind === 'equal' ? equalPeriods(periods, count) : datedPeriods(periods, count);
}

function equalPeriods(periods: Extract<Periods, { kind: 'equal' }>, count: number): InterestPeriod[] {
  const regular = rational(1, periods.perYear);
  const { firstDueOn, oddFirst } = periods;
  if (oddFirst && !firstDueOn)
    throw invalid('TooFewDueDates', 'an odd first period needs the first due date');
  return Array.from({ length: count }, (_, index) => {
    const odd = index === 0 && oddFirst && firstDueOn;
    const ofYear = odd ? yearFraction(oddFirst.dayCount, oddFirst.interestFromOn, firstDueOn) : regular;
    return {
      ...(firstDueOn ? { dueOn: dueDate(firstDueOn, periods.perYear, index) } : {}),
      ofYear,
      levelOfYear: odd && oddFirst.collected === 'spread' ? ofYear : regular,
    };
  });
}

function datedPeriods(periods: Extract<Periods, { kind: 'dated' }>, count: number): InterestPeriod[] {
  const { dueOn, dayCount, levelBy } = periods;
  if (dueOn.length < count)
    throw invalid('TooFewDueDates', 'each payment needs a due date', { count, dates: dueOn.length });
  return dueOn.map((due, index) => {
    const from = dueOn[index - 1] ?? periods.interestFromOn;
    if (due < from) throw invalid('DueDatesOutOfOrder', 'due dates follow each other', { index });
    const ofYear = yearFraction(dayCount, from, due);
    return { dueOn: due, ofYear, levelOfYear: levelBy === 'dates' ? ofYear : rational(1, levelBy) };
  });
}
