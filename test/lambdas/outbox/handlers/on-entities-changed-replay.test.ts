import { describe, expect, it } from 'vitest';
import type { Bus } from '../../../../lambdas/outbox/adapters/event-bridge-bus.ts';
import { onEntitiesChangedReplay } from '../../../../lambdas/outbox/handlers/on-entities-changed-replay.ts';
import { tell } from '../../../../lambdas/shared/events/event.ts';
import { loanUpdated } from '../../../../lambdas/shared/events/loan-updated.v1.ts';
import { fakeKernel } from '../../../support/fake-kernel.ts';
import { givenUp } from '../../../support/given-up.ts';

const loanId = 'loan_01JD0000000000000000000000';
const minuteMs = 60_000;

/** Events an hour apart: at 15:00, 16:00, 17:00, and one of the next day. */
async function setUp() {
  const { storage, commit, clock } = fakeKernel();
  for (const [changed, pause] of [
    ['one', 60],
    ['two', 60],
    ['three', 9 * 60],
    ['four', 0],
  ] as const) {
    await commit({
      subject: `LOAN#${loanId}`,
      actor: 'system:test',
      correlationId: 'corr-0001',
      action: 'LoanChanged',
      facts: {},
      writes: [],
      events: [tell(loanUpdated, { loanId, changed: [changed] })],
    });
    clock.advance(pause * minuteMs);
  }
  const told: string[] = [];
  const bus: Bus = {
    publish: async ({ envelope }) => told.push((envelope.data['changed'] as string[]).join('')) > 0,
  };
  return { storage, bus, told };
}

describe('a batch of events that the stream gave up', () => {
  it('is told again from the table, in its order, over midnight too', async () => {
    const { told, ...deps } = await setUp();
    await onEntitiesChangedReplay(givenUp('2026-11-21T16:00:01Z', '2026-11-22T02:00:00Z'), deps);
    expect(told).toEqual(['two', 'three', 'four']);
  });

  it('leaves out what was written at other times', async () => {
    const { told, ...deps } = await setUp();
    await onEntitiesChangedReplay(givenUp('2026-11-21T15:01:00Z'), deps);
    expect(told).toEqual(['one']);
  });

  it('comes again while the bus does not take it', async () => {
    const { storage } = await setUp();
    const bus: Bus = { publish: async () => false };
    await expect(
      onEntitiesChangedReplay(givenUp('2026-11-21T15:00:00Z'), { storage, bus }),
    ).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('is kept with its reason when its events are gone: nothing is said to be told that is not', async () => {
    const { told, ...deps } = await setUp();
    await expect(onEntitiesChangedReplay(givenUp('2026-11-10T15:00:00Z'), deps)).rejects.toMatchObject({
      code: 'EventsExpired',
      kind: 'invalid',
    });
    expect(told).toEqual([]);
  });

  it('is told but for the event that cannot be read, which keeps it with its reason', async () => {
    const { told, ...deps } = await setUp();
    const broken = deps.storage.all().find(({ sk }) => sk === 'OUTBOX');
    await deps.storage.write({ kind: 'put', item: { ...broken!, envelope: 'not one' } });
    await expect(
      onEntitiesChangedReplay(givenUp('2026-11-21T15:00:00Z', '2026-11-21T16:00:00Z'), deps),
    ).rejects.toMatchObject({ code: 'OutboxItemUnreadable', kind: 'invalid' });
    expect(told).toEqual(['two']);
  });
});
