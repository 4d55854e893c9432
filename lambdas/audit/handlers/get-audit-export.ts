import type { Kernel } from '../../shared/kernel.ts';
import { type ApiRequest, ok, type Reply } from '../../shared/request.ts';
import { loanSubject } from '../../shared/table.ts';
import { wholeChain } from '../adapters/ledger-pages.ts';
import type { Sign } from '../adapters/root-signer.ts';
import { signedText } from '../domain/signed-text.ts';
import type { auditRoutes } from '../routes.ts';

export interface Deps extends Kernel {
  sign: Sign;
}

/** GET /v1/loans/{loanId}/audit/export: the chain as it stands; a broken one is exported too, for whoever looks into it. */
export async function getAuditExport(
  { params }: ApiRequest<(typeof auditRoutes.routes)[2]>,
  { storage, clock, sign }: Deps,
): Promise<Reply> {
  const subject = loanSubject(params.loanId);
  const { entries, head = { seq: 0, hash: '0'.repeat(64) } } = await wholeChain(storage, params.loanId);
  const exportedAt = clock.now();
  const signature = await sign(signedText({ subject, exportedAt, head }));
  return ok({ format: 'keyturn-audit-export', version: 1, subject, exportedAt, entries, head, signature });
}
