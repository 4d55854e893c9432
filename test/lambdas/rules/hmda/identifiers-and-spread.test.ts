import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../../lambdas/shared/calendar.ts';
import { comparableTermYears, rateSpread } from '../../../../lambdas/rules/hmda/rate-spread.ts';
import {
  isNuliFormat,
  isUliFormat,
  isValidUli,
  uliCheckDigits,
  universalLoanIdentifier,
} from '../../../../lambdas/rules/hmda/uli.ts';
import { parsePrimeOfferRates, primeOfferWeek } from '../../../../lambdas/rules/hmda/prime-offer-rates.ts';
import { partialExemption } from '../../../../lambdas/rules/hmda/partial-exemption.ts';
import { ppm } from '../../../../lambdas/shared/rate.ts';
import type { RateSpreadFacts } from '../../../../lambdas/rules/hmda/rate-spread.ts';

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const character = fc.constantFrom(...Array.from(LETTERS));
const base = fc.string({ unit: character, minLength: 21, maxLength: 43 });

const isDigit = (text: string): boolean => text <= '9';

/** App. C by its own words, with numbers of any length. */
function checkDigitsInWords(text: string): string {
  const digits = Array.from(`${text}00`, (each) => String(LETTERS.indexOf(each.toUpperCase()))).join('');
  return String(98n - (BigInt(digits) % 97n)).padStart(2, '0');
}

