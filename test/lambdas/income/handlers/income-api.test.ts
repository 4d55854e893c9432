import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getIncome } from '../../../../lambdas/income/handlers/get-income.ts';
import { onIncomeEvidence } from '../../../../lambdas/income/handlers/on-income-evidence.ts';
import { onIncomeVerificationOrdered } from '../../../../lambdas/income/handlers/on-income-verification-ordered.ts';
import { postVerification } from '../../../../lambdas/income/handlers/post-verification.ts';
import { postVerificationWebhook } from '../../../../lambdas/income/handlers/post-verification-webhook.ts';
import { settleVerification } from '../../../../lambdas/income/adapters/settle-verification.ts';
import { incomeRoutes } from '../../../../lambdas/income/routes.ts';
import type { Principal } from '../../../../lambdas/shared/actor.ts';
import { apiFunction } from '../../../../lambdas/shared/api.ts';
import { keys } from '../../../../lambdas/shared/table.ts';
import { apiEvent, lambdaContext } from '../../../support/api-event.ts';
import { ledgerOf } from '../../../support/fake-kernel.ts';
import {
  accepted,
  averyRecord,
  contactId,
  envelope,
  type IncomeWorld,
  incomeWorld,
  loanId,
  summary,
  told,
  verificationsIn,
} from '../income-fixture.ts';

const secret = 'a-secret-of-the-test';
const now = Math.floor(Date.parse('2026-11-21T15:00:00.000Z') / 1000);

const officer = {
  kind: 'staff',
  userId: 'user_01JD0000000000000000000001',
  role: 'loan-officer',
  branchId: 'branch_main',
} as const satisfies Principal;
const stranger: Principal = { ...officer, userId: 'user_01JD0000000000000000000009' };
const borrower: Principal = { kind: 'borrower', contactId, role: 'borrower' };

async function api(loan = summary()) {
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
    stories: {
      getIncome,
      orderVerification: postVerification,
      receiveVerificationWebhook: postVerificationWebhook,
    },
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

const webhook = (orderId: string, event = 'order.completed', state?: string) =>
  JSON.stringify({
    version: '2023-10-30',
    hook: { id: 1, event },
    data: { order_id: orderId, state, metadata: {} },
  });
const sign = (body: string, stamp = now, key = secret) =>
  `t=${stamp},v1=${createHmac('sha256', key).update(`${stamp}.${body}`).digest('hex')}`;
const deliver = (rawBody: string, signature: string | undefined) => ({
  method: 'POST',
  path: '/v1/webhooks/employment-verification',
  rawBody,
  ...(signature === undefined ? {} : { headers: { 'X-Webhook-Signature': signature } }),
});

async function placed() {
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
const announced = (world: IncomeWorld) => told(world, 'IncomeReportReady');

describe('the provider’s webhook', () => {
  it('is recorded as a hint, and its body decides nothing', async () => {
    const { world, call } = await placed();
    const body = webhook('order-1');
    expect((await call(deliver(body, sign(body)))).status).toBe(204);
    expect(announced(world)).toEqual([{ loanId, verificationId: verificationsIn(world)[0]?.verificationId }]);
    expect(verificationsIn(world)[0]?.status).toBe('PLACED');
  });

  it('delivered twice or replayed inside the window is one announcement', async () => {
    const { world, call } = await placed();
    const body = webhook('order-1');
    await call(deliver(body, sign(body)));
    expect((await call(deliver(body, sign(body)))).status).toBe(204);
    expect((await call(deliver(body, sign(body, now + 30)))).status).toBe(204);
    expect(announced(world)).toHaveLength(1);
  });

  const body = webhook('order-1');
  it.each<[string, string | undefined]>([
    ['without a signature', undefined],
    ['with an empty one', ''],
    ['signed with another secret', sign(body, now, 'guessed')],
    ['of another body', sign(webhook('order-2'))],
    ['that is five minutes and a second old', sign(body, now - 301)],
    ['of the future', sign(body, now + 301)],
    ['whose time was changed after signing', sign(body, now - 301).replace(/t=\d+/, `t=${now}`)],
    ['without a time', sign(body).replace(/t=\d+,/, '')],
    ['cut short', sign(body).slice(0, -1)],
    ['of another scheme', sign(body).replace('v1=', 'v0=')],
    ['that is only a time', `t=${now}`],
    ['that is endless', `t=${now},${'v1=00,'.repeat(1000)}`],
  ])('%s is refused and leaves nothing', async (_, signature) => {
    const { world, call } = await placed();
    const before = world.storage.all();
    expect(await call(deliver(body, signature))).toMatchObject({
      status: 403,
      body: { code: 'SignatureRefused' },
    });
    expect(world.storage.all()).toEqual(before);
  });

  it('is refused whatever is put in the signature’s place', async () => {
    const { call } = await placed();
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 200 }), async (signature) => {
        expect((await call(deliver(body, signature))).status).toBe(403);
      }),
      { numRuns: 50 },
    );
  });

  it('of an order that is not known here is 404, so that the provider tries again', async () => {
    const { world, call } = await placed();
    const other = webhook('order-unknown');
    expect((await call(deliver(other, sign(other)))).status).toBe(404);
    expect(announced(world)).toEqual([]);
  });

  it('that is no JSON, or of no shape, is 400 though it is signed', async () => {
    const { call } = await placed();
    for (const text of ['{', '{"hook":{}}', '['.repeat(5000)])
      expect((await call(deliver(text, sign(text)))).status).toBe(400);
  });

  it.each([
    ['completed', 1],
    ['processing', 0],
  ])('of a request in state %s announces %i time(s)', async (state, count) => {
    const { world, call } = await placed();
    const change = webhook('order-1', 'verification_request.state.change', state);
    expect((await call(deliver(change, sign(change)))).status).toBe(204);
    expect(announced(world)).toHaveLength(count);
  });
});

