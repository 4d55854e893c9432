import type { DocumentReading, DocumentType } from './document-reading.ts';
import type { PageWords } from './page-words.ts';
import { readDocument } from './read-document.ts';
import { type LendingAnswer, mergeLendingFields } from './readers/lending-fields.ts';
import type { LoanFacts } from './reconcile/finding.ts';
import { reconcile } from './reconcile/reconcile.ts';
import { readPart, type ReadPart } from './stored-reading.ts';
import { reachVerdict, REQUIRED_FIELDS } from './verdict.ts';

export interface PagesToJudge {
  pages: readonly PageWords[];
  /** Pages that the engine refused to read. */
  unread: readonly number[];
  lending: readonly LendingAnswer[];
  /** What the owner is asked for now. */
  asked?: readonly DocumentType[];
  /** What the loan says, for a document of this type. */
  factsFor: (type: DocumentType) => LoanFacts;
}

/** Classifies, splits, reads, reconciles and judges the pages of one file. */
export function judgePages({ pages, unread, lending, asked, factsFor }: PagesToJudge): ReadPart[] {
  const inOrder = pages.toSorted((a, b) => a.pageNumber - b.pageNumber);
  const written = inOrder.filter(({ words }) => words.length > 0);
  const parts = readDocument(written.length > 0 ? written : inOrder).map((found) => {
    const reading = mergeLendingFields(measured(found), lending);
    const findings = reconcile(reading, factsFor(reading.type));
    return readPart(reading, findings, reachVerdict(reading, findings, asked));
  });
  return unread.length === 0 ? parts : [...parts, unreadPart(unread)];
}

/** A blank page has no confidence at all. */
const measured = (reading: DocumentReading): DocumentReading =>
  Number.isFinite(reading.meanConfidence) ? reading : { ...reading, meanConfidence: 0 };

/** An engine that refuses a page says nothing about the document: a person looks. */
export function unreadPart(pages: readonly number[]): ReadPart {
  return {
    type: 'unknown',
    pages: [...pages],
    meanConfidence: 0,
    engine: 'textract-detect',
    fields: [],
    absent: [],
    findings: [],
    outcome: 'person-reviews',
    lookAt: [{ code: 'page-unread', reason: 'These pages could not be read by machine.', fields: [] }],
  };
}

/** The types for which Analyze Lending has fields of ours. */
const helped = new Set<DocumentType>(['pay-stub', 'w2', 'bank-statement', 'driver-licence']);
const mostPages = 10;

/** Pages on which our reader abstained from a field that decides, of a type that Analyze Lending knows: at 47 times the price, no others. */
export function pagesToAnalyze(parts: readonly ReadPart[]): number[] {
  return parts
    .filter(
      ({ type, outcome, fields, ask }) =>
        helped.has(type) &&
        outcome !== 'accepted' &&
        (ask === undefined || ask.code === 'field-unreadable') &&
        REQUIRED_FIELDS[type].some((names) => !fields.some(({ name }) => names.includes(name))),
    )
    .flatMap(({ pages }) => pages)
    .slice(0, mostPages);
}
