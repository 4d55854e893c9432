import { describe, expect, it } from 'vitest';
import type { EmploymentRecord } from '../../../../lambdas/income/domain/employment-record.ts';
import { settled, type Verification } from '../../../../lambdas/income/domain/verification.ts';
import { weighIncome } from '../../../../lambdas/income/domain/weigh-income.ts';
import { cents } from '../../../../lambdas/shared/money.ts';
import type { DocumentFacts } from '../../../../lambdas/shared/views/document-facts.v1.ts';
import { averyRecord, averyStub, contactId, document } from '../income-fixture.ts';
import { at, ordersOf, period, weigh, withRecord } from '../weighing-fixture.ts';

describe('a second job', () => {
  const stubOf = (employer: string, regularCurrent: number, more: Record<string, string> = {}) => ({
    ...document('pay-stub', { ...period, ...more, employer, regularCurrent }),
    documentId: 'doc_01JD0000000000000000000055' as const,
  });
  const mills = document('pay-stub', { ...period, employer: 'Example Mills', regularCurrent: 320_000 });
  const bakery = stubOf('Sample Bakery', 40_000);
  const w2OfBakery = document('w2', { year: '2025', employer: 'Sample Bakery Inc.', box5: 1_040_000 });
  const orders = ordersOf([mills, bakery]);
  const answer = (record: Partial<EmploymentRecord> = {}): Verification[] => [
    withRecord(),
    settled(
      orders[1]!,
      {
        kind: 'record',
        record: {
          ...averyRecord,
          reportId: 'report-2',
          employerName: 'Sample Bakery',
          payRate: { amountCents: cents(40_000), unit: 'biweekly' },
          ...record,
        },
      },
      at,
    ),
  ];

  it('is an order of its own, to its own employer', () => {
    expect(orders.map(({ employerName }) => employerName)).toEqual(['Example Mills', 'Sample Bakery']);
    expect(new Set(orders.map(({ verificationId }) => verificationId)).size).toBe(2);
    expect(orders.map(({ documentIds }) => documentIds)).toEqual([[mills.documentId], [bakery.documentId]]);
  });

  it('adds its pay, every figure of it by the report and the stub it stands in', () => {
    const weighed = weigh([mills, bakery], answer(), 780_000);
    // 3,200.00 and 400.00 every two weeks
    expect(weighed).toMatchObject({ outcome: 'AGREES', monthlyAmountCents: 780_000 });
    expect(weighed.worksheet.find(({ rule }) => rule === 'jobs.total')?.inputs).toEqual([
      { name: 'job-1.monthlyCents', value: 693_333 },
      { name: 'job-2.monthlyCents', value: 86_667 },
    ]);
    const cited = weighed.worksheet.flatMap(({ inputs }) => inputs.flatMap(({ evidence }) => evidence ?? []));
    expect(new Set(cited.map(({ documentId }) => documentId))).toEqual(
      new Set([mills.documentId, bakery.documentId, 'report-1', 'report-2']),
    );
    expect(weighed.usedVerifications).toHaveLength(2);
  });

  it.each<[string, readonly DocumentFacts[], Verification[], string, number]>([
    ['waits for its employer', [mills, bakery], answer().slice(0, 1), 'AWAITING_EMPLOYER', 693_333],
    [
      'waits for its employer, though its W-2 counts it',
      [mills, bakery, w2OfBakery],
      answer().slice(0, 1),
      'AWAITING_EMPLOYER',
      780_000,
    ],
    [
      'of a short time is left out',
      [mills, bakery],
      answer({ hiredOn: '2026-06-01' as never }),
      'AGREES',
      693_333,
    ],
    ['that has ended is for a person', [mills, bakery], answer({ status: 'inactive' }), 'DISAGREES', 780_000],
    [
      'of other pay is for a person',
      [mills, bakery],
      answer({ payRate: { amountCents: cents(20_000), unit: 'biweekly' } }),
      'DISAGREES',
      780_000,
    ],
    [
      'whose stub is of an earlier time is no job',
      [mills, stubOf('Sample Bakery', 40_000, { periodStart: '2026-08-02', periodEnd: '2026-08-15' })],
      [withRecord()],
      'AGREES',
      693_333,
    ],
  ])('%s', (_, documents, verifications, outcome, monthly) => {
    expect(weigh(documents, verifications, monthly)).toMatchObject({ outcome, monthlyAmountCents: monthly });
  });

  it('is not what a stub of the one job under another name is', () => {
    const payroll = stubOf('Example Payroll Services', 320_000);
    expect(weigh([payroll])).toMatchObject({ outcome: 'AGREES', monthlyAmountCents: 693_333 });
    expect(ordersOf([payroll]).map(({ employerName }) => employerName)).toEqual(['Example Mills']);
  });
});

describe('a business that a tax return shows', () => {
  const form1040 = (year: string, line8: number) => ({
    ...document('w2', { year, line8 }),
    type: 'form-1040' as const,
  });
  const withReturns = (...returns: DocumentFacts[]) =>
    weighIncome({
      contactId,
      employerName: 'Example Mills',
      documents: [averyStub],
      returns,
      statedMonthlyCents: cents(693_333),
      verifications: [withRecord()],
    });

  it('is not counted, and what it needs is named line by line', () => {
    const { monthlyAmountCents, missing, outcome } = withReturns(form1040('2025', 2_400_000));
    expect([outcome, monthlyAmountCents]).toEqual(['AGREES', 693_333]);
    expect(missing).toContainEqual(
      expect.objectContaining({
        field: 'self-employment.2025.netProfitCents',
        reason: 'Schedule C line 31 (net profit or loss) is not in evidence',
      }),
    );
  });

  it('at a loss leaves no total: it would lower the income', () => {
    const weighed = withReturns(form1040('2025', -900_000));
    expect(weighed.outcome).toBe('INCOMPLETE');
    expect(weighed.monthlyAmountCents).toBeUndefined();
  });

  it('is none where line 8 is zero or was not read', () => {
    expect(withReturns(form1040('2025', 0)).missing).toEqual([]);
    expect(withReturns({ ...form1040('2025', 1), facts: [] }).missing).toEqual([]);
  });
});
