import * as z from 'zod';
import type { Principal } from '../../../lambdas/shared/actor.ts';
import { apiFunction } from '../../../lambdas/shared/api.ts';
import type { Kernel } from '../../../lambdas/shared/kernel.ts';
import { type ApiRequest, created, ok, type Reply } from '../../../lambdas/shared/request.ts';
import { type Route, route, type RouteTable } from '../../../lambdas/shared/route.ts';
import { keys, loanSubject } from '../../../lambdas/shared/table.ts';
import { apiEvent, lambdaContext, type TestRequest } from '../../support/api-event.ts';
import { fakeKernel, ledgerOf } from '../../support/fake-kernel.ts';

export const loanId = 'loan_01JD0000000000000000000000';
export const officer: Principal = {
  kind: 'staff',
  userId: 'user_01JD0000000000000000000001',
  role: 'loan-officer',
  branchId: 'branch_main',
};
export const stranger: Principal = { ...officer, userId: 'user_01JD0000000000000000000009' };
export const processor: Principal = { ...officer, role: 'processor' };
const params = z.strictObject({ loanId: z.string().regex(/^loan_/) });
const body = z.strictObject({ amountCents: z.int(), note: z.string().optional() });
const replies = {
  200: { description: 'ok', schema: z.strictObject({ value: z.number() }) },
  201: { description: 'made', schema: z.object({ value: z.number() }) },
};

const table = {
  capability: 'loans',
  prefixes: ['/v1/loans'],
  routes: [
    route({
      operationId: 'read',
      method: 'GET',
      path: '/v1/loans/{loanId}',
      summary: '',
      permission: 'loan:read',
      authorization: 'loan',
      params,
      readAction: 'LoanRead',
      replies,
    }),
    route({
      operationId: 'change',
      method: 'POST',
      path: '/v1/loans/{loanId}/changes',
      summary: '',
      permission: 'loan:update',
      authorization: 'story',
      params,
      body,
      idempotent: true,
      replies,
    }),
    route({
      operationId: 'list',
      method: 'GET',
      path: '/v1/loans',
      summary: '',
      permission: 'loan:open',
      authorization: 'role',
      query: z.strictObject({ limit: z.coerce.number().optional() }),
      replies,
    }),
    route({
      operationId: 'hook',
      method: 'POST',
      path: '/v1/hooks',
      summary: '',
      permission: 'public',
      authorization: 'none',
      body,
      replies,
    }),
  ],
} as const satisfies RouteTable;

type Story = (request: ApiRequest<Route>, kernel: Kernel) => Promise<Reply>;

export function setUp(stories: Partial<Record<'read' | 'change' | 'list' | 'hook', Story>> = {}) {
  const kernel = fakeKernel();
  let effects = 0;
  const usual: Story = async (request, { commit, storage }) => {
    const item = await storage.get(keys.loanAccess(loanId));
    request.permit(item as never);
    effects += 1;
    const reply = created('/v1/there', { value: effects });
    await commit({
      subject: loanSubject(loanId),
      actor: request.actor,
      correlationId: request.correlationId,
      action: 'LoanChanged',
      facts: {},
      writes: [],
      idempotency: request.recorded(reply),
    });
    return reply;
  };
  const plain: Story = async () => ok({ value: 1 });
  const handler = apiFunction({
    table,
    stories: { read: plain, change: usual, list: plain, hook: plain, ...stories },
    wire: () => kernel,
  });
  const access = {
    loanId,
    branchId: 'branch_main',
    officerUserId: officer.kind === 'staff' ? officer.userId : '',
    borrowerContactIds: ['cont_01JD0000000000000000000002'],
  };
  const opened = kernel.storage.write({ kind: 'put', item: { ...keys.loanAccess(loanId), ...access } });
  const call = async (request: TestRequest) => {
    await opened;
    const result = await handler(apiEvent(request), lambdaContext);
    return {
      ...result,
      headers: result.headers ?? {},
      json: result.body === '' ? undefined : (JSON.parse(result.body) as Record<string, unknown>),
    };
  };
  const reads = () => ledgerOf(kernel.storage, `READS#${loanSubject(loanId)}`).map(({ action }) => action);
  return { kernel, handler, call, reads, effects: () => effects };
}

export const change = (more: Partial<TestRequest> = {}): TestRequest => ({
  method: 'POST',
  path: `/v1/loans/${loanId}/changes`,
  as: officer,
  body: { amountCents: 1 },
  headers: { 'idempotency-key': 'key-0000001' },
  ...more,
});
