import * as z from 'zod';
import { apiFunction } from '../shared/api.ts';
import { KernelEnv, readEnv } from '../shared/env.ts';
import { wireKernel } from '../shared/kernel.ts';
import { kmsEnvelopes } from '../shared/pii.ts';
import { isOfficerInBranch } from './adapters/officers.ts';
import { getLoan } from './handlers/get-loan.ts';
import { getLoans } from './handlers/get-loans.ts';
import { getNeeds } from './handlers/get-needs.ts';
import { getTransitions } from './handlers/get-transitions.ts';
import { getTasks } from './handlers/get-tasks.ts';
import { patchLoan } from './handlers/patch-loan.ts';
import { postLoan } from './handlers/post-loan.ts';
import { postNeedClosing } from './handlers/post-need-closing.ts';
import { postNeed } from './handlers/post-need.ts';
import { postReveal } from './handlers/post-reveal.ts';
import { postTaskCompletion } from './handlers/post-task-completion.ts';
import { postTransition } from './handlers/post-transition.ts';
import { loanRoutes } from './routes.ts';

const Env = KernelEnv.extend({
  /** KMS key that wraps the data keys of sealed fields. */
  PII_KEY_ID: z.string(),
});
export type Env = z.input<typeof Env>;

function wire() {
  const env = readEnv(Env);
  const kernel = wireKernel(env);
  const envelopes = kmsEnvelopes(kernel.storage, env.PII_KEY_ID);
  return {
    ...kernel,
    envelopes,
    zone: env.LENDER_ZONE,
    officerInBranch: (userId: string, branchId: string) =>
      isOfficerInBranch(kernel.storage, userId, branchId),
  };
}

/** Which story serves which route; the tests serve the same ones over fakes. */
export const stories = {
  openLoan: postLoan,
  listLoans: getLoans,
  getLoan,
  changeLoan: patchLoan,
  listTransitions: getTransitions,
  transitionLoan: postTransition,
  revealField: postReveal,
  listNeeds: getNeeds,
  openNeed: postNeed,
  closeNeed: postNeedClosing,
  listTasks: getTasks,
  completeTask: postTaskCompletion,
};

export const handler = apiFunction({
  table: loanRoutes,
  stories,
  wire,
});
