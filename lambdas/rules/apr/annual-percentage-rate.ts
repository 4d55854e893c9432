import * as z from 'zod';
import { approximately } from '../../shared/rational.ts';
import { isMonthEnd } from '../../shared/calendar.ts';
import { ppm } from '../../shared/rate.ts';
import { chooseUnitPeriod } from './choose-unit-period.ts';
import { countUnitPeriods } from './count-unit-periods.ts';
import { solveGeneralEquation } from './general-equation.ts';
import { PaymentStreamSchema, streamDate, unitsPerInterval } from './payment-stream.ts';
import { nameOf, unitPeriodsPerYear } from './unit-period.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { CashFlow } from './general-equation.ts';
import type { PaymentStream } from './payment-stream.ts';
import type { Period } from './choose-unit-period.ts';
import type { Ppm } from '../../shared/rate.ts';
import type { UnitPeriod } from './unit-period.ts';

/** Advances less prepaid finance charges, and all payments, as dated streams. */
export const AprInputSchema = z.strictObject({
  advances: z.array(PaymentStreamSchema).min(1),
  payments: z.array(PaymentStreamSchema).min(1),
});
export type AprInput = z.input<typeof AprInputSchema>;

export interface AprFound {
  kind: 'found';
  /** Parts per million, rounded half up: 9.6857 % is 96,857. */
  aprPpm: Ppm;
  /** Parts per billion: seven decimals of the percentage, for a rounding of the caller's own. */
  aprPpb: number;
  /** `month`, `2 weeks`, `term of 255 days`. */
  unitPeriod: string;
  /** From the first event to the first payment. */
  firstPeriod: { whole: number; fraction: string };
  citation: string;
}

export type AprResult =
  | AprFound
  | {
      kind: 'no-rate';
      reason: 'PaymentsBelowAdvances' | 'NoAdvance' | 'NoPayment' | 'NoRateFound';
      citation: string;
    };

const CITATION = '12 CFR 1026 Appendix J(b)(8)';

/** The annual percentage rate by the actuarial method. Time runs from the first event, advance or payment. */
export function annualPercentageRate(input: AprInput): AprResult {
  const { advances, payments } = AprInputSchema.parse(input);
  const zeroOn = [...advances, ...payments].map(({ firstOn }) => firstOn).sort()[0] as CalendarDate; // one of each at least
  const unit = chooseUnitPeriod([...periodsOf(advances, zeroOn), ...periodsOf(payments, zeroOn)]);
  const flows = [...flowsOf(advances, zeroOn, unit, 1), ...flowsOf(payments, zeroOn, unit, -1)];
  const solved = solveGeneralEquation(flows);
  if (solved.kind === 'no-rate') return { ...solved, citation: CITATION };
  const apr = solved.ratePerUnitPeriod * approximately(unitPeriodsPerYear(unit));
  const firstPayment = payments.toSorted((a, b) => (a.firstOn < b.firstOn ? -1 : 1))[0] as PaymentStream;
  const monthEnd = firstPayment.atMonthEnd || atMonthEnds(payments);
  const { whole, fraction } = countUnitPeriods(zeroOn, firstPayment.firstOn, unit, monthEnd);
  return {
    kind: 'found',
    aprPpm: ppm(Math.round(apr * 1_000_000)),
    aprPpb: Math.round(apr * 1_000_000_000),
    unitPeriod: nameOf(unit),
    firstPeriod: { whole, fraction: `${fraction.numerator}/${fraction.denominator}` },
    citation: CITATION,
  };
}

/**
 * App. J(b)(2): the intervals between events of a kind, and from the first event to the first of the kind. An interval is as
 * stated where it lies between neighbours of one stream.
 */
function periodsOf(streams: readonly PaymentStream[], zeroOn: CalendarDate): Period[] {
  const events = new Map<CalendarDate, Period>();
  for (const stream of streams) {
    let from = stream.firstOn;
    for (let index = 0; index < stream.count; index += 1) {
      const to = streamDate(stream, index);
      events.set(to, { from, to, ...(stream.every && { stated: stream.every }) });
      from = to;
    }
  }
  events.delete(zeroOn);
  let last = zeroOn;
  return [...events.values()]
    .sort((a, b) => (a.to < b.to ? -1 : 1))
    .map((event) => {
      const period = event.from === last ? event : { from: last, to: event.to };
      last = event.to;
      return period;
    });
}

function flowsOf(
  streams: readonly PaymentStream[],
  zeroOn: CalendarDate,
  unit: UnitPeriod,
  sign: 1 | -1,
): CashFlow[] {
  const allMonthEnds = atMonthEnds(streams);
  return streams.flatMap((stream) => {
    const monthEnd = stream.atMonthEnd || allMonthEnds;
    const first = countUnitPeriods(zeroOn, stream.firstOn, unit, monthEnd);
    const units = stream.every ? unitsPerInterval(stream.every, unit) : 0;
    return Array.from({ length: stream.count }, (_, index) => {
      const at =
        units === undefined
          ? countUnitPeriods(zeroOn, streamDate(stream, index), unit, monthEnd)
          : { whole: first.whole + units * index, fraction: first.fraction };
      return {
        amountCents: sign * stream.amountCents,
        whole: at.whole,
        fraction: approximately(at.fraction),
      };
    });
  });
}

/** Whether dates given one by one are month ends by design: all of them are, and their days differ. */
function atMonthEnds(streams: readonly PaymentStream[]): boolean {
  const days = new Set(streams.map(({ firstOn }) => firstOn.slice(8)));
  return days.size > 1 && streams.every(({ firstOn }) => isMonthEnd(firstOn));
}