describe('GET /v1/loans/{loanId}/income', () => {
  it('shows the calculations with worksheet and provenance, and records who looked', async () => {
    const { world, call } = await placed();
    const verificationId = verificationsIn(world)[0]?.verificationId ?? '';
    const ref = { loanId, verificationId, actor: 'system:test', correlationId: 'corr-0001' } as const;
    await settleVerification(world, ref, { kind: 'record', record: averyRecord });
    const { status, body } = await call({ method: 'GET', path: `/v1/loans/${loanId}/income`, as: officer });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      current: [{ outcome: 'AGREES', monthlyAmountCents: 693_333, worksheet: expect.any(Array) as unknown }],
      calculations: [{ outcome: 'AGREES' }, { outcome: 'AWAITING_EMPLOYER' }],
      verifications: [
        { verificationId, outcome: 'RECORD_FOUND', record: { employerName: 'Example Mills, LLC' } },
      ],
    });
    expect(ledgerOf(world.storage, `READS#LOAN#${loanId}`)).toMatchObject([{ action: 'IncomeRead' }]);
  });

  it.each([
    ['an officer of another loan', stranger, 404],
    ['a borrower', borrower, 403],
  ])('is refused to %s', async (_, as, status) => {
    const { call } = await api();
    expect((await call({ method: 'GET', path: `/v1/loans/${loanId}/income`, as })).status).toBe(status);
  });
});

describe('POST /v1/loans/{loanId}/income/verifications', () => {
  const order = (key: string, as: Principal = officer, contact: string = contactId) => ({
    method: 'POST',
    path: `/v1/loans/${loanId}/income/verifications`,
    as,
    headers: { 'Idempotency-Key': key },
    body: { contactId: contact },
  });

  it('orders again once the earlier order has an outcome; the same key orders once', async () => {
    const { world, call } = await placed();
    const verificationId = verificationsIn(world)[0]?.verificationId ?? '';
    const ref = { loanId, verificationId, actor: 'system:test', correlationId: 'corr-0001' } as const;
    await settleVerification(world, ref, { kind: 'not-found' });
    const first = await call(order('key-00000001'));
    expect(first).toMatchObject({
      status: 202,
      body: { generation: 1, status: 'ORDERED', orderedBy: officer.userId },
    });
    expect(await call(order('key-00000001'))).toEqual(first);
    expect(verificationsIn(world)).toHaveLength(2);
    expect(told(world, 'IncomeVerificationOrdered')).toHaveLength(2);
  });

  it('orders nothing while an order is under way', async () => {
    const { world, call } = await placed();
    expect(await call(order('key-00000002'))).toMatchObject({
      status: 409,
      body: { code: 'VerificationUnderWay' },
    });
    expect(verificationsIn(world)).toHaveLength(1);
  });

  it.each([
    [
      'without an authorization',
      summary({ verificationAuthorizedAt: undefined }),
      409,
      'VerificationNotAuthorized',
    ],
    ['in another stage', { ...summary(), stage: 'NEW_LEAD' as const }, 409, 'NotInProcessing'],
    ['without an employer', summary({ employerName: undefined }), 422, 'NoEmployer'],
  ])('is refused %s', async (_, loan, status, code) => {
    const { world, call } = await api(loan);
    expect(await call(order('key-00000003'))).toMatchObject({ status, body: { code } });
    expect(verificationsIn(world)).toEqual([]);
  });

  it('is refused for a stranger to the loan and by a stranger to it', async () => {
    const { call } = await api();
    expect((await call(order('key-00000004', officer, 'cont_01JD0000000000000000000009'))).status).toBe(404);
    expect((await call(order('key-00000005', stranger))).status).toBe(404);
  });
});
