import type { Principal } from '../../../lambdas/shared/actor.ts';
import { apiFunction } from '../../../lambdas/shared/api.ts';
import { keys } from '../../../lambdas/shared/table.ts';
import { getAuditExport } from '../../../lambdas/audit/handlers/get-audit-export.ts';
import { getAuditVerify } from '../../../lambdas/audit/handlers/get-audit-verify.ts';
import { getAudit } from '../../../lambdas/audit/handlers/get-audit.ts';
import { auditRoutes } from '../../../lambdas/audit/routes.ts';
import { apiEvent, lambdaContext } from '../../support/api-event.ts';
import { chainOf, loanId, memoryArchive, testSigner } from './chain.ts';

export const compliance: Principal = {
  kind: 'staff',
  userId: 'user_01JD0000000000000000000006',
  role: 'compliance',
  branchId: 'branch_head',
};
export const farManager: Principal = {
  kind: 'staff',
  userId: 'user_01JD0000000000000000000007',
  role: 'manager',
  branchId: 'branch_far',
};

/** The slice's API behind the real shell, over a loan with `count` changes. */
export async function auditApi(count: number) {
  const kernel = await chainOf(count);
  const { sign, publicKey } = testSigner();
  const archive = memoryArchive();
  await kernel.storage.write({
    kind: 'put',
    item: {
      ...keys.loanAccess(loanId),
      loanId,
      branchId: 'branch_main',
      officerUserId: 'user_01JD0000000000000000000001',
      borrowerContactIds: ['cont_01JD0000000000000000000002'],
    },
  });
  const handler = apiFunction({
    table: auditRoutes,
    stories: { searchAudit: getAudit, verifyAudit: getAuditVerify, exportAudit: getAuditExport },
    wire: () => ({ ...kernel, sign, archive, publicKey: async () => publicKey }),
  });
  async function get(path: string, query: Record<string, string> = {}, as: Principal = compliance) {
    const result = await handler(apiEvent({ method: 'GET', path, as, query }), lambdaContext);
    return { status: result.statusCode, body: JSON.parse(result.body) as Record<string, never> };
  }
  return { kernel, get, publicKey, sign, archive };
}
