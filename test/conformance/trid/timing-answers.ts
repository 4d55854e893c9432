import { addBusinessDays, regZGeneralDays, weekdayOffice } from '../../../lambdas/shared/business-days.ts';
import { applicationCourse } from '../../../lambdas/rules/trid/application-course.ts';
import { applicationReceived } from '../../../lambdas/rules/trid/application-received.ts';
import { calendarDate } from '../../../lambdas/shared/calendar.ts';
import {
  consummationAfterDisclosure,
  disclosureInPersonBy,
} from '../../../lambdas/rules/trid/closing-disclosure-clock.ts';
import { dutiesAfterConsummation } from '../../../lambdas/rules/trid/after-consummation.ts';
import { estimateExpires } from '../../../lambdas/rules/trid/estimate-expiry.ts';
import { loanEstimateDue } from '../../../lambdas/rules/trid/loan-estimate-clock.ts';
import { receiptOf } from '../../../lambdas/rules/trid/receipt.ts';
import { revisedEstimateDue } from '../../../lambdas/rules/trid/revised-estimate-clock.ts';
import { revisionVehicle } from '../../../lambdas/rules/trid/revision-vehicle.ts';
import { tridClocks } from '../../../lambdas/rules/trid/trid-clocks.ts';

type Row = [what: string, ours: unknown, published: unknown];
interface Answer {
  rows: (concrete: Record<string, string>) => Row[];
}

const day = calendarDate;
const office = regZGeneralDays(weekdayOffice);
const rows = (of: Answer['rows']): Answer => ({ rows: of });
const on = (concrete: Record<string, string>, name: string) => day(concrete[name] ?? '');

/** Monday, June 1, 2026 and the days after it, for examples that name a weekday only. */
const [MONDAY, TUESDAY, THURSDAY] = [day('2026-06-01'), day('2026-06-02'), day('2026-06-04')];

