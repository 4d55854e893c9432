import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ReportPurposeSchema,
  judgePurpose,
} from '../../../../lambdas/rules/decisions/permissible-purpose.ts';
import { PrescreenElectionSchema, electionSpan } from '../../../../lambdas/rules/decisions/prescreen.ts';
import { addDays, calendarDate } from '../../../../lambdas/shared/calendar.ts';

const on = '2026-06-10';
const judge = (purpose: object) => judgePurpose(ReportPurposeSchema.parse({ on, ...purpose }));

const instructions = { kind: 'written-instructions', givenOn: '2026-06-01', coversThisUse: true };
const application = { kind: 'credit-application', subject: 'applicant', appliedOn: '2026-06-01' };
const employment = { kind: 'employment', disclosedAlone: true, authorizedOn: '2026-06-01' };
const prescreen = { kind: 'prescreen', isFirmOffer: true };
const election = { notifiedOn: '2026-06-01', by: 'signed-form' };

describe('permissible purpose', () => {
  it.each([
    ['written instructions', instructions, true],
    ['instructions of tomorrow', { ...instructions, givenOn: '2026-06-11' }, false],
    ['instructions for something else', { ...instructions, coversThisUse: false }, false],
    ['instructions withdrawn', { ...instructions, withdrawnOn: on }, false],
    ['an application', application, true],
    ['no application yet', { kind: 'credit-application', subject: 'applicant' }, false],
    ['an application of tomorrow', { ...application, appliedOn: '2026-06-11' }, false],
    ['an application that ended', { ...application, endedOn: '2026-06-09' }, false],
    ['a co-applicant', { ...application, subject: 'co-applicant' }, true],
    ['somebody else', { ...application, subject: 'other-person' }, false],
    ['review of an account', { kind: 'account-review', hasAccount: true }, true],
    ['review without one', { kind: 'account-review', hasAccount: false }, false],
    ['collection', { kind: 'collection', hasAccount: true }, true],
    ['an investor', { kind: 'investor-or-servicer', assessesExistingObligation: true }, true],
    ['an investor in nothing', { kind: 'investor-or-servicer', assessesExistingObligation: false }, false],
    ['employment', employment, true],
    ['employment hidden in a form', { ...employment, disclosedAlone: false }, false],
    ['employment, withdrawn', { ...employment, withdrawnOn: '2026-06-02' }, false],
    ['an order of a court', { kind: 'court-order' }, true],
    ['marketing', { kind: 'marketing' }, false],
    ['a firm offer', prescreen, true],
    ['a list without an offer', { ...prescreen, isFirmOffer: false }, false],
    ['a consumer who opted out', { ...prescreen, election }, false],
    [
      'an election revoked before',
      { ...prescreen, election: { ...election, revokedOn: '2026-06-09' } },
      true,
    ],
    ['a young consumer', { ...prescreen, isUnder21WithoutConsent: true }, false],
    ['a trigger lead', { ...prescreen, isMortgageTriggerLead: true }, false],
    [
      'a trigger lead of the servicer',
      { ...prescreen, isMortgageTriggerLead: true, standing: ['services-current-mortgage'] },
      true,
    ],
    ['a trigger lead of 2025', { ...prescreen, on: '2025-12-01', isMortgageTriggerLead: true }, true],
  ])('%s', (_what, purpose, isPermitted) => {
    const found = judge(purpose);
    expect(found.isPermitted).toBe(isPermitted);
    expect(found.citation).toMatch(/^15 USC 1681b/);
  });

  it('trigger leads are limited from the 180th day after September 5, 2025', () => {
    const lead = { ...prescreen, isMortgageTriggerLead: true };
    expect(addDays(calendarDate('2025-09-05'), 180)).toBe('2026-03-04');
    expect(judge({ ...lead, on: '2026-03-03' }).isPermitted).toBe(true);
    expect(judge({ ...lead, on: '2026-03-04' }).isPermitted).toBe(false);
  });

  it('the consumer’s own authorization goes before an election, 1681b(c)(1)(A); a lead needs an offer too', () => {
    const authorized = { ...prescreen, standing: ['documented-consent'], election };
    const citation = '15 USC 1681b(c)(1)(A)';
    expect(judge(authorized)).toMatchObject({ isPermitted: true, citation });
    expect(judge({ ...authorized, isFirmOffer: false }).isPermitted).toBe(true);
    const lead = { ...authorized, isMortgageTriggerLead: true };
    expect(judge(lead)).toMatchObject({ isPermitted: true, citation });
    expect(judge({ ...lead, isFirmOffer: false })).toMatchObject({
      isPermitted: false,
      citation: '15 USC 1681b(c)(4)(B)(i)',
    });
    expect(judge({ ...authorized, standing: ['holds-deposit-account'] }).isPermitted).toBe(false);
  });

  it('what is withdrawn never permits', () => {
    const day = fc.integer({ min: -200, max: 200 }).map((days) => addDays(calendarDate(on), days));
    fc.assert(
      fc.property(day, day, fc.boolean(), (givenOn, withdrawnOn, isEmployment) => {
        const purpose = isEmployment
          ? { ...employment, authorizedOn: givenOn, withdrawnOn }
          : { ...instructions, givenOn, withdrawnOn };
        expect(judge(purpose).isPermitted && withdrawnOn <= on).toBe(false);
      }),
    );
  });
});

describe('an election out of prescreening', () => {
  const span = (change: object) => electionSpan(PrescreenElectionSchema.parse({ ...election, ...change }));

  it('takes effect five business days after the notice', () => {
    expect(span({ notifiedOn: '2026-06-12' }).fromOn).toBe('2026-06-22');
  });

  it('lasts five years from its first day by telephone, until revoked on a form', () => {
    expect(span({ by: 'telephone-or-web' })).toMatchObject({ fromOn: '2026-06-08', throughOn: '2031-06-07' });
    expect(span({})).not.toHaveProperty('throughOn');
    expect(span({ revokedOn: '2028-01-03' })).toMatchObject({ throughOn: '2028-01-03' });
  });
});
