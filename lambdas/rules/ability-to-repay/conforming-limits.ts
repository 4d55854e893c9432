import { calendarDate } from '../../shared/calendar.ts';
import { cents } from '../../shared/money.ts';
import { floor } from '../../shared/rounding.ts';
import { invalid } from '../../shared/errors.ts';
import { rational, times } from '../../shared/rational.ts';
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

/** Alaska, Hawaii, Guam and the U.S. Virgin Islands have half more by statute. */
export type LimitArea = 'elsewhere' | 'AK-HI-GU-VI';

/** FHFA publishes limits in steps of 25 dollars; only a ceiling of the four areas has more to cut. */
const STEP_CENTS = 2_500n;

/** The baseline and the high-cost ceiling. @throws invalid LimitsNotKnown */
export function conformingLimits(
  on: CalendarDate,
  units: Units,
  area: LimitArea = 'elsewhere',
): ConformingLimits {
  const found = list.find(({ effectiveOn, throughOn }) => effectiveOn <= on && on <= throughOn);
  if (!found)
    throw invalid('LimitsNotKnown', 'the conforming loan limits of that day are not in the list', { on });
  const ordinary = cents(found.baseline[units - 1]! * 100);
  const baselineCents = area === 'elsewhere' ? ordinary : halfMore(ordinary);
  const citation = '12 USC 1717(b)(2), FHFA conforming loan limit values';
  return { baselineCents, ceilingCents: halfMore(baselineCents), effectiveOn: found.effectiveOn, citation };
}

const halfMore = (amount: Cents): Cents =>
  cents(floor(times(rational(amount, STEP_CENTS), CEILING)) * STEP_CENTS);
