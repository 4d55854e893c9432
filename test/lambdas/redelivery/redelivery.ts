import type { QueueContext } from '../../../lambdas/shared/queue.ts';
import type { FakeKernel } from '../../support/fake-kernel.ts';

/** A message of one queue on a platform where it has something to do. */
export interface Redelivery {
  /** As operators name the queue: `loans-need-reminder`. */
  queue: string;
  /** What the message is about, where a queue has several. */
  about: string;
  begin: () => Promise<{
    kernel: Pick<FakeKernel, 'storage' | 'clock'>;
    message: unknown;
    run: (message: never, context: QueueContext) => Promise<unknown>;
    /** What left the platform: mails, partner records, machines started and answered, schedules. */
    effects: () => unknown;
  }>;
}

/** A machine's name, a token and a schedule's name take once, whatever is asked twice: Step Functions and Scheduler see to it. */
export const distinct = (calls: readonly unknown[]): string[] => [
  ...new Set(calls.map((call) => JSON.stringify(call))),
];
