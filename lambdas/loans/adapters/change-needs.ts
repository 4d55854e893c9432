import type { Actor } from '../../shared/actor.ts';
import type { Facts } from '../../shared/errors.ts';
import type { Told } from '../../shared/events/event.ts';
import type { Kernel } from '../../shared/kernel.ts';
import { loanSubject } from '../../shared/table.ts';
import type { Change } from '../../shared/transaction.ts';
import type { Need } from '../../shared/views/need.v1.ts';
import type { Loan } from '../domain/loan.ts';
import { stalledAfter } from '../domain/needs.ts';
import type { LoanFile } from './loan-file.ts';
import { loanWrites, needWrite } from './loan-writes.ts';

export interface NeedsChange {
  actor: Actor;
  correlationId: string;
  action: string;
  facts: Facts;
  /** Needs as they become; each is new or replaces the one read. */
  needs: readonly Need[];
  events: readonly Told[];
  loan?: Partial<Pick<Loan, 'needsOpened'>>;
  once?: Change['once'];
  idempotency?: Change['idempotency'];
}

/** Needs and the loan's version move together, so that a step about to wait on a guard sees that something changed. */
export async function changeNeeds(
  { commit, clock }: Kernel,
  { loan, parties, needs: before }: LoanFile,
  change: NeedsChange,
): Promise<void> {
  const after: Loan = {
    ...loan,
    ...change.loan,
    stalledNeeds: stalledAfter(before, change.needs),
    updatedAt: clock.now(),
    version: loan.version + 1,
  };
  await commit({
    subject: loanSubject(loan.loanId),
    actor: change.actor,
    correlationId: change.correlationId,
    action: change.action,
    facts: change.facts,
    writes: [
      ...loanWrites(after, parties, loan),
      ...change.needs.map((need) =>
        needWrite(
          need,
          before.find(({ needId }) => needId === need.needId),
        ),
      ),
    ],
    events: change.events,
    once: change.once,
    idempotency: change.idempotency,
  });
}
