import { loanNotFound } from '../../shared/authorization.ts';
import type { Kernel } from '../../shared/kernel.ts';
import { type ApiRequest, ok, type Reply } from '../../shared/request.ts';
import { findLoanFile } from '../adapters/loan-file.ts';
import { needsFor } from '../domain/loan-view.ts';
import type { loanRoutes } from '../routes.ts';

/** GET /v1/loans/{loanId}/needs */
export async function getNeeds(
  request: ApiRequest<(typeof loanRoutes.routes)[7]>,
  { storage }: Kernel,
): Promise<Reply> {
  const file = await findLoanFile(storage, request.params.loanId);
  request.permit(file?.access);
  if (!file) throw loanNotFound();
  return ok({ items: needsFor(request.principal, file.needs) });
}
