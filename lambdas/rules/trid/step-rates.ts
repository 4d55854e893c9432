import { ordinal } from './interest-rate-table.ts';
import { percentText } from './disclosure-text.ts';
import { ppm } from '../../shared/rate.ts';
import type { AmortizationPlan } from '../amortization/amortization-plan.ts';
import type { InterestRateTable } from './interest-rate-table.ts';
import type { Ppm } from '../../shared/rate.ts';

interface StepChange {
  /** The payment number from which the rate is another. */
  month: number;
  ratePpm: Ppm;
  /** By how much it moved, whichever way. */
  movedPpm: Ppm;
}

export interface StepRates {
  initialRatePpm: Ppm;
  changes: readonly StepChange[];
  /** Present when a rate above the first one comes: the highest, and when it first applies. */
  highest?: { ratePpm: Ppm; month: number };
  /** Months from the first change to the second. */
  everyMonths?: number;
}

/** The rates that a step-rate note itself fixes, from its plan. */
export function stepRates({ segments }: AmortizationPlan): StepRates {
  const initialRatePpm = segments[0]?.ratePpm ?? ppm(0);
  const changes: StepChange[] = [];
  let [month, rate] = [1, initialRatePpm];
  for (const { payments, ratePpm } of segments) {
    if (ratePpm !== rate) changes.push({ month, ratePpm, movedPpm: ppm(Math.abs(ratePpm - rate)) });
    rate = ratePpm;
    month += payments;
  }
  const most = Math.max(initialRatePpm, ...changes.map(({ ratePpm }) => ratePpm));
  const top = changes.find(({ ratePpm }) => ratePpm === most);
  const [first, second] = changes;
  return {
    initialRatePpm,
    changes,
    ...(top && most > initialRatePpm ? { highest: { ratePpm: top.ratePpm, month: top.month } } : {}),
    ...(first && second ? { everyMonths: second.month - first.month } : {}),
  };
}

/** The interest rate table of a step-rate loan: adjustments stand where an index would, 1026.37(j)(2). */
export function stepRateTable(rates: StepRates): InterestRateTable | undefined {
  const { changes, initialRatePpm, everyMonths } = rates;
  const [first, ...later] = changes;
  if (!first) return undefined;
  const all = [initialRatePpm, ...changes.map(({ ratePpm }) => ratePpm)];
  const every = everyMonths === 1 ? 'month' : `${ordinal(everyMonths ?? 0)} month`;
  const most = (moves: readonly StepChange[]) => ppm(Math.max(...moves.map(({ movedPpm }) => movedPpm)));
  return {
    adjustments: changes
      .map(({ month, ratePpm }) => `${percentText(ratePpm)} from the ${ordinal(month)} month`)
      .join('; '),
    initialRate: percentText(initialRatePpm),
    minimumAndMaximum: `${percentText(ppm(Math.min(...all)))}/${percentText(ppm(Math.max(...all)))}`,
    firstChange: `Beginning of ${ordinal(first.month)} month`,
    laterChanges: later.length === 0 ? 'No later changes' : `Every ${every} after first change`,
    firstLimit: percentText(first.movedPpm),
    laterLimit: later.length === 0 ? 'No later changes' : percentText(most(later)),
    citation: '1026.37(j)',
  };
}
