import { expect, it } from 'vitest';
import { getIntegrations } from '../../../../lambdas/integrations/handlers/get-integrations.ts';
import { onTotalExpertSync } from '../../../../lambdas/integrations/handlers/on-total-expert-sync.ts';
import { integrationRoutes } from '../../../../lambdas/integrations/routes.ts';
import type { Principal } from '../../../../lambdas/shared/actor.ts';
import { apiFunction } from '../../../../lambdas/shared/api.ts';
import { loanOpened } from '../../../../lambdas/shared/events/loan-opened.v1.ts';
import { keys } from '../../../../lambdas/shared/table.ts';
import { loanAccessView } from '../../../../lambdas/shared/views/loan-access.v1.ts';
import { apiEvent, lambdaContext } from '../../../support/api-event.ts';
import { fakeKernel } from '../../../support/fake-kernel.ts';
import { fakePlatform } from '../fake-platform.ts';
import { loanId, message, putLoan } from '../loan-on-file.ts';
import { testPace } from '../test-pace.ts';

const staff = (role: 'processor' | 'loan-officer'): Principal => ({
  kind: 'staff',
  userId: loanAccessView.example.officerUserId,
  role,
  branchId: 'branch_main',
});

async function asked(as: Principal) {
  const kernel = fakeKernel();
  await putLoan(kernel.storage);
  await kernel.storage.write({
    kind: 'put',
    item: { ...keys.loanAccess(loanId), ...loanAccessView.example },
  });
  const platform = fakePlatform();
  await onTotalExpertSync(message(loanOpened), { ...kernel, platform, pace: testPace(kernel.clock) });
  const stories = { listIntegrations: getIntegrations };
  const handler = apiFunction({ table: integrationRoutes, stories, wire: () => kernel });
  const path = `/v1/loans/${loanId}/integrations`;
  const reply = await handler(apiEvent({ method: 'GET', path, as }), lambdaContext);
  return {
    status: reply.statusCode,
    text: reply.body,
    actions: kernel.storage.all('ledger').map(({ action }) => action),
  };
}

it('tells what the partner holds, since when, and where each field came from', async () => {
  const { status, text, actions } = await asked(staff('processor'));
  const { records, effects } = JSON.parse(text);
  expect(status).toBe(200);
  expect(records).toHaveLength(3);
  expect(records[2]).toMatchObject({
    kind: 'loan',
    state: 'HELD',
    externalId: '56497',
    sentAt: '2026-11-21T15:00:00.000Z',
    lineage: expect.arrayContaining([
      { field: 'loan_amount', from: 'loan-summary', itemId: loanId, version: 1 },
    ]),
  });
  expect(effects).toHaveLength(3);
  expect(actions).toContain('IntegrationsListed');
});

it('shows no value that was sent and no hash of one', async () => {
  const { text } = await asked(staff('processor'));
  expect(text).not.toMatch(/avery|example\.com|Hash/i);
});

it('is refused to a role without the permission, and the refusal is an entry', async () => {
  const { status, actions } = await asked(staff('loan-officer'));
  expect(status).toBe(403);
  expect(actions).toContain('AccessRefused');
});
