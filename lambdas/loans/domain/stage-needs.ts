import { addDays, type CalendarDate } from '../../shared/calendar.ts';
import type { ContactId } from '../../shared/ids.ts';
import { documentsFor, type NeedKind } from '../../shared/needs.ts';
import type { Stage } from '../../shared/stages.ts';
import type { DocumentFacts } from '../../shared/views/document-facts.v1.ts';
import type { Need } from '../../shared/views/need.v1.ts';
import type { Party } from './loan.ts';

/** What one stage asks for, of whom, and in how many days. */
interface StageNeed {
  kind: NeedKind;
  of: 'each-borrower' | 'each-earner' | 'nobody';
  dueInDays: number;
}

/**
 * APPLICATION asks for no document: an invitation to upload what is at hand is all the law allows before the Loan
 * Estimate (12 CFR 1026.19(e)(2)(iii)), so it has no need that could block.
 */
export const stageNeeds: Partial<Record<Stage, readonly StageNeed[]>> = {
  PROCESSING: [
    { kind: 'driver-licence', of: 'each-borrower', dueInDays: 7 },
    { kind: 'pay-stub', of: 'each-earner', dueInDays: 7 },
    { kind: 'w2', of: 'each-earner', dueInDays: 7 },
    { kind: 'bank-statement', of: 'each-borrower', dueInDays: 10 },
    { kind: 'income-verification', of: 'each-earner', dueInDays: 14 },
  ],
  UNDERWRITING: [{ kind: 'underwriting-decision', of: 'nobody', dueInDays: 5 }],
};

export interface PlannedNeed {
  kind: NeedKind;
  contactId?: ContactId;
  dueOn: CalendarDate;
  /** Documents already accepted that cover it: the need is born satisfied and nobody is asked again. */
  documentIds: DocumentFacts['documentId'][];
  /** Settled or waived before (the loan came back): nobody is asked again, but for an explanation. */
  alreadySatisfied: boolean;
}

export interface Planning {
  stage: Stage;
  today: CalendarDate;
  borrowers: readonly Party[];
  facts: readonly DocumentFacts[];
  /** Needs of earlier entries. */
  earlier: readonly Need[];
  returnReasonCodes?: readonly string[] | undefined;
}

/** A file that came back waits for what it came back for, each time anew, or it would go straight up again. */
const explanationAsked: StageNeed = { kind: 'letter-of-explanation', of: 'each-borrower', dueInDays: 7 };

/** One need, one ask: what an accepted document or an earlier verification covers is not asked again. */
export function planNeeds({
  stage,
  today,
  borrowers,
  facts,
  earlier,
  returnReasonCodes = [],
}: Planning): PlannedNeed[] {
  const returned = returnReasonCodes.length > 0 ? [explanationAsked] : [];
  return [...(stageNeeds[stage] ?? []), ...returned].flatMap(({ kind, of, dueInDays }): PlannedNeed[] => {
    const dueOn = addDays(today, dueInDays);
    if (of === 'nobody') return [{ kind, dueOn, documentIds: [], alreadySatisfied: false }];
    const asked = borrowers.filter((party) => of === 'each-borrower' || party.employerName !== undefined);
    return asked.map(({ contactId }) => {
      const documentIds = coveringDocuments(kind, contactId, facts);
      const before =
        kind !== 'letter-of-explanation' && earlier.some((need) => settles(need, kind, contactId));
      return { kind, contactId, dueOn, documentIds, alreadySatisfied: documentIds.length > 0 || before };
    });
  });
}

const settles = (need: Need, kind: NeedKind, contactId: ContactId): boolean =>
  need.kind === kind &&
  need.contactId === contactId &&
  (need.status === 'SATISFIED' || need.status === 'WAIVED');

export function coveringDocuments(
  kind: NeedKind,
  contactId: string | undefined,
  facts: readonly DocumentFacts[],
): DocumentFacts['documentId'][] {
  const types = documentsFor(kind);
  const covering = facts.filter(
    ({ type, ownerContactId }) =>
      types.includes(type) && (contactId === undefined || ownerContactId === contactId),
  );
  return [...new Set(covering.map(({ documentId }) => documentId))];
}
