import * as z from 'zod';
import { LoanIdSchema } from '../../shared/ids.ts';
import { transitionNames } from './road.ts';
import { stages } from '../../shared/stages.ts';

/** One stay of a loan in a stage, and the workflow step that waits in it. The table holds the truth; the machine only the step. */
export const StageEntry = z.object({
  loanId: LoanIdSchema,
  stage: z.enum(stages),
  entry: z.int().positive(),
  /** What the waiting step waits for; absent when no step waits. */
  waiting: z
    .object({
      token: z.string(),
      /** The transition whose guards must hold; absent: the step waits until the loan leaves the stage. */
      transition: z.enum(transitionNames).optional(),
      since: z.iso.datetime(),
    })
    .optional(),
  leftAt: z.iso.datetime().optional(),
});
export type StageEntry = z.infer<typeof StageEntry>;
