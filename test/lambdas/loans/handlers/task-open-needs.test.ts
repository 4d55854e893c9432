import { describe, expect, it } from 'vitest';
import { taskOpenNeeds } from '../../../../lambdas/loans/handlers/task-open-needs.ts';
import { keys } from '../../../../lambdas/shared/table.ts';
import { documentFactsView } from '../../../../lambdas/shared/views/document-facts.v1.ts';
import { toldEvents } from '../../../support/fake-kernel.ts';
import { avery, complete, jordan, loanWorld, people } from '../loan-world.ts';

const inProcessing = async (body: unknown = complete) => {
  const world = loanWorld();
  const loanId = await world.open(body);
  await world.move(loanId, 'take-application', 'submit-to-processing');
  return { ...world, loanId, openNeeds: async () => taskOpenNeeds(await world.input(loanId), world.deps) };
};
const opened = (world: Pick<ReturnType<typeof loanWorld>, 'kernel'>) =>
  toldEvents(world.kernel.storage).filter(({ detailType }) => detailType === 'NeedOpened.v1');

describe('opening the needs of a stage', () => {
  it('asks each borrower and tells of each need', async () => {
    const world = await inProcessing({ ...complete, borrowers: [avery, jordan] });
    expect(await world.openNeeds()).toEqual({ outcome: 'OPENED', open: 10 });
    const { needs, loan } = await world.file(world.loanId);
    expect(needs).toHaveLength(10);
    expect(loan.needsOpened).toBe(true);
    expect(opened(world)).toHaveLength(10);
  });

  it('twice equals once', async () => {
    const world = await inProcessing();
    await world.openNeeds();
    expect(await world.openNeeds()).toEqual({ outcome: 'OPENED', open: 5 });
    expect((await world.file(world.loanId)).needs).toHaveLength(5);
    expect(opened(world)).toHaveLength(5);
  });

  it('asks for nothing that a person has asked for already in this stay', async () => {
    const world = await inProcessing();
    const [contactId] = await world.borrowersOf(world.loanId);
    await world.call('POST', `/v1/loans/${world.loanId}/needs`, people.processor, {
      kind: 'w2',
      contactId,
      reasonCode: 'missing-document',
    });
    await world.openNeeds();
    expect((await world.file(world.loanId)).needs.filter(({ kind }) => kind === 'w2')).toHaveLength(1);
  });

  it('asks for nothing that is on file', async () => {
    const world = await inProcessing();
    const [ownerContactId] = await world.borrowersOf(world.loanId);
    const { loanId } = world;
    await world.kernel.storage.write({
      kind: 'put',
      item: {
        ...keys.documentFacts(loanId, 'doc_01JD0000000000000000000003', 0),
        ...documentFactsView.example,
        loanId,
        ownerContactId,
      },
    });
    expect(await world.openNeeds()).toEqual({ outcome: 'OPENED', open: 4 });
    expect(opened(world).map(({ data }) => data['kind'])).not.toContain('pay-stub');
    expect((await world.file(loanId)).needs.find(({ kind }) => kind === 'pay-stub')).toMatchObject({
      status: 'SATISFIED',
      documentIds: ['doc_01JD0000000000000000000003'],
    });
  });

  it('asks for nothing when the loan has left, or is there another time', async () => {
    const world = await inProcessing();
    const input = await world.input(world.loanId);
    expect(await taskOpenNeeds({ ...input, entry: 2 }, world.deps)).toEqual({ outcome: 'LEFT', open: 0 });
    await world.move(world.loanId, 'withdraw');
    expect(await taskOpenNeeds(input, world.deps)).toEqual({ outcome: 'LEFT', open: 0 });
    expect((await world.file(world.loanId)).needs).toEqual([]);
  });

  it('asks for an explanation each time the file comes back', async () => {
    const world = await inProcessing();
    const { loanId, move, place, file, openNeeds, call } = world;
    await openNeeds();
    for (const entry of [2, 3]) {
      await place(loanId, { stage: 'UNDERWRITING' });
      await move(loanId, 'return-to-processing');
      await openNeeds();
      const explanation = (await file(loanId)).needs.find(
        (need) => need.kind === 'letter-of-explanation' && need.entry === entry,
      );
      expect(explanation).toMatchObject({ status: 'OPEN', reasonCode: 'delinquent-obligations' });
      await call(
        'POST',
        `/v1/loans/${loanId}/needs/${explanation?.needId ?? ''}/closings`,
        people.processor,
        { outcome: 'SATISFIED', reasonCode: 'explanation-accepted' },
      );
    }
  });
});
