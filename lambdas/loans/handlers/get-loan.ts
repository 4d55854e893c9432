import type { Kernel } from '../../shared/kernel.ts';
import { type ApiRequest, etag, ok, type Reply } from '../../shared/request.ts';
import { findLoanFile, roadFactsOf } from '../adapters/loan-file.ts';
import { loanNotFound } from '../../shared/authorization.ts';
import { loanView } from '../domain/loan-view.ts';
import type { loanRoutes } from '../routes.ts';

/** GET /v1/loans/{loanId}: one read serves the policy and the reply. */
export async function getLoan(
  request: ApiRequest<(typeof loanRoutes.routes)[2]>,
  { storage }: Kernel,
): Promise<Reply> {
  const file = await findLoanFile(storage, request.params.loanId);
  request.permit(file?.access);
  if (!file) throw loanNotFound();
  return ok(loanView(request.principal, file.parties, roadFactsOf(file)), etag(file.loan.version));
}
