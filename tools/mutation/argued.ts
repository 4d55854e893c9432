import type { Argued } from './survivors.ts';

const shared = (name: string) => `lambdas/shared/${name}.ts`;
const apr = (name: string) => `lambdas/rules/apr/${name}.ts`;
const payment = 'lambdas/rules/servicing/apply-payment.ts';

const unit = 'the sign is one or minus one: its product and its quotient are the same';
const zero = 'nothing has no sign: either way it is nothing';
const faster = 'the same answer, found more slowly';

/** Survivors that no test can kill, since they answer as the code does, each with its reason. */
export const argued: readonly Argued[] = [
  { file: shared('money-allocation'), was: 'whole < 0', becomes: 'whole <= 0', why: zero },
  {
    file: shared('money-allocation'),
    was: 'BigInt(whole) * sign',
    becomes: 'BigInt(whole) / sign',
    why: unit,
  },
  { file: shared('money-allocation'), was: 'part * sign', becomes: 'part / sign', why: unit },
  {
    file: shared('business-days'),
    was: 'count < 0',
    becomes: 'count <= 0',
    why: 'no step is taken for none',
  },
  { file: shared('calendar'), was: 'formatters.set(zone, formatter);', becomes: ';', why: faster },
  { file: shared('holidays'), was: 'known', becomes: 'false', why: faster },
  { file: shared('holidays'), was: 'byYear.set(year, found);', becomes: ';', why: faster },
  {
    file: shared('holidays'),
    was: 'month === 12',
    becomes: 'true',
    why: 'the next New Year is observed in December at the earliest',
  },
  {
    file: shared('day-count'),
    was: 'nextYear < end',
    becomes: 'nextYear <= end',
    why: 'of two equal days either ends the year',
  },
  { file: shared('rational'), was: 'value < 0n', becomes: 'value <= 0n', why: zero },
  {
    file: shared('rational'),
    was: 'bits <= 0',
    becomes: 'false',
    why: 'a shift by less than nothing makes both terms larger by the same power of two',
  },
  {
    file: shared('rational'),
    was: 'bits <= 0',
    becomes: 'bits < 0',
    why: 'a shift by nothing changes nothing',
  },
  {
    file: shared('rational'),
    was: 'greatestCommonDivisor(top, bottom) * (bottom < 0n ? -1n : 1n)',
    becomes: 'greatestCommonDivisor(top, bottom) / (bottom < 0n ? -1n : 1n)',
    why: unit,
  },
  { file: shared('rational'), was: 'bottom < 0n', becomes: 'bottom <= 0n', why: 'zero was refused before' },
  { file: shared('rounding'), was: 'numerator < 0n', becomes: 'numerator <= 0n', why: zero },
  { file: shared('rounding'), was: 'value.numerator < 0n', becomes: 'value.numerator <= 0n', why: zero },
  { file: shared('rounding'), was: 'units < 0n', becomes: 'units <= 0n', why: zero },
  {
    file: shared('rounding'),
    was: 'twiceOver > value.denominator',
    becomes: 'twiceOver >= value.denominator',
    why: 'a tie was answered before',
  },
  {
    file: payment,
    was: 'leftCents > 0',
    becomes: 'true',
    why: 'paying down nothing changes nothing',
  },
  {
    file: payment,
    was: 'leftCents > 0',
    becomes: 'leftCents >= 0',
    why: 'paying down nothing changes nothing',
  },
  {
    file: payment,
    was: 'instalment',
    becomes: 'true',
    why: 'a claim is made of a charge or of an open instalment: one of them is found',
  },
  {
    file: apr('annual-percentage-rate'),
    was: 'a.to < b.to',
    becomes: 'a.to <= b.to',
    why: 'no two are of one date',
  },
  ...[
    ['disclosedPpm < actualPpm', 'disclosedPpm <= actualPpm'],
    ['disclosedPpm > actualPpm', 'disclosedPpm >= actualPpm'],
    ['disclosedPpm > resulting', 'disclosedPpm >= resulting'],
    ['disclosedPpm < resulting', 'disclosedPpm <= resulting'],
  ].map(([was = '', becomes = '']) => ({
    file: apr('apr-accuracy'),
    was,
    becomes,
    why: 'equal rates were answered before',
  })),
  {
    file: apr('general-equation'),
    was: 'atZero > 0',
    becomes: 'atZero >= 0',
    why: 'nothing left was answered before',
  },
  {
    file: apr('general-equation'),
    was: 'presentValue(flows, high).value < 0',
    becomes: 'presentValue(flows, high).value <= 0',
    why: 'a bracket one step wider holds the same root',
  },
  {
    file: apr('general-equation'),
    was: 'high > HIGHEST_RATE',
    becomes: 'high >= HIGHEST_RATE',
    why: 'powers of three halves never meet it',
  },
  {
    file: apr('bracketed-newton'),
    was: 'tries < ITERATIONS',
    becomes: 'tries <= ITERATIONS',
    why: 'a guard that nothing reaches',
  },
  {
    file: apr('bracketed-newton'),
    was: 'tries += 1',
    becomes: 'tries -= 1',
    why: 'a guard that nothing reaches',
  },
  {
    file: apr('bracketed-newton'),
    was: 'value < 0',
    becomes: 'value <= 0',
    why: 'the root itself may be either end',
  },
  {
    file: apr('bracketed-newton'),
    was: 'step > from',
    becomes: 'step >= from',
    why: 'an end is as close to the root',
  },
  {
    file: apr('bracketed-newton'),
    was: 'step < to',
    becomes: 'step <= to',
    why: 'an end is as close to the root',
  },
  {
    file: apr('bracketed-newton'),
    was: 'Math.abs(next - x) <= CLOSE',
    becomes: 'Math.abs(next - x) < CLOSE',
    why: 'one step more of the same size',
  },
];
