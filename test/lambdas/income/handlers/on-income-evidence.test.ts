import { describe, expect, it } from 'vitest';
import { onIncomeEvidence } from '../../../../lambdas/income/handlers/on-income-evidence.ts';
import { settleVerification } from '../../../../lambdas/income/adapters/settle-verification.ts';
import { ledgerOf } from '../../../support/fake-kernel.ts';
import {
  accepted,
  averyRecord,
  averyStub,
  calculationsIn,
  contactId,
  document,
  envelope,
  eventId,
  incomeIn,
  incomeWorld,
  loanId,
  putDocument,
  stubId,
  summary,
  tasksIn,
  told,
  verificationsIn,
} from '../income-fixture.ts';

const ref = (verificationId: string) => ({
  loanId,
  verificationId,
  actor: 'system:test' as const,
  correlationId: 'corr-0001',
});

describe('a pay stub of a borrower in processing', () => {
  it('orders the employer’s record and works out the documented income, in one change', async () => {
    const world = await incomeWorld();
    await onIncomeEvidence(accepted(1), world);
    const [verification] = verificationsIn(world);
    expect(verification).toMatchObject({
      status: 'ORDERED',
      generation: 0,
      employerName: 'Example Mills',
      permissiblePurpose: 'credit-application',
      authorizedAt: '2026-11-10T15:00:00.000Z',
      documentIds: [stubId],
      evidenceThroughOn: '2026-11-07',
    });
    expect(incomeIn(world)).toMatchObject({
      outcome: 'AWAITING_EMPLOYER',
      monthlyAmountCents: 693_333,
      version: 1,
      provenance: expect.arrayContaining([
        {
          evidence: { source: 'document', documentId: stubId, page: 1, field: 'currentGross' },
          provenance: expect.objectContaining({
            kind: 'document',
            page: 1,
            field: 'currentGross',
            confidence: 99,
          }),
        },
      ]) as unknown,
    });
    expect(told(world, 'IncomeVerificationOrdered')).toEqual([
      { loanId, contactId, verificationId: verification?.verificationId },
    ]);
    expect(told(world, 'IncomeVerified')).toEqual([]);
    expect(ledgerOf(world.storage, `LOAN#${loanId}`)).toHaveLength(1);
  });

  it('told twice does once', async () => {
    const world = await incomeWorld();
    await onIncomeEvidence(accepted(1), world);
    const before = world.storage.all();
    await onIncomeEvidence(accepted(1), world);
    await onIncomeEvidence(accepted(2), world);
    expect(world.storage.all()).toEqual(before);
  });

  it('delivered at the same time as another event orders one record', async () => {
    const world = await incomeWorld();
    await Promise.all([1, 2, 3].map((n) => onIncomeEvidence(accepted(n), world)));
    expect(verificationsIn(world)).toHaveLength(1);
    expect(told(world, 'IncomeVerificationOrdered')).toHaveLength(1);
    expect(calculationsIn(world)).toBe(1);
  });

  it.each([
    ['without a recorded authorization', summary({ verificationAuthorizedAt: undefined })],
    ['before processing', { ...summary(), stage: 'APPLICATION' as const }],
    ['whose employer is not named', summary({ employerName: undefined })],
  ])('orders nothing for a borrower %s', async (_, loan) => {
    const world = await incomeWorld(loan);
    await onIncomeEvidence(accepted(1), world);
    expect(verificationsIn(world)).toEqual([]);
    expect(told(world, 'IncomeVerificationOrdered')).toEqual([]);
    expect(incomeIn(world).monthlyAmountCents).toBe(693_333);
  });

  it('is ordered for when the authorization or the stage comes after it', async () => {
    const world = await incomeWorld({ ...summary(), stage: 'APPLICATION' });
    await onIncomeEvidence(accepted(1), world);
    await world.storage.write({
      kind: 'put',
      item: { pk: `LOAN#${loanId}`, sk: 'SUMMARY', ...summary() },
    });
    const data = {
      loanId,
      from: 'APPLICATION',
      to: 'PROCESSING',
      transition: 'start-processing',
      entry: 1,
    } as const;
    await onIncomeEvidence({ 'detail-type': 'LoanStageChanged.v1', detail: { ...envelope(2), data } }, world);
    expect(verificationsIn(world)).toHaveLength(1);
  });

  it('of another person than a borrower is left alone', async () => {
    const world = await incomeWorld();
    const message = accepted(1);
    message.detail.data.ownerContactId = 'cont_01JD0000000000000000000009';
    await onIncomeEvidence(message, world);
    expect(verificationsIn(world)).toEqual([]);
  });

  it('of a loan that is not there yet is tried again', async () => {
    const world = await incomeWorld();
    await world.storage.write({ kind: 'delete', key: { pk: `LOAN#${loanId}`, sk: 'SUMMARY' } });
    await expect(onIncomeEvidence(accepted(1), world)).rejects.toMatchObject({ kind: 'missing' });
  });
});

