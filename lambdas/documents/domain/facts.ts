import type { DocumentFact } from '../../shared/views/document-facts.v1.ts';
import type { DocumentReading, Field } from './document-reading.ts';
import { REQUIRED_FIELDS } from './verdict.ts';

type Unit = DocumentFact['unit'];
export type StoredField = Omit<Field, 'value' | 'printed'> & {
  /** Left out of what is stored, with what was printed, where the value is sealed. */
  value?: Field['value'] | undefined;
  printed?: string | undefined;
};

/** The only texts that become facts: no person, no address, no number of an account. */
const TEXTS = new Set(['employer', 'year', 'payFrequency', 'accountType', 'state', 'employerState']);
const DATES = new Set([
  'periodStart',
  'periodEnd',
  'payDate',
  'statementDate',
  'issueDate',
  'expirationDate',
  'employmentStart',
]);
const MONEY =
  /(?:Gross|Net|Pay|Balance|Income|Current|Ytd|Wages|Tax|Deposits|Withdrawals|AGI)$|^box\d+$|^netPay$/;

/** Sealed by the platform's rules: never shown or kept in clear outside the file itself. */
const SEALED_DATES = new Set(['dateOfBirth', 'birthDate']);
export const isSealed = ({ kind, name }: Pick<Field, 'kind' | 'name'>): boolean =>
  kind === 'identifier' || SEALED_DATES.has(name);

/** The unit in which a field becomes a fact; undefined for what the view must not hold. */
export function factUnit(name: string, kind?: Field['kind']): Unit | undefined {
  if (TEXTS.has(name)) return 'text';
  if (DATES.has(name)) return 'date';
  if (name.endsWith('Hours')) return 'hours-hundredths';
  if (kind === 'money' || (kind === undefined && MONEY.test(name))) return 'cents';
  if (kind === 'decimal' || (kind === undefined && name.endsWith('Rate'))) return 'text';
  return kind === 'flag' ? 'text' : undefined;
}

/** What a reading says, value by value; a doubtful one only where a person has looked at it. */
export function factsOf(
  { fields }: { fields: readonly StoredField[] },
  lookedAt: ReadonlySet<string> = new Set(),
): DocumentFact[] {
  return fields.flatMap((field): DocumentFact[] => {
    const { name, kind, page, box, confidence, engine, trust, value } = field;
    const unit = factUnit(name, kind);
    if (unit === undefined || value === undefined || isSealed(field)) return [];
    if (trust === 'doubtful' && !lookedAt.has(name)) return [];
    const normal = normalForm(value, unit);
    return normal === undefined ? [] : [{ name, value: normal, unit, page, box, confidence, engine }];
  });
}

function normalForm(value: Field['value'], unit: Unit): string | undefined {
  return unit === 'hours-hundredths' ? hundredths(String(value)) : String(value);
}

/** `80.5` hours to `8050`; nothing where the text is no decimal of at most two places. */
function hundredths(text: string): string | undefined {
  const [matched, whole, fraction = ''] = /^(\d{1,6})(?:\.(\d{1,2})0*)?$/.exec(text) ?? [];
  return matched === undefined ? undefined : `${whole}${fraction.padEnd(2, '0')}`.replace(/^0+(?=\d)/, '');
}

const shapes: Record<Unit, RegExp> = {
  cents: /^-?\d{1,12}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  'hours-hundredths': /^\d{1,8}$/,
  count: /^\d{1,9}$/,
  text: /^[^\p{Cc}\p{Cf}]{1,100}$/u,
};

/** The unit that a reviewer's value must be in; undefined where the document has no such fact or it is not theirs to write. */
export function correctionUnit(
  reading: Pick<DocumentReading, 'type' | 'absent'> & { fields: readonly StoredField[] },
  name: string,
): Unit | undefined {
  const field = reading.fields.find((candidate) => candidate.name === name);
  const known = [...reading.absent.map((absent) => absent.name), ...REQUIRED_FIELDS[reading.type].flat()];
  if (!field && !known.includes(name)) return undefined;
  return field && isSealed(field) ? undefined : factUnit(name, field?.kind);
}

export const fitsUnit = (value: string, unit: Unit): boolean => shapes[unit].test(value);

/** The facts with the reviewer's values in place of the machine's. */
export function correctFacts(
  facts: readonly DocumentFact[],
  reading: Parameters<typeof correctionUnit>[0] & Pick<DocumentReading, 'pages'>,
  corrections: readonly { fact: string; value: string }[],
  correctedBy: string,
): DocumentFact[] {
  const kept = facts.filter(({ name }) => !corrections.some(({ fact }) => fact === name));
  const corrected = corrections.flatMap(({ fact, value }): DocumentFact[] => {
    const unit = correctionUnit(reading, fact);
    const field = reading.fields.find((candidate) => candidate.name === fact);
    const nowhere = { left: 0, top: 0, width: 0, height: 0 };
    const place = { page: field?.page ?? reading.pages[0] ?? 1, box: field?.box ?? nowhere };
    if (unit === undefined) return [];
    return [{ name: fact, value, unit, ...place, confidence: 100, engine: 'person', correctedBy }];
  });
  return [...kept, ...corrected];
}
