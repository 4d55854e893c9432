import { describe, expect, it } from 'vitest';
import { DomainError } from '../../../lambdas/shared/errors.ts';
import { Tally } from '../tally.ts';
import { calendarDate } from '../../../lambdas/shared/calendar.ts';
import { isValidUli, uliCheckDigits } from '../../../lambdas/rules/hmda/uli.ts';
import { parsePrimeOfferRates, primeOfferWeek } from '../../../lambdas/rules/hmda/prime-offer-rates.ts';
import { ppmFromPercent } from '../../../lambdas/shared/rate.ts';
import { rateSpread } from '../../../lambdas/rules/hmda/rate-spread.ts';
import { readVectorText, readVectors, vectorsAbsentMessage, vectorsPresent } from '../vector-file.ts';
import type { PrimeOfferRates } from '../../../lambdas/rules/hmda/prime-offer-rates.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

interface UliFile {
  worked_example: { lei: string; id: string; step4: number; uli: string };
  generate: { input: string; check_digit: string }[];
  validate: { uli: string; valid: boolean }[];
  generate_errors: { input: string; error: string }[];
}

interface SpreadCase {
  action?: number;
  term: number;
  type: string;
  apr: number;
  reverse_mortgage?: number;
  lock?: string;
  expect: string;
  implied_apor?: number;
}

interface SpreadFile {
  synthetic_apor: { week: string; fixed_by_term_1_to_50: number[]; variable_by_term_1_to_50: number[] };
  cases: SpreadCase[];
  live_table_cases: SpreadCase[];
  sherman_hpml_live: { lock: string; week_used: string; term: number; apor: number }[];
}

const codeOf = (call: () => unknown): string => {
  try {
    call();
    return 'no error';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};

/** `2018-03-22` to the `3/22/2018` of the tables. */
const tableDay = (on: string): string => {
  const [year = '', month = '', day = ''] = on.split('-');
  return `${Number(month)}/${Number(day)}/${year}`;
};

const weekOf = (on: string, rates: readonly number[]): PrimeOfferRates =>
  parsePrimeOfferRates([tableDay(on), ...rates].join('|'));

const flat = (on: string, rate: number): PrimeOfferRates =>
  weekOf(
    on,
    Array.from({ length: 50 }, () => rate),
  );

function spreadOf(
  given: SpreadCase,
  tables: { fixed: PrimeOfferRates; variable: PrimeOfferRates },
  on: string,
) {
  const ask = () =>
    rateSpread(
      {
        actionTaken: given.action ?? 1,
        isReverseMortgage: given.reverse_mortgage === 1,
        rateType: given.type.startsWith('variable') ? 'variable' : 'fixed',
        termYears: given.term,
        aprPpm: ppmFromPercent(String(given.apr)),
        rateSetOn: calendarDate(on),
      },
      tables,
    ).rateSpread;
  const code = codeOf(ask);
  return code === 'BadLoanTerm' ? 'error: bad loan term' : ask();
}

describe.skipIf(!vectorsPresent)('published identifiers and rate spreads', () => {
  it('have our check digits, are valid or not, and are refused alike', () => {
    const file = 'hmda/uli_check_digit.json';
    const tally = new Tally(file);
    const { worked_example: worked, generate, validate, generate_errors } = readVectors<UliFile>(file);
    tally.check(
      'worked example',
      worked.lei + worked.id + uliCheckDigits(worked.lei + worked.id),
      worked.uli,
    );
    for (const { input, check_digit } of generate) tally.check(input, uliCheckDigits(input), check_digit);
    for (const { uli, valid } of validate) tally.check(uli, isValidUli(uli), valid);
    for (const { input, error } of generate_errors)
      tally.check(
        input,
        codeOf(() => uliCheckDigits(input)),
        error.includes('length') ? 'UliBaseLength' : 'UliBaseNotAlphanumeric',
      );
    expect(tally.report().disagreed).toEqual([]);
  });

  it('have our rate spread', () => {
    const file = 'hmda/rate_spread.json';
    const tally = new Tally(file);
    const {
      synthetic_apor: apor,
      cases,
      live_table_cases,
      sherman_hpml_live,
    } = readVectors<SpreadFile>(file);
    const tables = {
      fixed: weekOf(apor.week, apor.fixed_by_term_1_to_50),
      variable: weekOf(apor.week, apor.variable_by_term_1_to_50),
    };
    for (const each of cases)
      tally.check(JSON.stringify(each), spreadOf(each, tables, each.lock ?? apor.week), each.expect);
    for (const each of live_table_cases) {
      const on = each.lock ?? '';
      const table = flat(on, each.implied_apor ?? 0);
      tally.check(JSON.stringify(each), spreadOf(each, { fixed: table, variable: table }, on), each.expect);
    }
    for (const { lock, week_used, apor: rate } of sherman_hpml_live)
      tally.check(
        `${lock} week`,
        primeOfferWeek(flat(week_used, rate), calendarDate(lock)).weekOf,
        week_used,
      );
    expect(tally.report().disagreed).toEqual([]);
  });

  it('are read from the published table', () => {
    const file = 'hmda/rate_spread_yieldTableFixed.txt';
    const tally = new Tally(file);
    const text = readVectorText(file);
    const table = parsePrimeOfferRates(text);
    for (const [index, line] of text.trim().split(/\r?\n/).entries()) {
      const [day = '', ...rates] = line.split('|');
      tally.check(`${day} week`, tableDay(table[index]?.weekOf ?? ''), day);
      tally.check(
        `${day} rates`,
        table[index]?.ratesPpm,
        rates.map((rate) => ppmFromPercent(rate)),
      );
    }
    expect(tally.report().disagreed).toEqual([]);
  });
});
