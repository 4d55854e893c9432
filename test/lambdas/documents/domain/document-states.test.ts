import { describe, expect, it } from 'vitest';
import {
  documentStates,
  documentTransitions,
  type DocumentState,
  type DocumentTransition,
  isLegal,
} from '../../../../lambdas/documents/domain/document-states.ts';

const legal: Record<DocumentTransition, readonly DocumentState[]> = {
  'request-again': ['REQUESTED'],
  receive: ['REQUESTED'],
  quarantine: ['REQUESTED', 'READING', 'IN_REVIEW'],
  'ask-person': ['READING', 'IN_REVIEW'],
  'record-review': ['IN_REVIEW'],
  accept: ['READING', 'IN_REVIEW'],
  'record-facts': ['ACCEPTED'],
  return: ['REQUESTED', 'READING', 'IN_REVIEW'],
};
const names = Object.keys(legal) as DocumentTransition[];
const cells = names.flatMap((name) => documentStates.map((state) => [name, state] as const));

describe('what may happen to a document', () => {
  it.each(cells)('%s from %s', (name, state) => {
    expect(isLegal(name, state)).toBe(legal[name].includes(state));
  });

  it('leaves no way out of an end', () => {
    for (const end of ['ACCEPTED', 'RETURNED', 'QUARANTINED'] as const)
      expect(names.filter((name) => isLegal(name, end) && documentTransitions[name].to !== end)).toEqual([]);
  });

  it('reaches every state', () => {
    const reached = new Set(Object.values(documentTransitions).map(({ to }) => to));
    expect([...reached].toSorted()).toEqual(documentStates.toSorted());
  });

  it('never lets a file that has not passed its scan be accepted', () => {
    expect(isLegal('accept', 'REQUESTED')).toBe(false);
    expect(isLegal('ask-person', 'REQUESTED')).toBe(false);
  });
});
