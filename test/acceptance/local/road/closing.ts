import { expect } from 'vitest';
import * as z from 'zod';
import { expectBody } from '../../../../tools/client/keyturn-client.ts';
import { viewOf } from '../../../support/road/road-loan.ts';
import { isDrained, settle } from '../../../support/road/settle.ts';
import { entriesOf, given, incomeOf, needStatus, type Steps, untilLoan } from './scenes.ts';

const Messages = z.looseObject({
  items: z.array(z.looseObject({ channel: z.string(), effectId: z.string(), status: z.string() })),
});

export const closing: Steps = {
  "documents, the employer's record and what was stated agree, and the loan goes to UNDERWRITING": async (
    road,
    scenes,
  ) => {
    const { loanId } = given(scenes.main, 'the loan');
    await untilLoan(
      road,
      loanId,
      (view) =>
        view.stage === 'UNDERWRITING' && view.needs.some(({ kind }) => kind === 'underwriting-decision'),
      { mostSteps: 60 },
    );
    const { current, verifications } = await incomeOf(road, loanId);
    expect(current).toMatchObject([{ outcome: 'AGREES' }]);
    expect(verifications).toMatchObject([{ status: 'SETTLED' }]);
  },
  'a change that the counterparty has no field for makes no call to it, one that it has makes one': async (
    road,
    scenes,
  ) => {
    const { loanId } = given(scenes.main, 'the loan');
    const calls = () => entriesOf(road, loanId, 'EffectDone', 'loan-update');
    const change = async (body: object) => {
      const { version } = await viewOf(road.cast.manager, loanId);
      expect(
        await road.cast.manager.patch(`/v1/loans/${loanId}`, body, { ifMatch: `"${version}"` }),
      ).toMatchObject({ status: 200 });
      await settle(road, async () => isDrained(road), { stepSeconds: 5, mostSteps: 40 });
    };
    const before = await calls();
    await change({
      borrower: { contactId: given(scenes.main, 'the loan').contactId, statedMonthlyIncomeCents: 693_334 },
    });
    expect(await calls()).toBe(before);
    await change({ amountCents: 28_700_000 });
    expect(await calls()).toBe(before + 1);
  },
  'a file that goes back is asked for what it went back for, in a second stay, and comes up again': async (
    road,
    scenes,
  ) => {
    const { loanId } = given(scenes.main, 'the loan');
    const { underwriter, processor } = road.cast;
    const moved = await underwriter.post(`/v1/loans/${loanId}/transitions/return-to-processing`, {
      reasonCodes: ['missing-document'],
    });
    expect(moved).toMatchObject({ status: 200, body: { to: 'PROCESSING', entry: 2 } });
    const back = await untilLoan(
      road,
      loanId,
      (view) => view.stage === 'PROCESSING' && needStatus(view, 'letter-of-explanation') === 'OPEN',
    );
    expect(needStatus(back, 'pay-stub')).toBe('SATISFIED');
    const asked = given(
      back.needs.find(({ kind, status }) => kind === 'letter-of-explanation' && status === 'OPEN'),
      'the ask',
    );
    const closed = await processor.post(`/v1/loans/${loanId}/needs/${asked.needId}/closings`, {
      outcome: 'SATISFIED',
      reasonCode: 'explanation-accepted',
    });
    expect(closed.status, JSON.stringify(closed.body)).toBe(200);
    await untilLoan(road, loanId, ({ stage, entry }) => stage === 'UNDERWRITING' && entry === 2);
    const names = (await road.control.executions('processing')).map(
      ({ name, status }) => `${name} ${status}`,
    );
    expect(names.filter((name) => name.startsWith(loanId)).toSorted()).toEqual([
      `${loanId}-PROCESSING-1 SUCCEEDED`,
      `${loanId}-PROCESSING-2 SUCCEEDED`,
    ]);
  },
  'only an underwriter clears it to close': async ({ cast }, scenes) => {
    const path = `/v1/loans/${given(scenes.main, 'the loan').loanId}/transitions/clear-to-close`;
    expect(await cast['loan-officer'].post(path, {})).toMatchObject({ status: 403 });
    expect(await cast.underwriter.post(path, {})).toMatchObject({
      status: 200,
      body: { to: 'CLEAR_TO_CLOSE' },
    });
  },
  'each occasion was told once to each person, and all of it is settled': async (road, scenes) => {
    const { loanId } = given(scenes.main, 'the loan');
    await settle(road, async () => isDrained(road), { stepSeconds: 5 });
    const { items } = expectBody(await road.cast.manager.get(`/v1/loans/${loanId}/messages`), 200, Messages);
    const mails = (await road.control.mails()).filter(({ tags }) => tags['loanId'] === loanId);
    expect(new Set(items.map(({ status }) => status))).toEqual(new Set(['DONE']));
    expect(mails.map(({ tags }) => String(tags['effectId'])).toSorted()).toEqual(
      items
        .filter(({ channel }) => channel === 'EMAIL')
        .map(({ effectId }) => effectId)
        .toSorted(),
    );
  },
  'the trail verifies': async ({ cast }, scenes) => {
    const { loanId } = given(scenes.main, 'the loan');
    expect(await cast.compliance.get(`/v1/loans/${loanId}/audit/verify`)).toMatchObject({
      status: 200,
      body: { verified: true },
    });
  },
};
