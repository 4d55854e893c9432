import { calendarDate } from '../../shared/calendar.ts';
import { cents } from '../../shared/money.ts';
import { invalid } from '../../shared/errors.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';

/** Dollar amounts of Regulation Z that are adjusted each January 1. */
export interface Thresholds {
  effectiveOn: CalendarDate;
  /** The last day they were in force. */
  throughOn: CalendarDate;
  source: string;
  /** 1026.43(e)(3)(i) and (e)(2)(vi): note amounts at which the next lower tier begins, from the highest. */
  qmTierCents: readonly [Cents, Cents, Cents, Cents];
  /** 1026.43(e)(3)(i)(B): the cap of the second tier. */
  secondTierCapCents: Cents;
  /** 1026.43(e)(3)(i)(D): the cap of the fourth tier. */
  fourthTierCapCents: Cents;
  /** 1026.32(a)(1)(ii): loans under this have the cap below. */
  highCostLoanCents: Cents;
  highCostFeesCents: Cents;
  /** 1026.35(c)(2)(ii): no HPML appraisal at or under this. */
  appraisalExemptionCents?: Cents;
  /** 1026.35(b)(2)(iii)(C): assets under which a creditor is small. */
  smallCreditorAssetsCents?: Cents;
  /** 1026.35(b)(2)(vi): assets up to which an insured institution may be exempt from escrow. */
  escrowInsuredAssetsCents?: Cents;
}

const dollars = (amount: number): Cents => cents(amount * 100);

const tiers = (first: number, second: number, third: number, fourth: number) =>
  [dollars(first), dollars(second), dollars(third), dollars(fourth)] as const;

const MILLION = 1_000_000;

/** One entry for each span of effect, oldest first. Years between that are absent are not known here. */
const list: readonly Thresholds[] = [
  {
    effectiveOn: calendarDate('2014-01-10'),
    throughOn: calendarDate('2014-12-31'),
    source: 'the unindexed amounts of 1026.43(e)(3)(i) and 1026.32(a)(1)(ii), 2014',
    qmTierCents: tiers(100_000, 60_000, 20_000, 12_500),
    secondTierCapCents: dollars(3_000),
    fourthTierCapCents: dollars(1_000),
    highCostLoanCents: dollars(20_000),
    highCostFeesCents: dollars(1_000),
  },
  {
    effectiveOn: calendarDate('2024-01-01'),
    throughOn: calendarDate('2024-12-31'),
    source: 'annual threshold rule for 2024',
    qmTierCents: tiers(130_461, 78_277, 26_092, 16_308),
    secondTierCapCents: dollars(3_914),
    fourthTierCapCents: dollars(1_305),
    highCostLoanCents: dollars(26_092),
    highCostFeesCents: dollars(1_305),
    appraisalExemptionCents: dollars(32_400),
  },
  {
    effectiveOn: calendarDate('2025-01-01'),
    throughOn: calendarDate('2025-12-31'),
    source: 'annual threshold rule for 2025',
    qmTierCents: tiers(134_841, 80_905, 26_968, 16_855),
    secondTierCapCents: dollars(4_045),
    fourthTierCapCents: dollars(1_348),
    highCostLoanCents: dollars(26_968),
    highCostFeesCents: dollars(1_348),
    appraisalExemptionCents: dollars(33_500),
    smallCreditorAssetsCents: dollars(2_717 * MILLION),
    escrowInsuredAssetsCents: dollars(12_179 * MILLION),
  },
  {
    effectiveOn: calendarDate('2026-01-01'),
    throughOn: calendarDate('2026-12-31'),
    source: '90 FR 57890 (2025-22773)',
    qmTierCents: tiers(137_958, 82_775, 27_592, 17_245),
    secondTierCapCents: dollars(4_139),
    fourthTierCapCents: dollars(1_380),
    highCostLoanCents: dollars(27_592),
    highCostFeesCents: dollars(1_380),
    appraisalExemptionCents: dollars(34_200),
    smallCreditorAssetsCents: dollars(2_785 * MILLION),
    escrowInsuredAssetsCents: dollars(12_485 * MILLION),
  },
];

/** The amounts in force on a day. @throws invalid ThresholdsNotKnown, never a guess from a neighbouring year */
export function thresholdsOn(on: CalendarDate): Thresholds {
  const found = list.find(({ effectiveOn, throughOn }) => effectiveOn <= on && on <= throughOn);
  if (!found)
    throw invalid('ThresholdsNotKnown', 'the threshold amounts of that day are not in the list', { on });
  return found;
}