describe('evidence after the first', () => {
  const later = (periodStart: string, periodEnd: string) => ({
    ...document('pay-stub', { periodStart, periodEnd, regularCurrent: 330_000 }),
    documentId: 'doc_01JD0000000000000000000008' as const,
  });

  it.each([
    ['2026-11-08', '2026-11-21', 1],
    ['2026-12-06', '2026-12-19', 2],
  ])('a stub through %s to %s makes a new calculation and %i order(s) in all', async (start, end, orders) => {
    const world = await incomeWorld();
    await onIncomeEvidence(accepted(1), world);
    const first = incomeIn(world).calculationId;
    await putDocument(world, later(start, end));
    await onIncomeEvidence(accepted(2, 'doc_01JD0000000000000000000008'), world);
    expect(verificationsIn(world)).toHaveLength(orders);
    expect(incomeIn(world)).toMatchObject({ monthlyAmountCents: 715_000, version: 2 });
    expect(incomeIn(world).calculationId).not.toBe(first);
    expect(calculationsIn(world)).toBe(2);
  });

  it('a W-2 that changes no figure makes no second calculation', async () => {
    const world = await incomeWorld();
    await onIncomeEvidence(accepted(1), world);
    const w2 = document('w2', { box1: 7_904_000 }, { documentId: 'doc_01JD0000000000000000000007' });
    await putDocument(world, w2);
    await onIncomeEvidence(accepted(2, w2.documentId, ['w2']), world);
    expect(calculationsIn(world)).toBe(1);
  });

  it('a need that is opened after the income was verified is told of it', async () => {
    const world = await incomeWorld();
    await onIncomeEvidence(accepted(1), world);
    const verificationId = verificationsIn(world)[0]?.verificationId ?? '';
    await settleVerification(world, ref(verificationId), { kind: 'record', record: averyRecord });
    const data = {
      loanId,
      needId: 'need_01JD0000000000000000000004',
      kind: 'income-verification',
      contactId,
      reasonCode: 'stage-needs',
      dueOn: '2026-12-01',
    } as const;
    const opened = { 'detail-type': 'NeedOpened.v1' as const, detail: { ...envelope(3), data } };
    await onIncomeEvidence(opened, world);
    expect(told(world, 'IncomeVerified')).toEqual([
      expect.objectContaining({ contactId, outcome: 'AGREES' }),
      expect.objectContaining({ contactId, outcome: 'AGREES' }),
    ]);
    await expect(onIncomeEvidence(opened, world)).rejects.toMatchObject({ code: 'AlreadyHandled' });
  });

  it('no borrower data reaches events, the ledger or keys', async () => {
    const world = await incomeWorld();
    await onIncomeEvidence(accepted(1), world);
    const outside = JSON.stringify([
      world.storage.all('ledger'),
      world.storage.all().filter(({ sk }) => sk === 'OUTBOX'),
      world.storage.all().map(({ pk, sk }) => [pk, sk]),
    ]);
    for (const personal of [
      'Avery',
      'Sample',
      'Example Mills',
      '123-45',
      '693333',
      averyStub.facts[3]?.value ?? '',
    ])
      expect(outside).not.toContain(personal);
  });
});

describe('further income', () => {
  const second = {
    ...document('pay-stub', {
      periodStart: '2026-10-25',
      periodEnd: '2026-11-07',
      employer: 'Sample Bakery',
      regularCurrent: 40_000,
    }),
    documentId: 'doc_01JD0000000000000000000055' as const,
  };

  it('of a second employer is a second order, once', async () => {
    const mills = { ...averyStub, facts: [...averyStub.facts, employerFact('Example Mills')] };
    const world = await incomeWorld(summary(), [mills]);
    await onIncomeEvidence(accepted(1), world);
    await putDocument(world, second);
    for (const n of [2, 3]) await onIncomeEvidence(accepted(n, second.documentId), world);
    const orders = verificationsIn(world);
    expect(orders.map(({ employerName }) => employerName).toSorted()).toEqual([
      'Example Mills',
      'Sample Bakery',
    ]);
    expect(told(world, 'IncomeVerificationOrdered').map(({ verificationId }) => verificationId)).toEqual(
      expect.arrayContaining(orders.map(({ verificationId }) => verificationId)),
    );
    for (const { verificationId } of orders)
      await settleVerification(world, ref(verificationId), { kind: 'not-found' });
    expect(incomeIn(world)).toMatchObject({ outcome: 'NO_EMPLOYER_RECORD', monthlyAmountCents: 693_333 });
    expect(incomeIn(world).verificationIds).toHaveLength(2);
  });

  it('of a business that a return shows is put before a person, with what is needed', async () => {
    const line8 = { ...document('w2', { year: '2025', line8: 2_400_000 }), type: 'form-1040' as const };
    const world = await incomeWorld(summary(), [
      { ...line8, documentId: 'doc_01JD0000000000000000000066' as const },
    ]);
    const message = accepted(1, 'doc_01JD0000000000000000000066');
    const detail = { ...message.detail, data: { ...message.detail.data, types: ['form-1040' as const] } };
    await onIncomeEvidence({ ...message, detail }, world);
    await onIncomeEvidence({ ...message, detail: { ...detail, id: eventId(2) } }, world);
    expect(incomeIn(world)).toMatchObject({ outcome: 'INCOMPLETE' });
    expect(incomeIn(world).missing.map(({ field }) => field)).toContain(
      'self-employment.2025.netProfitCents',
    );
    expect(tasksIn(world)).toMatchObject([{ kind: 'income-needs-evidence', status: 'OPEN' }]);
    expect(told(world, 'IncomeVerified')).toEqual([]);
    expect(calculationsIn(world)).toBe(1);
  });
});

const employerFact = (value: string) => ({
  ...averyStub.facts[0]!,
  name: 'employer',
  unit: 'text' as const,
  value,
});
