import { textOfField } from '../document-reading.ts';
import type { DocumentReading } from '../document-reading.ts';
import { dayNumber } from '../values/parse-date.ts';
import { finding } from './finding.ts';
import type { Finding, LoanFacts } from './finding.ts';
import { checkPerson } from './parties.ts';

export function reconcileDriverLicence(reading: DocumentReading, facts: LoanFacts): Finding[] {
  const [birth, issue, expiry] = ['dateOfBirth', 'issueDate', 'expirationDate'].map((name) =>
    textOfField(reading, name),
  );
  const found: Finding[] = [];
  if (expiry && expiry < facts.asOf)
    found.push(finding('driver-licence.expired', 'blocking', ['expirationDate'], 'The licence has expired.'));
  if (issue && issue > facts.asOf)
    found.push(
      finding(
        'driver-licence.in-the-future',
        'blocking',
        ['issueDate'],
        'The licence was issued in the future.',
      ),
    );
  if (birth && issue && dayNumber(issue) - dayNumber(birth) < 14 * 365)
    found.push(
      finding(
        'driver-licence.issued-too-young',
        'blocking',
        ['dateOfBirth', 'issueDate'],
        'The licence was issued before the age of 14.',
      ),
    );
  if (issue && expiry && issue >= expiry)
    found.push(
      finding(
        'driver-licence.dates-out-of-order',
        'blocking',
        ['issueDate', 'expirationDate'],
        'The licence expires before it was issued.',
      ),
    );
  if (issue && expiry && dayNumber(expiry) - dayNumber(issue) > 12.5 * 366)
    found.push(
      finding(
        'driver-licence.runs-long',
        'warning',
        ['issueDate', 'expirationDate'],
        'The licence runs longer than any state grants.',
      ),
    );
  if (birth && dayNumber(facts.asOf) - dayNumber(birth) < 18 * 365)
    found.push(finding('driver-licence.minor', 'warning', ['dateOfBirth'], 'The holder is under 18.'));
  return [...found, ...checkPerson(reading, facts, ['givenName', 'familyName'])];
}
