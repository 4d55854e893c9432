import { describe, expect, it } from 'vitest';
import { onEvidenceArrived } from '../../../../lambdas/loans/handlers/on-evidence-arrived.ts';
import { taskOpenNeeds } from '../../../../lambdas/loans/handlers/task-open-needs.ts';
import { keys } from '../../../../lambdas/shared/table.ts';
import { toldEvents } from '../../../support/fake-kernel.ts';
import { avery, busEvent, complete, jordan, loanWorld } from '../loan-world.ts';

const setUp = async () => {
  const world = loanWorld();
  const loanId = await world.open({ ...complete, borrowers: [avery, jordan] });
  await world.move(loanId, 'take-application', 'submit-to-processing');
  await taskOpenNeeds(await world.input(loanId), world.deps);
  const [mine = 'cont_x', theirs = 'cont_y'] = await world.borrowersOf(loanId);
  const accepted = (types: ('pay-stub' | 'w2' | 'unknown')[], n = 1, ownerContactId = mine) =>
    busEvent(
      'DocumentAccepted.v1',
      {
        loanId,
        documentId: 'doc_01JD0000000000000000000003' as const,
        ownerContactId,
        types,
        by: 'rules' as const,
      },
      n,
    );
  const verified = (outcome: 'AGREES' | 'DISAGREES' | 'NO_EMPLOYER_RECORD', n = 1, contactId = mine) =>
    busEvent('IncomeVerified.v1', { loanId, contactId, calculationId: 'calc_1', outcome }, n);
  const requested = (n = 1, contactId = mine) =>
    busEvent(
      'NeedRequested.v1',
      { loanId, kind: 'letter-of-explanation' as const, contactId, reasonCode: 'IncomeDisagrees' },
      n,
    );
  const needs = async (status: string) =>
    (await world.file(loanId)).needs
      .filter((need) => need.status === status)
      .map(({ kind, contactId }) => `${kind} ${contactId === mine ? 'mine' : 'theirs'}`);
  const told = (type: string) =>
    toldEvents(world.kernel.storage).filter(({ detailType }) => detailType === type);
  return { ...world, loanId, mine, theirs, accepted, verified, requested, needs, told };
};

describe('evidence', () => {
  it('closes every need of its owner that the document covers, and no other', async () => {
    const { accepted, deps, needs, told } = await setUp();
    await onEvidenceArrived(accepted(['pay-stub', 'w2']), deps);
    expect((await needs('SATISFIED')).toSorted()).toEqual(['pay-stub mine', 'w2 mine']);
    expect(told('NeedClosed.v1')).toHaveLength(2);
  });

  it('is weighed once: a second delivery is handled already, also after a crash that lost the first answer', async () => {
    const { accepted, deps, told, kernel, loanId } = await setUp();
    await onEvidenceArrived(accepted(['w2']), deps);
    const before = await kernel.storage.get(keys.loan(loanId));
    await expect(onEvidenceArrived(accepted(['w2']), deps)).rejects.toMatchObject({ code: 'AlreadyHandled' });
    expect(told('NeedClosed.v1')).toHaveLength(1);
    expect(await kernel.storage.get(keys.loan(loanId))).toEqual(before);
  });

  it('of no known kind closes nothing', async () => {
    const { accepted, deps, needs } = await setUp();
    await onEvidenceArrived(accepted(['unknown']), deps);
    expect(await needs('SATISFIED')).toEqual([]);
  });

  it('closes the need of verified income only when it agrees: no record and a difference decide nothing', async () => {
    const { verified, deps, needs } = await setUp();
    await onEvidenceArrived(verified('DISAGREES', 1), deps);
    await onEvidenceArrived(verified('NO_EMPLOYER_RECORD', 2), deps);
    expect(await needs('SATISFIED')).toEqual([]);
    await onEvidenceArrived(verified('AGREES', 3), deps);
    expect(await needs('SATISFIED')).toEqual(['income-verification mine']);
  });

  it('of income that comes before the stage asks is kept, so that the stage does not ask', async () => {
    const { verified, deps, kernel, open, move, input, file } = await setUp();
    const early = await open();
    const [contactId] = (await file(early)).access.borrowerContactIds;
    const { detail, ...event } = verified('AGREES', 7);
    await onEvidenceArrived(
      {
        ...event,
        detail: {
          ...detail,
          data: { ...detail.data, loanId: early, contactId: contactId ?? detail.data.contactId },
        },
      },
      deps,
    );
    await move(early, 'take-application', 'submit-to-processing');
    await taskOpenNeeds(await input(early), deps);
    expect(
      (await file(early)).needs
        .filter(({ kind }) => kind === 'income-verification')
        .map(({ status }) => status),
    ).toEqual(['SATISFIED', 'SATISFIED']);
    expect(kernel.storage.all().length).toBeGreaterThan(0);
  });

  it('of income that agrees once more, worked out from more documents, is no second need', async () => {
    const { verified, deps, needs } = await setUp();
    await onEvidenceArrived(verified('AGREES', 1), deps);
    await onEvidenceArrived(verified('AGREES', 2), deps);
    expect(await needs('SATISFIED')).toEqual(['income-verification mine']);
  });

  it('opens what another slice asks for, once however often it is asked', async () => {
    const { requested, deps, needs, told } = await setUp();
    const before = told('NeedOpened.v1').length;
    await onEvidenceArrived(requested(1), deps);
    await onEvidenceArrived(requested(2), deps);
    expect((await needs('OPEN')).filter((need) => need === 'letter-of-explanation mine')).toHaveLength(1);
    expect(told('NeedOpened.v1').length - before).toBe(1);
  });

  it('asks nobody of a closed file', async () => {
    const { requested, verified, deps, place, loanId, file } = await setUp();
    await place(loanId, { stage: 'WITHDRAWN' });
    const before = (await file(loanId)).needs.length;
    await onEvidenceArrived(requested(1), deps);
    await onEvidenceArrived(verified('AGREES', 2, 'cont_01JD0000000000000000000099'), deps);
    expect((await file(loanId)).needs).toHaveLength(before);
  });

  it('of many kinds at once loses nothing', async () => {
    const { accepted, verified, requested, deps, needs, theirs } = await setUp();
    await Promise.all([
      onEvidenceArrived(accepted(['pay-stub'], 1), deps),
      onEvidenceArrived(accepted(['w2'], 2, theirs), deps),
      onEvidenceArrived(verified('AGREES', 3), deps),
      onEvidenceArrived(requested(4), deps),
    ]);
    expect((await needs('SATISFIED')).toSorted()).toEqual([
      'income-verification mine',
      'pay-stub mine',
      'w2 theirs',
    ]);
    expect(await needs('OPEN')).toContain('letter-of-explanation mine');
  });

  it('of a loan that is not there yet is missing, which its queue tries again', async () => {
    const { accepted, deps } = await setUp();
    const { detail, ...event } = accepted(['w2']);
    await expect(
      onEvidenceArrived(
        {
          ...event,
          detail: { ...detail, data: { ...detail.data, loanId: 'loan_01JD0000000000000000000099' } },
        },
        deps,
      ),
    ).rejects.toMatchObject({ kind: 'missing' });
  });
});
