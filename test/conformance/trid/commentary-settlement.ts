import { addDays, calendarDate } from '../../../lambdas/shared/calendar.ts';
import { applicationCourse } from '../../../lambdas/rules/trid/application-course.ts';
import { applicationItems, applicationReceived } from '../../../lambdas/rules/trid/application-received.ts';
import { averageCharge } from '../../../lambdas/rules/trid/average-charge.ts';
import { cents } from '../../../lambdas/shared/money.ts';
import { feeRecipient } from '../../../lambdas/rules/trid/fee-recipient.ts';
import { judgeChange } from '../../../lambdas/rules/trid/new-waiting-period.ts';
import { judgeEarlyFee, mayRequire } from '../../../lambdas/rules/trid/early-fee.ts';
import { judgeTolerance } from '../../../lambdas/rules/trid/tolerance.ts';
import { providerListDefects } from '../../../lambdas/rules/trid/provider-list.ts';
import { retainedThrough } from '../../../lambdas/rules/trid/record-retention.ts';
import { revisedEstimateDue } from '../../../lambdas/rules/trid/revised-estimate-clock.ts';
import { regZGeneralDays, weekdayOffice } from '../../../lambdas/shared/business-days.ts';
import type { EstimatedCharge } from '../../../lambdas/rules/trid/charge-bucket.ts';
import type { Readers, Row } from '../commentary-file.ts';

const MONDAY = calendarDate('2026-06-01');
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
/** The days of a text as `January 1` or `June 4, 2017`, in the year stated or 2026. */
const daysIn = (text: string) =>
  [...text.matchAll(new RegExp(`(${months.join('|')}) (\\d{1,2})(?:, (\\d{4}))?`, 'g'))].map(
    ([, month = '', day = '', year = '2026']) =>
      calendarDate(`${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`),
  );
const received = { estimateReceivedOn: MONDAY, isBonaFideAndReasonable: true };
const creditReport = (): Row[] => {
  const fee = { fee: 'credit-report' as const, imposedOn: MONDAY };
  return [
    ['bona fide and reasonable', judgeEarlyFee({ ...fee, isBonaFideAndReasonable: true }).isAllowed, true],
    ['not so', judgeEarlyFee({ ...fee, isBonaFideAndReasonable: false }).isAllowed, false],
  ];
};
const charge = (id: string, more: Partial<EstimatedCharge>) => ({
  id,
  kind: 'fee' as const,
  estimateCents: 10_000,
  ...more,
});
/** A lock extension fee and another charge, both higher; only the first for the revision's reason. */
const extension = (): Row[] => {
  const charges = [
    charge('lock-extension', { paidTo: 'creditor', actualCents: cents(30_000) }),
    charge('underwriting', { paidTo: 'creditor', actualCents: cents(12_000) }),
  ];
  const revision = {
    reason: 'rate-lock' as const,
    informedOn: MONDAY,
    disclosedOn: MONDAY,
    charges: { 'lock-extension': cents(30_000) },
  };
  const found = judgeTolerance({ charges, revisions: [revision] });
  return [
    ['the extension fee', found.charges[0]?.excessCents, 0],
    ['the unrelated charge', found.charges[1]?.excessCents, 2_000],
  ];
};
const amended = (): Row[] => {
  const found = applicationCourse({ applicationOn: MONDAY, amendedOn: addDays(MONDAY, 1) });
  const ended = applicationCourse({ applicationOn: MONDAY, ended: { on: MONDAY, how: 'withdrawn' } });
  return [
    ['the original needs none', found.originalEstimate.isRequired, false],
    ['nor one withdrawn', ended.originalEstimate.isRequired, false],
    ['the amended is a new application', found.amendedEstimateDue?.on, addDays(MONDAY, 4)],
  ];
};
const averageOf = (text: string, from: number): Row[] => {
  const days = daysIn(text);
  const [fromOn = MONDAY, toOn = MONDAY] = days.slice(from);
  const found = averageCharge({ paidCents: [9_000, 11_000], fromOn, toOn });
  return [
    ['the average', found.averageCents, 10_000],
    ['charged from the day after', found.chargedFromOn, addDays(toOn, 1)],
  ];
};

