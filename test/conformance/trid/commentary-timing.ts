import { addDays, calendarDate } from '../../../lambdas/shared/calendar.ts';
import { amountIn, dateIn, percentsIn } from '../commentary-file.ts';
import { cents } from '../../../lambdas/shared/money.ts';
import { applicationItems, applicationReceived } from '../../../lambdas/rules/trid/application-received.ts';
import {
  consummationAfterDisclosure,
  disclosureInPersonBy,
} from '../../../lambdas/rules/trid/closing-disclosure-clock.ts';
import {
  consummationAfterEstimate,
  loanEstimateDue,
} from '../../../lambdas/rules/trid/loan-estimate-clock.ts';
import { dutiesAfterConsummation } from '../../../lambdas/rules/trid/after-consummation.ts';
import { judgeChange } from '../../../lambdas/rules/trid/new-waiting-period.ts';
import { judgeTolerance } from '../../../lambdas/rules/trid/tolerance.ts';
import { ppm } from '../../../lambdas/shared/rate.ts';
import { receiptOf } from '../../../lambdas/rules/trid/receipt.ts';
import { regZGeneralDays, regZPreciseDay, weekdayOffice } from '../../../lambdas/shared/business-days.ts';
import { revisionVehicle } from '../../../lambdas/rules/trid/revision-vehicle.ts';
import { tridClocks } from '../../../lambdas/rules/trid/trid-clocks.ts';
import type { Readers } from '../commentary-file.ts';
import type { ToleranceInput } from '../../../lambdas/rules/trid/tolerance.ts';

const office = regZGeneralDays(weekdayOffice);
const MONDAY = calendarDate('2026-06-01');
const shopped = {
  kind: 'fee' as const,
  mayShop: true,
  providerListGiven: true,
  provider: 'from-list' as const,
};
const recorded = (id: string, estimateCents: number, actualCents: number) => ({
  id,
  ...shopped,
  estimateCents,
  actualCents,
});
const settlementEvent = (changesConsumerAmount: boolean) => ({
  kind: 'settlement-event' as const,
  occurredOn: addDays(MONDAY, 1),
  learnedOn: addDays(MONDAY, 1),
  changesConsumerAmount,
  changesSellerAmount: !changesConsumerAmount,
  isPerDiemInterestOnly: false,
});

