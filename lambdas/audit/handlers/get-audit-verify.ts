import type { Kernel } from '../../shared/kernel.ts';
import { type ApiRequest, ok, type Reply } from '../../shared/request.ts';
import { wholeChain } from '../adapters/ledger-pages.ts';
import { checkSigned, type SignedEntriesDeps } from '../adapters/signed-entries.ts';
import { verifyChain } from '../domain/verify-chain.ts';
import type { auditRoutes } from '../routes.ts';

/** GET /v1/loans/{loanId}/audit/verify: the chain in the ledger, and its entries under the archive's signed roots. */
export async function getAuditVerify(
  { params }: ApiRequest<(typeof auditRoutes.routes)[1]>,
  deps: Kernel & SignedEntriesDeps,
): Promise<Reply> {
  const { entries, head } = await wholeChain(deps.storage, params.loanId);
  const chain = verifyChain(entries, head);
  const archive = await checkSigned(entries, deps);
  const verified = chain.verified && archive.breaks.length === 0;
  return ok({ loanId: params.loanId, ...chain, verified, archive });
}