/** Comments to 1026.19 and .25 about fees, lists, averages and records, each put to its rule. */
export const settlementReaders: Readers = {
  '25-c-2-Interp-1-iii': (text) => {
    // two payments of 2014, then the last days of 2017
    const days = daysIn(text);
    const paid = days.slice(0, 2).map((day) => calendarDate(`2014${day.slice(4)}`));
    const through = days.slice(-2);
    return paid.map((on, index) => [
      `payment ${index + 1}`,
      retainedThrough('originator-compensation', on).on,
      through[index],
    ]);
  },
  '25-c-3-Interp-1': () => [
    ['three years', retainedThrough('ability-to-repay', MONDAY).on, calendarDate('2029-05-31')],
  ],
  '19-a-1-i-Interp-4': amended,
  '19-a-1-iii-Interp-1': creditReport,
  '19-e-2-i-B-Interp-1': creditReport,
  '2-a-3-Interp-1': (text) => {
    const all = Object.fromEntries(applicationItems.map((item) => [item, MONDAY]));
    const kinds = applicationItems.map((left) => {
      const { [left]: _without, ...rest } = all;
      return applicationReceived(rest).kind === 'received';
    });
    return [
      ['six pieces', applicationItems.length, text.includes('six pieces') ? 6 : 0],
      ['each is needed', kinds.some(Boolean), false],
    ];
  },
  '19-e-1-vi-Interp-3': () => {
    const services = [{ service: 'survey', mayShop: true }];
    const list = [{ service: 'survey', provider: 'Example Surveyors' }];
    return [
      ['one for each', providerListDefects(services, list), []],
      ['none named', providerListDefects(services, []).length, 1],
      ['a service not to shop for', providerListDefects([], list).length, 1],
    ];
  },
  '19-e-2-i-A-Interp-2': () => {
    const fee = { ...received, fee: 'other' as const, imposedOn: addDays(MONDAY, 3) };
    const manners = ['in-person', 'phone', 'email', 'signed-form', 'silence'] as const;
    return manners.map((manner) => [
      manner,
      judgeEarlyFee({ ...fee, intent: { on: MONDAY, manner } }).isAllowed,
      manner !== 'silence',
    ]);
  },
  '19-e-2-iii-Interp-1': () => [
    ['information', mayRequire('information', false), true],
    ['documents', mayRequire('verifying-document', false), false],
  ],
  '19-e-2-iii-Interp-1-ii': () => [
    ['account balances', mayRequire('information', false), true],
    ['bank statements', mayRequire('verifying-document', false), false],
  ],
  '19-e-3-i-Interp-3': () => {
    const appraisal = (use: 'kept' | 'passed-on' | 'kept-as-reimbursement') => feeRecipient('creditor', use);
    const recording = { ...charge('recording', { kind: 'recording-fee' }), paidTo: appraisal('passed-on') };
    const parsed = judgeTolerance({ charges: [{ ...recording, actualCents: 11_000 }] });
    return [
      ['passed on', appraisal('passed-on'), 'third-party'],
      ['reimbursed', appraisal('kept-as-reimbursement'), 'third-party'],
      ['recording fees stay in the ten percent', parsed.charges[0]?.bucket, 'ten-percent'],
    ];
  },
  '19-e-3-ii-Interp-2': () => {
    const shop = { mayShop: true, providerListGiven: true, provider: 'from-list' as const };
    const one = charge('one', { ...shop, actualCents: cents(15_000) });
    const left = charge('omitted', { ...shop, estimateCents: cents(0), actualCents: cents(5_000) });
    const rest = charge('rest', { ...shop, estimateCents: cents(90_000), actualCents: cents(90_000) });
    return [
      ['one may rise by more', judgeTolerance({ charges: [one, rest] }).isGoodFaith, true],
      ['and an omitted one be charged', judgeTolerance({ charges: [left, rest] }).isGoodFaith, true],
    ];
  },
  '19-e-3-iv-Interp-2': extension,
  '19-e-3-iv-Interp-5': extension,
  '19-e-3-iv-A-Interp-3': () => {
    const revision = {
      reason: 'changed-circumstance' as const,
      informedOn: MONDAY,
      disclosedOn: MONDAY,
      isLateApplicationItem: true,
      charges: { fee: cents(20_000) },
    };
    const charges = [charge('fee', { paidTo: 'creditor', actualCents: cents(20_000) })];
    return [
      [
        'compared with the first estimate',
        judgeTolerance({ charges, revisions: [revision] }).cureCents,
        10_000,
      ],
    ];
  },
  '19-e-3-iv-D-Interp-1-i': () => {
    const due = revisedEstimateDue(MONDAY, regZGeneralDays(weekdayOffice)).on;
    const lock = {
      reason: 'rate-lock' as const,
      informedOn: MONDAY,
      charges: { points: cents(50_000) },
      lenderCreditsCents: 0,
    };
    const charges = [charge('points', { paidTo: 'creditor', actualCents: cents(50_000) })];
    const lenderCredits = { estimateCents: 7_000, actualCents: 0 };
    const cure = (disclosedOn: typeof MONDAY) =>
      judgeTolerance({ charges, lenderCredits, revisions: [{ ...lock, disclosedOn }] }).cureCents;
    return [
      ['in three business days: the revised ones', cure(due), 0],
      ['later: the first ones', cure(addDays(due, 1)), 47_000],
    ];
  },
  '19-f-2-i-Interp-1-ii': () => [['no new wait', judgeChange({ otherTerms: true }).needsNewWait, false]],
  '19-f-3-ii-Interp-3-i': (text) => averageOf(text, 0),
  '19-f-3-ii-Interp-4': (text) => {
    const [fromOn = MONDAY, toOn = MONDAY, chargedFromOn = MONDAY, until] = daysIn(text).slice(-6);
    const found = averageCharge({ paidCents: [10_000], fromOn, toOn, chargedFromOn });
    return [['delayed, and as long as the period', found.untilOn, until]];
  },
  '19-f-3-ii-Interp-8': () => {
    const period = { paidCents: [10_000], fromOn: '2026-01-01', toOn: '2026-04-30' };
    return [['where law forbids it', averageCharge({ ...period, isProhibitedByLaw: true }).isAllowed, false]];
  },
  '19-f-3-ii-Interp-2': () => {
    const refused = (toOn: string) => {
      try {
        averageCharge({ paidCents: [1], fromOn: '2026-01-01', toOn });
        return false;
      } catch {
        return true;
      }
    };
    return [
      ['under 30 days', refused('2026-01-29'), true],
      ['30 days', refused('2026-01-30'), false],
      ['six months', refused('2026-06-30'), false],
      ['more', refused('2026-07-01'), true],
    ];
  },
};
