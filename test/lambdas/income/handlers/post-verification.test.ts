import { describe, expect, it } from 'vitest';
import { settleVerification } from '../../../../lambdas/income/adapters/settle-verification.ts';
import type { Principal } from '../../../../lambdas/shared/actor.ts';
import { api, officer, placed, stranger } from '../api-fixture.ts';
import {
  contactId,
  document,
  loanId,
  putDocument,
  summary,
  told,
  verificationsIn,
} from '../income-fixture.ts';

const averyPeriod = { periodStart: '2026-10-25', periodEnd: '2026-11-07' };

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

  it('orders of a further employer that a stub shows, and of no other', async () => {
    const { world, call } = await api();
    await putDocument(world, {
      ...document('pay-stub', { ...averyPeriod, employer: 'Sample Bakery', regularCurrent: 40_000 }),
      documentId: 'doc_01JD0000000000000000000055',
    });
    const of = (key: string, employerName: string) => ({
      ...order(key),
      body: { contactId, employerName },
    });
    expect(await call(of('key-00000006', 'Sample Bakery, Inc.'))).toMatchObject({
      status: 202,
      body: { employerName: 'Sample Bakery' },
    });
    expect(await call(of('key-00000007', 'Nobody Knows Ltd'))).toMatchObject({
      status: 422,
      body: { code: 'UnknownEmployer' },
    });
    expect(verificationsIn(world).map(({ employerName }) => employerName)).toEqual(['Sample Bakery']);
  });

  it('is refused for a stranger to the loan and by a stranger to it', async () => {
    const { call } = await api();
    expect((await call(order('key-00000004', officer, 'cont_01JD0000000000000000000009'))).status).toBe(404);
    expect((await call(order('key-00000005', stranger))).status).toBe(404);
  });
});
