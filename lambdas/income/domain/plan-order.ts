import { type CalendarDate, daysBetween } from '../../shared/calendar.ts';
import type { ContactId, DocumentId } from '../../shared/ids.ts';
import type { DocumentFacts } from '../../shared/views/document-facts.v1.ts';
import type { LoanSummary } from '../../shared/views/loan-summary.v1.ts';
import { derivedId } from './derived-id.ts';
import { employerKey } from './employer-name.ts';
import { type Job, jobsOf } from './jobs.ts';
import { newestPayStub, paidThrough, payDocuments } from './pay-evidence.ts';
import { type Verification, verificationsOf } from './verification.ts';

/** Selling Guide B3-3.2-01 lets a pay stub stand for 30 days: one that pays later is evidence of a new span. */
export const evidenceSpanDays = 30;

/** While a loan is in one of these its application is a permissible purpose, and a person may order. */
export const stagesOfOrders: ReadonlySet<string> = new Set(['PROCESSING', 'UNDERWRITING', 'CLEAR_TO_CLOSE']);

export interface OrderContext {
  summary: LoanSummary;
  contactId: ContactId;
  facts: readonly DocumentFacts[];
  verifications: readonly Verification[];
  at: string;
  by: string;
}

/** One order for each contact, employer and span of evidence; nothing without a recorded authorization and a named employer. */
export function planOrders(context: OrderContext): Verification[] {
  const { summary, contactId, facts, verifications } = context;
  const borrower = summary.borrowers.find((one) => one.contactId === contactId);
  const authorizedAt = borrower?.verificationAuthorizedAt;
  if (summary.stage !== 'PROCESSING' || authorizedAt === undefined) return [];
  if (borrower?.employerName === undefined) return [];
  return employmentsOf(facts, contactId, borrower.employerName).flatMap((job) => {
    const [latest] = verificationsOf(verifications, contactId, job.employerName);
    if (job.documents.length === 0) return [];
    if (latest && !isNewSpan(latest.evidenceThroughOn, throughOf(job.documents))) return [];
    return [newOrder(context, job, authorizedAt)];
  });
}

/** The jobs whose employers can be asked: the stated one first, and those that a present stub of their own shows. */
export function employmentsOf(
  facts: readonly DocumentFacts[],
  contactId: string,
  stated: string,
): (Job & { employerName: string })[] {
  const { primary, further } = jobsOf(payDocuments(facts, contactId), stated);
  return [primary, ...further].flatMap((job) =>
    job.employerName === undefined ? [] : [{ ...job, employerName: job.employerName }],
  );
}

/** The next order of a contact and employer, whatever gave occasion to it. */
export function newOrder(
  { summary, contactId, verifications, at, by }: OrderContext,
  { employerName, documents }: Job & { employerName: string },
  authorizedAt: string,
): Verification {
  const generation = (verificationsOf(verifications, contactId, employerName)[0]?.generation ?? -1) + 1;
  const evidenceThroughOn = throughOf(documents);
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
    documentIds: [...new Set(documents.map(({ documentId }): DocumentId => documentId))],
    ...(evidenceThroughOn === undefined ? {} : { evidenceThroughOn }),
    status: 'ORDERED',
    version: 1,
  };
}

function throughOf(documents: readonly DocumentFacts[]): CalendarDate | undefined {
  const stub = newestPayStub(documents);
  return stub && paidThrough(stub)?.value;
}

const isNewSpan = (before: CalendarDate | undefined, now: CalendarDate | undefined): boolean =>
  before !== undefined && now !== undefined && daysBetween(before, now) > evidenceSpanDays;
