import { describe, expect, it } from 'vitest';
import { calendarDate as day } from '../../../../lambdas/shared/calendar.ts';
import {
  consummationAfterDisclosure,
  disclosureInPersonBy,
  disclosureSentBy,
  inspectionDay,
} from '../../../../lambdas/rules/trid/closing-disclosure-clock.ts';
import {
  consummationAfterEstimate,
  loanEstimateDue,
  loanEstimateDueFor,
} from '../../../../lambdas/rules/trid/loan-estimate-clock.ts';
import {
  consummationAfterRevision,
  revisedEstimateDue,
  revisedEstimateMailedBy,
  revisedEstimateReceivedBy,
} from '../../../../lambdas/rules/trid/revised-estimate-clock.ts';
import { estimateExpires } from '../../../../lambdas/rules/trid/estimate-expiry.ts';
import { feesFrom } from '../../../../lambdas/rules/trid/fee-bar.ts';
import { regZGeneralDays, weekdayOffice } from '../../../../lambdas/shared/business-days.ts';
import { revisionVehicle } from '../../../../lambdas/rules/trid/revision-vehicle.ts';

const office = regZGeneralDays(weekdayOffice);
const openSaturdays = regZGeneralDays({ ...weekdayOffice, openWeekdays: [1, 2, 3, 4, 5, 6] });

describe('the Loan Estimate', () => {
  it('is due on the third day the office is open', () => {
    expect(loanEstimateDue(day('2026-06-04'), office).on).toBe('2026-06-09');
    expect(loanEstimateDue(day('2026-06-04'), openSaturdays).on).toBe('2026-06-08');
  });

  it('skips the day on which the office observes a holiday', () => {
    expect(loanEstimateDue(day('2026-07-01'), office).on).toBe('2026-07-07');
  });

  it('comes seven precise business days before closing, Saturdays among them', () => {
    expect(consummationAfterEstimate(day('2026-06-01')).on).toBe('2026-06-09');
    expect(loanEstimateDueFor(day('2026-06-09')).on).toBe('2026-06-01');
  });

  it('stands for ten business days, or longer if stated', () => {
    expect(estimateExpires(day('2026-06-01'), office).on).toBe('2026-06-15');
    expect(estimateExpires(day('2026-06-01'), office, 12).on).toBe('2026-06-17');
    expect(estimateExpires(day('2026-06-01'), office, 5).on).toBe('2026-06-15');
  });

  it('lets fees be asked for only once it is received and the consumer has said to proceed', () => {
    expect(feesFrom(day('2026-06-04'), undefined)).toBeUndefined();
    expect(feesFrom(day('2026-06-04'), day('2026-06-03'))).toBeUndefined();
    expect(feesFrom(day('2026-06-04'), day('2026-06-04'))?.on).toBe('2026-06-04');
  });
});

describe('a revised estimate', () => {
  it('is due three business days after its reason is established', () => {
    expect(revisedEstimateDue(day('2026-06-05'), office).on).toBe('2026-06-10');
  });

  it('is received four precise business days before closing, and mailed three before that', () => {
    expect(revisedEstimateReceivedBy(day('2026-06-11')).on).toBe('2026-06-06');
    expect(revisedEstimateMailedBy(day('2026-06-11')).on).toBe('2026-06-03');
    expect(consummationAfterRevision(day('2026-06-06')).on).toBe('2026-06-11');
  });

  it.each([
    [
      'before the Closing Disclosure',
      { receivedOn: '2026-06-02', providedOn: '2026-06-02' },
      'revised-loan-estimate',
    ],
    [
      'on the day of the Closing Disclosure',
      { receivedOn: '2026-06-03', providedOn: '2026-06-03', closingDisclosureOn: '2026-06-03' },
      'closing-disclosure',
    ],
    [
      'too near the closing',
      { receivedOn: '2026-06-08', providedOn: '2026-06-08', consummationOn: '2026-06-11' },
      'closing-disclosure',
    ],
  ])('%s goes on the right form', (_title, plan, vehicle) => {
    const { receivedOn, providedOn, ...near }: Record<string, string> = plan;
    const others = Object.fromEntries(Object.entries(near).map(([name, text]) => [name, day(text)]));
    const dates = { receivedOn: day(receivedOn ?? ''), providedOn: day(providedOn ?? ''), ...others };
    expect(revisionVehicle(dates).vehicle).toBe(vehicle);
  });
});

describe('the Closing Disclosure', () => {
  it('is received three precise business days before closing', () => {
    expect(consummationAfterDisclosure(day('2026-06-08')).on).toBe('2026-06-11');
    expect(disclosureInPersonBy(day('2026-06-11')).on).toBe('2026-06-08');
    expect(disclosureSentBy(day('2026-06-11')).on).toBe('2026-06-04');
  });

  it('may be inspected on the office day before closing', () => {
    expect(inspectionDay(day('2026-06-15'), office).on).toBe('2026-06-12');
  });

  it('counts the Saturday after Thanksgiving and not Thanksgiving', () => {
    expect(consummationAfterDisclosure(day('2026-11-25')).on).toBe('2026-11-30');
  });
});
