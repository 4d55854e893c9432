import { describe, expect, it } from 'vitest';
import { keys } from '../../../../lambdas/shared/table.ts';
import { mostValuations } from '../../../../lambdas/loans/domain/loan.ts';
import { ledgerOf, toldEvents } from '../../../support/fake-kernel.ts';
import { address, avery, complete, loanWorld, people, value } from '../loan-world.ts';

const bare = {
  ...complete,
  property: { state: 'CO' },
  borrowers: [{ ...avery, ssn: undefined, birthOn: undefined }],
};
const ifMatch = (version: number) => ({ headers: { 'if-match': `"${version}"` } });

describe('PATCH /v1/loans/{loanId}', () => {
  it('changes facts, names them on the trail and in the event, and moves the version', async () => {
    const { call, open, kernel } = loanWorld();
    const loanId = await open();
    const { status, headers, body } = await call(
      'PATCH',
      `/v1/loans/${loanId}`,
      people.officer,
      { amountCents: 41_000_000 },
      ifMatch(1),
    );
    expect([status, headers['etag'], body['amountCents']]).toEqual([200, '"2"', 41_000_000]);
    expect(toldEvents(kernel.storage).at(-1)).toEqual({
      detailType: 'LoanUpdated.v1',
      data: { loanId, changed: ['amountCents'] },
    });
    expect(ledgerOf(kernel.storage, `LOAN#${loanId}`).at(-1)).toMatchObject({
      action: 'LoanChanged',
      facts: { changed: ['amountCents'] },
    });
  });

  it('records when the six items became complete, once', async () => {
    const { call, open, kernel, borrowersOf } = loanWorld();
    const loanId = await open(bare);
    const [contactId] = await borrowersOf(loanId);
    const path = `/v1/loans/${loanId}`;
    expect(
      (await call('PATCH', path, people.officer, { address, valuation: value }, ifMatch(1))).body[
        'missingItems'
      ],
    ).toEqual(['socialSecurityNumber']);
    kernel.clock.advance(1000);
    const received = kernel.clock.now();
    expect(
      (await call('PATCH', path, people.officer, { borrower: { contactId, ssn: avery.ssn } }, ifMatch(2)))
        .body['applicationReceivedAt'],
    ).toBe(received);
    kernel.clock.advance(1000);
    expect(
      (await call('PATCH', path, people.officer, { amountCents: 1 }, ifMatch(3))).body[
        'applicationReceivedAt'
      ],
    ).toBe(received);
  });

  it.each<[string, object, number | undefined, number, string]>([
    ['no If-Match', { amountCents: 1 }, undefined, 400, 'InvalidIfMatch'],
    ['a stale one', { amountCents: 1 }, 7, 412, 'PreconditionFailed'],
    [
      'a contact that is no borrower of it',
      { borrower: { contactId: 'cont_01JD0000000000000000000099' } },
      1,
      422,
      'NotABorrower',
    ],
    ['a valuation that there is not', { chosenValuation: 1 }, 1, 422, 'NoSuchValuation'],
    ['a stage', { stage: 'FUNDED' }, 1, 400, 'InvalidRequest'],
  ])('is refused with %s', async (_what, body, version, status, code) => {
    const { call, open, file } = loanWorld();
    const loanId = await open();
    const result = await call(
      'PATCH',
      `/v1/loans/${loanId}`,
      people.officer,
      body,
      version === undefined ? {} : ifMatch(version),
    );
    expect([result.status, result.body['code']]).toEqual([status, code]);
    expect((await file(loanId)).loan.version).toBe(1);
  });

  it('of two at once with one version takes one; the other is told that the loan has changed', async () => {
    const { call, open, file } = loanWorld();
    const loanId = await open();
    const results = await Promise.all(
      [1, 2, 3].map(async (amountCents) =>
        call('PATCH', `/v1/loans/${loanId}`, people.officer, { amountCents }, ifMatch(1)),
      ),
    );
    expect(results.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412]);
    expect((await file(loanId)).loan.version).toBe(2);
  });

  it('refuses one valuation more than a file can be read with', async () => {
    const { call, open, place, file } = loanWorld();
    const loanId = await open();
    const { loan } = await file(loanId);
    await place(loanId, {
      property: {
        ...loan.property,
        valuations: Array.from(
          { length: mostValuations },
          () => loan.property.valuations[0] ?? (value as never),
        ),
      },
    });
    const { status, body } = await call(
      'PATCH',
      `/v1/loans/${loanId}`,
      people.officer,
      { valuation: value },
      ifMatch(1),
    );
    expect([status, body['code']]).toEqual([422, 'TooManyValuations']);
    expect((await call('GET', `/v1/loans/${loanId}`, people.officer)).status).toBe(200);
  });

  it('keeps both of two valuations, and who chose which when', async () => {
    const { call, open, kernel } = loanWorld();
    const loanId = await open();
    const { body } = await call(
      'PATCH',
      `/v1/loans/${loanId}`,
      people.processor,
      { valuation: { ...value, amountCents: 48_000_000, kind: 'APPRAISED' }, chosenValuation: 1 },
      ifMatch(1),
    );
    expect(body['property']).toMatchObject({
      valuations: [{ kind: 'ESTIMATED' }, { kind: 'APPRAISED' }],
      chosen: { index: 1, by: people.processor.userId, at: kernel.clock.now() },
    });
  });

  it('lets a loan correct what it gave itself, and not what another loan gave', async () => {
    const { call, open, borrowersOf, deps, kernel } = loanWorld();
    const mine = await open();
    const theirs = await open(
      { ...complete, borrowers: [{ ...avery, ssn: undefined, birthOn: undefined }] },
      people.farOfficer,
    );
    const [contactId = ''] = await borrowersOf(mine);
    const wrong = await call(
      'PATCH',
      `/v1/loans/${theirs}`,
      people.farOfficer,
      { borrower: { contactId, ssn: '234-56-7890' } },
      ifMatch(1),
    );
    expect([wrong.status, wrong.body['code']]).toEqual([409, 'SealedFieldDiffers']);
    expect(
      (
        await call(
          'PATCH',
          `/v1/loans/${theirs}`,
          people.farOfficer,
          { borrower: { contactId, ssn: avery.ssn } },
          ifMatch(1),
        )
      ).status,
    ).toBe(200);
    expect(
      (
        await call(
          'PATCH',
          `/v1/loans/${mine}`,
          people.officer,
          { borrower: { contactId, ssn: '345-67-8901' } },
          ifMatch(1),
        )
      ).status,
    ).toBe(200);
    const sealed = (await kernel.storage.get(keys.contact(contactId)))?.['sealed'] as { ssn: string };
    expect((await deps.envelopes.of(`CONTACT#${contactId}`)).open('ssn', sealed.ssn)).toBe('345-67-8901');
  });

  it('loses neither of two sealed fields that two loans add to one person at once', async () => {
    const { call, open, borrowersOf, kernel } = loanWorld();
    const person = { ...avery, ssn: undefined, birthOn: undefined };
    const [one, two] = [
      await open({ ...complete, borrowers: [person] }),
      await open({ ...complete, borrowers: [person] }),
    ];
    const [contactId = ''] = await borrowersOf(one);
    const results = await Promise.all([
      call(
        'PATCH',
        `/v1/loans/${one}`,
        people.officer,
        { borrower: { contactId, ssn: avery.ssn } },
        ifMatch(1),
      ),
      call(
        'PATCH',
        `/v1/loans/${two}`,
        people.officer,
        { borrower: { contactId, birthOn: avery.birthOn } },
        ifMatch(1),
      ),
    ]);
    expect(results.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 503]);
    const again = results[0]?.status === 503 ? [one, { ssn: avery.ssn }] : [two, { birthOn: avery.birthOn }];
    expect(
      (
        await call(
          'PATCH',
          `/v1/loans/${again[0] as string}`,
          people.officer,
          { borrower: { contactId, ...(again[1] as object) } },
          ifMatch(1),
        )
      ).status,
    ).toBe(200);
    expect(
      Object.keys((await kernel.storage.get(keys.contact(contactId)))?.['sealed'] as object).toSorted(),
    ).toEqual(['birthOn', 'ssn']);
  });

  it.each(['FUNDED', 'WITHDRAWN', 'DENIED'] as const)('leaves a %s file as it is', async (stage) => {
    const { call, open, place } = loanWorld();
    const loanId = await open();
    await place(loanId, { stage });
    expect(
      (await call('PATCH', `/v1/loans/${loanId}`, people.officer, { amountCents: 1 }, ifMatch(1))).body[
        'code'
      ],
    ).toBe('LoanEnded');
  });

  it("is nobody's but the officer's own and the branch's", async () => {
    const { call, open } = loanWorld();
    const loanId = await open();
    for (const who of [people.otherOfficer, people.farProcessor])
      expect((await call('PATCH', `/v1/loans/${loanId}`, who, { amountCents: 1 }, ifMatch(1))).status).toBe(
        404,
      );
    for (const who of [people.underwriter, people.compliance])
      expect((await call('PATCH', `/v1/loans/${loanId}`, who, { amountCents: 1 }, ifMatch(1))).status).toBe(
        403,
      );
  });
});
