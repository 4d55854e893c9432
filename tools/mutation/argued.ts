import type { Argued } from './survivors.ts';

const shared = (name: string) => `lambdas/shared/${name}.ts`;
const apr = (name: string) => `lambdas/rules/apr/${name}.ts`;
const payment = 'lambdas/rules/servicing/apply-payment.ts';

const unit = 'the sign is one or minus one: its product and its quotient are the same';
const zero = 'nothing has no sign: either way it is nothing';
const faster = 'the same answer, found more slowly';

type Row = readonly [file: string, was: string, becomes: string, why: string];

const rows: readonly Row[] = [
  [shared('money-allocation'), 'whole < 0', 'whole <= 0', zero],
  [shared('money-allocation'), 'BigInt(whole) * sign', 'BigInt(whole) / sign', unit],
  [shared('money-allocation'), 'part * sign', 'part / sign', unit],
  [shared('business-days'), 'count < 0', 'count <= 0', 'no step is taken for none'],
  [shared('calendar'), 'formatters.set(zone, formatter);', ';', faster],
  [shared('holidays'), 'known', 'false', faster],
  [shared('holidays'), 'byYear.set(year, found);', ';', faster],
  [shared('holidays'), 'month === 12', 'true', 'the next New Year is observed in December at the earliest'],
  [shared('day-count'), 'nextYear < end', 'nextYear <= end', 'of two equal days either ends the year'],
  [shared('rational'), 'value < 0n', 'value <= 0n', zero],
  [
    shared('rational'),
    'bits <= 0',
    'false',
    'a shift by less than nothing makes both terms larger by the same power of two',
  ],
  [shared('rational'), 'bits <= 0', 'bits < 0', 'a shift by nothing changes nothing'],
  [
    shared('rational'),
    'greatestCommonDivisor(top, bottom) * (bottom < 0n ? -1n : 1n)',
    'greatestCommonDivisor(top, bottom) / (bottom < 0n ? -1n : 1n)',
    unit,
  ],
  [shared('rational'), 'bottom < 0n', 'bottom <= 0n', 'zero was refused before'],
  [shared('rounding'), 'numerator < 0n', 'numerator <= 0n', zero],
  [shared('rounding'), 'value.numerator < 0n', 'value.numerator <= 0n', zero],
  [shared('rounding'), 'units < 0n', 'units <= 0n', zero],
  [
    shared('rounding'),
    'twiceOver > value.denominator',
    'twiceOver >= value.denominator',
    'a tie was answered before',
  ],
  [payment, 'leftCents > 0', 'true', 'paying down nothing changes nothing'],
  [payment, 'leftCents > 0', 'leftCents >= 0', 'paying down nothing changes nothing'],
  [
    payment,
    'instalment',
    'true',
    'a claim is made of a charge or of an open instalment: one of them is found',
  ],
  [apr('annual-percentage-rate'), 'a.to < b.to', 'a.to <= b.to', 'no two are of one date'],
  [apr('general-equation'), 'atZero > 0', 'atZero >= 0', 'nothing left was answered before'],
  [
    apr('general-equation'),
    'presentValue(flows, high).value < 0',
    'presentValue(flows, high).value <= 0',
    'a bracket one step wider holds the same root',
  ],
  [
    apr('general-equation'),
    'high > HIGHEST_RATE',
    'high >= HIGHEST_RATE',
    'powers of three halves never meet it',
  ],
  [apr('bracketed-newton'), 'tries < ITERATIONS', 'tries <= ITERATIONS', 'a guard that nothing reaches'],
  [apr('bracketed-newton'), 'tries += 1', 'tries -= 1', 'a guard that nothing reaches'],
  [apr('bracketed-newton'), 'value < 0', 'value <= 0', 'the root itself may be either end'],
  [apr('bracketed-newton'), 'step > from', 'step >= from', 'an end is as close to the root'],
  [apr('bracketed-newton'), 'step < to', 'step <= to', 'an end is as close to the root'],
  [
    apr('bracketed-newton'),
    'Math.abs(next - x) <= CLOSE',
    'Math.abs(next - x) < CLOSE',
    'one step more of the same size',
  ],
  [
    apr('apr-accuracy'),
    'disclosedPpm < actualPpm',
    'disclosedPpm <= actualPpm',
    'equal rates were answered before',
  ],
  [
    apr('apr-accuracy'),
    'disclosedPpm > actualPpm',
    'disclosedPpm >= actualPpm',
    'equal rates were answered before',
  ],
  [
    apr('apr-accuracy'),
    'disclosedPpm > resulting',
    'disclosedPpm >= resulting',
    'equal rates were answered before',
  ],
  [
    apr('apr-accuracy'),
    'disclosedPpm < resulting',
    'disclosedPpm <= resulting',
    'equal rates were answered before',
  ],
];

/** Survivors that no test can kill, since they answer as the code does, each with its reason. */
export const argued: readonly Argued[] = rows.map(([file, was, becomes, why]) => ({
  file,
  was,
  becomes,
  why,
}));
