import { addDays } from '../../shared/calendar.ts';
import { invalid } from '../../shared/errors.ts';
import { ppm } from '../../shared/rate.ts';
import { rational } from '../../shared/rational.ts';
import { roundingNamed } from '../../shared/rounding.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Ppm } from '../../shared/rate.ts';
import type { RoundingName } from '../../shared/rounding.ts';

/** How a note changes its rate, e.g. Fannie Mae Form 3141 section 4. */
export interface ArmTerms {
  initialRatePpm: Ppm;
  marginPpm: Ppm;
  /** How far the first change and each later one may go, up or down. */
  firstCapPpm: Ppm;
  periodicCapPpm: Ppm;
  /** How far above the initial rate it may ever be. */
  lifetimeCapPpm: Ppm;
  /** Never below; the margin when the note says nothing else. */
  floorPpm?: Ppm;
  /** The index is the most recent figure available this many days before the change date. */
  lookBackDays: number;
  /** The sum of index and margin is rounded to a multiple of this: 1,250 is one eighth of a point. */
  roundToPpm: Ppm;
  rounding: RoundingName;
}

export interface IndexValue {
  /** From when the figure is available. */
  availableOn: CalendarDate;
  valuePpm: Ppm;
}

/** The index that a change uses. @throws invalid NoIndexValue when none was available in time */
export function indexFor(changeOn: CalendarDate, terms: ArmTerms, series: readonly IndexValue[]): IndexValue {
  const latest = addDays(changeOn, -terms.lookBackDays);
  let found: IndexValue | undefined;
  for (const value of series) {
    if (value.availableOn <= latest && (!found || value.availableOn > found.availableOn)) found = value;
  }
  if (!found)
    throw invalid('NoIndexValue', 'no index figure was available in time for the change', { changeOn });
  return found;
}

export interface ArmRate {
  ratePpm: Ppm;
  /** Index plus margin, rounded as the note says, before caps and floor. */
  fullyIndexedPpm: Ppm;
  boundBy: 'nothing' | 'first-cap' | 'periodic-cap' | 'lifetime-cap' | 'floor';
}

/**
 * The rate after a change. The change's own cap is applied first, then the lifetime cap and the floor.
 * @param changeNumber 1 for the first change
 */
export function armRateAfter(
  previousPpm: Ppm,
  indexPpm: Ppm,
  changeNumber: number,
  terms: ArmTerms,
): ArmRate {
  const step = BigInt(terms.roundToPpm);
  const steps = roundingNamed(terms.rounding)(rational(BigInt(indexPpm) + BigInt(terms.marginPpm), step));
  const fullyIndexedPpm = ppm(steps * step);
  const [cap, name] =
    changeNumber === 1
      ? ([terms.firstCapPpm, 'first-cap'] as const)
      : ([terms.periodicCapPpm, 'periodic-cap'] as const);
  let rate = Math.min(Math.max(fullyIndexedPpm, previousPpm - cap), previousPpm + cap);
  let boundBy: ArmRate['boundBy'] = rate === fullyIndexedPpm ? 'nothing' : name;
  const ceiling = terms.initialRatePpm + terms.lifetimeCapPpm;
  if (rate > ceiling) [rate, boundBy] = [ceiling, 'lifetime-cap'];
  const floor = terms.floorPpm ?? terms.marginPpm;
  if (rate < floor) [rate, boundBy] = [floor, 'floor'];
  return { ratePpm: ppm(rate), fullyIndexedPpm, boundBy };
}
