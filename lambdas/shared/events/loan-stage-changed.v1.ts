import * as z from 'zod';
import { LoanIdSchema } from '../ids.ts';
import { stages } from '../stages.ts';
import { defineEvent } from './event.ts';

/** A loan moved; `entry` counts its entries into `to`, since loans go back. It is also the StageLeft of `from`. */
export const loanStageChanged = defineEvent({
  name: 'LoanStageChanged',
  version: 1,
  source: 'loans',
  data: z.strictObject({
    loanId: LoanIdSchema,
    from: z.enum(stages),
    to: z.enum(stages),
    transition: z.string(),
    entry: z.int().positive(),
  }),
  example: {
    loanId: 'loan_01JD0000000000000000000000',
    from: 'NEW_LEAD',
    to: 'APPLICATION',
    transition: 'take-application',
    entry: 1,
  },
});
