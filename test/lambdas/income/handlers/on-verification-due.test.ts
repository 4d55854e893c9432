import { describe, expect, it } from 'vitest';
import { onIncomeEvidence } from '../../../../lambdas/income/handlers/on-income-evidence.ts';
import type { ProviderAnswer } from '../../../../lambdas/income/domain/verification.ts';
import { calendarDate } from '../../../../lambdas/shared/calendar.ts';
import { keys } from '../../../../lambdas/shared/table.ts';
import { taskWrite } from '../../../../lambdas/shared/views/task.v1.ts';
import { cents } from '../../../../lambdas/shared/money.ts';
import {
  averyRecord,
  averyStub,
  accepted,
  calculationsIn,
  contactId,
  incomeIn,
  loanId,
  summary,
  tasksIn,
  told,
} from '../income-fixture.ts';
import { check, latest, minutes, orderedWorld, place, ready } from '../pursuit-fixture.ts';

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

  it.each([false, true])(
    'of a loan that has ended opens no task, also when it ends in that moment (%s)',
    async (inThatMoment) => {
      const world = await orderedWorld();
      await place(world);
      world.verifier.answer = { kind: 'not-found' };
      const end = () =>
        world.storage.write({ kind: 'update', key: keys.loanSummary(loanId), set: { stage: 'WITHDRAWN' } });
      const commit: typeof world.commit = async (change) => {
        if (inThatMoment && change.action === 'IncomeVerificationSettled') await end();
        return world.commit(change);
      };
      if (!inThatMoment) await end();
      await ready({ ...world, commit });
      expect(latest(world)).toMatchObject({ status: 'SETTLED', outcome: 'NOT_FOUND' });
      expect(tasksIn(world)).toEqual([]);
    },
  );

  it('does not write over what a person has done about it meanwhile', async () => {
    const world = await orderedWorld();
    await place(world);
    world.verifier.fault = 'down';
    await check(world, 4);
    const [task] = tasksIn(world);
    expect(task).toMatchObject({ kind: 'employment-record-unavailable', status: 'OPEN' });
    world.verifier.fault = undefined;
    world.verifier.answer = { kind: 'record', record: averyRecord };
    let interrupted = false;
    const commit: typeof world.commit = async (change) => {
      if (!interrupted && change.action === 'IncomeVerificationSettled')
        await world.storage.write(taskWrite({ ...task!, status: 'DONE', doneBy: 'user_1' }));
      interrupted = true;
      return world.commit(change);
    };
    await ready({ ...world, commit });
    expect(incomeIn(world).outcome).toBe('AGREES');
    expect(tasksIn(world)).toMatchObject([{ status: 'DONE', doneBy: 'user_1' }]);
  });

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
      evidence: { source: 'employer-record', documentId: 'report-1', field: 'salary.pay_rate.amount' },
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
describe('an outage', () => {
  it('is retried at growing intervals, then becomes a person’s task, and never a decision', async () => {
    const world = await orderedWorld();
    world.verifier.fault = 'down';
    await place(world);
    for (const [attempt, wait] of [2, 8, 20].entries()) {
      world.clock.advance(minutes(wait));
      await check(world, attempt + 1);
    }
    expect(tasksIn(world)).toEqual([]);
    expect(told(world, 'IncomeVerified')).toEqual([]);
    world.clock.advance(minutes(30));
    await check(world, 4);
    expect(latest(world)).toMatchObject({
      status: 'ORDERED',
      unanswered: { reasonCode: 'ProviderUnreachable' },
    });
    expect(incomeIn(world)).toMatchObject({ outcome: 'NO_EMPLOYER_RECORD', monthlyAmountCents: 693_333 });
    expect(tasksIn(world)).toMatchObject([
      { kind: 'employment-record-unavailable', status: 'OPEN', aboutId: latest(world).verificationId },
    ]);
    expect(told(world, 'IncomeVerified')).toMatchObject([{ outcome: 'NO_EMPLOYER_RECORD' }]);
    expect(told(world, 'NeedRequested')).toEqual([]);
    expect(world.checksSet.map(({ check: { attempt } }) => attempt)).toEqual([1, 2, 3, 4, 5]);
  });

  it('that ends lets the record come, and the task is done', async () => {
    const world = await orderedWorld();
    world.verifier.fault = 'down';
    await place(world);
    world.clock.advance(minutes(60));
    await check(world, 4);
    world.verifier.fault = undefined;
    world.verifier.answer = { kind: 'record', record: averyRecord };
    world.clock.advance(minutes(120));
    await check(world, 5);
    expect(incomeIn(world).outcome).toBe('AGREES');
    expect(tasksIn(world)).toMatchObject([{ status: 'DONE', doneBy: 'system:income' }]);
  });

  it('does not send an announced report back to the queue for ever', async () => {
    const world = await orderedWorld();
    await place(world);
    world.verifier.fault = 'down';
    await expect(ready(world, 1)).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(ready(world, 3)).resolves.toBeUndefined();
  });

  it('that outlasts the last check leaves a value of its own', async () => {
    const world = await orderedWorld();
    world.verifier.fault = 'down';
    await place(world);
    world.clock.advance(minutes(10_080));
    await check(world, 11);
    expect(latest(world)).toMatchObject({
      status: 'SETTLED',
      outcome: 'NO_ANSWER',
      reasonCode: 'NoAnswerInTime',
    });
    expect(incomeIn(world).outcome).toBe('NO_EMPLOYER_RECORD');
  });

  it('is told from a provider at work, which is given three days', async () => {
    const world = await orderedWorld();
    await place(world);
    await check(world, 8);
    expect(tasksIn(world)).toEqual([]);
    await check(world, 9);
    expect(tasksIn(world)).toHaveLength(1);
  });
});
