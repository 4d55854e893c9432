import { apiFunction } from '../../../lambdas/shared/api.ts';
import type { Principal } from '../../../lambdas/shared/actor.ts';
import { getMe } from '../../../lambdas/identity/handlers/get-me.ts';
import { getUser } from '../../../lambdas/identity/handlers/get-user.ts';
import { putUser } from '../../../lambdas/identity/handlers/put-user.ts';
import { identityRoutes } from '../../../lambdas/identity/routes.ts';
import { apiEvent, lambdaContext } from '../../support/api-event.ts';
import { fakeKernel } from '../../support/fake-kernel.ts';

type Staff = Extract<Principal, { kind: 'staff' }>;
export const as = (role: Staff['role'], branchId = 'branch_main'): Staff => ({
  kind: 'staff',
  userId: 'user_01JD0000000000000000000000',
  role,
  branchId,
});
export const userOf = (n: number) => `user_01JD000000000000000000000${n}`;
export const wanted = {
  displayName: 'Avery Sample',
  email: 'avery@example.com',
  role: 'processor',
  branchId: 'branch_main',
};

/** The slice's API behind the real shell on the fake kernel. */
export function identityApi() {
  const kernel = fakeKernel();
  const handler = apiFunction({
    table: identityRoutes,
    stories: { putUser, getUser, getMe },
    wire: () => kernel,
  });
  async function call(
    method: string,
    path: string,
    principal: Principal,
    body?: unknown,
    headers: Record<string, string> = {},
  ) {
    const result = await handler(apiEvent({ method, path, as: principal, body, headers }), lambdaContext);
    return {
      status: result.statusCode,
      headers: result.headers ?? {},
      body: JSON.parse(result.body) as Record<string, never>,
    };
  }
  const put = (n: number, principal: Principal, more: object = {}, version?: number) =>
    call(
      'PUT',
      `/v1/users/${userOf(n)}`,
      principal,
      { ...wanted, ...more },
      version === undefined ? {} : { 'if-match': `"${version}"` },
    );
  return { kernel, call, put };
}
