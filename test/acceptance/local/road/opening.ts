import { expect } from 'vitest';
import { expectBody } from '../../../../tools/client/keyturn-client.ts';
import { LoanView, newLoan, scenarioOf } from '../../../support/road/road-loan.ts';
import { given, type Steps, untilLoan } from './scenes.ts';

export const opening: Steps = {
  'an officer opens a loan; the same key gives the same answer, another body under it is refused': async (
    { cast },
    scenes,
  ) => {
    const scenario = scenarioOf(1);
    const key = 'road-opening-0001';
    const officer = cast['loan-officer'];
    const first = await officer.post('/v1/loans', newLoan(scenario), { key });
    const again = await officer.post('/v1/loans', newLoan(scenario), { key });
    const { loanId, parties } = expectBody(first, 201, LoanView);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(await officer.post('/v1/loans', { ...newLoan(scenario), amountCents: 1 }, { key })).toMatchObject({
      status: 409,
      body: { code: 'IdempotencyKeyReused' },
    });
    scenes.main = {
      loanId,
      scenario,
      contactId: given(
        parties.find(({ kind }) => kind === 'borrower'),
        'the borrower',
      ).contactId,
    };
  },
  'the invited borrower signs in and sees the loan': async ({ cast }, scenes) => {
    const { loanId, scenario, contactId } = given(scenes.main, 'the loan');
    const borrower = await cast.borrower(scenario.borrower.email);
    expect(await borrower.get('/v1/me')).toMatchObject({
      status: 200,
      body: { kind: 'borrower', contactId },
    });
    expect(await borrower.get(`/v1/loans/${loanId}`)).toMatchObject({ status: 200 });
  },
  'no step is skipped': async ({ cast }, scenes) => {
    const { loanId } = given(scenes.main, 'the loan');
    expect(await cast.manager.post(`/v1/loans/${loanId}/transitions/fund`, {})).toMatchObject({
      status: 409,
    });
  },
  'with the six items complete the machine moves the loan to PROCESSING and asks each thing once': async (
    road,
    scenes,
  ) => {
    const { loanId } = given(scenes.main, 'the loan');
    await road.cast['loan-officer'].post(`/v1/loans/${loanId}/transitions/take-application`, {});
    const { needs } = await untilLoan(
      road,
      loanId,
      (view) => view.stage === 'PROCESSING' && view.needs.length > 0,
    );
    expect(needs.map(({ kind, status }) => `${kind} ${status}`).toSorted()).toEqual([
      'bank-statement OPEN',
      'driver-licence OPEN',
      'income-verification OPEN',
      'pay-stub OPEN',
      'w2 OPEN',
    ]);
  },
};
