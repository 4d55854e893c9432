import { describe, expect, it } from 'vitest';
import { onIncomeEvidence } from '../../../../lambdas/income/handlers/on-income-evidence.ts';
import type { ProviderAnswer } from '../../../../lambdas/income/domain/verification.ts';
import { calendarDate } from '../../../../lambdas/shared/calendar.ts';
import { cents } from '../../../../lambdas/shared/money.ts';
import {
  accepted,
  averyRecord,
  averyStub,
  calculationsIn,
  contactId,
  incomeIn,
  loanId,
  summary,
  tasksIn,
  told,
} from '../income-fixture.ts';
import { check, effectIn, latest, minutes, orderedWorld, place, ready } from '../pursuit-fixture.ts';

describe('an order', () => {
  it('is placed with our effect as the client’s reference, after its first check is set', async () => {
    const world = await orderedWorld();
    await place(world);
    expect(world.verifier.placed).toEqual([
      {
        orderId: 'order-1',
        clientReference: effectIn(world).effectId,
        loanId,
        employerName: 'Example Mills',
        permissiblePurpose: 'credit-application',
        applicant: { firstName: 'Avery', lastName: 'Sample', ssn: '123-45-6789', birthOn: '1988-04-12' },
      },
    ]);
    expect(effectIn(world)).toMatchObject({
      channel: 'EMPLOYMENT_VERIFICATION',
      status: 'DONE',
      externalId: 'order-1',
    });
    expect(latest(world)).toMatchObject({ status: 'PLACED', orderId: 'order-1' });
    expect(world.checksSet.map(({ check: { attempt }, at }) => [attempt, at])).toEqual([
      [1, '2026-11-21T15:02:00.000Z'],
    ]);
  });

  it('delivered twice is placed once', async () => {
    const world = await orderedWorld();
    await place(world);
    const before = world.storage.all();
    await place(world);
    expect(world.verifier.placed).toHaveLength(1);
    expect(world.storage.all()).toEqual(before);
  });

  it('that was taken without an answer is found again and not placed twice', async () => {
    const world = await orderedWorld();
    world.verifier.fault = 'silent-after-accepting';
    await place(world);
    expect(latest(world).status).toBe('ORDERED');
    world.verifier.fault = undefined;
    world.clock.advance(minutes(2));
    await check(world, 1);
    expect(world.verifier.placed).toHaveLength(1);
    expect(latest(world)).toMatchObject({ status: 'PLACED', orderId: 'order-1' });
  });

  it('that never reached the provider before a crash is placed by the check', async () => {
    const world = await orderedWorld();
    world.verifier.fault = 'down';
    await place(world);
    world.verifier.fault = undefined;
    world.clock.advance(minutes(2));
    await check(world, 1);
    expect(world.verifier.placed).toHaveLength(1);
    expect(effectIn(world)).toMatchObject({ status: 'DONE', attempts: 2 });
  });

  it('keeps no name, employer or number outside the table’s own items', async () => {
    const world = await orderedWorld();
    await place(world);
    const outside = JSON.stringify([world.storage.all('ledger'), effectIn(world), world.checksSet]);
    for (const personal of ['Avery', 'Example Mills', '6789']) expect(outside).not.toContain(personal);
  });
});

const outcomes: [string, ProviderAnswer, string, string, string | undefined][] = [
  ['that agrees', { kind: 'record', record: averyRecord }, 'RECORD_FOUND', 'AGREES', undefined],
  [
    'of other pay',
    { kind: 'record', record: { ...averyRecord, payRate: { amountCents: cents(3_000), unit: 'hourly' } } },
    'RECORD_FOUND',
    'DISAGREES',
    'income-disagrees',
  ],
  [
    'of an employment that has ended',
    { kind: 'record', record: { ...averyRecord, status: 'inactive', endedOn: calendarDate('2026-11-01') } },
    'RECORD_FOUND',
    'DISAGREES',
    'income-disagrees',
  ],
  [
    'of another employer',
    { kind: 'record', record: { ...averyRecord, employerName: 'Another Example Company' } },
    'WRONG_EMPLOYER',
    'NO_EMPLOYER_RECORD',
    'employment-record-unavailable',
  ],
  ['that is frozen', { kind: 'frozen' }, 'FROZEN', 'NO_EMPLOYER_RECORD', 'employment-record-unavailable'],
  [
    'that is not there',
    { kind: 'not-found' },
    'NOT_FOUND',
    'NO_EMPLOYER_RECORD',
    'employment-record-unavailable',
  ],
  [
    'without a comparable pay rate',
    { kind: 'record', record: { ...averyRecord, payRate: { amountCents: cents(30_000), unit: 'other' } } },
    'RECORD_FOUND',
    'NO_EMPLOYER_RECORD',
    'employment-record-unavailable',
  ],
];

