import { describe, expect, it } from 'vitest';
import { keys } from '../../../../lambdas/shared/table.ts';
import { averyStub, incomeIn, loanId, summary, tasksIn, type IncomeWorld } from '../income-fixture.ts';
import { check, effectIn, latest, minutes, orderedWorld, place } from '../pursuit-fixture.ts';

describe('an order', () => {
  it('is placed with our effect as the client’s reference, after its first check is set', async () => {
    const world = await orderedWorld();
    await place(world);
    expect(world.verifier.placed).toEqual([
      {
        orderId: 'order-1',
        clientReference: effectIn(world).effectId,
        loanId,
        employerName: 'Example Mills',
        permissiblePurpose: 'credit-application',
        applicant: { firstName: 'Avery', lastName: 'Sample', ssn: '123-45-6789', birthOn: '1988-04-12' },
      },
    ]);
    expect(effectIn(world)).toMatchObject({
      channel: 'EMPLOYMENT_VERIFICATION',
      status: 'DONE',
      externalId: 'order-1',
    });
    expect(latest(world)).toMatchObject({ status: 'PLACED', orderId: 'order-1' });
    expect(world.checksSet.map(({ check: { attempt }, at }) => [attempt, at])).toEqual([
      [1, '2026-11-21T15:02:00.000Z'],
    ]);
  });

  it('delivered twice is placed once', async () => {
    const world = await orderedWorld();
    await place(world);
    const before = world.storage.all();
    await place(world);
    expect(world.verifier.placed).toHaveLength(1);
    expect(world.storage.all()).toEqual(before);
  });

  it('that was taken without an answer is found again and not placed twice', async () => {
    const world = await orderedWorld();
    world.verifier.fault = 'silent-after-accepting';
    await place(world);
    expect(latest(world).status).toBe('ORDERED');
    world.verifier.fault = undefined;
    world.clock.advance(minutes(2));
    await check(world, 1);
    expect(world.verifier.placed).toHaveLength(1);
    expect(latest(world)).toMatchObject({ status: 'PLACED', orderId: 'order-1' });
  });

  it('that never reached the provider before a crash is placed by the check', async () => {
    const world = await orderedWorld();
    world.verifier.fault = 'down';
    await place(world);
    world.verifier.fault = undefined;
    world.clock.advance(minutes(2));
    await check(world, 1);
    expect(world.verifier.placed).toHaveLength(1);
    expect(effectIn(world)).toMatchObject({ status: 'DONE', attempts: 2 });
  });

  it('keeps no name, employer or number outside the table’s own items', async () => {
    const world = await orderedWorld();
    await place(world);
    const outside = JSON.stringify([world.storage.all('ledger'), effectIn(world), world.checksSet]);
    for (const personal of ['Avery', 'Example Mills', '6789']) expect(outside).not.toContain(personal);
  });
});

describe('a refused order', () => {
  it('of a file that was closed while the provider was down is never placed', async () => {
    const world = await orderedWorld();
    world.verifier.fault = 'down';
    await place(world);
    const closed = { ...summary(), stage: 'WITHDRAWN' };
    await world.storage.write({ kind: 'put', item: { ...keys.loanSummary(loanId), ...closed } });
    world.verifier.fault = undefined;
    world.clock.advance(minutes(2));
    await check(world, 1);
    expect(world.verifier.placed).toEqual([]);
    expect(latest(world)).toMatchObject({ status: 'SETTLED', reasonCode: 'LoanNotInProcessing' });
  });

  it('of a frozen consumer is a person’s matter and no decision', async () => {
    const world = await orderedWorld();
    world.verifier.fault = 'frozen';
    await place(world);
    await place(world);
    expect(latest(world)).toMatchObject({ status: 'SETTLED', outcome: 'FROZEN' });
    expect(incomeIn(world).outcome).toBe('NO_EMPLOYER_RECORD');
    expect(tasksIn(world)).toHaveLength(1);
  });

  it.each([
    ['the number', { hasSsn: false, hasBirthDate: true }, []],
    ['the birth date', { hasSsn: true, hasBirthDate: false }, [{ ssn: '123-45-6789', birthOn: undefined }]],
    ['neither', { hasSsn: true, hasBirthDate: true }, [{ ssn: '123-45-6789', birthOn: '1988-04-12' }]],
  ])('of a person who gave %s for another loan alone does not use it', async (_, given, told) => {
    const world = await orderedWorld(summary(given));
    await place(world);
    expect(world.verifier.placed.map(({ applicant }) => applicant)).toMatchObject(told);
    expect(latest(world).reasonCode).toBe(told.length === 0 ? 'NoSocialSecurityNumber' : undefined);
  });

  it('for want of a social security number asks nobody', async () => {
    const world = await orderedWorld(summary(), [averyStub], false);
    await place(world);
    expect(world.verifier.placed).toEqual([]);
    expect(latest(world)).toMatchObject({ outcome: 'NO_ANSWER', reasonCode: 'NoSocialSecurityNumber' });
  });

  it('settled by the provider and not yet by us, because of a crash, is settled by the next delivery', async () => {
    const world = await orderedWorld();
    world.verifier.fault = 'frozen';
    const { commit } = world;
    const crashing: IncomeWorld = {
      ...world,
      commit: async (change) => {
        if (change.action === 'IncomeVerificationSettled') throw new Error('crash');
        return commit(change);
      },
    };
    await expect(place(crashing)).rejects.toThrow('crash');
    expect(latest(world).status).toBe('ORDERED');
    await place(world);
    expect(latest(world)).toMatchObject({ status: 'SETTLED', outcome: 'FROZEN' });
  });
});
