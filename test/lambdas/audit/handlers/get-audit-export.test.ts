import { describe, expect, it } from 'vitest';
import { AuditExport } from '../../../../lambdas/audit/contracts.ts';
import { verifyExport } from '../../../../lambdas/audit/domain/verify-export.ts';
import { auditApi, farManager } from '../audit-api.ts';
import { loanId, testSigner } from '../chain.ts';

const path = `/v1/loans/${loanId}/audit/export`;
const exported = async () => AuditExport.parse((await (await auditApi(3)).get(path)).body);

describe('GET /v1/loans/{loanId}/audit/export', () => {
  it('gives a file that proves itself, also against the published key', async () => {
    const { get, publicKey } = await auditApi(3);
    const file = AuditExport.parse((await get(path)).body);
    expect(verifyExport(file)).toMatchObject({
      verified: true,
      signatureValid: true,
      entries: 3,
      foreignEntries: 0,
    });
    expect(verifyExport(file, publicKey).verified).toBe(true);
    expect(verifyExport(file, testSigner().publicKey)).toMatchObject({
      verified: false,
      signatureValid: false,
    });
  });

  it('exports a loan without changes too', async () => {
    expect(verifyExport(AuditExport.parse((await (await auditApi(0)).get(path)).body)).verified).toBe(true);
  });

  it.each<[string, (file: AuditExport) => AuditExport]>([
    ['another subject', (file) => ({ ...file, subject: 'LOAN#loan_01JD0000000000000000000009' })],
    ['another instant', (file) => ({ ...file, exportedAt: '2026-11-22T00:00:00.000Z' })],
    [
      'another head',
      (file) => ({
        ...file,
        head: { seq: 2, hash: file.entries[1]?.hash ?? '' },
        entries: file.entries.slice(0, 2),
      }),
    ],
    [
      'another entry',
      (file) => ({
        ...file,
        entries: file.entries.map((entry, n) => (n === 1 ? { ...entry, action: 'LoanRead' } : entry)),
      }),
    ],
    [
      'another key',
      (file) => ({ ...file, signature: { ...file.signature, publicKey: testSigner().publicKey } }),
    ],
    ['a key that is none', (file) => ({ ...file, signature: { ...file.signature, publicKey: 'x' } })],
    ['a signature that is none', (file) => ({ ...file, signature: { ...file.signature, value: '' } })],
  ])('does not verify with %s', async (_what, change) => {
    expect(verifyExport(change(await exported())).verified).toBe(false);
  });

  it('takes no field into an entry that its hash does not cover', async () => {
    const file = await exported();
    expect(AuditExport.safeParse({ ...file, entries: [{ ...file.entries[0], note: 'added' }] }).success).toBe(
      false,
    );
  });

  it('is refused to managers of another branch', async () => {
    expect((await (await auditApi(1)).get(path, {}, farManager)).status).toBe(404);
  });
});