describe('a record', () => {
  it.each(outcomes)(
    '%s settles the verification and the income',
    async (_, answer, outcome, income, taskKind) => {
      const world = await orderedWorld();
      await place(world);
      world.verifier.answer = answer;
      await ready(world);
      expect(latest(world)).toMatchObject({ status: 'SETTLED', outcome });
      expect(incomeIn(world)).toMatchObject({
        outcome: income,
        verificationId: latest(world).verificationId,
      });
      expect(told(world, 'IncomeVerified')).toEqual([
        { loanId, contactId, calculationId: incomeIn(world).calculationId, outcome: income },
      ]);
      expect(told(world, 'NeedRequested')).toEqual(
        income === 'DISAGREES'
          ? [{ loanId, kind: 'letter-of-explanation', contactId, reasonCode: 'IncomeDisagrees' }]
          : [],
      );
      expect(tasksIn(world).map(({ kind, status }) => [kind, status])).toEqual(
        taskKind ? [[taskKind, 'OPEN']] : [],
      );
    },
  );

  it('announced and checked many times settles once', async () => {
    const world = await orderedWorld();
    await place(world);
    world.verifier.answer = { kind: 'record', record: averyRecord };
    await Promise.all([ready(world), ready(world), check(world, 1)]);
    await ready(world);
    await check(world, 1);
    expect(told(world, 'IncomeVerified')).toHaveLength(1);
    expect(calculationsIn(world)).toBe(2);
  });

  it('whose announcement was lost is found by the first check', async () => {
    const world = await orderedWorld();
    await place(world);
    world.verifier.answer = { kind: 'record', record: averyRecord };
    world.clock.advance(minutes(2));
    await check(world, 1);
    expect(incomeIn(world).outcome).toBe('AGREES');
    expect(world.checksSet).toHaveLength(1);
  });

  it('brings the partner’s report as the place of every figure it gives', async () => {
    const world = await orderedWorld();
    await place(world);
    world.verifier.answer = { kind: 'record', record: averyRecord };
    await ready(world);
    const { worksheet, provenance } = incomeIn(world);
    expect(worksheet.map(({ rule, amountCents }) => [rule, amountCents])).toEqual([
      ['base.salary', 693_333],
      ['base.year-to-date-average', 719_218],
      ['employer-record.base.hourly', 693_333],
    ]);
    const cited = worksheet.flatMap(({ inputs }) => inputs.flatMap(({ evidence }) => evidence ?? []));
    for (const evidence of cited) expect(provenance.map((one) => one.evidence)).toContainEqual(evidence);
    expect(provenance).toContainEqual({
      evidence: { source: 'employer-record', field: 'salary.pay_rate.amount' },
      provenance: {
        kind: 'partner',
        partner: 'employment-verification',
        reference: 'report-1',
        at: '2026-11-21T15:00:00.000Z',
      },
    });
  });

  it('that disagrees with what was stated asks for a letter once', async () => {
    const world = await orderedWorld(summary({ statedMonthlyIncomeCents: 900_000 }));
    await place(world);
    world.verifier.answer = { kind: 'record', record: averyRecord };
    await ready(world);
    expect(incomeIn(world).outcome).toBe('DISAGREES');
    const w2 = {
      ...averyStub,
      documentId: 'doc_01JD0000000000000000000007' as const,
      acceptedAt: '2026-11-22T15:00:00.000Z',
    };
    await world.storage.write({
      kind: 'put',
      item: { pk: `LOAN#${loanId}`, sk: `FACTS#${w2.documentId}#0`, ...w2 },
    });
    await onIncomeEvidence(accepted(2, w2.documentId), world);
    expect(told(world, 'IncomeVerified')).toHaveLength(2);
    expect(told(world, 'NeedRequested')).toHaveLength(1);
    expect(tasksIn(world)).toHaveLength(1);
  });
});
