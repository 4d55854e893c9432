import { describe, expect, it } from 'vitest';
import { AccountTermsSchema } from '../../../../lambdas/rules/escrow/account-projection.ts';
import {
  DisbursementFactsSchema,
  disbursementDuty,
} from '../../../../lambdas/rules/escrow/timely-disbursement.ts';
import { EscrowEventSchema, escrowDates } from '../../../../lambdas/rules/escrow/escrow-dates.ts';
import {
  ForcePlacedFactsSchema,
  RenewalFactsSchema,
  forcePlacedDates,
  renewalCharge,
} from '../../../../lambdas/rules/escrow/force-placed-insurance.ts';
import {
  YearHistorySchema,
  annualStatement,
  initialStatement,
} from '../../../../lambdas/rules/escrow/escrow-statements.ts';
import { analyzeEscrow } from '../../../../lambdas/rules/escrow/escrow-analysis.ts';
import { analyzeInitialEscrow } from '../../../../lambdas/rules/escrow/initial-analysis.ts';
import { calendarDate } from '../../../../lambdas/shared/calendar.ts';
import { escrowClosingNotice } from '../../../../lambdas/rules/escrow/escrow-closing-notice.ts';
import { cents } from '../../../../lambdas/shared/money.ts';
import { plainTerms } from './account.ts';

const ended = { kind: 'year-ended', on: '2026-12-31' };

describe('the dates of an escrow account', () => {
  it.each([
    [{ kind: 'established', on: '2026-05-15' }, [['initial-statement', '2026-06-29', '1024.17(g)(1)']]],
    [
      { kind: 'established', on: '2026-05-15', onSettlement: false },
      [['initial-statement', '2026-06-29', '1024.17(g)(2)']],
    ],
    [ended, [['annual-statement', '2027-01-30', '1024.17(i)']]],
    [{ ...ended, daysOverdue: 30 }, [['annual-statement', '2027-01-30', '1024.17(i)']]],
    [{ ...ended, daysOverdue: 31 }, []],
    [{ ...ended, isInBankruptcy: true }, []],
    [{ ...ended, isInForeclosure: true }, []],
    [
      { kind: 'shortage-found', on: '2026-03-01', yearEndsOn: '2026-12-31' },
      [['shortage-notice', '2026-12-31', '1024.17(f)(5)']],
    ],
    [{ kind: 'current-again', on: '2026-03-01' }, [['account-history', '2026-05-30', '1024.17(i)(2)']]],
    [
      { kind: 'short-year-ended', on: '2026-03-31' },
      [['short-year-statement', '2026-05-30', '1024.17(i)(4)(i)']],
    ],
    [
      { kind: 'servicing-transferred', on: '2026-03-01', changesPaymentOrMethod: true },
      [
        ['short-year-statement', '2026-04-30', '1024.17(i)(4)(ii)'],
        ['initial-statement', '2026-04-30', '1024.17(e)(1)(i)'],
      ],
    ],
    [
      { kind: 'servicing-transferred', on: '2026-03-01', changesPaymentOrMethod: false },
      [['short-year-statement', '2026-04-30', '1024.17(i)(4)(ii)']],
    ],
    [
      { kind: 'paid-off', on: '2026-06-12' }, // Juneteenth and Independence Day, a Saturday, lie between
      [
        ['short-year-statement', '2026-08-11', '1024.17(i)(4)(iii)'],
        ['refund', '2026-07-13', '1024.34(b)(1)'],
      ],
    ],
    [
      { kind: 'paid-off', on: '2026-06-12', creditedToNewLoan: true },
      [['short-year-statement', '2026-08-11', '1024.17(i)(4)(iii)']],
    ],
  ])('after %j', (event, expected) => {
    const dates = escrowDates(EscrowEventSchema.parse(event));
    expect(dates.map(({ id, on, citation }) => [id, on, citation])).toEqual(expected);
  });
});

describe('a bill', () => {
  const bill = { amountCents: 100_000, deadlineOn: '2026-12-10', balanceCents: 40_000 };

  it.each([
    [
      'is advanced for a borrower up to 30 days overdue',
      { daysOverdue: 30 },
      { mustPay: true, advanceCents: 60_000 },
    ],
    ['is not for one further behind', { daysOverdue: 31 }, { mustPay: false, advanceCents: 0 }],
    ['is paid by the discount date', { discountUntilOn: '2026-11-30' }, { payBy: '2026-11-30' }],
    ['is advanced whole from a negative balance', { balanceCents: -5 }, { advanceCents: 100_000 }],
    [
      'is paid by instalments where one sum saves nothing',
      { instalments: { discountForOneSum: false, chargeForInstalments: false } },
      { method: 'instalments' },
    ],
    [
      'is paid either way where instalments cost more',
      { instalments: { discountForOneSum: false, chargeForInstalments: true } },
      { method: 'either' },
    ],
  ])('%s', (_title, more, expected) => {
    expect(disbursementDuty(DisbursementFactsSchema.parse({ ...bill, ...more }))).toMatchObject(expected);
  });

  it('calls for an analysis before an advance is asked back', () => {
    const duty = disbursementDuty(DisbursementFactsSchema.parse(bill));
    expect(duty.needsAnalysisBeforeRepayment).toBe(true);
    const covered = DisbursementFactsSchema.parse({ ...bill, balanceCents: 100_000 });
    expect(disbursementDuty(covered).needsAnalysisBeforeRepayment).toBe(false);
  });
});

