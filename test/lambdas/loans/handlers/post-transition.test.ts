import { describe, expect, it } from 'vitest';
import { ledgerOf, toldEvents } from '../../../support/fake-kernel.ts';
import { complete, loanWorld, people } from '../loan-world.ts';

const path = (loanId: string, name: string) => `/v1/loans/${loanId}/transitions/${name}`;

describe('POST /v1/loans/{loanId}/transitions/{name}', () => {
  it('moves the loan, on the trail, with the event that starts the next machine', async () => {
    const { call, open, kernel, file } = loanWorld();
    const loanId = await open();
    const { status, body } = await call('POST', path(loanId, 'take-application'), people.officer, {});
    expect([status, body]).toEqual([
      200,
      { loanId, from: 'NEW_LEAD', to: 'APPLICATION', entry: 1, at: kernel.clock.now() },
    ]);
    expect((await file(loanId)).loan).toMatchObject({
      stage: 'APPLICATION',
      entry: 1,
      needsOpened: false,
      version: 2,
    });
    expect(toldEvents(kernel.storage).at(-1)).toEqual({
      detailType: 'LoanStageChanged.v1',
      data: { loanId, from: 'NEW_LEAD', to: 'APPLICATION', transition: 'take-application', entry: 1 },
    });
    expect(ledgerOf(kernel.storage, `LOAN#${loanId}`).at(-1)).toMatchObject({
      action: 'LoanMoved',
      facts: { transition: 'take-application', from: 'NEW_LEAD', to: 'APPLICATION', entry: 1 },
    });
  });

  it('twice with one key moves once, also at once', async () => {
    const { call, open, file } = loanWorld();
    const loanId = await open();
    const more = { headers: { 'idempotency-key': 'the-same-key' } };
    const results = await Promise.all(
      [1, 2, 3, 4].map(async () => call('POST', path(loanId, 'take-application'), people.officer, {}, more)),
    );
    expect(results.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await file(loanId)).loan.version).toBe(2);
  });

  it('of two different moves at once takes one', async () => {
    const { call, open, file, kernel } = loanWorld();
    const loanId = await open();
    const results = await Promise.all(
      ['take-application', 'take-application'].map(async (name) =>
        call('POST', path(loanId, name), people.officer, {}),
      ),
    );
    expect(results.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect((await file(loanId)).loan.stage).toBe('APPLICATION');
    expect(
      toldEvents(kernel.storage).filter(({ detailType }) => detailType === 'LoanStageChanged.v1'),
    ).toHaveLength(1);
  });

  it.each<[string, keyof typeof people, string, object, number, string]>([
    ['from a stage it does not leave', 'officer', 'fund', {}, 403, 'Forbidden'],
    ['from a stage it does not leave, by who may', 'manager', 'fund', {}, 409, 'IllegalTransition'],
    [
      'by a role that does not decide it',
      'officer',
      'deny',
      { reasonCodes: ['delinquent-obligations'] },
      403,
      'Forbidden',
    ],
    ['by an officer of another loan', 'otherOfficer', 'take-application', {}, 404, 'LoanNotFound'],
    ['by compliance', 'compliance', 'withdraw', {}, 403, 'Forbidden'],
    ['by an unknown name', 'officer', 'jump', {}, 400, 'InvalidRequest'],
    [
      'with a reason twice',
      'officer',
      'withdraw',
      { reasonCodes: ['missing-document', 'missing-document'] },
      400,
      'InvalidRequest',
    ],
    ['with an unknown reason', 'officer', 'withdraw', { reasonCodes: ['Dislike'] }, 400, 'InvalidRequest'],
  ])('is refused %s', async (_what, who, name, body, status, code) => {
    const { call, open, file } = loanWorld();
    const loanId = await open();
    const result = await call('POST', path(loanId, name), people[who], body);
    expect([result.status, result.body['code']]).toEqual([status, code]);
    expect((await file(loanId)).loan.version).toBe(1);
  });

  it('is refused by its guard, which is named', async () => {
    const { call, open, move } = loanWorld();
    const loanId = await open({ ...complete, property: { state: 'CO' } });
    await move(loanId, 'take-application');
    const { status, body } = await call('POST', path(loanId, 'submit-to-processing'), people.officer, {});
    expect([status, body['code'], body['facts']]).toEqual([
      409,
      'GuardNotMet',
      { loanId, guards: ['six-items-complete'] },
    ]);
  });

  it.each([[undefined], [[]], [['missing-document']]])(
    'denies nobody with the reasons %j',
    async (reasonCodes) => {
      const { call, open, move, file } = loanWorld();
      const loanId = await open();
      await move(loanId, 'take-application');
      expect(
        (await call('POST', path(loanId, 'deny'), people.underwriter, { reasonCodes })).body['code'],
      ).toBe('GuardNotMet');
      expect((await file(loanId)).loan.stage).toBe('APPLICATION');
    },
  );

  it('closes a file with the action that it is reported with', async () => {
    const { call, open, move, file } = loanWorld();
    const loanId = await open();
    await move(loanId, 'take-application');
    await call('POST', path(loanId, 'deny'), people.underwriter, { reasonCodes: ['delinquent-obligations'] });
    expect((await file(loanId)).loan).toMatchObject({
      stage: 'DENIED',
      hmdaAction: 3,
      closingReasonCodes: ['delinquent-obligations'],
    });
  });

  it('counts its entries when a loan comes back, and remembers why it came', async () => {
    const { call, open, place, file } = loanWorld();
    const loanId = await open();
    await place(loanId, {
      stage: 'UNDERWRITING',
      entry: 1,
      entries: { NEW_LEAD: 1, APPLICATION: 1, PROCESSING: 1, UNDERWRITING: 1 },
    });
    expect(
      (
        await call('POST', path(loanId, 'return-to-processing'), people.underwriter, {
          reasonCodes: ['missing-document'],
        })
      ).body['entry'],
    ).toBe(2);
    expect((await file(loanId)).loan).toMatchObject({
      stage: 'PROCESSING',
      entry: 2,
      needsOpened: false,
      returnReasonCodes: ['missing-document'],
    });
  });
});
