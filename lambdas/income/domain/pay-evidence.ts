import { type CalendarDate, isCalendarDate } from '../../shared/calendar.ts';
import { cents, type Cents } from '../../shared/money.ts';
import type { DocumentFact, DocumentFacts } from '../../shared/views/document-facts.v1.ts';
import type { Cited, Evidence } from '../../rules/income/evidence.ts';

/** Where a fact of an accepted document stands. */
export const evidenceOf = (document: DocumentFacts, fact: DocumentFact): Evidence => ({
  source: 'document',
  documentId: document.documentId,
  page: fact.page,
  field: fact.name,
});

export function citedCents(document: DocumentFacts, name: string): Cited<Cents> | undefined {
  const fact = factNamed(document, name);
  return fact?.unit === 'cents' && /^\d{1,15}$/.test(fact.value)
    ? { value: cents(BigInt(fact.value)), evidence: evidenceOf(document, fact) }
    : undefined;
}

export function citedDate(document: DocumentFacts, name: string): Cited<CalendarDate> | undefined {
  const fact = factNamed(document, name);
  return fact && isCalendarDate(fact.value)
    ? { value: fact.value, evidence: evidenceOf(document, fact) }
    : undefined;
}

export const factNamed = (document: DocumentFacts, name: string): DocumentFact | undefined =>
  document.facts.find((fact) => fact.name === name);

/** The last day that a stub pays for; its pay date where the period is not read. */
export const paidThrough = (stub: DocumentFacts): Cited<CalendarDate> | undefined =>
  citedDate(stub, 'periodEnd') ?? citedDate(stub, 'payDate');

/** The stub of the latest pay period; of two for one period the one accepted later, which may be the corrected reading. */
export function newestPayStub(documents: readonly DocumentFacts[]): DocumentFacts | undefined {
  const rank = (stub: DocumentFacts) => `${paidThrough(stub)?.value ?? ''}#${stub.acceptedAt}`;
  return documents
    .filter(({ type }) => type === 'pay-stub')
    .toSorted((a, b) => (rank(a) < rank(b) ? 1 : -1))[0];
}

/** The borrower's accepted returns, one for each tax year, newest first. */
export function taxReturns(documents: readonly DocumentFacts[], contactId: string): DocumentFacts[] {
  const yearOf = (one: DocumentFacts) => factNamed(one, 'year')?.value ?? '';
  const returns = documents
    .filter(({ type, ownerContactId }) => type === 'form-1040' && ownerContactId === contactId)
    .toSorted((one, other) => (one.acceptedAt < other.acceptedAt ? 1 : -1));
  return returns
    .filter((one, index) => returns.findIndex((other) => yearOf(other) === yearOf(one)) === index)
    .toSorted((one, other) => (yearOf(one) < yearOf(other) ? 1 : -1));
}

/** What bears on the income of a wage earner. */
export const payDocuments = (documents: readonly DocumentFacts[], contactId: string): DocumentFacts[] =>
  documents.filter(
    ({ type, ownerContactId }) => ownerContactId === contactId && (type === 'pay-stub' || type === 'w2'),
  );
