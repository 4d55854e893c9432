import { describe, expect, it } from 'vitest';
import { keys } from '../../../../lambdas/shared/table.ts';
import { auditApi, farManager } from '../audit-api.ts';
import { loanId, subject } from '../chain.ts';

const path = `/v1/loans/${loanId}/audit/verify`;

describe('GET /v1/loans/{loanId}/audit/verify', () => {
  it('says that the chain holds', async () => {
    expect((await (await auditApi(4)).get(path)).body).toMatchObject({ loanId, verified: true, entries: 4 });
  });

  it('says where it does not', async () => {
    const { get, kernel } = await auditApi(4);
    await kernel.storage.write({
      kind: 'update',
      table: 'ledger',
      key: keys.ledgerEntry(subject, 3),
      set: { actor: 'user_01JD0000000000000000000009' },
    });
    expect((await get(path)).body).toMatchObject({
      verified: false,
      firstBreak: { seq: 3, reason: 'its content was changed' },
    });
  });

  it('calls no loan broken that changes while it is read', async () => {
    const { get, kernel } = await auditApi(2);
    const query = kernel.storage.query.bind(kernel.storage);
    kernel.storage.query = async (...parts) => {
      const page = await query(...parts);
      await kernel.commit({
        subject,
        actor: 'system:test',
        correlationId: 'c',
        action: 'LoanChanged',
        facts: {},
        writes: [],
      });
      return page;
    };
    expect((await get(path)).body).toMatchObject({ verified: true });
  });

  it('is answered to a manager of another branch as if there were no loan', async () => {
    expect((await (await auditApi(1)).get(path, {}, farManager)).status).toBe(404);
  });
});
