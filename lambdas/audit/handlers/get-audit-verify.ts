import type { Kernel } from '../../shared/kernel.ts';
import { type ApiRequest, ok, type Reply } from '../../shared/request.ts';
import { wholeChain } from '../adapters/ledger-pages.ts';
import { verifyChain } from '../domain/verify-chain.ts';
import type { auditRoutes } from '../routes.ts';

/** GET /v1/loans/{loanId}/audit/verify */
export async function getAuditVerify(
  { params }: ApiRequest<(typeof auditRoutes.routes)[1]>,
  { storage }: Kernel,
): Promise<Reply> {
  const { entries, head } = await wholeChain(storage, params.loanId);
  return ok({ loanId: params.loanId, ...verifyChain(entries, head) });
}
