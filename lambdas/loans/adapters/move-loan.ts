import type * as z from 'zod';
import type { Actor } from '../../shared/actor.ts';
import { conflict } from '../../shared/errors.ts';
import { tell } from '../../shared/events/event.ts';
import { loanStageChanged } from '../../shared/events/loan-stage-changed.v1.ts';
import type { Kernel } from '../../shared/kernel.ts';
import { loanSubject } from '../../shared/table.ts';
import { illegalTransition } from '../../shared/transition.ts';
import type { Change } from '../../shared/transaction.ts';
import type { Moved } from '../contracts.ts';
import { blockersOf } from '../domain/guards.ts';
import type { Loan } from '../domain/loan.ts';
import { type TransitionName, transitionOf } from '../domain/road.ts';
import type { LoanFile } from './loan-file.ts';
import { roadFactsOf } from './loan-file.ts';
import { entryWrite, loanWrites } from './loan-writes.ts';

export interface Move {
  name: TransitionName;
  actor: Actor;
  correlationId: string;
  reasonCodes?: readonly string[] | undefined;
  /** The caller's idempotency record for this outcome, where it has one. */
  record?: (moved: z.output<typeof Moved>) => Change['idempotency'];
}

/**
 * Moves a loan: the stage it was read in is the write's condition, so of two moves at once one wins.
 * Errors: `IllegalTransition`, `GuardNotMet` (conflict, with every guard that does not hold), `LoanChanged`.
 */
export async function moveLoan(
  { commit, clock }: Kernel,
  file: LoanFile,
  move: Move,
): Promise<z.output<typeof Moved>> {
  const { loan, parties } = file;
  const transition = transitionOf(move.name);
  const { loanId, stage: from } = loan;
  if (!transition.from.includes(from)) throw illegalTransition(move.name, from, { loanId });
  const blockers = blockersOf(transition.guards, roadFactsOf(file), { reasonCodes: move.reasonCodes });
  if (blockers.length > 0) {
    throw conflict('GuardNotMet', blockers.map(({ reason }) => reason).join('; '), {
      loanId,
      guards: blockers.map(({ guard }) => guard),
    });
  }
  const { to } = transition;
  const at = clock.now();
  const entry = (loan.entries[to] ?? 0) + 1;
  const after: Loan = {
    ...loan,
    stage: to,
    entry,
    entries: { ...loan.entries, [to]: entry },
    needsOpened: false,
    ...(transition.hmdaAction === undefined
      ? {}
      : { hmdaAction: transition.hmdaAction, closingReasonCodes: [...(move.reasonCodes ?? [])] }),
    returnReasonCodes: move.name === 'return-to-processing' ? [...(move.reasonCodes ?? [])] : undefined,
    stageChangedAt: at,
    updatedAt: at,
    version: loan.version + 1,
  };
  const moved = { loanId, from, to, entry, at };
  await commit({
    subject: loanSubject(loanId),
    actor: move.actor,
    correlationId: move.correlationId,
    action: 'LoanMoved',
    facts: {
      transition: move.name,
      from,
      to,
      entry,
      ...(move.reasonCodes ? { reasonCodes: [...move.reasonCodes] } : {}),
    },
    writes: [...loanWrites(after, parties, loan), entryWrite({ loanId, stage: to, entry })],
    events: [tell(loanStageChanged, { loanId, from, to, transition: move.name, entry })],
    idempotency: move.record?.(moved),
  });
  return moved;
}
