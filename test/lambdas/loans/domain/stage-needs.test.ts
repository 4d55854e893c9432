import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../../lambdas/shared/calendar.ts';
import { stages } from '../../../../lambdas/shared/stages.ts';
import { documentFactsView } from '../../../../lambdas/shared/views/document-facts.v1.ts';
import { type Need, needView } from '../../../../lambdas/shared/views/need.v1.ts';
import type { Party } from '../../../../lambdas/loans/domain/loan.ts';
import { planNeeds, type Planning, stageNeeds } from '../../../../lambdas/loans/domain/stage-needs.ts';

const one = 'cont_01JD0000000000000000000002';
const two = 'cont_01JD0000000000000000000003';
const party = (contactId: typeof one | typeof two, employerName?: string): Party => ({
  loanId: 'loan_01JD0000000000000000000000',
  contactId,
  kind: 'borrower',
  ordinal: 0,
  firstName: 'Avery',
  lastName: 'Sample',
  employerName,
  hasSsn: true,
  hasBirthDate: true,
});
const plan = (more: Partial<Planning> = {}) =>
  planNeeds({
    stage: 'PROCESSING',
    today: calendarDate('2026-11-21'),
    borrowers: [party(one, 'Example Mills')],
    facts: [],
    earlier: [],
    ...more,
  });
const fact = (type: 'pay-stub' | 'w2', ownerContactId: typeof one | typeof two = one) => ({
  ...documentFactsView.example,
  type,
  ownerContactId,
});
const earlier = (more: Partial<Need>): Need => ({
  ...needView.example,
  contactId: one,
  status: 'SATISFIED',
  ...more,
});

describe('what a stage asks', () => {
  it('is, in processing, papers of each borrower and employment of each earner', () => {
    const asked = plan({ borrowers: [party(one, 'Example Mills'), party(two)] });
    expect(asked.filter(({ contactId }) => contactId === one).map(({ kind }) => kind)).toEqual([
      'driver-licence',
      'pay-stub',
      'w2',
      'bank-statement',
      'income-verification',
    ]);
    expect(asked.filter(({ contactId }) => contactId === two).map(({ kind }) => kind)).toEqual([
      'driver-licence',
      'bank-statement',
    ]);
    expect(asked.every(({ alreadySatisfied }) => !alreadySatisfied)).toBe(true);
    expect(asked.find(({ kind }) => kind === 'bank-statement')?.dueOn).toBe('2026-12-01');
  });

  it('is, in underwriting, the decision', () => {
    expect(plan({ stage: 'UNDERWRITING' })).toEqual([
      { kind: 'underwriting-decision', dueOn: '2026-11-26', documentIds: [], alreadySatisfied: false },
    ]);
  });

  it('is nothing before processing (12 CFR 1026.19(e)(2)(iii)) and nothing at the end', () => {
    for (const stage of stages.filter((name) => name !== 'PROCESSING' && name !== 'UNDERWRITING'))
      expect(plan({ stage })).toEqual([]);
    expect(Object.keys(stageNeeds)).toEqual(['PROCESSING', 'UNDERWRITING']);
  });

  it('is not what an accepted document of the same person covers', () => {
    const asked = plan({
      borrowers: [party(one, 'Example Mills'), party(two, 'Example Mills')],
      facts: [fact('pay-stub'), fact('pay-stub'), fact('w2', two)],
    });
    const satisfied = asked.filter(({ alreadySatisfied }) => alreadySatisfied);
    expect(satisfied.map(({ kind, contactId }) => [kind, contactId])).toEqual([
      ['pay-stub', one],
      ['w2', two],
    ]);
    expect(satisfied[0]?.documentIds).toEqual([documentFactsView.example.documentId]);
  });

  it.each(['SATISFIED', 'WAIVED'] as const)('is not what was %s before', (status) => {
    expect(
      plan({ earlier: [earlier({ kind: 'income-verification', status })] }).find(
        ({ kind }) => kind === 'income-verification',
      )?.alreadySatisfied,
    ).toBe(true);
  });

  it.each(['OPEN', 'CANCELLED'] as const)('is again what was %s before', (status) => {
    expect(
      plan({ earlier: [earlier({ kind: 'income-verification', status })] }).find(
        ({ kind }) => kind === 'income-verification',
      )?.alreadySatisfied,
    ).toBe(false);
  });

  it('is an explanation of a file that came back, each time anew', () => {
    const returned = {
      returnReasonCodes: ['missing-document'],
      earlier: [earlier({ kind: 'letter-of-explanation' })],
    };
    expect(plan(returned).find(({ kind }) => kind === 'letter-of-explanation')).toMatchObject({
      contactId: one,
      alreadySatisfied: false,
    });
    expect(plan().find(({ kind }) => kind === 'letter-of-explanation')).toBeUndefined();
  });
});
