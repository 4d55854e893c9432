import { describe, expect, it } from 'vitest';
import {
  averyRecord,
  averyStub,
  incomeIn,
  type IncomeWorld,
  summary,
  tasksIn,
  told,
} from '../income-fixture.ts';
import { check, latest, minutes, orderedWorld, place, ready } from '../pursuit-fixture.ts';

describe('an outage', () => {
  it('is retried at growing intervals, then becomes a person’s task, and never a decision', async () => {
    const world = await orderedWorld();
    world.verifier.fault = 'down';
    await place(world);
    for (const [attempt, wait] of [2, 8, 20].entries()) {
      world.clock.advance(minutes(wait));
      await check(world, attempt + 1);
    }
    expect(tasksIn(world)).toEqual([]);
    expect(told(world, 'IncomeVerified')).toEqual([]);
    world.clock.advance(minutes(30));
    await check(world, 4);
    expect(latest(world)).toMatchObject({
      status: 'ORDERED',
      unanswered: { reasonCode: 'ProviderUnreachable' },
    });
    expect(incomeIn(world)).toMatchObject({ outcome: 'NO_EMPLOYER_RECORD', monthlyAmountCents: 693_333 });
    expect(tasksIn(world)).toMatchObject([
      { kind: 'employment-record-unavailable', status: 'OPEN', aboutId: latest(world).verificationId },
    ]);
    expect(told(world, 'IncomeVerified')).toMatchObject([{ outcome: 'NO_EMPLOYER_RECORD' }]);
    expect(told(world, 'NeedRequested')).toEqual([]);
    expect(world.checksSet.map(({ check: { attempt } }) => attempt)).toEqual([1, 2, 3, 4, 5]);
  });

  it('that ends lets the record come, and the task is done', async () => {
    const world = await orderedWorld();
    world.verifier.fault = 'down';
    await place(world);
    world.clock.advance(minutes(60));
    await check(world, 4);
    world.verifier.fault = undefined;
    world.verifier.answer = { kind: 'record', record: averyRecord };
    world.clock.advance(minutes(120));
    await check(world, 5);
    expect(incomeIn(world).outcome).toBe('AGREES');
    expect(tasksIn(world)).toMatchObject([{ status: 'DONE', doneBy: 'system:income' }]);
  });

  it('does not send an announced report back to the queue for ever', async () => {
    const world = await orderedWorld();
    await place(world);
    world.verifier.fault = 'down';
    await expect(ready(world, 1)).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(ready(world, 3)).resolves.toBeUndefined();
  });

  it('that outlasts the last check leaves a value of its own', async () => {
    const world = await orderedWorld();
    world.verifier.fault = 'down';
    await place(world);
    world.clock.advance(minutes(10_080));
    await check(world, 11);
    expect(latest(world)).toMatchObject({
      status: 'SETTLED',
      outcome: 'NO_ANSWER',
      reasonCode: 'NoAnswerInTime',
    });
    expect(incomeIn(world).outcome).toBe('NO_EMPLOYER_RECORD');
  });

  it('is told from a provider at work, which is given three days', async () => {
    const world = await orderedWorld();
    await place(world);
    await check(world, 8);
    expect(tasksIn(world)).toEqual([]);
    await check(world, 9);
    expect(tasksIn(world)).toHaveLength(1);
  });
});

describe('a refused order', () => {
  it('of a frozen consumer is a person’s matter and no decision', async () => {
    const world = await orderedWorld();
    world.verifier.fault = 'frozen';
    await place(world);
    await place(world);
    expect(latest(world)).toMatchObject({ status: 'SETTLED', outcome: 'FROZEN' });
    expect(incomeIn(world).outcome).toBe('NO_EMPLOYER_RECORD');
    expect(tasksIn(world)).toHaveLength(1);
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
