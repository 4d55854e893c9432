import { describe, expect, it } from 'vitest';
import { settleVerification } from '../../../../lambdas/income/adapters/settle-verification.ts';
import { ledgerOf } from '../../../support/fake-kernel.ts';
import { api, borrower, officer, placed, stranger } from '../api-fixture.ts';
import { averyRecord, loanId, verificationsIn } from '../income-fixture.ts';

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
