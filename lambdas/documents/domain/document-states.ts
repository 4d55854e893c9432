import type { Transition } from '../../shared/transition.ts';

/** REQUESTED until the file has come and passed its scan; the last three are ends. */
export const documentStates = [
  'REQUESTED',
  'READING',
  'IN_REVIEW',
  'ACCEPTED',
  'RETURNED',
  'QUARANTINED',
] as const;
export type DocumentState = (typeof documentStates)[number];

/** What may happen to a document. `from` becomes the condition of the write. */
export const documentTransitions = {
  /** Another link for the same content: nothing has come yet. */
  'request-again': { from: ['REQUESTED'], to: 'REQUESTED' },
  receive: { from: ['REQUESTED'], to: 'READING' },
  quarantine: { from: ['REQUESTED', 'READING', 'IN_REVIEW'], to: 'QUARANTINED' },
  'ask-person': { from: ['READING', 'IN_REVIEW'], to: 'IN_REVIEW' },
  'record-review': { from: ['IN_REVIEW'], to: 'IN_REVIEW' },
  accept: { from: ['READING', 'IN_REVIEW'], to: 'ACCEPTED' },
  /** More facts than one transaction holds follow the acceptance. */
  'record-facts': { from: ['ACCEPTED'], to: 'ACCEPTED' },
  return: { from: ['REQUESTED', 'READING', 'IN_REVIEW'], to: 'RETURNED' },
} as const satisfies Record<string, Transition<DocumentState>>;
export type DocumentTransition = keyof typeof documentTransitions;

export const isLegal = (name: DocumentTransition, state: DocumentState): boolean =>
  (documentTransitions[name].from as readonly DocumentState[]).includes(state);

/** The same content may come again after these: the earlier file settled nothing. */
export const isVoid = (state: DocumentState): boolean => state === 'RETURNED' || state === 'QUARANTINED';
