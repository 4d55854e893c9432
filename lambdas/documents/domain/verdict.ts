import { fieldNamed } from './document-reading.ts';
import type { DocumentReading, DocumentType, Field } from './document-reading.ts';
import { plainFieldName, plainTypeNames } from './plain-names.ts';
import type { Finding } from './reconcile/finding.ts';

/** The types that the owner is asked for at the moment; a document of another type is judged as what it is. */
export type Asked = readonly DocumentType[];

/** Something that a reviewer has to look at, with the field to look for where there is one. */
export interface ReviewItem {
  code: string;
  reason: string;
  fields: readonly string[];
}

export type Verdict =
  | { outcome: 'accepted'; fields: readonly string[] }
  | { outcome: 'ask-borrower'; code: string; reason: string }
  | { outcome: 'person-reviews'; lookAt: readonly ReviewItem[] };

/** Without these a document of the type decides nothing. Any one of an inner list will do. */
export const REQUIRED_FIELDS: Readonly<Record<DocumentType, readonly (readonly string[])[]>> = {
  'pay-stub': [['employee'], ['employer'], ['periodEnd', 'payDate'], ['currentGross'], ['ytdGross']],
  w2: [['year'], ['employee'], ['employer'], ['box1'], ['box5', 'box3']],
  'bank-statement': [['holder'], ['accountTail'], ['periodEnd', 'statementDate'], ['closingBalance']],
  'driver-licence': [['familyName'], ['givenName'], ['dateOfBirth'], ['expirationDate'], ['documentNumber']],
  urla: [['borrower'], ['ssn'], ['dateOfBirth'], ['employer'], ['baseIncome']],
  'form-1040': [['year'], ['taxpayer'], ['line11AGI']],
  unknown: [],
};

/** Under this mean confidence at most half of the facts on a page are right (documents.md 3.3). */
const UNREADABLE_CONFIDENCE = 55;
/** Under this a missing field is the copy's fault; over it a better copy would not help. */
const POOR_CONFIDENCE = 80;

const ASK_RULES: Readonly<Record<string, string>> = {
  'pay-stub.too-old': 'This pay stub is more than 30 days old. Please upload your most recent one.',
  'bank-statement.too-old': 'This statement is more than 45 days old. Please upload your most recent one.',
  'w2.too-old': 'This W-2 is from an earlier year. Please upload the W-2s of the last two years.',
  'form-1040.too-old': 'This tax return is from an earlier year. Please upload the most recent one.',
  'driver-licence.expired': 'This licence has expired. Please upload one that is valid today.',
};

/**
 * Accepts only when every required field is read and may be trusted, and no check objects. The borrower is asked when a
 * better or newer copy would settle it; everything else goes to a person with what to look at.
 */
export function reachVerdict(
  reading: DocumentReading,
  findings: readonly Finding[],
  asked: Asked = [],
): Verdict {
  const ask = askFor(reading, findings, asked);
  if (ask) return ask;
  const lookAt = [...typeItems(reading, asked), ...fieldItems(reading), ...findingItems(findings)];
  if (lookAt.length > 0) return { outcome: 'person-reviews', lookAt };
  return {
    outcome: 'accepted',
    fields: reading.fields.filter((field) => field.trust !== 'doubtful').map((field) => field.name),
  };
}

function askFor(reading: DocumentReading, findings: readonly Finding[], asked: Asked): Verdict | undefined {
  if (reading.meanConfidence < UNREADABLE_CONFIDENCE)
    return {
      outcome: 'ask-borrower',
      code: 'unreadable',
      reason: "We can't read this document. Please upload a clearer copy, straight and in good light.",
    };
  if (asked.length > 0 && reading.type === 'unknown' && reading.meanConfidence < POOR_CONFIDENCE)
    return {
      outcome: 'ask-borrower',
      code: 'type-unreadable',
      reason: `We can't make out whether this is the ${plainTypeNames(asked, 'or')} we need. Please upload a clearer copy.`,
    };
  const stale = findings.find(
    (finding) => finding.severity === 'blocking' && ASK_RULES[finding.rule] !== undefined,
  );
  const certain = stale?.fields.every((name) => fieldNamed(reading, name)?.trust !== 'doubtful');
  if (stale && certain)
    return { outcome: 'ask-borrower', code: stale.rule, reason: ASK_RULES[stale.rule] ?? stale.reason };
  const missing = REQUIRED_FIELDS[reading.type].find(
    (names) => !names.some((name) => fieldNamed(reading, name)),
  );
  if (missing && reading.type !== 'unknown' && reading.meanConfidence < POOR_CONFIDENCE) {
    return {
      outcome: 'ask-borrower',
      code: 'field-unreadable',
      reason: `We can't read the ${plainFieldName(missing[0] ?? '')}. Please upload a clearer copy.`,
    };
  }
  return undefined;
}

function typeItems(reading: DocumentReading, asked: Asked): ReviewItem[] {
  if (reading.type !== 'unknown') return [];
  const wanted = asked.length > 0 ? `, though a ${plainTypeNames(asked, 'or')} was asked for` : '';
  return [{ code: 'unknown-type', reason: `The document is of no type that we read${wanted}.`, fields: [] }];
}

/** Required fields that are missing or doubtful. */
function fieldItems(reading: DocumentReading): ReviewItem[] {
  return REQUIRED_FIELDS[reading.type].flatMap((names): ReviewItem[] => {
    const fields = names
      .map((name) => fieldNamed(reading, name))
      .filter((field): field is Field => field !== undefined);
    const name = names[0] ?? '';
    if (fields.length === 0)
      return [{ code: 'field-missing', reason: `The ${plainFieldName(name)} was not found.`, fields: names }];
    if (fields.some((field) => field.trust !== 'doubtful')) return [];
    return [
      {
        code: 'field-doubtful',
        reason: `Please check the ${plainFieldName(name)}: ${fields[0]?.doubt ?? 'not read surely'}.`,
        fields: names,
      },
    ];
  });
}

function findingItems(findings: readonly Finding[]): ReviewItem[] {
  return findings
    .filter((finding) => finding.severity !== 'info')
    .map(({ rule, reason, fields }) => ({ code: rule, reason, fields }));
}
