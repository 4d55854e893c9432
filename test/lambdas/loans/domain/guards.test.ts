import { describe, expect, it } from 'vitest';
import { blockersOf, type RoadFacts } from '../../../../lambdas/loans/domain/guards.ts';
import { denialReasonCodes } from '../../../../lambdas/loans/domain/reason-codes.ts';
import type { Loan } from '../../../../lambdas/loans/domain/loan.ts';
import type { SixItems } from '../../../../lambdas/loans/domain/six-items.ts';
import { type Need, needView } from '../../../../lambdas/shared/views/need.v1.ts';

const sixItems: SixItems = {
  name: true,
  income: true,
  socialSecurityNumber: true,
  propertyAddress: true,
  estimatedPropertyValue: true,
  loanAmount: true,
};
const facts = (
  needs: Partial<Need>[] = [],
  loan: Partial<Loan> = {},
  items: Partial<SixItems> = {},
): RoadFacts => ({
  loan: { stage: 'PROCESSING', entry: 2, needsOpened: true, ...loan } as Loan,
  sixItems: { ...sixItems, ...items },
  needs: needs.map((need) => ({
    ...needView.example,
    stage: 'PROCESSING',
    entry: 2,
    status: 'SATISFIED',
    ...need,
  })),
});
const blocked = (...parts: Parameters<typeof blockersOf>) => blockersOf(...parts).map(({ guard }) => guard);

describe('the guards', () => {
  it.each(Object.keys(sixItems))('hold an application that lacks its %s', (item) => {
    expect(blockersOf(['six-items-complete'], facts([], {}, { [item]: false }))).toEqual([
      { guard: 'six-items-complete', reason: `missing: ${item}` },
    ]);
    expect(blocked(['six-items-complete'], facts())).toEqual([]);
  });

  it.each<[string, RoadFacts, boolean]>([
    ['no need is open', facts([{}]), true],
    ['there is none', facts(), true],
    ['they are not opened yet', facts([], { needsOpened: false }), false],
    ['one is open', facts([{}, { status: 'OPEN' }]), false],
    ['one is waived, one cancelled', facts([{ status: 'WAIVED' }, { status: 'CANCELLED' }]), true],
    ['one of an earlier stay is open', facts([{ status: 'OPEN', entry: 1 }]), true],
    ['one of another stage is open', facts([{ status: 'OPEN', stage: 'APPLICATION' }]), true],
    ['only the decision itself is open', facts([{ status: 'OPEN', kind: 'underwriting-decision' }]), true],
  ])('stage-needs-closed when %s', (_what, given, holds) => {
    expect(blocked(['stage-needs-closed'], given)).toEqual(holds ? [] : ['stage-needs-closed']);
  });

  it.each<[string, RoadFacts, boolean]>([
    ['nobody was asked', facts(), false],
    ['it is satisfied', facts([{ kind: 'income-verification' }]), true],
    ['it is waived', facts([{ kind: 'income-verification', status: 'WAIVED' }]), true],
    [
      'one borrower is open',
      facts([{ kind: 'income-verification' }, { kind: 'income-verification', status: 'OPEN' }]),
      false,
    ],
    [
      'it was cancelled and nothing came after',
      facts([{ kind: 'income-verification', status: 'CANCELLED' }]),
      false,
    ],
  ])('income-verified when %s', (_what, given, holds) => {
    expect(blocked(['income-verified'], given)).toEqual(holds ? [] : ['income-verified']);
  });

  it('takes a denial with reasons of form C-1 alone', () => {
    expect(
      blocked(['denial-reasons-given'], facts(), { reasonCodes: [...denialReasonCodes].slice(0, 4) }),
    ).toEqual([]);
    for (const reasonCodes of [
      undefined,
      [],
      ['missing-document'],
      ['delinquent-obligations', 'data-correction'],
    ])
      expect(blocked(['denial-reasons-given'], facts(), { reasonCodes })).toEqual(['denial-reasons-given']);
  });

  it('takes a return with any reason, and not without', () => {
    expect(blocked(['return-reason-given'], facts(), { reasonCodes: ['missing-document'] })).toEqual([]);
    expect(blocked(['return-reason-given'], facts())).toEqual(['return-reason-given']);
  });

  it('tells every guard that does not hold, not only the first', () => {
    expect(blocked(['stage-needs-closed', 'income-verified'], facts([{ status: 'OPEN' }]))).toEqual([
      'stage-needs-closed',
      'income-verified',
    ]);
  });
});
