import { describe, expect, it } from 'vitest';
import type {
  DocumentReading,
  DocumentType,
  Field,
  StatementRow,
} from '../../../../../lambdas/documents/domain/document-reading.ts';
import { readDocument } from '../../../../../lambdas/documents/domain/read-document.ts';
import type { LoanFacts } from '../../../../../lambdas/documents/domain/reconcile/finding.ts';
import { periodsPerYear } from '../../../../../lambdas/documents/domain/reconcile/pay-stub.ts';
import { reconcile } from '../../../../../lambdas/documents/domain/reconcile/reconcile.ts';
import {
  BANK_STATEMENT_LINES,
  LICENCE_LINES,
  PAY_STUB_LINES,
  typedPage,
  w2Lines,
} from '../../../../support/page-words.ts';

const loan: LoanFacts = {
  borrowers: [{ fullName: 'Avery Sample' }],
  employerName: 'Example Mills',
  statedMonthlyIncomeCents: 450_000,
  asOf: '2026-03-25',
};

function reading(
  type: DocumentType,
  values: Record<string, number | string>,
  rows: StatementRow[] = [],
): DocumentReading {
  const fields = Object.entries(values).map(([name, value]): Field => ({
    name,
    kind: typeof value === 'number' ? 'money' : 'text',
    value,
    printed: `${value}`,
    page: 1,
    box: { left: 0, top: 0, width: 0, height: 0 },
    confidence: 100,
    engine: 'text-layer',
    trust: 'clear',
  }));
  return {
    type,
    pages: [1],
    evidence: [],
    fields,
    absent: [],
    rows,
    meanConfidence: 100,
    engine: 'text-layer',
  };
}

const rules = (document: DocumentReading, facts: Partial<LoanFacts> = {}): string[] =>
  reconcile(document, { ...loan, ...facts })
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule }) => rule);

describe('documents that are in order', () => {
  it.each([
    ['a pay stub', PAY_STUB_LINES, {}],
    ['a W-2', w2Lines(0.05), {}],
    ['a bank statement', BANK_STATEMENT_LINES, {}],
    ['a licence', LICENCE_LINES, {}],
  ])('%s raises nothing', (_, lines, facts) => {
    const [document] = readDocument([typedPage(lines)]);
    expect(document && rules(document, facts)).toEqual([]);
  });
});

describe('a pay stub', () => {
  const stub = {
    employee: 'Avery Sample',
    employer: 'Example Mills Inc.',
    periodStart: '2026-03-02',
    periodEnd: '2026-03-15',
    payDate: '2026-03-20',
    currentGross: 215_000,
    netPay: 177_052,
    ytdGross: 1_060_000,
  };
  it.each([
    ['pay-stub.net-above-gross', { netPay: 215_001 }],
    ['pay-stub.nothing-withheld', { netPay: 215_000 }],
    ['pay-stub.ytd-below-current', { ytdGross: 200_000 }],
    ['pay-stub.period-backwards', { periodStart: '2026-03-16' }],
    ['pay-stub.in-the-future', { payDate: '2026-03-26' }],
    ['pay-stub.too-old', { payDate: '2026-02-22', periodEnd: '2026-02-15', periodStart: '2026-02-02' }],
    ['pay-stub.ytd-pace', { ytdGross: 2_500_000 }],
    ['pay-stub.rate-times-hours', { regularRate: '25.00', regularHours: '80.00', regularCurrent: 210_000 }],
    ['pay-stub.rows-above-gross', { regularCurrent: 200_000, overtimeCurrent: 20_000 }],
    ['pay-stub.below-stated-income', { currentGross: 180_000, ytdGross: 900_000 }],
    ['pay-stub.person-not-on-loan', { employee: 'Blair Example' }],
    ['pay-stub.employer-differs', { employer: 'Sample Foundry LLC' }],
  ])('raises %s', (rule, change) => {
    expect(rules(reading('pay-stub', stub))).toEqual([]);
    expect(rules(reading('pay-stub', { ...stub, ...change }))).toContain(rule);
  });

  it('is fresh on its thirtieth day and not on its thirty-first', () => {
    expect(rules(reading('pay-stub', stub), { asOf: '2026-04-19' })).not.toContain('pay-stub.too-old');
    expect(rules(reading('pay-stub', stub), { asOf: '2026-04-20' })).toContain('pay-stub.too-old');
  });

  it.each([
    ['2026-03-02', '2026-03-08', 52],
    ['2026-03-02', '2026-03-15', 26],
    ['2026-03-01', '2026-03-15', 24],
    ['2026-03-16', '2026-03-31', 24],
    ['2026-02-01', '2026-02-28', 12],
    ['2026-01-01', '2026-03-31', undefined],
  ])('from %s to %s is paid %s times a year', (start, end, times) => {
    expect(periodsPerYear(start, end)).toBe(times);
  });
});

