import * as z from 'zod';
import { KernelEnv, readEnv } from '../../shared/env.ts';
import { type Kernel, wireKernel } from '../../shared/kernel.ts';
import { keys } from '../../shared/table.ts';
import { taskFunction } from '../../shared/task.ts';
import { againWhileLoanMoves } from '../adapters/again.ts';
import { getLoanFile, roadFactsOf } from '../adapters/loan-file.ts';
import { entryWrite, loanMoved } from '../adapters/loan-writes.ts';
import { type StageMachines, stepFunctions } from '../adapters/stage-machines.ts';
import { hasLeft, StageTaskInput } from '../adapters/stage-task.ts';
import { blockersOf } from '../domain/guards.ts';
import { transitionNames, transitionOf } from '../domain/road.ts';

const Input = StageTaskInput.extend({
  /** Waits for this transition's guards; absent: waits until the loan leaves the stage. */
  transition: z.enum(transitionNames).optional(),
  token: z.string(),
});
const Output = z.object({ stored: z.boolean() });

export interface Deps extends Kernel {
  machines: StageMachines;
}

/**
 * Stores the step's token, or answers it at once when there is nothing to wait for. The token is stored only while the
 * loan's version is the one the guard was judged by: whoever changes the loan after that finds the token.
 */
export function taskAwaitGuard(
  input: z.output<typeof Input>,
  { storage, clock, machines }: Deps,
): Promise<z.output<typeof Output>> {
  return againWhileLoanMoves(async () => {
    const file = await getLoanFile(storage, input.loanId);
    const { loanId, stage, entry, token, transition } = input;
    if (hasLeft(file.loan, input)) {
      await machines.answer(token, 'LEFT');
      return { stored: false };
    }
    if (transition && blockersOf(transitionOf(transition).guards, roadFactsOf(file)).length === 0) {
      await machines.answer(token, 'SATISFIED');
      return { stored: false };
    }
    await storage.transact([
      {
        kind: 'check',
        key: keys.loan(loanId),
        when: { equals: { version: file.loan.version } },
        otherwise: loanMoved,
      },
      entryWrite({ loanId, stage, entry, waiting: { token, transition, since: clock.now() } }),
    ]);
    return { stored: true };
  });
}

const Env = KernelEnv;
export type Env = z.input<typeof Env>;

function wire(): Deps {
  return { ...wireKernel(readEnv(Env)), machines: stepFunctions({}) };
}

export const handler = taskFunction({ input: Input, output: Output, wire, run: taskAwaitGuard });
