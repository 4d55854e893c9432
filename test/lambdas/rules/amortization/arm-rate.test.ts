import { describe, expect, it } from 'vitest';
import { armRateAfter, indexFor } from '../../../../lambdas/rules/amortization/arm-rate.ts';
import { calendarDate as on } from '../../../../lambdas/shared/calendar.ts';
import { ppm } from '../../../../lambdas/shared/rate.ts';
import type { ArmTerms } from '../../../../lambdas/rules/amortization/arm-rate.ts';

const terms: ArmTerms = {
  initialRatePpm: ppm(55_000),
  marginPpm: ppm(27_500),
  firstCapPpm: ppm(20_000),
  periodicCapPpm: ppm(10_000),
  lifetimeCapPpm: ppm(50_000),
  lookBackDays: 45,
  roundToPpm: ppm(1_250),
  rounding: 'half-up',
};

describe('an adjustable rate', () => {
  it.each([
    [55_000, 30_600, 1, 57_500, 'nothing'],
    [55_000, 30_700, 1, 58_750, 'nothing'],
    [55_000, 60_000, 1, 75_000, 'first-cap'],
    [55_000, 60_000, 2, 65_000, 'periodic-cap'],
    [100_000, 90_000, 3, 105_000, 'lifetime-cap'],
    [95_000, 77_500, 3, 105_000, 'nothing'],
    [35_000, 0, 3, 27_500, 'nothing'],
    [55_000, 0, 1, 35_000, 'first-cap'],
    [35_000, -10_000, 2, 27_500, 'floor'],
  ])('from %i with index %i at change %i is %i, bound by %s', (previous, index, change, rate, boundBy) => {
    expect(armRateAfter(ppm(previous), ppm(index), change, terms)).toMatchObject({ ratePpm: rate, boundBy });
  });

  it('has the floor its note states', () => {
    expect(armRateAfter(ppm(55_000), ppm(-5_000), 1, { ...terms, floorPpm: ppm(50_000) }).boundBy).toBe(
      'floor',
    );
  });

  const series = [
    { availableOn: on('2027-03-10'), valuePpm: ppm(41_000) },
    { availableOn: on('2027-03-17'), valuePpm: ppm(42_000) },
    { availableOn: on('2027-03-18'), valuePpm: ppm(43_000) },
  ];

  it('uses the index that was available by the look-back day', () => {
    expect(indexFor(on('2027-05-01'), terms, series).valuePpm).toBe(42_000);
  });

  it('is not guessed without an index', () => {
    expect(() => indexFor(on('2027-04-01'), terms, series)).toThrow(
      expect.objectContaining({ code: 'NoIndexValue' }),
    );
  });
});
