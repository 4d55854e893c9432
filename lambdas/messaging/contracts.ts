import * as z from 'zod';
import { Effect } from '../shared/effects.ts';
import { LoanIdSchema } from '../shared/ids.ts';

export const LoanParams = z.strictObject({ loanId: LoanIdSchema });
export const Messages = z.strictObject({ items: z.array(Effect) });
