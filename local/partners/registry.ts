import type { CreateSandbox } from '../runtime/partner-host.ts';
import { employmentVerificationSandbox } from './employment-verification/sandbox.ts';
import { createTotalExpert } from './total-expert/sandbox.ts';

/** The counterparties' sandboxes, by the first path segment at the partners' port. */
export const partnerSandboxes: Readonly<Record<string, CreateSandbox>> = {
  'employment-verification': (context) => employmentVerificationSandbox(context),
  'total-expert': createTotalExpert,
};
