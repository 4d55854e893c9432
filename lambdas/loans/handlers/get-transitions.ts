import { loanNotFound } from '../../shared/authorization.ts';
import type { Kernel } from '../../shared/kernel.ts';
import { reachOf } from '../../shared/policy.ts';
import { type ApiRequest, ok, type Reply } from '../../shared/request.ts';
import { findLoanFile, roadFactsOf } from '../adapters/loan-file.ts';
import { blockersOf } from '../domain/guards.ts';
import { legalFrom, transitionOf } from '../domain/road.ts';
import type { loanRoutes } from '../routes.ts';

/** GET /v1/loans/{loanId}/transitions: what is legal now, and for what is not, why not. */
export async function getTransitions(
  request: ApiRequest<(typeof loanRoutes.routes)[4]>,
  { storage }: Kernel,
): Promise<Reply> {
  const { principal } = request;
  const file = await findLoanFile(storage, request.params.loanId);
  request.permit(file?.access);
  if (!file) throw loanNotFound();
  const facts = roadFactsOf(file);
  const transitions = legalFrom(file.loan.stage).map((name) => {
    const { to, summary, by, guards } = transitionOf(name);
    const allowedToYou = by.includes(principal.role) && reachOf(principal, 'loan:transition') !== undefined;
    return { name, to, summary, allowedToYou, blockers: blockersOf(guards, facts) };
  });
  return ok({ stage: file.loan.stage, entry: file.loan.entry, transitions });
}
