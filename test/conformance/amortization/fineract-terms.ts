import { addDays, addMonths, calendarDate } from '../../../lambdas/shared/calendar.ts';
import { parseDollars } from '../../../lambdas/shared/money.ts';
import { ppmFromPercent } from '../../../lambdas/shared/rate.ts';
import type { AmortizationPlanInput } from '../../../lambdas/rules/amortization/amortization-plan.ts';
import type { CalendarDate } from '../../../lambdas/shared/calendar.ts';
import type { Cents } from '../../../lambdas/shared/money.ts';

export type Step = { step: string } & Record<string, unknown>;
export type Row = Record<string, string>;

/** The scenarios of the independent servicing system. */
export const fineractFiles = [
  'amortization/fineract_loan.json',
  'amortization/fineract_loan_chargeback.json',
  'amortization/fineract_loan_re_amortization.json',
  'amortization/fineract_loan_repayment.json',
  'amortization/fineract_loan_reschedule.json',
];

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `01 January 2024` to a calendar date. */
export function publishedDate(text: string): CalendarDate {
  const [day = '', month = '', year = ''] = text.split(' ');
  return calendarDate(
    `${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`,
  );
}

/** `1030.0` to cents. */
export const publishedCents = (text: string | undefined): Cents =>
  parseDollars(text === undefined || text === '' ? '0' : text);

/** The loan as its feature file words it, in our plan; or why it is none of ours. */
export function planOf(
  create: Step,
  principal: Cents,
  disbursedOn: CalendarDate,
): AmortizationPlanInput | string {
  const params = (create['params'] as Row[] | undefined)?.[0];
  if (!params) {
    if (create['repayments'] === undefined) return plain(principal, [addDays(disbursedOn, 30)]);
    const count = Number(create['repayments']);
    return plain(
      principal,
      Array.from({ length: count }, (_, index) => addMonths(disbursedOn, index + 1)),
    );
  }
  const rate = ppmFromPercent(params['ANNUAL interest rate %'] ?? '');
  if (params['interest type'] === 'FLAT' && rate > 0)
    return 'flat (add-on) interest is no term of a mortgage note we model';
  const count = Number(params['numberOfRepayments']);
  const every = Number(params['repaymentEvery']);
  const monthly = params['repaymentFrequencyType'] === 'MONTHS';
  const dueOn = Array.from({ length: count }, (_, index) =>
    monthly ? addMonths(disbursedOn, every * (index + 1)) : addDays(disbursedOn, every * (index + 1)),
  );
  const product = params['LoanProduct'] ?? '';
  const is360 = product.includes('360_30');
  const daily = params['interest calculation period'] === 'DAILY' && !is360;
  const segments: AmortizationPlanInput['segments'] = [];
  if (params['graceOnInterestPayment'] !== '0' || params['interest free period'] !== '0') {
    return 'interest deferred over some periods and then collected at once, not added to the balance: no term of a note we model';
  }
  const grace = Number(params['graceOnPrincipalPayment']);
  if (grace > 0) segments.push({ payments: grace, ratePpm: rate, payment: { kind: 'interest-only' } });
  const left = count - grace;
  segments.push({ payments: left, ratePpm: rate, payment: { kind: 'level', overPayments: left } });
  return {
    principalCents: principal,
    periods: daily
      ? { kind: 'dated', interestFromOn: disbursedOn, dueOn, dayCount: 'actual/365', levelBy: 12 }
      : monthly
        ? { kind: 'equal', perYear: 12 / every, firstDueOn: dueOn[0] as CalendarDate }
        : { kind: 'dated', interestFromOn: disbursedOn, dueOn, dayCount: 'actual/365' },
    segments,
    // its cumulative products state installments in whole units; its progressive ones in hundredths
    paymentStepCents: product.includes('PROG') || product.includes('ADV') ? 1 : 100,
  };
}

function plain(principalCents: Cents, dueOn: CalendarDate[]): AmortizationPlanInput {
  const payments = dueOn.length;
  return {
    principalCents,
    periods: { kind: 'dated', interestFromOn: dueOn[0] as CalendarDate, dueOn, dayCount: 'actual/365' },
    segments: [{ payments, ratePpm: 0, payment: { kind: 'level', overPayments: payments } }],
    paymentStepCents: 100,
  };
}