/** The comments to 1026.2 and 1026.19 that state days, rates or amounts, each put to the engine. */
export const timingReaders: Readers = {
  '2-a-3-Interp-1-ii': () => {
    const items = Object.fromEntries(applicationItems.map((item) => [item, MONDAY]));
    return [['an application', applicationReceived(items).kind, 'received']];
  },
  '2-a-3-Interp-3': (text) => [['LE due', loanEstimateDue(dateIn(text, 0), office).on, dateIn(text, 2)]],
  '2-a-6-Interp-2': () => [
    ['the observed Friday counts', regZPreciseDay(calendarDate('2026-07-03')), true],
    ['the holiday does not', regZPreciseDay(calendarDate('2026-07-04')), false],
  ],
  '19-e-1-iii-Interp-2': (text) => [
    ['consummation', consummationAfterEstimate(dateIn(text, 0)).on, dateIn(text, 1)],
  ],
  '19-e-1-iii-Interp-5-i': (text) => [
    ['LE due', loanEstimateDue(dateIn(text, 0), office).on, dateIn(text, 1)],
  ],
  '19-e-1-iii-Interp-5-iii': (text) => [
    ['construction', loanEstimateDue(dateIn(text, 0), office).on, dateIn(text, 2)],
    ['permanent', loanEstimateDue(dateIn(text, 1), office).on, dateIn(text, 3)],
  ],
  '19-e-1-iv-Interp-2': () => {
    const sent = { sentOn: MONDAY, method: 'electronic' as const, hasESignConsent: true };
    const same = receiptOf({ ...sent, evidencedReceiptOn: MONDAY }, 'loan-estimate');
    return [
      [
        'Monday to Thursday',
        receiptOf(sent, 'loan-estimate'),
        receiptOf({ ...sent, method: 'mail' }, 'loan-estimate'),
      ],
      ['evidence of the same day', same.kind === 'received' && same.on, MONDAY],
      ['no consent', receiptOf({ ...sent, hasESignConsent: false }, 'loan-estimate').kind, 'not-delivered'],
    ];
  },
  '19-e-3-ii-Interp-2-i': (text) => {
    const [agent, bucket] = [amountIn(text, 0), amountIn(text, 1)];
    const rest = bucket - agent;
    const most = amountIn(text, 3);
    const charges = [recorded('agent', agent, most - rest), recorded('rest', rest, rest)];
    const over = [recorded('agent', agent, most - rest + 1), recorded('rest', rest, rest)];
    return [
      ['limit', judgeTolerance({ charges }).tenPercent.limitCents, most],
      ['at it', judgeTolerance({ charges }).isGoodFaith, true],
      ['over it', judgeTolerance({ charges: over }).cureCents, 1],
    ];
  },
  '19-e-3-ii-Interp-5': (text) => {
    const pest = { id: 'pest', ...shopped, estimateCents: amountIn(text, 0) };
    const found = judgeTolerance({ charges: [pest, recorded('rest', 90_000, 90_000)] });
    return [['estimates less the inspection', found.tenPercent.baselineCents, 90_000]];
  },
  '19-e-3-iii-Interp-2': (text) => {
    const agent = recorded('agent', amountIn(text, 0), amountIn(text, 1));
    const found = judgeTolerance({ charges: [{ ...agent, provider: 'off-list', isBestInformation: false }] });
    const noList = judgeTolerance({
      charges: [{ ...agent, providerListGiven: false, provider: 'off-list' }],
    });
    return [
      ['unreasonably low', found.charges[0]?.bucket, 'zero'],
      ['no list', noList.charges[0]?.bucket, 'ten-percent'],
    ];
  },
  '19-e-3-iv-A-Interp-1-ii': (text) => {
    const [title, actual] = [amountIn(text, 0), amountIn(text, 1)];
    const others = Math.round((actual - title) / 0.05) - title;
    const revision = {
      reason: 'changed-circumstance' as const,
      informedOn: MONDAY,
      disclosedOn: MONDAY,
      charges: { title: actual },
    };
    const charges = [recorded('title', title, actual), recorded('others', others, others)];
    const found = judgeTolerance({ charges, revisions: [revision] });
    return [['compared with', found.charges[0]?.baselineCents, amountIn(text, 3)]];
  },
  '19-e-4-i-Interp-1-ii': () => {
    const bucket = { title: 40_000, pest: 10_000, rest: 50_000 };
    const charges = [
      recorded('title', bucket.title, bucket.title + 6_000),
      recorded('pest', bucket.pest, bucket.pest + 5_000),
      recorded('rest', bucket.rest, bucket.rest),
    ];
    const reason = 'changed-circumstance' as const;
    const pest = { reason, informedOn: addDays(MONDAY, -21), charges: { pest: bucket.pest + 5_000 } };
    const raised = { title: bucket.title + 6_000 };
    const title = { reason, informedOn: MONDAY, disclosedOn: addDays(MONDAY, 3), charges: raised };
    const revisions: NonNullable<ToleranceInput['revisions']> = [pest, title];
    const found = judgeTolerance({ charges, revisions });
    return [['eleven percent by Thursday', found.tenPercent.baselineCents, 111_000]];
  },
  '19-e-4-ii-Interp-1-ii': (text) => {
    const wednesday = dateIn(text, 0);
    const plan = { receivedOn: wednesday, providedOn: wednesday, closingDisclosureOn: wednesday };
    return [['no revised LE on the day of the CD', revisionVehicle(plan).vehicle, 'closing-disclosure']];
  },
  '19-e-4-ii-Interp-1-iii': (text) => {
    const [thursday, monday] = [dateIn(text, 0), dateIn(text, 1)];
    const found = tridClocks({
      applicationOn: addDays(monday, -14),
      loanEstimate: { sentOn: addDays(monday, -14), method: 'in-person' },
      closingDisclosure: { sentOn: monday, method: 'in-person' },
      corrections: [{ change: { otherTerms: true }, delivery: { sentOn: thursday, method: 'in-person' } }],
    });
    return [['consummation', found.earliestConsummationOn, thursday]];
  },
  '19-e-4-ii-Interp-1-v': (text) => [
    ['consummation', consummationAfterDisclosure(dateIn(text, 4), true).on, dateIn(text, 3)],
  ],
  '19-f-1-ii-Interp-1': () => [['Thursday by Monday', disclosureInPersonBy(addDays(MONDAY, 3)).on, MONDAY]],
  '19-f-1-ii-Interp-3': (text) => {
    const [applied, closed] = [dateIn(text, 0), dateIn(text, 1)];
    const found = tridClocks({
      isTimeshare: true,
      applicationOn: applied,
      loanEstimate: { sentOn: applied, method: 'in-person' },
      closingDisclosure: { sentOn: closed, method: 'in-person' },
    });
    return [['consummation', found.earliestConsummationOn, closed]];
  },
  '19-f-2-ii-Interp-1-i-B': (text) => {
    const [actual] = percentsIn(text);
    const change = {
      apr: { disclosedPpm: ppm(70_000), actualPpm: actual ?? ppm(0), isIrregular: false },
      otherTerms: false,
    };
    return [['7.00 disclosed', judgeChange(change).needsNewWait, true]];
  },
  '19-f-2-ii-Interp-1-ii-A': () => {
    const product = { disclosed: 'Fixed Rate', actual: '5/1 Adjustable Rate' };
    const again = { disclosed: '5/1 Adjustable Rate', actual: '3/1 Adjustable Rate' };
    return [product, again].map((each) => [
      each.actual,
      judgeChange({ product: each, otherTerms: false }).needsNewWait,
      true,
    ]);
  },
  '19-f-2-ii-Interp-1-iii': () =>
    [true, false].map((actual) => [
      actual ? 'penalty added' : 'penalty removed',
      judgeChange({ prepaymentPenalty: { disclosed: !actual, actual }, otherTerms: false }).needsNewWait,
      actual,
    ]),
  '19-f-2-iii-Interp-1-i': () => [
    [
      'thirty days after Tuesday',
      dutiesAfterConsummation(settlementEvent(true), MONDAY).consumerDisclosureBy?.on,
      addDays(MONDAY, 31),
    ],
  ],
  '19-f-2-iii-Interp-1-iii': () => {
    const duties = dutiesAfterConsummation(settlementEvent(false), MONDAY);
    return [
      ['no consumer disclosure', duties.consumerDisclosureBy === undefined, true],
      ['seller by', duties.sellerDisclosureBy?.on, addDays(MONDAY, 31)],
    ];
  },
  '19-f-2-iv-Interp-1': () => [
    [
      'sixty days',
      dutiesAfterConsummation({ kind: 'clerical-error', isNumeric: false }, MONDAY).consumerDisclosureBy?.on,
      addDays(MONDAY, 60),
    ],
  ],
  '19-f-4-ii-Interp-1': () => [
    [
      'seller within thirty days of Tuesday',
      dutiesAfterConsummation(settlementEvent(false), MONDAY).sellerDisclosureBy?.on,
      addDays(MONDAY, 31),
    ],
  ],
  '19-e-3-iv-C-Interp-1': () => {
    const revision = {
      reason: 'consumer-request' as const,
      informedOn: MONDAY,
      disclosedOn: MONDAY,
      charges: { recording: cents(10_500) },
    };
    const charge = {
      id: 'recording',
      kind: 'recording-fee' as const,
      estimateCents: 10_000,
      actualCents: 10_500,
    };
    const found = judgeTolerance({ charges: [charge], revisions: [revision] });
    return [['compared with the revised fee', found.charges[0]?.baselineCents, 10_500]];
  },
};
