import { forbidden } from '../../shared/errors.ts';
import type { Principal } from '../../shared/actor.ts';
import type { Kernel } from '../../shared/kernel.ts';
import { type ApiRequest, ok, type Reply } from '../../shared/request.ts';
import {
  branchPipeline,
  contactLoans,
  everyonesPipeline,
  officerPipeline,
  type PipelinePage,
} from '../adapters/pipelines.ts';
import type { loanRoutes } from '../routes.ts';

type Request = ApiRequest<(typeof loanRoutes.routes)[1]>;

/** GET /v1/loans: each role sees the pipeline it works from and no other. */
export async function getLoans({ principal, query }: Request, { storage }: Kernel): Promise<Reply> {
  const page = await pageFor(principal, query, storage);
  if (query.stalled === undefined) return ok(page);
  return ok({ ...page, items: page.items.filter(({ stalledNeeds }) => stalledNeeds !== undefined) });
}

function pageFor(
  principal: Principal,
  query: Request['query'],
  storage: Kernel['storage'],
): Promise<PipelinePage> {
  if (principal.kind === 'borrower') return contactLoans(storage, principal.contactId, query);
  const pipeline = query.pipeline ?? usual[principal.role];
  if (!allowed[principal.role].includes(pipeline))
    throw forbidden('Forbidden', `${principal.role} does not see this pipeline`);
  if (pipeline === 'own') return officerPipeline(storage, principal.userId, query);
  if (pipeline === 'branch') return branchPipeline(storage, principal.branchId, query);
  return everyonesPipeline(storage, query);
}

type StaffRole = Extract<Principal, { kind: 'staff' }>['role'];
type Pipeline = NonNullable<Request['query']['pipeline']>;

const usual: Record<StaffRole, Pipeline> = {
  'loan-officer': 'own',
  processor: 'branch',
  underwriter: 'branch',
  manager: 'branch',
  compliance: 'all',
  operations: 'all',
};

const allowed: Record<StaffRole, readonly Pipeline[]> = {
  'loan-officer': ['own'],
  processor: ['branch'],
  underwriter: ['branch'],
  manager: ['own', 'branch'],
  compliance: ['all'],
  operations: [],
};
