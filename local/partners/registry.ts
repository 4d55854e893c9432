import type { CreateSandbox } from '../runtime/partner-host.ts';

/** The counterparties' sandboxes, by the first path segment at the partners' port. */
export const partnerSandboxes: Readonly<Record<string, CreateSandbox>> = {};
