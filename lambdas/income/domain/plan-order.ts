import { type CalendarDate, daysBetween } from '../../shared/calendar.ts';
import type { ContactId, DocumentId } from '../../shared/ids.ts';
import type { DocumentFacts } from '../../shared/views/document-facts.v1.ts';
import type { LoanSummary } from '../../shared/views/loan-summary.v1.ts';
import { derivedId } from './derived-id.ts';
import { employerKey } from './employer-name.ts';
import { newestPayStub, paidThrough, payDocuments } from './pay-evidence.ts';
import { type Verification, verificationsOf } from './verification.ts';

/** Selling Guide B3-3.2-01 lets a pay stub stand for 30 days: one that pays later is evidence of a new span. */
export const evidenceSpanDays = 30;

/** While a loan is in one of these its application is a permissible purpose, and a person may order. */
export const stagesOfOrders: ReadonlySet<string> = new Set(['PROCESSING', 'UNDERWRITING', 'CLEAR_TO_CLOSE']);

export type NoOrderReason =
  | 'NotABorrower'
  | 'NotInProcessing'
  | 'NotAuthorized'
  | 'NoEmployer'
  | 'NoEvidence'
  | 'AlreadyOrdered';

export interface OrderContext {
  summary: LoanSummary;
  contactId: ContactId;
  facts: readonly DocumentFacts[];
  verifications: readonly Verification[];
  at: string;
  by: string;
}

export type OrderPlan =
  | { kind: 'order'; verification: Verification }
  | { kind: 'none'; reason: NoOrderReason };

/** One order for each contact, employer and span of evidence; nothing without a recorded authorization. */
export function planOrder(context: OrderContext): OrderPlan {
  const { summary, contactId, facts, verifications } = context;
  const none = (reason: NoOrderReason): OrderPlan => ({ kind: 'none', reason });
  const borrower = summary.borrowers.find((one) => one.contactId === contactId);
  if (!borrower) return none('NotABorrower');
  if (summary.stage !== 'PROCESSING') return none('NotInProcessing');
  if (borrower.verificationAuthorizedAt === undefined) return none('NotAuthorized');
  if (borrower.employerName === undefined) return none('NoEmployer');
  if (payDocuments(facts, contactId).length === 0) return none('NoEvidence');
  const [latest] = verificationsOf(verifications, contactId, borrower.employerName);
  if (latest && !isNewSpan(latest.evidenceThroughOn, throughOf(facts, contactId)))
    return none('AlreadyOrdered');
  return {
    kind: 'order',
    verification: newOrder(context, borrower.employerName, borrower.verificationAuthorizedAt),
  };
}

/** The next order of a contact and employer, whatever gave occasion to it. */
export function newOrder(
  { summary, contactId, facts, verifications, at, by }: OrderContext,
  employerName: string,
  authorizedAt: string,
): Verification {
  const generation = (verificationsOf(verifications, contactId, employerName)[0]?.generation ?? -1) + 1;
  const evidenceThroughOn = throughOf(facts, contactId);
  const loanId = summary.loanId;
  return {
    loanId,
    contactId,
    verificationId: derivedId('ver', loanId, contactId, employerKey(employerName), generation),
    employerName,
    generation,
    permissiblePurpose: 'credit-application',
    authorizedAt,
    orderedAt: at,
    orderedBy: by,
    documentIds: [...new Set(payDocuments(facts, contactId).map(({ documentId }): DocumentId => documentId))],
    ...(evidenceThroughOn === undefined ? {} : { evidenceThroughOn }),
    status: 'ORDERED',
    version: 1,
  };
}

function throughOf(facts: readonly DocumentFacts[], contactId: string): CalendarDate | undefined {
  const stub = newestPayStub(payDocuments(facts, contactId));
  return stub && paidThrough(stub)?.value;
}

const isNewSpan = (before: CalendarDate | undefined, now: CalendarDate | undefined): boolean =>
  before !== undefined && now !== undefined && daysBetween(before, now) > evidenceSpanDays;
