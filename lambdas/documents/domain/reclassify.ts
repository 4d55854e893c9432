import type { DocumentReading, DocumentType, Field } from './document-reading.ts';
import type { Correction, Reclassified } from './document.ts';
import { factUnit } from './facts.ts';
import { unreadPart } from './judge-pages.ts';
import { plainFieldName } from './plain-names.ts';
import { EARNING_ROWS } from './readers/pay-stub-labels.ts';
import type { LoanFacts } from './reconcile/finding.ts';
import { reconcile } from './reconcile/reconcile.ts';
import type { ReadPart } from './stored-reading.ts';
import { REQUIRED_FIELDS } from './verdict.ts';

/** The facts that a person may give of a document that no machine has read, by its type. */
const facts: Record<Reclassified['type'], readonly string[]> = {
  'pay-stub': [
    'employer',
    'periodStart',
    'periodEnd',
    'payDate',
    'payFrequency',
    'currentGross',
    'ytdGross',
    'netPay',
    'ytdNet',
    ...EARNING_ROWS.flatMap((row) => [`${row}Rate`, `${row}Hours`, `${row}Current`, `${row}Ytd`]),
  ],
  w2: ['year', 'employer', 'box1', 'box2', 'box3', 'box4', 'box5', 'box6', 'box7', 'box8'],
  'bank-statement': [
    'statementDate',
    'periodStart',
    'periodEnd',
    'accountType',
    'openingBalance',
    'closingBalance',
    'totalDeposits',
    'totalWithdrawals',
    'averageBalance',
  ],
  'driver-licence': ['state', 'issueDate', 'expirationDate'],
  urla: ['employer', 'employmentStart', 'baseIncome', 'overtimeIncome', 'bonusIncome', 'commissionIncome'],
  'form-1040': ['year', 'line11AGI'],
};

/** The documents that a person looks at; a file of which nothing could be read is one that nobody has named. */
export const partsToReview = (parts: readonly ReadPart[] | undefined): readonly ReadPart[] =>
  parts && parts.length > 0 ? parts : [unreadPart([1])];

/** The part as the person names it: it has the values that they give and no other. */
export function asNamed(part: ReadPart, index: number, named: readonly Reclassified[] = []): ReadPart {
  const type = named.find((one) => one.part === index)?.type;
  if (type === undefined) return part;
  const absent = facts[type].map((name) => ({ name, reason: 'the machine did not know the document' }));
  return { ...part, type, fields: [], absent, findings: [], lookAt: [] };
}

/** Why a person's naming cannot stand; empty where it can. `loanWords` says what the loan says to a document of a type. */
export function objectionsTo(
  { type }: Reclassified,
  values: readonly Pick<Correction, 'fact' | 'value'>[],
  loanWords: (type: DocumentType) => LoanFacts,
): string[] {
  const given = new Set(values.map(({ fact }) => fact));
  const missing = REQUIRED_FIELDS[type]
    .filter((names) => names.some((name) => factUnit(name) !== undefined))
    .filter((names) => !names.some((name) => given.has(name)))
    .map(([name = '']) => `needs a correction that gives the ${plainFieldName(name)}`);
  if (missing.length > 0) return missing;
  return reconcile(readingOf(type, values), loanWords(type))
    .filter(({ severity }) => severity === 'blocking')
    .map(({ rule, reason }) => `${reason} (${rule})`);
}

/** The person's values as a reading, so that the same checks hold against them. */
function readingOf(
  type: DocumentType,
  values: readonly Pick<Correction, 'fact' | 'value'>[],
): DocumentReading {
  return {
    type,
    pages: [1],
    evidence: [],
    fields: values.map(({ fact, value }) => fieldOf(fact, value)),
    absent: [],
    rows: [],
    meanConfidence: 100,
    engine: 'text-layer',
  };
}

function fieldOf(name: string, given: string): Field {
  const unit = factUnit(name);
  const place = { page: 1, box: { left: 0, top: 0, width: 0, height: 0 }, confidence: 100 };
  const field = { name, printed: given, ...place, engine: 'text-layer', trust: 'confirmed' } as const;
  if (unit === 'cents') return { ...field, kind: 'money', value: Number.parseInt(given, 10) };
  if (unit === 'date') return { ...field, kind: 'date', value: given };
  if (unit === 'hours-hundredths') {
    const digits = given.padStart(3, '0');
    return { ...field, kind: 'decimal', value: `${digits.slice(0, -2)}.${digits.slice(-2)}` };
  }
  return { ...field, kind: name.endsWith('Rate') ? 'decimal' : 'text', value: given };
}
