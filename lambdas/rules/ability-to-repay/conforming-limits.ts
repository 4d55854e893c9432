import { calendarDate } from '../../shared/calendar.ts';
import { cents, multiplyByRatio } from '../../shared/money.ts';
import { floor } from '../../shared/rounding.ts';
import { invalid } from '../../shared/errors.ts';
import { rational } from '../../shared/rational.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';

export type Units = 1 | 2 | 3 | 4;

interface YearLimits {
  effectiveOn: CalendarDate;
  throughOn: CalendarDate;
  /** Baseline in dollars for one to four units. */
  baseline: readonly [number, number, number, number];
}

/** FHFA conforming loan limits, each for loans acquired from January 1 of its year. */
const list: readonly YearLimits[] = [
  {
    effectiveOn: calendarDate('2024-01-01'),
    throughOn: calendarDate('2024-12-31'),
    baseline: [766_550, 981_500, 1_186_350, 1_474_400],
  },
  {
    effectiveOn: calendarDate('2025-01-01'),
    throughOn: calendarDate('2025-12-31'),
    baseline: [806_500, 1_032_650, 1_248_150, 1_551_250],
  },
  {
    effectiveOn: calendarDate('2026-01-01'),
    throughOn: calendarDate('2026-12-31'),
    baseline: [832_750, 1_066_250, 1_288_800, 1_601_750],
  },
];

/** 12 USC 1717(b)(2): 150 percent of the baseline, for high-cost areas and for AK, HI, GU and VI. */
const CEILING = rational(3, 2);

export interface ConformingLimits {
  baselineCents: Cents;
  ceilingCents: Cents;
  effectiveOn: CalendarDate;
  citation: string;
}

/** The baseline and the high-cost ceiling outside AK, HI, GU and VI. @throws invalid LimitsNotKnown */
export function conformingLimits(on: CalendarDate, units: Units): ConformingLimits {
  const found = list.find(({ effectiveOn, throughOn }) => effectiveOn <= on && on <= throughOn);
  if (!found)
    throw invalid('LimitsNotKnown', 'the conforming loan limits of that day are not in the list', { on });
  const baselineCents = cents(found.baseline[units - 1]! * 100);
  const ceilingCents = multiplyByRatio(baselineCents, CEILING, floor);
  const citation = '12 USC 1717(b)(2), FHFA conforming loan limit values';
  return { baselineCents, ceilingCents, effectiveOn: found.effectiveOn, citation };
}
