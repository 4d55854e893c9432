import { daysBetween } from '../../shared/calendar.ts';
import { monthsBack } from './full-months.ts';
import { lengthInDays, nameOf } from './unit-period.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { UnitPeriod } from './unit-period.ts';

/** The interval from one event to the next of its kind, and what the note says it is, where it says so. */
export interface Period {
  from: CalendarDate;
  to: CalendarDate;
  stated?: UnitPeriod;
}

/**
 * App. J(b)(4): the common period (one that occurs more than once, at most a year) that occurs most often; of equally
 * frequent ones the smaller; without a common period the average of all, to the nearest standard interval, the lower if
 * halfway. A single advance and a single payment: the term, at most a year.
 */
export function chooseUnitPeriod(periods: readonly Period[]): UnitPeriod {
  const [only] = periods;
  if (periods.length === 1 && only) return singlePeriod(only);
  const found = new Map<string, { unit: UnitPeriod; times: number }>();
  for (const period of periods) {
    for (const unit of period.stated ? [period.stated] : readings(period)) {
      const name = nameOf(unit);
      found.set(name, { unit, times: (found.get(name)?.times ?? 0) + 1 });
    }
  }
  const common = [...found.values()].filter(({ times }) => times > 1);
  const [best] = common.sort((a, b) => b.times - a.times || lengthInDays(a.unit) - lengthInDays(b.unit));
  return best?.unit ?? nearestStandardInterval(averageDays(periods));
}

function singlePeriod({ from, to }: Period): UnitPeriod {
  const { months, days } = monthsBack(from, to);
  if (months >= 12) return { kind: 'month', count: 12 };
  return days === 0 ? { kind: 'term', months } : { kind: 'term', days: daysBetween(from, to) };
}

/** Each standard interval that two dates could be: February 1 to March 1 is a month and, in most years, four weeks. */
function readings({ from, to }: Period): UnitPeriod[] {
  const days = daysBetween(from, to);
  const units: UnitPeriod[] = [];
  const span = monthsBack(from, to);
  if (span.days === 0 && span.months <= 12) units.push({ kind: 'month', count: span.months });
  if (days % 7 === 0 && days <= 364) units.push({ kind: 'week', count: days / 7 });
  if (days >= 13 && days <= 16) units.push({ kind: 'semimonth' });
  if (days === 1) units.push({ kind: 'day' });
  return units;
}

const averageDays = (periods: readonly Period[]): number =>
  periods.reduce((sum, { from, to }) => sum + daysBetween(from, to), 0) / periods.length;

function nearestStandardInterval(days: number): UnitPeriod {
  const standard: UnitPeriod[] = [
    { kind: 'day' },
    { kind: 'semimonth' },
    ...Array.from({ length: 52 }, (_, index) => ({ kind: 'week' as const, count: index + 1 })),
    ...Array.from({ length: 12 }, (_, index) => ({ kind: 'month' as const, count: index + 1 })),
  ];
  const distance = (unit: UnitPeriod) => Math.abs(lengthInDays(unit) - days);
  const after = (a: UnitPeriod, b: UnitPeriod) =>
    distance(a) - distance(b) || lengthInDays(a) - lengthInDays(b);
  return standard.reduce((nearest, unit) => (after(unit, nearest) < 0 ? unit : nearest));
}
