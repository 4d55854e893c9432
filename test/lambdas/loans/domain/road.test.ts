import { describe, expect, it } from 'vitest';
import { roles } from '../../../../lambdas/shared/actor.ts';
import { reachOf } from '../../../../lambdas/shared/policy.ts';
import { isEndedStage, type Stage, stages } from '../../../../lambdas/shared/stages.ts';
import {
  isEnded,
  legalFrom,
  refuseEnded,
  road,
  type TransitionName,
  transitionNames,
  transitionOf,
} from '../../../../lambdas/loans/domain/road.ts';

/** The road as the README draws it: from, name, to. */
const edges: [Stage, TransitionName, Stage][] = [
  ['NEW_LEAD', 'take-application', 'APPLICATION'],
  ['NEW_LEAD', 'withdraw', 'WITHDRAWN'],
  ['APPLICATION', 'submit-to-processing', 'PROCESSING'],
  ['APPLICATION', 'deny', 'DENIED'],
  ['APPLICATION', 'withdraw', 'WITHDRAWN'],
  ['PROCESSING', 'submit-to-underwriting', 'UNDERWRITING'],
  ['PROCESSING', 'deny', 'DENIED'],
  ['PROCESSING', 'withdraw', 'WITHDRAWN'],
  ['UNDERWRITING', 'return-to-processing', 'PROCESSING'],
  ['UNDERWRITING', 'clear-to-close', 'CLEAR_TO_CLOSE'],
  ['UNDERWRITING', 'deny', 'DENIED'],
  ['UNDERWRITING', 'withdraw', 'WITHDRAWN'],
  ['CLEAR_TO_CLOSE', 'return-to-processing', 'PROCESSING'],
  ['CLEAR_TO_CLOSE', 'fund', 'FUNDED'],
  ['CLEAR_TO_CLOSE', 'withdraw', 'WITHDRAWN'],
];

describe('the road', () => {
  it.each(stages)('from %s goes where the table says and nowhere else', (stage) => {
    const found = legalFrom(stage).map((name) => [stage, name, transitionOf(name).to]);
    expect(new Set(found.map(String))).toEqual(new Set(edges.filter(([from]) => from === stage).map(String)));
  });

  it('ends where a file is closed, each with the action that it is reported with', () => {
    expect(stages.filter(isEnded)).toEqual(['FUNDED', 'WITHDRAWN', 'DENIED']);
    expect(stages.filter(isEndedStage)).toEqual(stages.filter(isEnded));
    for (const name of transitionNames)
      expect(transitionOf(name).hmdaAction !== undefined).toBe(isEnded(transitionOf(name).to));
    expect([road.fund.hmdaAction, road.deny.hmdaAction, road.withdraw.hmdaAction]).toEqual([1, 3, 4]);
    expect(() => refuseEnded({ stage: 'FUNDED' })).toThrow(expect.objectContaining({ code: 'LoanEnded' }));
    expect(() => refuseEnded({ stage: 'CLEAR_TO_CLOSE' })).not.toThrow();
  });

  it('reaches every stage from the first', () => {
    const reached = new Set<Stage>(['NEW_LEAD']);
    for (const stage of reached) for (const name of legalFrom(stage)) reached.add(transitionOf(name).to);
    expect([...reached].toSorted()).toEqual([...stages].toSorted());
  });

  it('never asks for a document before the loan is in processing', () => {
    for (const name of legalFrom('APPLICATION'))
      expect(transitionOf(name).guards).not.toContain('stage-needs-closed');
  });

  it('has a denial made by an underwriter alone, with reasons', () => {
    expect(road.deny.by).toEqual(['underwriter']);
    expect(road.deny.guards).toContain('denial-reasons-given');
    for (const name of transitionNames.filter((one) => transitionOf(one).to === 'DENIED'))
      expect(name).toBe('deny');
  });

  it('lets a machine make only what waits for facts, never a decision', () => {
    expect(transitionNames.filter((name) => transitionOf(name).by.includes('system'))).toEqual([
      'submit-to-processing',
      'submit-to-underwriting',
    ]);
  });

  it('names only roles that the policy lets move a loan', () => {
    for (const name of transitionNames)
      for (const role of roles.filter((one) => transitionOf(name).by.includes(one) && one !== 'borrower'))
        expect(
          reachOf({ kind: 'staff', role, userId: 'user_x', branchId: 'b' } as never, 'loan:transition'),
          `${name} by ${role}`,
        ).toBeDefined();
  });
});
