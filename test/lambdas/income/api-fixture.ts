import { stories } from '../../../lambdas/income/api.ts';
import { onIncomeEvidence } from '../../../lambdas/income/handlers/on-income-evidence.ts';
import { onIncomeVerificationOrdered } from '../../../lambdas/income/handlers/on-income-verification-ordered.ts';
import { incomeRoutes } from '../../../lambdas/income/routes.ts';
import type { Principal } from '../../../lambdas/shared/actor.ts';
import { apiFunction } from '../../../lambdas/shared/api.ts';
import { keys } from '../../../lambdas/shared/table.ts';
import { apiEvent, lambdaContext } from '../../support/api-event.ts';
import {
  accepted,
  contactId,
  envelope,
  type IncomeWorld,
  incomeWorld,
  loanId,
  summary,
  told,
  verificationsIn,
} from './income-fixture.ts';

export const secret = 'a-secret-of-the-test';

export const officer = {
  kind: 'staff',
  userId: 'user_01JD0000000000000000000001',
  role: 'loan-officer',
  branchId: 'branch_main',
} as const satisfies Principal;
export const stranger: Principal = { ...officer, userId: 'user_01JD0000000000000000000009' };
export const borrower: Principal = { kind: 'borrower', contactId, role: 'borrower' };

export async function api(loan = summary()) {
  const world = await incomeWorld(loan);
  const access = {
    loanId,
    branchId: 'branch_main',
    officerUserId: officer.userId,
    borrowerContactIds: [contactId],
  };
  await world.storage.write({ kind: 'put', item: { ...keys.loanAccess(loanId), ...access } });
  const handler = apiFunction({
    table: incomeRoutes,
    stories,
    wire: () => ({ ...world, webhookSecret: async () => secret }),
  });
  const call = async (request: Parameters<typeof apiEvent>[0]) => {
    const { statusCode, body } = await handler(apiEvent(request), lambdaContext);
    return {
      status: statusCode,
      body: body === '' ? undefined : (JSON.parse(body) as Record<string, unknown>),
    };
  };
  return { world, call };
}

export const webhook = (orderId: string, event = 'order.completed', state?: string) =>
  JSON.stringify({
    version: '2023-10-30',
    hook: { id: 1, event },
    data: { order_id: orderId, state, metadata: {} },
  });
export const deliver = (rawBody: string, token: string | null = secret) => ({
  method: 'POST',
  path: '/v1/webhooks/employment-verification',
  rawBody,
  ...(token === null ? {} : { headers: { 'X-Truework-Token': token } }),
});

export async function placed() {
  const { world, call } = await api();
  await onIncomeEvidence(accepted(1), world);
  const data = {
    loanId,
    contactId,
    verificationId: verificationsIn(world)[0]?.verificationId ?? '',
  } as never;
  const ordered = {
    'detail-type': 'IncomeVerificationOrdered.v1' as const,
    detail: { ...envelope(2), data },
  };
  await onIncomeVerificationOrdered(ordered, world);
  return { world, call };
}
export const announced = (world: IncomeWorld) => told(world, 'IncomeReportReady');
