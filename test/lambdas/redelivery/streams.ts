import { onLedgerChangedReplay } from '../../../lambdas/audit/handlers/on-ledger-changed-replay.ts';
import type { Bus } from '../../../lambdas/outbox/adapters/event-bridge-bus.ts';
import { onEntitiesChangedReplay } from '../../../lambdas/outbox/handlers/on-entities-changed-replay.ts';
import { tell } from '../../../lambdas/shared/events/event.ts';
import { loanUpdated } from '../../../lambdas/shared/events/loan-updated.v1.ts';
import { fakeKernel } from '../../support/fake-kernel.ts';
import { givenUp } from '../../support/given-up.ts';
import { chainOf, loanId, memoryArchive } from '../audit/chain.ts';
import { distinct, type Redelivery } from './redelivery.ts';

const batch = givenUp('2026-11-21T15:00:00Z');

/** What the streams of the tables gave up: positions, read again from the table. */
export const streamRedeliveries: readonly Redelivery[] = [
  {
    queue: 'outbox-entities-changed-replay',
    about: 'events that were not told',
    begin: async () => {
      const kernel = fakeKernel();
      await kernel.commit({
        subject: `LOAN#${loanId}`,
        actor: 'system:test',
        correlationId: 'corr-0001',
        action: 'LoanChanged',
        facts: {},
        writes: [],
        events: [tell(loanUpdated, { loanId, changed: ['amountCents'] })],
      });
      // An event is told again under the id that it has: every consumer in this table knows one that it has handled.
      const told: string[] = [];
      const bus: Bus = { publish: async ({ envelope }) => told.push(envelope.id) > 0 };
      const run = (given: never) => onEntitiesChangedReplay(given, { storage: kernel.storage, bus });
      return { kernel, message: batch, run, effects: () => distinct(told) };
    },
  },
  {
    queue: 'audit-ledger-changed-replay',
    about: 'entries that were not archived',
    begin: async () => {
      const kernel = await chainOf(3);
      const archive = memoryArchive();
      const run = (given: never) => onLedgerChangedReplay(given, { storage: kernel.storage, archive });
      return { kernel, message: batch, run, effects: () => [...archive.objects] };
    },
  },
];
