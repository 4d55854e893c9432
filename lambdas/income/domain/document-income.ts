import type { IncomeFacts } from '../../rules/income/income-facts.ts';
import { type PayFrequency, payFrequencyOf } from '../../rules/income/pay-frequency.ts';
import type { Cited } from '../../rules/income/evidence.ts';
import { type Cents, sumCents } from '../../shared/money.ts';
import { partsOf } from '../../shared/calendar.ts';
import type { DocumentFacts } from '../../shared/views/document-facts.v1.ts';
import type { EmploymentRecord } from './employment-record.ts';
import { citedCents, citedDate, evidenceOf, factNamed, newestPayStub, paidThrough } from './pay-evidence.ts';
import { hiredOn, recordCents } from './record-income.ts';

const variableKinds = ['overtime', 'bonus', 'commission'] as const;

/** Base pay as the newest stub shows it; the record may only lend the day of hire. */
export function documentedBase(
  documents: readonly DocumentFacts[],
  record?: EmploymentRecord,
): IncomeFacts | undefined {
  const stub = newestPayStub(documents);
  if (!stub) return undefined;
  return { kind: 'salary', ...withDefined(stub, record) };
}

function withDefined(stub: DocumentFacts, record: EmploymentRecord | undefined) {
  const amountPerPeriodCents = basePay(stub, 'Current');
  const payFrequency = frequencyOf(stub);
  const yearToDateBaseCents = basePay(stub, 'Ytd');
  const paidThroughOn = paidThrough(stub);
  const employedSinceOn = record && hiredOn(record);
  return {
    ...(amountPerPeriodCents ? { amountPerPeriodCents } : {}),
    ...(payFrequency ? { payFrequency } : {}),
    ...(yearToDateBaseCents ? { yearToDateBaseCents } : {}),
    ...(paidThroughOn ? { paidThroughOn } : {}),
    ...(employedSinceOn ? { employedSinceOn } : {}),
  };
}

const baseRows = ['regular', 'holiday', 'vacation', 'sick'];
const otherRows = [...variableKinds, 'doubleTime', 'tips', 'tuition'];
const grossNames = { Current: 'currentGross', Ytd: 'ytdGross' } as const;

/**
 * The gross where it is made of base pay and paid leave to the cent; else the regular row, which leave or a row that
 * nobody knows may leave short but never too high; the gross again where a stub prints nothing but its total.
 */
function basePay(stub: DocumentFacts, column: 'Current' | 'Ytd'): Cited<Cents> | undefined {
  const gross = citedCents(stub, grossNames[column]);
  const rows = baseRows.flatMap((row) => citedCents(stub, `${row}${column}`) ?? []);
  if (gross && rows.length > 0 && sumCents(rows.map(({ value }) => value)) === gross.value) return gross;
  const regular = citedCents(stub, `regular${column}`);
  if (regular) return regular;
  const showsOthers = otherRows.some(
    (row) => factNamed(stub, `${row}Current`) ?? factNamed(stub, `${row}Ytd`),
  );
  return showsOthers || rows.length > 0 ? undefined : gross;
}

function frequencyOf(stub: DocumentFacts): Cited<PayFrequency> | undefined {
  const start = citedDate(stub, 'periodStart');
  const end = citedDate(stub, 'periodEnd');
  const endFact = factNamed(stub, 'periodEnd');
  const value = start && end ? payFrequencyOf(start.value, end.value) : undefined;
  return value && endFact ? { value, evidence: evidenceOf(stub, endFact) } : undefined;
}

/**
 * Overtime, bonus and commission that the stub shows for this year, with their history from the employer's record: a
 * W-2 does not tell them apart. Without history the rule refuses them; they are never guessed.
 */
export function variableSources(
  documents: readonly DocumentFacts[],
  record: EmploymentRecord | undefined,
): IncomeFacts[] {
  const stub = newestPayStub(documents);
  if (!stub) return [];
  return variableKinds.flatMap((kind) => {
    const yearToDateCents = citedCents(stub, `${kind}Ytd`) ?? citedCents(stub, `${kind}Current`);
    const paidThroughOn = paidThrough(stub);
    if (!yearToDateCents || yearToDateCents.value === 0) return [];
    const year = paidThroughOn && partsOf(paidThroughOn.value).year;
    const employedSinceOn = record && hiredOn(record);
    return [
      {
        kind,
        paid: 'through-the-year' as const,
        yearToDateCents,
        ...(paidThroughOn ? { paidThroughOn } : {}),
        ...(employedSinceOn ? { employedSinceOn } : {}),
        priorYears: record ? priorYears(record, kind, year) : [],
      },
    ];
  });
}

function priorYears(
  record: EmploymentRecord,
  kind: (typeof variableKinds)[number],
  thisYear: number | undefined,
) {
  return record.earnings
    .filter(({ year }) => thisYear !== undefined && year < thisYear && year >= thisYear - 2)
    .flatMap((earned) => {
      const amountCents = recordCents(`earnings.${earned.year}.${kind}`, earned[`${kind}Cents`]);
      return amountCents ? [{ year: earned.year, amountCents }] : [];
    });
}
