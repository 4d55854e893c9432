import { describe, expect, it } from 'vitest';
import type { LoanId } from '../../../../lambdas/shared/ids.ts';
import { keys } from '../../../../lambdas/shared/table.ts';
import { LoanSummary } from '../../../../lambdas/shared/views/loan-summary.v1.ts';
import { ledgerOf, toldEvents } from '../../../support/fake-kernel.ts';
import { address, avery, complete, jordan, loanWorld, people } from '../loan-world.ts';

describe('POST /v1/loans', () => {
  it('opens the loan with its parties, its access, its summary, its trail and one event', async () => {
    const { call, kernel, file } = loanWorld();
    const { status, headers, body } = await call('POST', '/v1/loans', people.officer, {
      ...complete,
      borrowers: [avery, jordan],
      agent: {
        firstName: 'Casey',
        lastName: 'Sample',
        email: 'casey@example.com',
        company: 'Example Realty',
      },
    });
    expect(status).toBe(201);
    expect(headers).toMatchObject({ location: `/v1/loans/${body['loanId']}`, etag: '"1"' });
    const { loan, access, parties } = await file(String(body['loanId']) as LoanId);
    expect(loan).toMatchObject({
      stage: 'NEW_LEAD',
      entry: 1,
      version: 1,
      officerUserId: people.officer.userId,
      branchId: 'branch_main',
      applicationReceivedAt: kernel.clock.now(),
    });
    expect(parties.map(({ kind, hasSsn }) => [kind, hasSsn])).toEqual([
      ['borrower', true],
      ['borrower', false],
      ['agent', false],
    ]);
    expect(access.borrowerContactIds).toEqual(parties.slice(0, 2).map(({ contactId }) => contactId));
    expect(toldEvents(kernel.storage)).toEqual([
      {
        detailType: 'LoanOpened.v1',
        data: {
          loanId: loan.loanId,
          branchId: 'branch_main',
          officerUserId: people.officer.userId,
          borrowerContactIds: access.borrowerContactIds,
          agentContactId: access.agentContactId,
        },
      },
    ]);
    expect(
      ledgerOf(kernel.storage, `LOAN#${loan.loanId}`).map(({ action, actor }) => [action, actor]),
    ).toEqual([['LoanOpened', people.officer.userId]]);
  });

  it.each([
    ['property.address.line1', { property: { state: 'OH', address: { ...address, line1: ' ' } } }],
    ['property.address.city', { property: { state: 'OH', address: { ...address, city: 'a\u202eb' } } }],
    ['borrowers.0.employerName', { borrowers: [{ ...avery, employerName: 'Mills\r\nBcc: x' }] }],
    ['borrowers.0.firstName', { borrowers: [{ ...avery, firstName: '...' }] }],
  ])('takes no blank and no invisible text for an answer: %s', async (field, more) => {
    const { call } = loanWorld();
    const { status, body } = await call('POST', '/v1/loans', people.officer, { ...complete, ...more });
    expect([status, body]).toMatchObject([400, { problems: [expect.objectContaining({ field })] }]);
  });

  it('takes no property in two states at once', async () => {
    const { call, kernel } = loanWorld();
    const property = { ...complete.property, state: 'CA' };
    const { status, body } = await call('POST', '/v1/loans', people.officer, { ...complete, property });
    expect([status, body['code']]).toEqual([422, 'StatesDiffer']);
    expect(kernel.storage.all()).toEqual([]);
  });

  it('twice with one key opens one loan', async () => {
    const { call, kernel } = loanWorld();
    const more = { headers: { 'idempotency-key': 'the-same-key' } };
    const [one, two] = [
      await call('POST', '/v1/loans', people.officer, complete, more),
      await call('POST', '/v1/loans', people.officer, complete, more),
    ];
    expect(two.body).toEqual(one.body);
    expect(kernel.storage.all().filter(({ sk }) => sk === 'LOAN')).toHaveLength(1);
    const racing = await Promise.all(
      [1, 2, 3].map(async () =>
        call(
          'POST',
          '/v1/loans',
          people.officer,
          { ...complete, borrowers: [jordan] },
          { headers: { 'idempotency-key': 'racing-key' } },
        ),
      ),
    );
    expect(racing.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(kernel.storage.all().filter(({ sk }) => sk === 'LOAN')).toHaveLength(2);
  });

  it('without all six items is no application yet, and says what is missing', async () => {
    const { call } = loanWorld();
    const { body } = await call('POST', '/v1/loans', people.officer, {
      ...complete,
      property: { state: 'CO' },
    });
    expect(body['missingItems']).toEqual(['propertyAddress', 'estimatedPropertyValue']);
    expect(body['applicationReceivedAt']).toBeUndefined();
  });

  it('keeps a known person as one contact', async () => {
    const { open, kernel } = loanWorld();
    await open();
    await open(
      { ...complete, borrowers: [{ ...avery, email: ' Avery.Sample@EXAMPLE.com'.trim() }] },
      people.otherOfficer,
    );
    expect(kernel.storage.all().filter(({ sk }) => sk === 'CONTACT')).toHaveLength(1);
  });

  it('of a known person tells the other slices which sealed fields this loan was given', async () => {
    const { open, kernel } = loanWorld();
    const mine = await open();
    const other = await open({ ...complete, borrowers: [{ ...avery, ssn: undefined }] }, people.otherOfficer);
    const given = async (loanId: string) =>
      LoanSummary.parse(await kernel.storage.get(keys.loanSummary(loanId))).borrowers;
    expect(await given(mine)).toMatchObject([{ hasSsn: true, hasBirthDate: true }]);
    expect(await given(other)).toMatchObject([{ hasSsn: false, hasBirthDate: true }]);
  });

  it('neither changes what a known person has told, nor takes it as told for this loan', async () => {
    const { call, open, kernel, borrowersOf } = loanWorld();
    const [contactId = ''] = await borrowersOf(await open());
    const before = await kernel.storage.get(keys.contact(contactId));
    const other = await call('POST', '/v1/loans', people.farOfficer, {
      ...complete,
      borrowers: [{ ...avery, ssn: '234-56-7890' }],
    });
    expect([other.status, other.body['code']]).toEqual([409, 'SealedFieldDiffers']);
    const without = await call('POST', '/v1/loans', people.farOfficer, {
      ...complete,
      borrowers: [{ ...avery, ssn: undefined, birthOn: undefined }],
    });
    expect(without.body['parties']).toMatchObject([{ contactId, hasSsn: false, hasBirthDate: false }]);
    expect(without.body['missingItems']).toEqual(['socialSecurityNumber']);
    expect(await kernel.storage.get(keys.contact(contactId))).toEqual(before);
  });

  it.each<[string, keyof typeof people, object, number, string]>([
    ['a processor', 'processor', complete, 403, 'Forbidden'],
    [
      'an officer for another officer',
      'officer',
      { ...complete, officerUserId: people.otherOfficer.userId },
      403,
      'Forbidden',
    ],
    [
      'a manager for an unknown officer',
      'manager',
      { ...complete, officerUserId: people.otherOfficer.userId },
      422,
      'OfficerNotInBranch',
    ],
    [
      'parties under one address',
      'officer',
      { ...complete, borrowers: [avery, { ...jordan, email: 'AVERY.sample@example.com' }] },
      422,
      'RepeatedAddress',
    ],
    [
      'an impossible SSN',
      'officer',
      { ...complete, borrowers: [{ ...avery, ssn: '666-11-2222' }] },
      400,
      'InvalidRequest',
    ],
    ['no borrower', 'officer', { ...complete, borrowers: [] }, 400, 'InvalidRequest'],
    [
      'five borrowers',
      'officer',
      { ...complete, borrowers: [1, 2, 3, 4, 5].map((n) => ({ ...jordan, email: `j${n}@example.com` })) },
      400,
      'InvalidRequest',
    ],
    ['an amount of nothing', 'officer', { ...complete, amountCents: 0 }, 400, 'InvalidRequest'],
    ['a stage of its own choosing', 'officer', { ...complete, stage: 'FUNDED' }, 400, 'InvalidRequest'],
  ])('is refused for %s', async (_what, who, body, status, code) => {
    const { call, kernel } = loanWorld();
    const result = await call('POST', '/v1/loans', people[who], body);
    expect([result.status, result.body['code']]).toEqual([status, code]);
    expect(kernel.storage.all().filter(({ sk }) => sk === 'LOAN')).toEqual([]);
  });

  it('by a manager for an active officer of the branch is theirs', async () => {
    const { call, kernel } = loanWorld();
    await kernel.storage.write({
      kind: 'put',
      item: {
        ...keys.user(people.otherOfficer.userId),
        role: 'loan-officer',
        branchId: 'branch_main',
        active: true,
      },
    });
    const { body } = await call('POST', '/v1/loans', people.manager, {
      ...complete,
      officerUserId: people.otherOfficer.userId,
    });
    expect(body['officerUserId']).toBe(people.otherOfficer.userId);
  });

  it('leaves sealed values sealed, and personal ones out of keys, trail and events', async () => {
    const { open, kernel } = loanWorld();
    await open({
      ...complete,
      property: {
        state: 'CO',
        address: { ...address, line1: '77 Secret Lane' },
        value: complete.property.value,
      },
    });
    const all = kernel.storage.all();
    expect(JSON.stringify(all)).not.toContain('123-45-6789');
    expect(JSON.stringify(all)).not.toContain('1985-04-12');
    const open_ = [
      ...all.map(({ pk, sk, gsi1pk, gsi1sk, gsi2pk, gsi2sk }) => ({
        pk,
        sk,
        gsi1pk,
        gsi1sk,
        gsi2pk,
        gsi2sk,
      })),
      ...all.filter(({ sk }) => sk === 'OUTBOX'),
      ...kernel.storage.all('ledger'),
    ];
    expect(JSON.stringify(open_)).not.toMatch(/avery|sample|example|secret|750000/i);
  });
});