describe('a universal loan identifier, 12 CFR 1003 App. C', () => {
  it('has the check digits of the division in whole numbers, in either case', () => {
    fc.assert(
      fc.property(base, (text) => {
        expect(uliCheckDigits(text)).toBe(checkDigitsInWords(text));
        expect(uliCheckDigits(text.toLowerCase())).toBe(checkDigitsInWords(text));
        expect(isValidUli(text + uliCheckDigits(text))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('is no longer valid when a digit or letter is another, or two neighbours of a kind change places', () => {
    const place = fc.nat(42);
    fc.assert(
      fc.property(base, place, character, (text, at, other) => {
        const uli = text + uliCheckDigits(text);
        const index = at % (uli.length - 1);
        const [here = '', next = ''] = [uli[index], uli[index + 1]];
        const replaced = isDigit(other) === isDigit(here) ? other : here;
        const swapped = isDigit(next) === isDigit(here) ? next + here : here + next;
        const mistyped = uli.slice(0, index) + replaced + uli.slice(index + 1);
        const transposed = uli.slice(0, index) + swapped + uli.slice(index + 2);
        expect(isValidUli(mistyped)).toBe(mistyped === uli);
        expect(isValidUli(transposed)).toBe(transposed === uli);
      }),
      { numRuns: 200 },
    );
  });

  it.each([20, 44])('is refused for %i characters', (length) => {
    expect(() => uliCheckDigits('A'.repeat(length))).toThrow(/21 to 43/);
  });

  it('is refused for other characters than letters and digits, and for an LEI that is not one', () => {
    expect(() => uliCheckDigits('SAMPLEMILLSBANK00001_7')).toThrow(/letters A to Z/);
    expect(() => universalLoanIdentifier('SAMPLE', '7')).toThrow(/20 characters/);
  });

  it('is told from a non-universal one by its length alone', () => {
    expect(
      [1, 22, 23, 45, 46]
        .map((length) => 'A'.repeat(length))
        .map((text) => [isNuliFormat(text), isUliFormat(text)]),
    ).toEqual([
      [true, false],
      [true, false],
      [false, true],
      [false, true],
      [false, false],
    ]);
    expect([isNuliFormat(''), isNuliFormat('A B')]).toEqual([false, false]);
  });
});

const flat = (day: string, rate: number): string =>
  [day, ...Array.from({ length: 50 }, (_, index) => (rate + index / 100).toString())].join('|');

const tables = {
  fixed: parsePrimeOfferRates([flat('2/9/2026', 5), flat('2/2/2026', 4)].join('\r\n')),
  variable: parsePrimeOfferRates(flat('2/2/2026', 7)),
};

const facts: RateSpreadFacts = {
  actionTaken: 1,
  isReverseMortgage: false,
  rateType: 'fixed',
  termYears: 30,
  aprPpm: ppm(66_525),
  rateSetOn: calendarDate('2026-02-08'),
};

describe('the rate spread, 12 CFR 1003.4(a)(12)', () => {
  it.each<[string, Partial<RateSpreadFacts>, string]>([
    ['of a fixed rate, to three decimals with ties away from zero', {}, '2.363'],
    ['on the Monday of the next week', { rateSetOn: calendarDate('2026-02-09') }, '1.363'],
    ['of a variable rate', { rateType: 'variable', termYears: 5 }, '-0.388'],
    ['of an approval not accepted', { actionTaken: 2 }, '2.363'],
    ['of a preapproval not accepted', { actionTaken: 8 }, '2.363'],
    ['of a denial', { actionTaken: 3 }, 'NA'],
    ['of a purchased loan', { actionTaken: 6 }, 'NA'],
    ['of a denied preapproval', { actionTaken: 7 }, 'NA'],
    ['of a reverse mortgage', { isReverseMortgage: true }, 'NA'],
  ])('%s', (_name, change, expected) => {
    expect(rateSpread({ ...facts, ...change }, tables).rateSpread).toBe(expected);
  });

  it.each([0, 51, -1])('refuses a term of %i years, for a reverse mortgage too', (termYears) => {
    expect(() => rateSpread({ ...facts, termYears, isReverseMortgage: true }, tables)).toThrow(/1 to 50/);
  });

  it.each(['2026-02-01', '2026-02-16'])('knows no rate of %s and guesses none', (day) => {
    expect(() => primeOfferWeek(tables.fixed, calendarDate(day))).toThrow(/no week/);
  });

  it.each(['2/9/2026|5.1', flat('9 Feb', 5)])('refuses a table line that is none', (line) => {
    expect(() => parsePrimeOfferRates(line)).toThrow(/line 1/);
  });

  it('takes the nearest whole years for the term, of two the shorter, at least one', () => {
    expect([1, 6, 18, 19, 120, 126, 127, 360].map(comparableTermYears)).toEqual([1, 1, 1, 2, 10, 10, 11, 30]);
  });
});

const years = (...counts: readonly (readonly [closed: number, open: number])[]) =>
  counts.map(([closedEndOriginations, openEndOriginations], index) => ({
    year: 2024 + index,
    closedEndOriginations,
    openEndOriginations,
  }));

const exempt = {
  institution: 'insured-depository' as const,
  reinvestmentRatings: [],
  actionTakenOn: calendarDate('2026-03-10'),
  precedingYears: years([499, 500], [0, 499]),
};

describe('the partial exemption, 12 CFR 1003.3(d)', () => {
  it('counts closed-end and open-end credit apart, each under 500 in both years before', () => {
    expect(partialExemption(exempt)).toMatchObject({
      closedEnd: { isExempt: true, citation: '12 CFR 1003.3(d)(2)' },
      openEnd: { isExempt: false, citation: '12 CFR 1003.3(d)(3)' },
    });
  });

  it.each([
    [['needs-to-improve', 'needs-to-improve'], false],
    [['substantial-noncompliance'], false],
    [['needs-to-improve', 'satisfactory'], true],
    [['satisfactory', 'substantial-noncompliance'], true],
  ] as const)('with ratings %j a bank is exempt: %s', (ratings, isExempt) => {
    const rated = { ...exempt, reinvestmentRatings: [...ratings] };
    expect(partialExemption(rated).closedEnd.isExempt).toBe(isExempt);
    const union = { ...rated, institution: 'insured-credit-union' as const };
    expect(partialExemption(union).closedEnd.isExempt).toBe(true);
  });

  it('is not for other lenders, nor where a year before is not given', () => {
    expect(partialExemption({ ...exempt, institution: 'other' }).closedEnd).toMatchObject({
      isExempt: false,
      citation: '12 CFR 1003.3(d)(1)',
    });
    const unknown = { ...exempt, actionTakenOn: calendarDate('2027-01-04') };
    expect(partialExemption(unknown).closedEnd.reason).toMatch(/not given/);
  });
});
