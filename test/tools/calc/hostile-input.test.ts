import { describe, expect, it } from 'vitest';
import { calculate } from '../../../tools/calc/run-calc.ts';
import { engines } from '../../../tools/calc/engines.ts';

type Path = readonly (string | number)[];

/** What a hand or a program may leave in a field. */
const anywhere = [
  null,
  true,
  0,
  -1,
  1.5,
  1e300,
  9_007_199_254_740_991,
  '',
  'x',
  '2023-02-29',
  [],
  {},
  [null],
];
const numbers = [-65_000, 13, 361, 1e11, -9_007_199_254_740_991];
const days = ['2024-02-29', '1970-01-01', '9999-12-31', '2026-01-31', '2026-07-04', '2026-13-01'];

const isDay = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

/** Every field of an example, of lists the first item. */
function* fieldsOf(value: unknown, at: Path = []): Generator<[Path, unknown]> {
  yield [at, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [name, item] of Array.isArray(value) ? value.slice(0, 1).entries() : Object.entries(value))
    yield* fieldsOf(item, [...at, name]);
}

/** The value with one field changed; without it, when `by` is undefined. */
function changed(value: unknown, [name, ...rest]: Path, by: unknown): unknown {
  if (name === undefined) return by;
  if (Array.isArray(value))
    return value.map((item, index) => (index === name ? changed(item, rest, by) : item));
  const fields = value as Record<string, unknown>;
  return { ...fields, [name]: changed(fields[name], rest, by) };
}

/** The example of an engine with fields changed, each given as a path of names. */
function exampleWith(engine: string, changes: Readonly<Record<string, unknown>>): string {
  const { example } = engines.find(({ name }) => name === engine) ?? {};
  const names = (path: string) => path.split('.').map((name) => (/^\d+$/.test(name) ? Number(name) : name));
  return JSON.stringify(
    Object.entries(changes).reduce((value, [path, by]) => changed(value, names(path), by), example),
  );
}

function* hostile(example: unknown): Generator<string> {
  for (const [at, value] of fieldsOf(example)) {
    const more = [...(typeof value === 'number' ? numbers : []), ...(isDay(value) ? days : [])];
    const lists = Array.isArray(value) && value.length > 0 ? [[...value, ...value]] : [];
    for (const by of [...anywhere, ...more, ...lists]) yield JSON.stringify(changed(example, at, by));
    if (at.length > 0) yield JSON.stringify(changed(example, at, undefined));
    if (typeof value === 'object') yield JSON.stringify(changed(example, [...at, 'surely'], 'unknown'));
  }
}

