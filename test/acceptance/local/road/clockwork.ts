import { expect } from 'vitest';
import { deadLetters, redriveAll } from '../../../faults/dead-letters.ts';
import type { Road } from '../../../support/road/road-cloud.ts';
import { papersOf, upload } from '../../../support/road/road-loan.ts';
import { isDrained, settle } from '../../../support/road/settle.ts';
import { loanInProcessing, type Steps, tasksOf, untilLoan } from './scenes.ts';

const day = 86_400;

const subjectsOf = async ({ control }: Road, loanId: string): Promise<string[]> =>
  (await control.mails()).filter(({ tags }) => tags['loanId'] === loanId).map(({ subject }) => subject);
const remindersOf = async (road: Road, loanId: string) =>
  (await subjectsOf(road, loanId)).filter((subject) => subject.includes('A reminder')).length;

export const clockwork: Steps = {
  'messages that a broken consumer left are dead letters; given back twice they do their work once': async (
    road,
  ) => {
    await road.control.addFault({
      effect: 'error',
      function: 'messaging-on-loan-news',
      service: 'dynamodb',
      times: 0,
    });
    const loan = await loanInProcessing(road, 21).catch(() => undefined);
    await settle(road, async () => isDrained(road) && Object.keys(await deadLetters(road)).length > 0, {
      stepSeconds: 100,
    });
    const dead = await deadLetters(road);
    expect(Object.keys(dead)).toEqual(['messaging-loan-news']);
    await road.control.clearFaults();
    await redriveAll(road);
    await redriveAll(road);
    await settle(road, async () => isDrained(road));
    expect(await deadLetters(road)).toEqual({});
    const mails = await road.control.mails();
    const ids = mails.map(({ tags }) => tags['effectId']);
    expect(new Set(ids).size).toBe(ids.length);
    if (loan)
      expect(await subjectsOf(road, loan.loanId)).toContainEqual(
        expect.stringContaining('What we need from you'),
      );
  },
  'a wait survives the end of the cloud; reminders come by the clock, then the stage is stalled and a person is told; papers still move it':
    async (road) => {
      const loan = await loanInProcessing(road, 22);
      await road.restart();
      expect(await remindersOf(road, loan.loanId)).toBe(0);
      road.control.advanceSeconds(6 * day);
      await settle(road, async () => isDrained(road) && (await remindersOf(road, loan.loanId)) > 0);
      expect(await tasksOf(road, loan.loanId)).not.toContain('stalled-stage');
      road.control.advanceSeconds(9 * day);
      await settle(
        road,
        async () => isDrained(road) && (await tasksOf(road, loan.loanId)).includes('stalled-stage'),
      );
      const borrower = await road.cast.borrower(loan.scenario.borrower.email);
      for (const file of await papersOf(loan.scenario)) await upload(borrower, loan, file);
      await untilLoan(road, loan.loanId, ({ stage }) => stage === 'UNDERWRITING', {
        stepSeconds: 60,
        mostSteps: 60,
      });
      expect(await tasksOf(road, loan.loanId)).not.toContain('stalled-stage');
    },
};
