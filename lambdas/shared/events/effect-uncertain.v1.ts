import * as z from 'zod';
import { LoanIdSchema } from '../ids.ts';
import { defineEvent } from './event.ts';

/** An outside effect may or may not have happened and cannot be found out: a person decides, nothing is resent. */
export const effectUncertain = defineEvent({
  name: 'EffectUncertain',
  version: 1,
  source: 'messaging',
  data: z.strictObject({ loanId: LoanIdSchema, effectId: z.string(), channel: z.string() }),
  example: {
    loanId: 'loan_01JD0000000000000000000000',
    effectId: 'eff_01JD0000000000000000000008',
    channel: 'EMAIL',
  },
});
