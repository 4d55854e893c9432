import { textOfField } from '../document-reading.ts';
import type { DocumentReading } from '../document-reading.ts';
import { sameEmployer, samePerson } from '../values/names.ts';
import { finding } from './finding.ts';
import type { Finding, LoanFacts } from './finding.ts';

/** The person on the document is a borrower of the loan; names match in any order, accents and middle names aside. */
export function checkPerson(
  reading: DocumentReading,
  facts: LoanFacts,
  fields: readonly string[],
): Finding[] {
  const name = fields
    .map((field) => textOfField(reading, field))
    .filter(Boolean)
    .join(' ');
  if (name === '' || facts.borrowers.some((borrower) => samePerson(name, borrower.fullName))) return [];
  return [
    finding(
      `${reading.type}.person-not-on-loan`,
      'blocking',
      fields,
      'The name on the document is not that of a borrower on this loan.',
    ),
  ];
}

export function checkEmployer(reading: DocumentReading, facts: LoanFacts): Finding[] {
  const employer = textOfField(reading, 'employer');
  if (
    employer === undefined ||
    facts.employerName === undefined ||
    sameEmployer(employer, facts.employerName)
  )
    return [];
  return [
    finding(
      `${reading.type}.employer-differs`,
      'warning',
      ['employer'],
      'The employer on the document is not the one stated on the application.',
    ),
  ];
}
