import * as z from 'zod';
import { KernelEnv, readEnv } from '../../shared/env.ts';
import { DomainError } from '../../shared/errors.ts';
import { type Kernel, wireKernel } from '../../shared/kernel.ts';
import { taskFunction } from '../../shared/task.ts';
import { againWhileLoanMoves } from '../adapters/again.ts';
import { getLoanFile } from '../adapters/loan-file.ts';
import { moveLoan } from '../adapters/move-loan.ts';
import { hasLeft, StageTaskInput } from '../adapters/stage-task.ts';
import { transitionNames } from '../domain/road.ts';

const Input = StageTaskInput.extend({ transition: z.enum(transitionNames) });
const Output = z.object({ outcome: z.enum(['MOVED', 'LEFT', 'NOT_YET']) });

/** Makes the stage's own transition by the same command that people use. A guard that broke meanwhile means waiting on. */
export function taskAdvanceLoan(
  input: z.output<typeof Input>,
  kernel: Kernel,
): Promise<z.output<typeof Output>> {
  return againWhileLoanMoves(async () => {
    const file = await getLoanFile(kernel.storage, input.loanId);
    if (hasLeft(file.loan, input)) return { outcome: 'LEFT' };
    try {
      await moveLoan(kernel, file, {
        name: input.transition,
        actor: 'system:loans-task-advance-loan',
        correlationId: input.correlationId,
      });
      return { outcome: 'MOVED' };
    } catch (error) {
      if (error instanceof DomainError && error.code === 'GuardNotMet') return { outcome: 'NOT_YET' };
      throw error;
    }
  });
}

const Env = KernelEnv;
export type Env = z.input<typeof Env>;

export const handler = taskFunction({
  input: Input,
  output: Output,
  wire: () => wireKernel(readEnv(Env)),
  run: taskAdvanceLoan,
});