const noFigure = /\b(?:NaN|Infinity|undefined|\[object)\b/;

/** What is wrong with the answer, or undefined. */
function wrongIn(engine: string, text: string): string | undefined {
  const { exitCode, stdout, stderr } = calculate(engine, text, false);
  if (exitCode === 0)
    return noFigure.test(stdout) || stderr !== '' ? 'answers with what is no figure' : undefined;
  const lines = stderr.trim().split('\n');
  const fields = lines.filter((line) => /^(?:[a-z][\w.-]*|\(root\)): \S/.test(line));
  const codes = lines.filter((line) => /^[A-Z]\w+: \S/.test(line));
  if (stdout !== '' || fields.length === 0 || fields.length + codes.length < lines.length)
    return 'refuses without the field and the rule';
  return lines.some((line) => line.endsWith(': Invalid input')) ? 'refuses without the rule' : undefined;
}

describe('an engine given a spoiled input answers with figures, or names the field and the rule', () => {
  it.each(engines.map(({ name, example }) => [name, example] as const))('%s', (name, example) => {
    const spoiled = [...hostile(example)];
    const wrong = spoiled.map((text) => [wrongIn(name, text), text]).filter(([what]) => what !== undefined);
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});

const days600 = { payments: 2_000, ratePpm: 65_000, payment: { kind: 'level', overPayments: 2_000 } };
const monthlyFor = (years: number) => ({
  amountCents: 1,
  count: 12 * years,
  firstOn: '2026-02-01',
  every: { kind: 'month', count: 1 },
});

describe('facts that cannot be together are refused by the field that is wrong', () => {
  it.each<[engine: string, changes: Record<string, unknown>, told: RegExp]>([
    [
      'amortization',
      { segments: [days600, days600, days600] },
      /^segments: a note has at most 5000 payments/m,
    ],
    [
      'amortization',
      {
        periods: {
          kind: 'equal',
          perYear: 12,
          oddFirst: { interestFromOn: '2026-01-01', dayCount: 'actual/365' },
        },
      },
      /^periods: an odd first period needs/m,
    ],
    [
      'amortization',
      { 'segments.0.payment.mostIncreasePpm': -1 },
      /^segments\.0\.payment\.mostIncreasePpm: /m,
    ],
    [
      'apr',
      { payments: Array.from({ length: 20 }, () => monthlyFor(300)) },
      /^payments: a transaction has at most 50000/m,
    ],
    ['construction', { ratePpm: -1 }, /^ratePpm: /m],
    [
      'construction-permanent',
      { 'construction.commitmentCents': 1 },
      /^permanent\.principalCents: the permanent loan/m,
    ],
    ['repayment-payment', { interestOnlyMonths: 360 }, /^interestOnlyMonths: interest-only ends before/m],
    ['repayment-payment', { introductoryRatePpm: -1 }, /^introductoryRatePpm: /m],
    ['qm-underwriting-payment', { 'steps.1.afterPayments': 0 }, /^steps: each rate begins after/m],
    ['qm-underwriting-payment', { 'steps.0.ratePpm': -60_000 }, /^steps\.0\.ratePpm: /m],
    ['maximum-loan-amount', { minimumPayments: 360 }, /^minimumPayments: payments are left/m],
    ['qualified-mortgage', { aprPpm: -1 }, /^aprPpm: /m],
    ['hoepa', { averagePrimeOfferRatePpm: -1 }, /^averagePrimeOfferRatePpm: /m],
    ['hpml', { consummationOn: '2019-06-01' }, /^consummationOn: the threshold amounts of that day/m],
    ['prepayment-penalty', { 'terms.0.partPpm': -20_000 }, /^terms\.0\.partPpm: /m],
    ['air-table', { lifetimeCapPpm: -1 }, /^lifetimeCapPpm: /m],
    ['arm-notice', { 'adjustment.terms.periodicCapPpm': -1 }, /^adjustment\.terms\.periodicCapPpm: /m],
    ['trid-clocks', { consummationOn: '2026-05-29' }, /^consummationOn: a loan does not close before/m],
    ['trid-clocks', { applicationOn: '1969-06-02' }, /^applicationOn: holidays are known from 1971/m],
    ['application-course', { amendedOn: '2026-05-31' }, /^amendedOn: an application is not amended before/m],
    [
      'application-course',
      { ended: { on: '2026-05-31', how: 'withdrawn' } },
      /^ended\.on: an application does not end/m,
    ],
    ['rescission', { interestTransferredOn: '2026-06-30' }, /^interestTransferredOn: a transfer/m],
    [
      'rescission',
      { rescindedOn: '2026-07-02', rescissionReceivedOn: '2026-07-01' },
      /^rescissionReceivedOn: /m,
    ],
    ['valuation-copies', { consummationOn: '2026-05-31' }, /^consummationOn: a loan does not close before/m],
    ['loss-mitigation', { completeOn: '2000-01-03' }, /^completeOn: an application is not complete before/m],
    ['mi-notices', { commitmentOn: '2099-01-01' }, /^commitmentOn: a loan is committed to before/m],
    ['payoff', { payoffOn: '2025-11-30' }, /^payoffOn: a loan is not paid off before it is opened/m],
    ['payoff', { goodThroughOn: '2026-06-30' }, /^goodThroughOn: a quote is good for 60 days/m],
    ['periodic-statement', { previousOn: '2026-02-01' }, /^previousOn: the statement before/m],
    [
      'late-charge',
      { 'instalment.overdueCents': 71_947 },
      /^instalment\.overdueCents: no more of an instalment/m,
    ],
    [
      'hmda-partial-exemption',
      { 'precedingYears.1.year': 2024, 'precedingYears.0.year': 2024 },
      /^precedingYears: each year is counted once/m,
    ],
    ['hmda-row', { 'row.loanType': null }, /^row\.loanType: .*string.*, or .*number/m],
    ['loan-estimate', { 'costs.0.partPpm': 0 }, /^costs\.0\.partPpm: points are more than 0 %/m],
    [
      'ratios',
      { loanAmountCents: 9_007_199_254_740_991, housingExpenseCents: 9_007_199_254_740_990 },
      /^loanAmountCents: an amount is a whole number/m,
    ],
  ])('%s %j', (engine, changes, told) => {
    const { exitCode, stdout, stderr } = calculate(engine, exampleWith(engine, changes), false);
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringMatching(told),
    });
  });

  it('tells the first fifty problems of a list and how many more there are', () => {
    const charges = Array.from({ length: 500 }, () => ({}));
    const { stderr } = calculate('finance-charge', JSON.stringify({ charges }), false);
    expect(stderr.trim().split('\n')).toHaveLength(51);
    expect(stderr).toMatch(/^charges\.0\.kind: [^]*\nand \d+ more\n$/);
  });

  it('says so when nothing falls under a rule, and answers all the same', () => {
    const { exitCode, stdout } = calculate('finance-charge', '{"charges":[]}', true);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/\n\nnothing here falls under a rule: /);
  });
});