describe('the closing of an escrow account', () => {
  it.each([
    [true, '2026-07-02', '2026-06-29'], // July 4 is no business day, the Friday before is
    [false, '2026-05-30', '2026-05-27'],
  ])('on request: %s', (isRequested, receivedBy, sentBy) => {
    const notice = escrowClosingNotice({ closesOn: calendarDate('2026-07-07'), isRequested });
    expect([notice.receivedBy.on, notice.sentBy.on]).toEqual([receivedBy, sentBy]);
  });
});

describe('force-placed insurance', () => {
  const dates = (more: object) =>
    forcePlacedDates(ForcePlacedFactsSchema.parse({ firstNoticeOn: '2026-06-01', ...more }));

  it('is charged 45 days after the notice and 15 after a reminder that came 30 days after it', () => {
    expect(dates({}).reminderFrom.on).toBe('2026-07-01');
    expect(dates({}).chargeFrom).toBeUndefined();
    expect(dates({ reminderOn: '2026-06-30' }).chargeFrom).toBeUndefined();
    expect(dates({ reminderOn: '2026-07-01' }).chargeFrom?.on).toBe('2026-07-16');
    expect(dates({ reminderOn: '2026-07-10' }).chargeFrom?.on).toBe('2026-07-25');
  });

  it('is not charged once the borrower has shown cover, and is cancelled within 15 days', () => {
    const shown = dates({ reminderOn: '2026-07-01', evidenceReceivedOn: '2026-07-10' });
    expect(shown.chargeFrom).toBeUndefined();
    expect(shown.cancelAndRefundBy).toMatchObject({ on: '2026-07-25', citation: '1024.37(g)' });
  });

  it('is renewed 45 days after notice, or charged for a gap as soon as the gap is shown', () => {
    const renewal = { noticeOn: '2026-03-02', replacedOn: '2026-03-12' };
    expect(renewalCharge(RenewalFactsSchema.parse(renewal)).chargeOn.on).toBe('2026-04-16');
    const gap = { ...renewal, evidenceReceivedOn: '2026-04-05', ownCoverFromOn: '2026-03-31' };
    expect(renewalCharge(RenewalFactsSchema.parse(gap))).toMatchObject({
      chargeOn: { on: '2026-04-05', citation: '1024.37(e)(1)(iii)' },
      coverFrom: '2026-03-12',
      coverTo: '2026-03-31',
    });
  });
});

describe('escrow statements', () => {
  it('state on opening the payment, the charges with dates, the cushion and the trial balance', () => {
    const analysis = analyzeInitialEscrow({ ...plainTerms, settlementOn: '2026-11-20' });
    const statement = initialStatement(analysis, AccountTermsSchema.parse(plainTerms), cents(150_000));
    expect(statement).toMatchObject({
      mortgagePaymentCents: 190_000,
      escrowPaymentCents: 40_000,
      cushionCents: 80_000,
    });
    expect(statement.charges.map(({ itemId, on }) => `${itemId} ${on}`)).toEqual([
      'county 2027-05-31',
      'home 2027-07-15',
      'county 2027-11-30',
    ]);
    expect(statement.trialBalance.startingCents).toBe(120_000);
  });

  const history = (taxCents: number) =>
    YearHistorySchema.parse({
      endedOn: '2026-12-31',
      openingCents: 100_000,
      mortgagePaymentCents: 188_000,
      escrowPaymentCents: 38_000,
      months: [
        {
          month: '2026-11',
          paymentCents: 38_000,
          disbursements: [{ itemId: 'county', amountCents: taxCents }],
        },
        { month: '2026-12', paymentCents: 38_000, disbursements: [{ itemId: 'county', amountCents: 1_000 }] },
      ],
      projected: [
        { month: '2026-11', paymentCents: 38_000, disbursementCents: 70_000, balanceCents: 68_000 },
        { month: '2026-12', paymentCents: 38_000, disbursementCents: 1_000, balanceCents: 105_000 },
      ],
    });
  const analysis = analyzeEscrow({ ...plainTerms, analyzedOn: '2026-12-31', balanceCents: 108_000 });

  it('state yearly what came in, what went out by item, and how a shortage is paid', () => {
    expect(annualStatement(analysis, history(70_000), cents(150_000))).toMatchObject({
      currentMortgagePaymentCents: 191_000,
      currentEscrowPaymentCents: 41_000,
      pastEscrowPaymentCents: 38_000,
      paidInCents: 76_000,
      paidOut: [{ itemId: 'county', amountCents: 71_000 }],
      endingBalanceCents: 105_000,
      shortageHandling: { action: 'repay-over-time', perPaymentCents: 1_000, payments: 12 },
    });
  });

  it('say why the low balance was not reached, month by month, and nothing when it was', () => {
    expect(annualStatement(analysis, history(70_000), cents(0)).lowNotReached).toBeUndefined();
    expect(annualStatement(analysis, history(60_000), cents(0)).lowNotReached).toEqual({
      projectedLowCents: 68_000,
      actualLowCents: 78_000,
      differences: [{ month: '2026-11', what: 'disbursement', projectedCents: 70_000, actualCents: 60_000 }],
    });
  });
});
