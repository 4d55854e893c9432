import * as z from 'zod';
import { dateIn } from '../../shared/calendar.ts';
import { KernelEnv, readEnv } from '../../shared/env.ts';
import { type Kernel, wireKernel } from '../../shared/kernel.ts';
import { taskFunction } from '../../shared/task.ts';
import type { Need } from '../../shared/views/need.v1.ts';
import { againWhileLoanMoves } from '../adapters/again.ts';
import { changeNeeds } from '../adapters/change-needs.ts';
import { getLoanFile, type LoanFile } from '../adapters/loan-file.ts';
import { hasLeft, StageTaskInput } from '../adapters/stage-task.ts';
import { newNeed, openNeedLike, tellOpened } from '../domain/needs.ts';
import { planNeeds } from '../domain/stage-needs.ts';

const Output = z.object({ outcome: z.enum(['OPENED', 'LEFT']), open: z.int() });

export interface Deps extends Kernel {
  zone: string;
}

/** Opens the needs of a stage, once per entry; that each is told of sets its reminder (`on-road-facts-changed`). */
export function taskOpenNeeds(input: StageTaskInput, deps: Deps): Promise<z.output<typeof Output>> {
  return againWhileLoanMoves(async () => {
    const file = await getLoanFile(deps.storage, input.loanId);
    if (hasLeft(file.loan, input)) return { outcome: 'LEFT', open: 0 };
    const needs = file.loan.needsOpened
      ? file.needs.filter((need) => need.stage === input.stage && need.entry === input.entry)
      : await open(file, input, deps);
    return { outcome: 'OPENED', open: needs.filter(({ status }) => status === 'OPEN').length };
  });
}

async function open(file: LoanFile, { stage, correlationId }: StageTaskInput, deps: Deps): Promise<Need[]> {
  const { loan, parties, needs: earlier, facts } = file;
  const at = deps.clock.now();
  const borrowers = parties.filter(({ kind }) => kind === 'borrower');
  const planned = planNeeds({
    stage,
    today: dateIn(deps.zone, at),
    borrowers,
    facts,
    earlier,
    returnReasonCodes: loan.returnReasonCodes,
  });
  const standing = earlier.filter((need) => need.stage === stage && need.entry === loan.entry);
  const fresh = planned.filter(({ kind, contactId }) => !openNeedLike(standing, kind, contactId));
  const needs = fresh.map(({ kind, contactId, dueOn, documentIds, alreadySatisfied }) => {
    const reasonCode =
      kind === 'letter-of-explanation' ? (loan.returnReasonCodes?.[0] ?? 'stage-needs') : 'stage-needs';
    return newNeed(
      loan,
      deps.ids.next('need'),
      { kind, contactId, dueOn, documentIds, reasonCode, satisfied: alreadySatisfied },
      at,
    );
  });
  await changeNeeds(deps, file, {
    actor: 'system:loans-task-open-needs',
    correlationId,
    action: 'StageNeedsOpened',
    facts: { stage, entry: loan.entry, needs: needs.map(({ kind, status }) => `${kind} ${status}`) },
    needs,
    events: needs.filter(({ status }) => status === 'OPEN').map(tellOpened),
    loan: { needsOpened: true },
  });
  return [...standing, ...needs];
}

const Env = KernelEnv;
export type Env = z.input<typeof Env>;

function wire(): Deps {
  const env = readEnv(Env);
  return { ...wireKernel(env), zone: env.LENDER_ZONE };
}

export const handler = taskFunction({ input: StageTaskInput, output: Output, wire, run: taskOpenNeeds });
