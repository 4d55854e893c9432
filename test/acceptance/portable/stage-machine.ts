import { expect } from 'vitest';
import * as z from 'zod';
import { eventually, expectBody } from '../../../tools/client/keyturn-client.ts';
import { missingFacts, openSampleLoan, readLoan } from './sample-loan.ts';
import type { Scene } from './scene.ts';

const Messages = z.looseObject({ items: z.array(z.looseObject({ status: z.string() })) });

/** Stream, bus, queue and consumer: nobody asked for the message, the move of the loan did. */
export const eventsTravel = {
  'a move of the loan reaches the consumers: somebody is told': async ({ cast, environment }: Scene) => {
    const { loanId } = await openSampleLoan(cast.officer, cast.address('told'));
    const moved = await cast.officer.post(`/v1/loans/${loanId}/transitions/take-application`, {});
    expect(moved).toMatchObject({ status: 200, body: { to: 'APPLICATION' } });
    const items = await eventually(
      'a message about the loan',
      async () => {
        const answer = await cast.manager.get(`/v1/loans/${loanId}/messages`);
        const page = expectBody(answer, 200, Messages);
        return page.items.some(({ status }) => status === 'DONE') ? page.items : undefined;
      },
      { withinMs: environment.patienceMs, everyMs: 250 },
    );
    expect(items.length).toBeGreaterThan(0);
  },
};

/** The machine of APPLICATION holds a task token until the six items are there. */
export const stageMachine = {
  'an application waits for its six items, and goes on by itself when the last of them is there': async ({
    cast,
    environment,
  }: Scene) => {
    const { loanId, contactId } = await openSampleLoan(cast.officer, cast.address('waits'));
    await cast.officer.post(`/v1/loans/${loanId}/transitions/take-application`, {});
    const waiting = await readLoan(cast.officer, loanId);
    expect(waiting.missingItems.toSorted()).toEqual(['estimatedPropertyValue', 'income', 'propertyAddress']);
    const early = await cast.officer.post(`/v1/loans/${loanId}/transitions/submit-to-processing`, {});
    expect(early.status).toBe(409);
    // Long enough for a machine that does not wait to have run through.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const { stage, version } = await readLoan(cast.officer, loanId);
    expect(stage).toBe('APPLICATION');

    const patched = await cast.officer.patch(`/v1/loans/${loanId}`, missingFacts(contactId), {
      ifMatch: `"${version}"`,
    });
    expect(patched).toMatchObject({ status: 200, body: { missingItems: [] } });
    const processing = await eventually(
      'the loan in PROCESSING with its needs',
      async () => {
        const loan = await readLoan(cast.officer, loanId);
        return loan.stage === 'PROCESSING' && loan.needs.length > 0 ? loan : undefined;
      },
      { withinMs: environment.patienceMs, everyMs: 250 },
    );
    expect(new Set(processing.needs.map(({ kind }) => kind))).toEqual(
      new Set(['driver-licence', 'pay-stub', 'w2', 'bank-statement', 'income-verification']),
    );
  },
};
