import type { Principal } from '../../../lambdas/shared/actor.ts';
import { apiFunction } from '../../../lambdas/shared/api.ts';
import { stories } from '../../../lambdas/operations/api.ts';
import { operationsRoutes } from '../../../lambdas/operations/routes.ts';
import { apiEvent, lambdaContext, type TestRequest } from '../../support/api-event.ts';
import type { OperationsWorld } from './fake-queues.ts';

export const operator: Principal = {
  kind: 'staff',
  userId: 'user_01JD0000000000000000000009',
  role: 'operations',
  branchId: 'branch_head-office',
};
export const manager: Principal = { ...operator, userId: 'user_01JD0000000000000000000008', role: 'manager' };

/** The capability's API over a world of fakes: requests as the gateway sends them. */
export function serveOperations(world: OperationsWorld) {
  const handler = apiFunction({
    table: operationsRoutes,
    stories,
    wire: () => world,
  });
  return async (request: TestRequest) => {
    const { statusCode, body, headers } = await handler(apiEvent(request), lambdaContext);
    return { status: statusCode, body: JSON.parse(body) as Record<string, unknown>, headers };
  };
}
