import { missing } from '../../../lambdas/shared/errors.ts';
import type { DeadLetterQueuesPort } from '../../../lambdas/operations/adapters/dead-letter-queues.ts';
import { queueManners } from '../../../lambdas/operations/domain/queue-manners.ts';
import { maskBody } from '../../../lambdas/operations/domain/mask-message.ts';
import { type FakeKernel, fakeKernel } from '../../support/fake-kernel.ts';

export interface FakeQueues extends DeadLetterQueuesPort {
  dead: Map<string, string[]>;
  delivered: Map<string, string[]>;
}

/** Queues that remember: a redrive moves what is dead to what was delivered. */
export function fakeQueues(dead: Record<string, string[]>): FakeQueues {
  const queues = new Map(Object.entries(dead));
  const delivered = new Map<string, string[]>();
  const bodiesOf = (name: string): string[] => {
    const bodies = queues.get(name);
    if (bodies === undefined)
      throw missing('QueueNotFound', 'there is no dead-letter queue of this name', {});
    return bodies;
  };
  return {
    dead: queues,
    delivered,
    list: async () =>
      [...queues].map(([name, bodies]) => ({
        name,
        messages: bodies.length,
        inFlight: 0,
        ...queueManners(name),
      })),
    inspect: async (name) =>
      bodiesOf(name).map((body, index) => ({
        messageId: `m${index}`,
        sentAt: '2026-11-21T15:00:00.000Z',
        ...maskBody(body),
        bodyBytes: body.length,
      })),
    async redrive(name) {
      const bodies = bodiesOf(name);
      queues.set(name, []);
      delivered.set(name, [...(delivered.get(name) ?? []), ...bodies]);
      return { messages: bodies.length };
    },
  };
}

export interface OperationsWorld extends FakeKernel {
  deadLetterQueues: FakeQueues;
  openApi: () => Promise<unknown>;
}

export const operationsWorld = (dead: Record<string, string[]> = {}): OperationsWorld => ({
  ...fakeKernel(),
  deadLetterQueues: fakeQueues(dead),
  openApi: async () => ({ openapi: '3.1.0', paths: {} }),
});
