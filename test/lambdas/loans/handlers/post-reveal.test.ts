import { describe, expect, it } from 'vitest';
import { unavailable } from '../../../../lambdas/shared/errors.ts';
import { ledgerOf } from '../../../support/fake-kernel.ts';
import { asBorrower, avery, complete, loanWorld, people } from '../loan-world.ts';

const ask = (contactId: string, more = {}) => ({
  contactId,
  field: 'ssn',
  reason: 'identity-verification',
  ...more,
});

describe('POST /v1/loans/{loanId}/reveals', () => {
  it('shows the field and keeps on the chained trail who saw which, why, and never what', async () => {
    const { call, open, borrowersOf, kernel } = loanWorld();
    const loanId = await open();
    const [contactId = ''] = await borrowersOf(loanId);
    const { status, body } = await call(
      'POST',
      `/v1/loans/${loanId}/reveals`,
      people.officer,
      ask(contactId),
    );
    expect([status, body['value']]).toEqual([200, avery.ssn]);
    const entry = ledgerOf(kernel.storage, `LOAN#${loanId}`).at(-1);
    expect(entry).toMatchObject({
      action: 'FieldRevealed',
      actor: people.officer.userId,
      facts: { contactId, field: 'ssn', reason: 'identity-verification' },
    });
    expect(JSON.stringify([...kernel.storage.all(), ...kernel.storage.all('ledger')])).not.toContain(
      avery.ssn,
    );
  });

  it('shows nothing when the trail cannot be written', async () => {
    const { call, open, borrowersOf, deps } = loanWorld();
    const loanId = await open();
    deps.commit = async () => {
      throw unavailable('Unavailable', 'down');
    };
    const { status, body } = await call(
      'POST',
      `/v1/loans/${loanId}/reveals`,
      people.officer,
      ask((await borrowersOf(loanId))[0] ?? ''),
    );
    expect(status).toBe(503);
    expect(JSON.stringify(body)).not.toContain(avery.ssn);
  });

  it('shows nobody on one loan what a person gave for another', async () => {
    const { call, open, borrowersOf } = loanWorld();
    const [contactId = ''] = await borrowersOf(await open());
    const probing = await open(
      { ...complete, borrowers: [{ ...avery, ssn: undefined, birthOn: undefined }] },
      people.farOfficer,
    );
    expect(await borrowersOf(probing)).toEqual([contactId]);
    for (const field of ['ssn', 'birthOn']) {
      const { status, body } = await call(
        'POST',
        `/v1/loans/${probing}/reveals`,
        people.farOfficer,
        ask(contactId, { field }),
      );
      expect([status, body['code']]).toEqual([404, 'FieldNotFound']);
    }
  });

  it.each<[string, object, number]>([
    ['no reason', { reason: undefined }, 400],
    ['a reason of its own words', { reason: 'Avery Sample asked' }, 400],
    ['another field', { field: 'email' }, 400],
    ['a contact that is not on the loan', { contactId: 'cont_01JD0000000000000000000099' }, 404],
  ])('is refused with %s', async (_what, more, status) => {
    const { call, open, borrowersOf } = loanWorld();
    const loanId = await open();
    expect(
      (
        await call(
          'POST',
          `/v1/loans/${loanId}/reveals`,
          people.officer,
          ask((await borrowersOf(loanId))[0] ?? '', more),
        )
      ).status,
    ).toBe(status);
  });

  it('is refused to borrowers, to operations and to strangers, on the trail', async () => {
    const { call, open, borrowersOf, kernel } = loanWorld();
    const loanId = await open();
    const [contactId = ''] = await borrowersOf(loanId);
    const statuses = [];
    for (const who of [asBorrower(contactId), people.operations, people.otherOfficer])
      statuses.push((await call('POST', `/v1/loans/${loanId}/reveals`, who, ask(contactId))).status);
    expect(statuses).toEqual([403, 403, 404]);
    expect(ledgerOf(kernel.storage, `READS#LOAN#${loanId}`).map(({ action }) => action)).toEqual([
      'AccessRefused',
      'AccessRefused',
      'AccessRefused',
    ]);
  });
});
