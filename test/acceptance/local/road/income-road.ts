import { expect } from 'vitest';
import * as z from 'zod';
import { expectBody } from '../../../../tools/client/keyturn-client.ts';
import type { Road } from '../../../support/road/road-cloud.ts';
import { papersOf, type RoadLoan, upload } from '../../../support/road/road-loan.ts';
import { settle } from '../../../support/road/settle.ts';
import { incomeOf, loanInProcessing, needStatus, type Steps, tasksOf, untilLoan } from './scenes.ts';

async function sendPapers(road: Road, loan: RoadLoan): Promise<void> {
  const borrower = await road.cast.borrower(loan.scenario.borrower.email);
  for (const file of await papersOf(loan.scenario)) await upload(borrower, loan, file);
}

const stated = (cents: number) => (body: object) => {
  const { borrowers } = body as { borrowers: object[] };
  return {
    ...body,
    borrowers: borrowers.map((borrower) => ({ ...borrower, statedMonthlyIncomeCents: cents })),
  };
};

export const incomeRoad: Steps = {
  'income that was stated far above what the papers show is a task for a person, and the loan stays': async (
    road,
  ) => {
    const loan = await loanInProcessing(road, 11, stated(2_000_000));
    await sendPapers(road, loan);
    await untilLoan(road, loan.loanId, (seen) => needStatus(seen, 'w2') === 'SATISFIED');
    // The pay stub itself is looked at by a person, since it shows so much less; that it is genuine settles nothing.
    await acceptReviews(road, loan);
    await untilLoan(road, loan.loanId, (seen) => needStatus(seen, 'pay-stub') === 'SATISFIED');
    await settle(
      road,
      async () => (await incomeOf(road, loan.loanId)).current.some(({ outcome }) => outcome === 'DISAGREES'),
      { stepSeconds: 60 },
    );
    const view = await untilLoan(road, loan.loanId, () => true);
    expect(view.stage).toBe('PROCESSING');
    expect(needStatus(view, 'income-verification')).toBe('OPEN');
    expect(await tasksOf(road, loan.loanId)).toContain('income-disagrees');
  },
  'a provider that is down is asked again, then is a task for a person, and never a decision': async (
    road,
  ) => {
    await road.control.partner('employment-verification', 'faults', 'POST', { kind: 'down' });
    const loan = await loanInProcessing(road, 12);
    await sendPapers(road, loan);
    const view = await untilLoan(road, loan.loanId, (seen) => needStatus(seen, 'w2') === 'SATISFIED');
    expect(view.stage).toBe('PROCESSING');
    let tasks: string[] = [];
    for (let hour = 0; hour < 72 && !tasks.includes('employment-record-unavailable'); hour += 1) {
      road.control.advanceSeconds(3600);
      await untilLoan(road, loan.loanId, () => true, { stepSeconds: 60 });
      tasks = await tasksOf(road, loan.loanId);
    }
    expect(tasks).toContain('employment-record-unavailable');
    const still = await untilLoan(road, loan.loanId, () => true);
    expect([still.stage, needStatus(still, 'income-verification')]).toEqual(['PROCESSING', 'OPEN']);
    await road.control.partner('employment-verification', 'faults', 'DELETE');
    await untilLoan(road, loan.loanId, ({ stage }) => stage === 'UNDERWRITING', {
      stepSeconds: 3600,
      mostSteps: 60,
    });
  },
};

const Documents = z.looseObject({
  items: z.array(z.looseObject({ documentId: z.string(), state: z.string() })),
});

async function acceptReviews({ cast }: Road, { loanId }: RoadLoan): Promise<void> {
  const { items } = expectBody(await cast.processor.get(`/v1/loans/${loanId}/documents`), 200, Documents);
  for (const { documentId, state } of items)
    if (state === 'IN_REVIEW')
      await cast.processor.post(`/v1/loans/${loanId}/documents/${documentId}/review`, {
        decision: 'accept',
        reasonCode: 'ConfirmedWithSource',
      });
}