describe('a W-2', () => {
  const form = {
    employee: 'Avery Sample',
    employer: 'Example Mills',
    year: '2025',
    box1: 4_800_000,
    box2: 520_000,
    box3: 5_000_000,
    box4: 310_000,
    box5: 5_000_000,
    box6: 72_500,
  };
  it.each([
    ['w2.social-security-rate', { box4: 320_000 }],
    ['w2.medicare-rate', { box6: 82_500 }],
    ['w2.above-wage-base', { box3: 18_000_000, box4: 1_116_000 }],
    ['w2.withholding-share', { box2: 2_500_000 }],
    ['w2.too-old', { year: '2023' }],
    ['w2.in-the-future', { year: '2027' }],
  ])('raises %s', (rule, change) => {
    expect(rules(reading('w2', form))).toEqual([]);
    expect(rules(reading('w2', { ...form, ...change }))).toContain(rule);
  });

  it('allows the additional Medicare tax over 200,000 dollars, and 4.2 % in 2011', () => {
    expect(
      rules(reading('w2', { ...form, box3: 17_000_000, box4: 1_054_000, box5: 25_000_000, box6: 407_500 })),
    ).toEqual([]);
    expect(rules(reading('w2', { ...form, year: '2011', box4: 210_000 }))).not.toContain(
      'w2.social-security-rate',
    );
  });
});

describe('a bank statement', () => {
  const statement = {
    holder: 'Sample, Avery',
    openingBalance: 100_000,
    totalDeposits: 400_000,
    totalWithdrawals: 125_050,
    closingBalance: 374_950,
    periodStart: '2026-02-01',
    periodEnd: '2026-02-28',
  };
  it.each([
    ['bank-statement.does-not-balance', { closingBalance: 374_951 }],
    ['bank-statement.too-old', { periodStart: '2026-01-01', periodEnd: '2026-01-31' }],
    ['bank-statement.in-the-future', { periodEnd: '2026-03-31' }],
    ['bank-statement.period-backwards', { periodStart: '2026-03-01' }],
    ['bank-statement.person-not-on-loan', { holder: 'Blair Example' }],
  ])('raises %s', (rule, change) => {
    expect(rules(reading('bank-statement', statement))).toEqual([]);
    expect(rules(reading('bank-statement', { ...statement, ...change }))).toContain(rule);
  });

  it('names a deposit of more than half the monthly income, and not one of half', () => {
    const rows = (amountCents: number): StatementRow[] => [
      { on: '2026-02-10', description: 'Mobile deposit', amountCents },
    ];
    expect(rules(reading('bank-statement', statement, rows(225_001)))).toContain(
      'bank-statement.large-deposit',
    );
    expect(rules(reading('bank-statement', statement, rows(225_000)))).toEqual([]);
  });
});

describe('other documents', () => {
  it.each([
    ['driver-licence', 'driver-licence.expired', { expirationDate: '2026-03-24' }],
    [
      'driver-licence',
      'driver-licence.issued-too-young',
      { dateOfBirth: '2010-01-01', issueDate: '2020-01-01' },
    ],
    ['driver-licence', 'driver-licence.runs-long', { issueDate: '2020-01-01', expirationDate: '2040-01-01' }],
    ['driver-licence', 'driver-licence.person-not-on-loan', { givenName: 'BLAIR', familyName: 'EXAMPLE' }],
    ['urla', 'urla.income-total', { baseIncome: 450_000, bonusIncome: 10_000, incomeTotalPrinted: 0 }],
    ['urla', 'urla.income-differs-from-loan', { baseIncome: 600_000 }],
    ['urla', 'urla.unknown-state', { employerState: 'MH' }],
    ['urla', 'urla.line-of-work-shorter-than-job', { employmentStart: '2010-01-02', lineOfWorkYears: '5' }],
    [
      'form-1040',
      'form-1040.adjusted-gross-income',
      { line9: 5_000_000, line10: 100_000, line11AGI: 5_000_000 },
    ],
    ['form-1040', 'form-1040.too-old', { year: '2021' }],
  ] as const)('%s raises %s', (type, rule, values) => {
    expect(rules(reading(type, values))).toContain(rule);
  });

  it('match a licence whose names are swapped and accented', () => {
    expect(rules(reading('driver-licence', { givenName: 'SÁMPLE', familyName: 'AVERY' }))).toEqual([]);
  });

  it('of no known type raise nothing by themselves', () => {
    expect(reconcile(reading('unknown', {}), loan)).toEqual([]);
  });
});
