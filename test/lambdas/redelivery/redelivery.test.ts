import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { keyturn } from '../../../lib/app.ts';
import { queueManners } from '../../../lambdas/operations/domain/queue-manners.ts';
import { HouseStack } from '../../../lib/house-stack.ts';
import { resourcesOf, withoutBundles } from '../../support/templates.ts';
import { documentsRedeliveries } from './documents.ts';
import { incomeRedeliveries } from './income.ts';
import { loansRedeliveries } from './loans.ts';
import { type RedrivenQueues, redrivenQueues } from './redriven-queue.ts';
import { streamRedeliveries } from './streams.ts';
import { toldRedeliveries } from './told.ts';

// Building a whole environment takes a second alone, and many beside other suites.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const rows = [
  ...loansRedeliveries,
  ...documentsRedeliveries,
  ...incomeRedeliveries,
  ...toldRedeliveries,
  ...streamRedeliveries,
];
const hourMs = 3600_000;

/** A consumer that refuses the work it has done would be acknowledged: here its message comes back all the same. */
const unlessHandled = (error: unknown): void => {
  if ((error as { code?: string }).code !== 'AlreadyHandled') throw error;
};

describe('every queue consumer', () => {
  it('has a row here: a new queue without one fails', async () => {
    const app = await keyturn({ context: { ...withoutBundles, stage: 'dev' } });
    const consumed = app.node.children
      .filter((stack) => stack instanceof HouseStack)
      .flatMap((stack) => resourcesOf(stack, 'AWS::SQS::Queue'))
      .filter(({ properties }) => properties['RedrivePolicy'] !== undefined)
      .map(({ properties }) => String(properties['QueueName']).replace('keyturn-dev-', ''));
    expect([...new Set(rows.map(({ queue }) => queue))].toSorted()).toEqual(consumed.toSorted());
    for (const queue of consumed) expect(existsSync(queueManners(queue).runbook), queue).toBe(true);
  });
});

describe('redriven twice', () => {
  let queues: RedrivenQueues;
  beforeAll(async () => {
    queues = await redrivenQueues([...new Set(rows.map(({ queue }) => queue))]);
  });
  afterAll(() => queues.close());

  it.each(rows)('$queue changes nothing more: $about', async ({ queue, begin }) => {
    const { kernel, message, run, effects } = await begin();
    const state = () =>
      structuredClone({
        items: kernel.storage.all(),
        ledger: kernel.storage.all('ledger'),
        effects: effects(),
      });
    const crash: typeof run = async (...given) => {
      await run(...given).catch(unlessHandled);
      throw new Error('crashed after its work was done');
    };
    const before = state();
    await queues.send(queue, message);
    expect(await queues.deliver(queue, crash)).toBe('dead letter');
    const once = state();
    expect(once).not.toEqual(before);

    kernel.clock.advance(hourMs);
    await queues.redrive(queue);
    expect(await queues.deliver(queue, crash)).toBe('dead letter');
    expect(state()).toEqual(once);

    kernel.clock.advance(24 * hourMs);
    await queues.redrive(queue);
    expect(await queues.deliver(queue, run)).toBe('done');
    expect(state()).toEqual(once);
  });
});
