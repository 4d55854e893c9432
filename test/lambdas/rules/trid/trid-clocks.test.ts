import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '../../../../lambdas/shared/calendar.ts';
import { tridClocks } from '../../../../lambdas/rules/trid/trid-clocks.ts';
import type { TridFactsInput } from '../../../../lambdas/rules/trid/trid-facts.ts';

const waiver = (signedOn: string) => ({
  signedOn,
  isBonaFidePersonalFinancialEmergency: true,
  describesEmergency: true,
  signedByAllPrimarilyLiable: true,
  isPreprintedForm: false,
});
const inPerson = (sentOn: string) => ({ sentOn, method: 'in-person' as const });
const plain: TridFactsInput = {
  applicationOn: '2026-06-01',
  loanEstimate: inPerson('2026-06-01'),
  closingDisclosure: inPerson('2026-06-02'),
};

describe('the clocks of a loan', () => {
  it('hold the closing until the last waiting period is over', () => {
    expect(tridClocks(plain).earliestConsummationOn).toBe('2026-06-09');
    const waived = { ...plain, estimateWaiver: waiver('2026-06-01') };
    expect(tridClocks(waived).earliestConsummationOn).toBe('2026-06-05');
    const both = { ...waived, disclosureWaiver: waiver('2026-06-02') };
    expect(tridClocks(both).earliestConsummationOn).toBe('2026-06-02');
  });

  it('start anew for a changed APR only', () => {
    const delivery = inPerson('2026-06-09');
    const fee = { ...plain, corrections: [{ change: { otherTerms: true }, delivery }] };
    expect(tridClocks(fee).earliestConsummationOn).toBe('2026-06-09');
    const change = { apr: { disclosedPpm: 70_000, actualPpm: 71_500 } };
    const apr = { ...plain, corrections: [{ change, delivery }] };
    expect(tridClocks(apr).earliestConsummationOn).toBe('2026-06-12');
  });

  it('wait four days after a revised Loan Estimate', () => {
    const revisions = [{ informedOn: '2026-06-08', loanEstimate: inPerson('2026-06-09') }];
    const facts = { ...plain, closingDisclosure: inPerson('2026-06-10'), revisions };
    expect(tridClocks(facts).earliestConsummationOn).toBe('2026-06-13');
  });

  it('know no closing date while a disclosure is missing or was not delivered', () => {
    const { closingDisclosure: _none, ...early } = plain;
    expect(tridClocks(early).earliestConsummationOn).toBeUndefined();
    const email = { sentOn: '2026-06-02', method: 'electronic' as const };
    const found = tridClocks({ ...plain, closingDisclosure: email });
    expect(found.earliestConsummationOn).toBeUndefined();
    expect(found.breaches).toMatchObject([{ id: 'closing-disclosure', citation: '1026.38(t)(3)(iii)' }]);
  });

  it('have no waits for a timeshare', () => {
    expect(tridClocks({ ...plain, isTimeshare: true }).earliestConsummationOn).toBe('2026-06-02');
  });

  it('name each breach', () => {
    const late: TridFactsInput = {
      ...plain,
      loanEstimate: inPerson('2026-06-05'),
      intentToProceedOn: '2026-06-04',
      revisions: [{ informedOn: '2026-06-01', loanEstimate: inPerson('2026-06-08') }],
      closingDisclosure: inPerson('2026-06-08'),
      consummationOn: '2026-06-10',
      estimateWaiver: waiver('2026-06-04'),
    };
    expect(tridClocks(late).breaches.map(({ id }) => id)).toEqual([
      'loan-estimate-due',
      'fees',
      'waiver',
      'revision-1-due',
      'revision-1',
      'consummation',
    ]);
  });

  const start = calendarDate('2024-01-01');
  const anyDay = fc.integer({ min: 0, max: 2_000 }).map((days) => addDays(start, days));
  const delivery = fc.record({
    sentOn: anyDay,
    method: fc.constantFrom('in-person' as const, 'mail' as const, 'courier' as const, 'electronic' as const),
    hasESignConsent: fc.boolean(),
  });
  const change = fc.constantFrom(
    { otherTerms: true },
    { prepaymentPenalty: { disclosed: false, actual: true } },
  );
  const anyFacts = fc.record(
    {
      applicationOn: anyDay,
      loanEstimate: delivery,
      intentToProceedOn: anyDay,
      revisions: fc.array(fc.record({ informedOn: anyDay, loanEstimate: delivery }), { maxLength: 3 }),
      closingDisclosure: delivery,
      corrections: fc.array(fc.record({ change, delivery }), { maxLength: 3 }),
      isTimeshare: fc.boolean(),
      consummationOn: anyDay,
    },
    { requiredKeys: ['applicationOn'] },
  );

  it('put each date on or after every date it depends on, and last days on or before theirs', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { dates } = tridClocks(facts);
        const on = new Map(dates.map((entry) => [entry.id, entry.on]));
        expect(on.size).toBe(dates.length);
        for (const entry of dates) {
          for (const id of entry.after) expect(entry.on >= (on.get(id) ?? '9999')).toBe(true);
          expect(entry.before === undefined || entry.on <= (on.get(entry.before) ?? '0000')).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never let the closing be earlier than any first day of the timeline', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { dates, earliestConsummationOn } = tridClocks(facts);
        if (!earliestConsummationOn) return;
        const floors = dates.filter(({ id }) => id.startsWith('consummation-after'));
        for (const { on } of floors) expect(earliestConsummationOn >= on).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
