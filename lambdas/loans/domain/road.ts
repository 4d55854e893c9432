import type { Role } from '../../shared/actor.ts';
import { conflict } from '../../shared/errors.ts';
import type { Stage } from '../../shared/stages.ts';
import type { Transition } from '../../shared/transition.ts';

/** What must hold before a loan moves; each is one function of `guards.ts`. */
export type GuardName =
  | 'six-items-complete'
  | 'stage-needs-closed'
  | 'income-verified'
  | 'denial-reasons-given'
  | 'return-reason-given';

export interface RoadTransition extends Transition<Stage> {
  by: readonly (Role | 'system')[];
  guards: readonly GuardName[];
  /** The action taken that the closed file is reported with (Reg C Appendix B, 4(a)(8)). */
  hmdaAction?: 1 | 3 | 4;
  summary: string;
}

const officeRoles = ['loan-officer', 'processor', 'manager'] as const;

/**
 * The loan's road as data. APPLICATION's guard never asks for documents: the Loan Estimate's clock starts with the six
 * items alone, and no verifying document may be required before it (12 CFR 1026.19(e)(2)(iii)).
 * A denial needs an underwriter and reasons (12 CFR 1002.9(b)(2)).
 */
export const road = {
  'take-application': {
    from: ['NEW_LEAD'],
    to: 'APPLICATION',
    by: officeRoles,
    guards: [],
    summary: 'The borrower applies',
  },
  'submit-to-processing': {
    from: ['APPLICATION'],
    to: 'PROCESSING',
    by: [...officeRoles, 'system'],
    guards: ['six-items-complete'],
    summary: 'The six items are complete',
  },
  'submit-to-underwriting': {
    from: ['PROCESSING'],
    to: 'UNDERWRITING',
    by: [...officeRoles, 'system'],
    guards: ['stage-needs-closed', 'income-verified'],
    summary: 'The file is documented and income verified',
  },
  'return-to-processing': {
    from: ['UNDERWRITING', 'CLEAR_TO_CLOSE'],
    to: 'PROCESSING',
    by: ['underwriter', 'manager'],
    guards: ['return-reason-given'],
    summary: 'The file goes back for more',
  },
  'clear-to-close': {
    from: ['UNDERWRITING'],
    to: 'CLEAR_TO_CLOSE',
    by: ['underwriter'],
    guards: ['stage-needs-closed', 'income-verified'],
    summary: 'The underwriter approves',
  },
  deny: {
    from: ['APPLICATION', 'PROCESSING', 'UNDERWRITING'],
    to: 'DENIED',
    by: ['underwriter'],
    guards: ['denial-reasons-given'],
    hmdaAction: 3,
    summary: 'The underwriter denies, with reasons',
  },
  fund: {
    from: ['CLEAR_TO_CLOSE'],
    to: 'FUNDED',
    by: ['manager'],
    guards: [],
    hmdaAction: 1,
    summary: 'The loan is funded',
  },
  withdraw: {
    from: ['NEW_LEAD', 'APPLICATION', 'PROCESSING', 'UNDERWRITING', 'CLEAR_TO_CLOSE'],
    to: 'WITHDRAWN',
    by: officeRoles,
    guards: [],
    hmdaAction: 4,
    summary: 'The borrower withdraws',
  },
} as const satisfies Record<string, RoadTransition>;

export type TransitionName = keyof typeof road;
export const transitionNames = Object.keys(road) as TransitionName[];

export const transitionOf = (name: TransitionName): RoadTransition => road[name];

/** Where a file's road ends: nothing more is asked of anybody and nothing is changed. */
export const isEnded = (stage: Stage): boolean => legalFrom(stage).length === 0;

/** Errors: `LoanEnded` (conflict). */
export function refuseEnded({ stage }: { stage: Stage }): void {
  if (isEnded(stage)) throw conflict('LoanEnded', 'the file is closed', { stage });
}

/** Transitions that the state of the loan allows, whoever asks. */
export const legalFrom = (stage: Stage): TransitionName[] =>
  transitionNames.filter((name) => transitionOf(name).from.includes(stage));
