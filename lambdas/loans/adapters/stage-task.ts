import * as z from 'zod';
import { LoanIdSchema } from '../../shared/ids.ts';
import { stages } from '../../shared/stages.ts';
import type { Loan } from '../domain/loan.ts';

/** What every step of a stage machine is given; version 1. */
export const StageTaskInput = z.object({
  version: z.literal(1),
  loanId: LoanIdSchema,
  stage: z.enum(stages),
  entry: z.int().positive(),
  correlationId: z.string(),
});
export type StageTaskInput = z.output<typeof StageTaskInput>;

/** Has the loan gone on, or come back another time, while the step was on its way? */
export const hasLeft = (loan: Loan, { stage, entry }: StageTaskInput): boolean =>
  loan.stage !== stage || loan.entry !== entry;
