import { describe, expect, it } from 'vitest';
import { taskAdvanceLoan } from '../../../../lambdas/loans/handlers/task-advance-loan.ts';
import { ledgerOf } from '../../../support/fake-kernel.ts';
import { complete, loanWorld } from '../loan-world.ts';

const inApplication = async (body: unknown = complete) => {
  const world = loanWorld();
  const loanId = await world.open(body);
  await world.move(loanId, 'take-application');
  return {
    ...world,
    loanId,
    input: { ...(await world.input(loanId)), transition: 'submit-to-processing' as const },
  };
};

describe('a machine that advances its loan', () => {
  it('does so by the same command as people, and is known by its name', async () => {
    const { input, deps, file, loanId, kernel } = await inApplication();
    expect(await taskAdvanceLoan(input, deps)).toEqual({ outcome: 'MOVED' });
    expect((await file(loanId)).loan.stage).toBe('PROCESSING');
    expect(ledgerOf(kernel.storage, `LOAN#${loanId}`).at(-1)).toMatchObject({
      action: 'LoanMoved',
      actor: 'system:loans-task-advance-loan',
    });
  });

  it('twice equals once', async () => {
    const { input, deps, file, loanId } = await inApplication();
    await taskAdvanceLoan(input, deps);
    expect(await taskAdvanceLoan(input, deps)).toEqual({ outcome: 'LEFT' });
    expect((await file(loanId)).loan).toMatchObject({ stage: 'PROCESSING', entry: 1 });
  });

  it('waits on when the guard broke meanwhile', async () => {
    const { input, deps, file, loanId } = await inApplication({ ...complete, property: { state: 'CO' } });
    expect(await taskAdvanceLoan(input, deps)).toEqual({ outcome: 'NOT_YET' });
    expect((await file(loanId)).loan.stage).toBe('APPLICATION');
  });

  it('leaves a loan alone that a person moved first', async () => {
    const { input, deps, move, loanId } = await inApplication();
    await move(loanId, 'withdraw');
    expect(await taskAdvanceLoan(input, deps)).toEqual({ outcome: 'LEFT' });
  });
});
