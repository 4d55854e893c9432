import { rational } from '../../shared/rational.ts';
import type { Rational } from '../../shared/rational.ts';

/**
 * A standard interval of time, 12 CFR 1026 App. J(b)(3): a day, week, semimonth, month, or a multiple of a week or a
 * month up to a year; or the whole term of a single advance and single payment under a year, App. J(b)(5)(vi) and (vii).
 */
export type UnitPeriod =
  | { kind: 'day' }
  | { kind: 'week'; count: number }
  | { kind: 'semimonth' }
  /** 12 months are a year. */
  | { kind: 'month'; count: number }
  | { kind: 'term'; months: number }
  | { kind: 'term'; days: number };

/** App. J(b)(5)(ii) to (vii). */
export function unitPeriodsPerYear(unit: UnitPeriod): Rational {
  switch (unit.kind) {
    case 'day':
      return rational(365);
    case 'week':
      return rational(52, unit.count);
    case 'semimonth':
      return rational(24);
    case 'month':
      return rational(12, unit.count);
    default:
      return 'months' in unit ? rational(12, unit.months) : rational(365, unit.days);
  }
}

/** Days by which unit-periods are ordered and averaged: months of 30 days, a year of 365. */
export function lengthInDays(unit: UnitPeriod): number {
  switch (unit.kind) {
    case 'day':
      return 1;
    case 'week':
      return unit.count * 7;
    case 'semimonth':
      return 15;
    case 'month':
      return unit.count === 12 ? 365 : unit.count * 30;
    default:
      return 'months' in unit ? unit.months * 30 : unit.days;
  }
}

/** `month`, `2 months`, `4 weeks`, `semimonth`: for worksheets. */
export function nameOf(unit: UnitPeriod): string {
  if (unit.kind === 'day' || unit.kind === 'semimonth') return unit.kind;
  if (unit.kind === 'term')
    return 'months' in unit ? `term of ${unit.months} months` : `term of ${unit.days} days`;
  if (unit.kind === 'month' && unit.count === 12) return 'year';
  return unit.count === 1 ? unit.kind : `${unit.count} ${unit.kind}s`;
}
