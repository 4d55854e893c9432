import type { Need } from '../../shared/views/need.v1.ts';
import type { Loan } from './loan.ts';
import { denialReasonCodes } from './reason-codes.ts';
import type { GuardName } from './road.ts';
import { missingItems, type SixItems } from './six-items.ts';

/** What the guards look at; all of it comes from one read of the loan. */
export interface RoadFacts {
  loan: Loan;
  sixItems: SixItems;
  needs: readonly Need[];
}

/** What the person who asks adds. */
export interface TransitionReason {
  reasonCodes?: readonly string[] | undefined;
}

/** Absent when the guard holds; otherwise why it does not, in words for a client. */
type Guard = (facts: RoadFacts, reason: TransitionReason) => string | undefined;

const isDenialReason = (code: string): boolean => denialReasonCodes.some((known) => known === code);

const stageNeeds = ({ loan, needs }: RoadFacts) =>
  needs.filter((need) => need.stage === loan.stage && need.entry === loan.entry);

const guards: Record<GuardName, Guard> = {
  'six-items-complete': ({ sixItems }) => {
    const missing = missingItems(sixItems);
    return missing.length > 0 ? `missing: ${missing.join(', ')}` : undefined;
  },
  'stage-needs-closed': (facts) => {
    if (!facts.loan.needsOpened) return 'the needs of this stage are not opened yet';
    const open = stageNeeds(facts).filter(
      ({ status, kind }) => status === 'OPEN' && kind !== 'underwriting-decision',
    );
    return open.length > 0 ? `open: ${open.map(({ kind }) => kind).join(', ')}` : undefined;
  },
  'income-verified': ({ needs }) => {
    const latest = needs.filter(
      ({ kind, status }) => kind === 'income-verification' && status !== 'CANCELLED',
    );
    if (latest.length === 0) return 'income has not been verified';
    return latest.every(({ status }) => status === 'SATISFIED' || status === 'WAIVED')
      ? undefined
      : 'income has not been verified';
  },
  'denial-reasons-given': (_facts, { reasonCodes = [] }) =>
    reasonCodes.length > 0 && reasonCodes.every((code) => isDenialReason(code))
      ? undefined
      : 'a denial needs its reasons, of those of form C-1 (12 CFR 1002.9(b)(2))',
  'return-reason-given': (_facts, { reasonCodes = [] }) =>
    reasonCodes.length > 0 ? undefined : 'say why the file goes back',
};

export interface Blocker {
  guard: GuardName;
  reason: string;
}

/** Every guard that does not hold, not only the first. */
export function blockersOf(
  names: readonly GuardName[],
  facts: RoadFacts,
  reason: TransitionReason = {},
): Blocker[] {
  return names.flatMap((guard) => {
    const why = guards[guard](facts, reason);
    return why === undefined ? [] : [{ guard, reason: why }];
  });
}
