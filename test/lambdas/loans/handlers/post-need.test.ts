import { describe, expect, it } from 'vitest';
import { toldEvents } from '../../../support/fake-kernel.ts';
import { loanWorld, people } from '../loan-world.ts';

const setUp = async () => {
  const world = loanWorld();
  const loanId = await world.open();
  const [contactId = ''] = await world.borrowersOf(loanId);
  const ask = (more = {}, as = people.processor, request = {}) =>
    world.call(
      'POST',
      `/v1/loans/${loanId}/needs`,
      as,
      { kind: 'letter-of-explanation', contactId, reasonCode: 'missing-document', ...more },
      request,
    );
  return { ...world, loanId, contactId, ask };
};

describe('POST /v1/loans/{loanId}/needs', () => {
  it("asks, in the present stay, due a week from the lender's today, and tells of it", async () => {
    const { ask, kernel, loanId, contactId } = await setUp();
    const { status, body } = await ask();
    expect([status, body]).toMatchObject([
      201,
      { status: 'OPEN', stage: 'NEW_LEAD', entry: 1, dueOn: '2026-11-28', contactId },
    ]);
    expect(toldEvents(kernel.storage).at(-1)).toMatchObject({
      detailType: 'NeedOpened.v1',
      data: { loanId, needId: body['needId'] },
    });
  });

  it.each(['2026-11-21', '2027-11-21'])('takes a due day from today to a year ahead: %s', async (dueOn) => {
    const { ask } = await setUp();
    expect(await ask({ dueOn })).toMatchObject({ status: 201, body: { dueOn } });
  });

  it.each(['2026-11-20', '2027-11-22', '0001-01-01', '9999-12-31'])(
    'refuses a due day that is over or out of reach, for which no reminder could be set: %s',
    async (dueOn) => {
      const { ask, file, loanId } = await setUp();
      const { status, body } = await ask({ dueOn });
      expect([status, body]).toMatchObject([
        422,
        {
          code: 'DueDayRefused',
          problems: [{ field: 'dueOn', rule: 'must be from 2026-11-21 to 2027-11-21' }],
        },
      ]);
      expect((await file(loanId)).needs).toEqual([]);
    },
  );

  it('asks for one thing once: the same again is answered by the ask that stands', async () => {
    const { ask, kernel, file, loanId } = await setUp();
    const first = await ask();
    const again = await ask({ reasonCode: 'data-correction' });
    expect([again.status, again.body['needId']]).toEqual([200, first.body['needId']]);
    expect((await file(loanId)).needs).toHaveLength(1);
    expect(
      toldEvents(kernel.storage).filter(({ detailType }) => detailType === 'NeedOpened.v1'),
    ).toHaveLength(1);
  });

  it('by several people at once opens one', async () => {
    const { ask, file, loanId } = await setUp();
    const results = await Promise.all(
      [people.processor, people.officer, people.manager].map(async (who) => ask({}, who)),
    );
    expect(results.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 201]);
    expect((await file(loanId)).needs).toHaveLength(1);
  });

  it('twice with one key gives one answer', async () => {
    const { ask } = await setUp();
    const request = { headers: { 'idempotency-key': 'the-same-key' } };
    const results = await Promise.all([1, 2, 3].map(async () => ask({}, people.processor, request)));
    expect(results.map(({ status }) => status)).toEqual([201, 201, 201]);
  });

  it('asks nobody once the file is closed', async () => {
    const { ask, place, loanId } = await setUp();
    await place(loanId, { stage: 'DENIED' });
    expect((await ask()).body['code']).toBe('LoanEnded');
  });

  it('is refused for somebody who is no borrower, and by strangers', async () => {
    const { ask } = await setUp();
    expect((await ask({ contactId: 'cont_01JD0000000000000000000099' })).body['code']).toBe('NotABorrower');
    expect((await ask({}, people.farProcessor)).status).toBe(404);
  });
});