/** How each example is put to the engine; where the example has no dates, a week of June 2026 without holidays. */
export const timingAnswers: Readonly<Record<string, Answer>> = {
  'LE-3bd-mon': rows((c) => [['due', loanEstimateDue(on(c, 'application'), office).on, c['le_by']]]),
  'LE-waiver': rows((c) => {
    const le = on(c, 'le');
    const waiver = {
      signedOn: le,
      isBonaFidePersonalFinancialEmergency: true,
      describesEmergency: true,
      signedByAllPrimarilyLiable: true,
      isPreprintedForm: false,
    };
    const clocks = tridClocks({
      applicationOn: le,
      loanEstimate: { sentOn: le, method: 'in-person' },
      estimateWaiver: waiver,
      closingDisclosure: { sentOn: on(c, 'cd'), method: 'in-person' },
    });
    return [['earliest consummation', clocks.earliestConsummationOn, c['earliest_consummation']]];
  }),
  'LE-receipt-overnight': rows(() => {
    const delivery = { sentOn: MONDAY, method: 'courier' as const, evidencedReceiptOn: TUESDAY };
    const receipt = receiptOf({ ...delivery, hasESignConsent: false }, 'loan-estimate');
    return [['received', receipt.kind === 'received' && receipt.on, TUESDAY]];
  }),
  'LE-email-no-esign': rows(() => {
    const delivery = { sentOn: MONDAY, method: 'electronic' as const, hasESignConsent: false };
    return [['compliant', receiptOf(delivery, 'loan-estimate').kind === 'received', false]];
  }),
  'APP-nine-no-ssn': rows(() => {
    const items = { name: MONDAY, income: MONDAY, propertyAddress: MONDAY, estimatedValue: MONDAY };
    const answer = applicationReceived({ ...items, loanAmount: MONDAY });
    return [['application received', answer.kind === 'received', false]];
  }),
  'APP-amended': rows(() => {
    const found = applicationCourse({ applicationOn: MONDAY, amendedOn: TUESDAY });
    return [
      ['the amended is a new application', found.amendedEstimateDue?.on, '2026-06-05'],
      ['an estimate of the original', found.originalEstimate.isRequired, false],
    ];
  }),
  'CONSTR-then-perm': rows((c) => [
    ['construction', loanEstimateDue(MONDAY, office).on, THURSDAY],
    ['permanent', loanEstimateDue(on(c, 'permanent_application'), office).on, c['le_permanent_by']],
  ]),
  'CD-3bd': rows((c) => [['in person by', disclosureInPersonBy(on(c, 'consummation')).on, c['cd_by']]]),
  'CD-email': rows(() => {
    const delivery = { sentOn: MONDAY, method: 'electronic' as const, hasESignConsent: true };
    const receipt = receiptOf(delivery, 'closing-disclosure');
    return [['received', receipt.kind === 'received' && receipt.on, THURSDAY]];
  }),
  'REV-pest': rows(() => [['due', revisedEstimateDue(MONDAY, office).on, THURSDAY]]),
  'REV-appraisal-doubt': rows(() => [
    ['due from the second report', revisedEstimateDue(MONDAY, office).on, THURSDAY],
  ]),
  'CD-borrower-change': rows(() => {
    const consummationOn = THURSDAY;
    const plan = { receivedOn: TUESDAY, providedOn: TUESDAY, closingDisclosureOn: MONDAY, consummationOn };
    const clocks = tridClocks({
      applicationOn: day('2026-05-11'),
      loanEstimate: { sentOn: day('2026-05-12'), method: 'in-person' },
      closingDisclosure: { sentOn: MONDAY, method: 'in-person' },
      corrections: [
        { change: { otherTerms: true }, delivery: { sentOn: consummationOn, method: 'in-person' } },
      ],
    });
    return [
      ['vehicle', revisionVehicle(plan).vehicle, 'closing-disclosure'],
      ['date', clocks.earliestConsummationOn, THURSDAY],
    ];
  }),
  'CD-apr-reset': rows((c) => [
    ['consummation', consummationAfterDisclosure(on(c, 'corrected'), true).on, c['earliest_consummation']],
  ]),
  'LOCK-revised': rows(() => [['three business days', revisedEstimateDue(MONDAY, office).on, THURSDAY]]),
  'EXPIRE-11': rows(() => [
    [
      'expired on the eleventh day',
      addBusinessDays(MONDAY, 11, office) > estimateExpires(MONDAY, office).on,
      true,
    ],
    ['not on the tenth', addBusinessDays(MONDAY, 10, office) > estimateExpires(MONDAY, office).on, false],
  ]),
  'CD-post-30d': rows(() => {
    // October 1 is a Tuesday in 2024
    const closed = day('2024-10-01');
    const event = {
      kind: 'settlement-event' as const,
      occurredOn: day('2024-10-16'),
      learnedOn: day('2024-11-04'),
      changesConsumerAmount: true,
      changesSellerAmount: false,
      isPerDiemInterestOnly: false,
    };
    return [
      ['corrected by', dutiesAfterConsummation(event, closed).consumerDisclosureBy?.on, '2024-12-04'],
      ['refund by', dutiesAfterConsummation({ kind: 'tolerance-refund' }, closed).refundBy?.on, '2024-11-30'],
    ];
  }),
  'CD-post-seller': rows(() => {
    const event = {
      kind: 'settlement-event' as const,
      occurredOn: TUESDAY,
      learnedOn: TUESDAY,
      changesConsumerAmount: false,
      changesSellerAmount: true,
      isPerDiemInterestOnly: false,
    };
    const duties = dutiesAfterConsummation(event, MONDAY);
    return [
      ['consumer', duties.consumerDisclosureBy !== undefined, false],
      ['seller by', duties.sellerDisclosureBy?.on, '2026-07-02'],
    ];
  }),
  'CD-post-perdiem': rows(() => {
    const event = {
      kind: 'settlement-event' as const,
      occurredOn: TUESDAY,
      learnedOn: TUESDAY,
      changesConsumerAmount: true,
      changesSellerAmount: false,
      isPerDiemInterestOnly: true,
    };
    return [['corrected disclosure', dutiesAfterConsummation(event, MONDAY), {}]];
  }),
};
