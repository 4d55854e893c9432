import type { IncomeFacts } from '../../rules/income/income-facts.ts';
import { type PayFrequency, payFrequencyOf } from '../../rules/income/pay-frequency.ts';
import type { Cited } from '../../rules/income/evidence.ts';
import { type Cents, sumCents } from '../../shared/money.ts';
import { dateOf, partsOf } from '../../shared/calendar.ts';
import type { DocumentFacts } from '../../shared/views/document-facts.v1.ts';
import type { EmploymentRecord } from './employment-record.ts';
import { citedCents, citedDate, evidenceOf, factNamed, newestPayStub, paidThrough } from './pay-evidence.ts';
import { hiredOn, recordCents } from './record-income.ts';

const variableKinds = ['overtime', 'bonus', 'commission'] as const;

/** Base pay as the newest stub shows it, with the wages that W-2s show of earlier years; the record may only lend the day of hire. */
export function documentedBase(
  documents: readonly DocumentFacts[],
  record?: EmploymentRecord,
): IncomeFacts | undefined {
  const stub = newestPayStub(documents);
  if (!stub) return undefined;
  const priorYears = priorWages(documents, stub);
  return { kind: 'salary', ...withDefined(stub, record), ...(priorYears.length > 0 ? { priorYears } : {}) };
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

const priorYearsUsed = 2;

/**
 * The two years before the stub's, each by the W-2 that was accepted last: box 5 (Medicare wages have no limit and leave
 * no deferral out), else box 1.
 */
function priorWages(documents: readonly DocumentFacts[], stub: DocumentFacts) {
  const through = paidThrough(stub);
  if (!through) return [];
  const { year: thisYear } = partsOf(through.value);
  const forms = documents
    .filter(({ type }) => type === 'w2')
    .toSorted((one, other) => (one.acceptedAt < other.acceptedAt ? 1 : -1));
  return Array.from({ length: priorYearsUsed }, (_, index) => thisYear - 1 - index).flatMap((year) => {
    const form = forms.find((one) => factNamed(one, 'year')?.value === String(year));
    const wagesCents = form && (citedCents(form, 'box5') ?? citedCents(form, 'box1'));
    return wagesCents ? [{ year, wagesCents }] : [];
  });
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
 * Overtime, bonus and commission that the stub shows for this year, with their history from the employer's record, and
 * for a year that it leaves blank from the year's own last stub: a W-2 does not tell them apart. Without history the rule
 * refuses them; they are never guessed.
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
        priorYears: priorYears(documents, record, kind, year),
      },
    ];
  });
}

function priorYears(
  documents: readonly DocumentFacts[],
  record: EmploymentRecord | undefined,
  kind: (typeof variableKinds)[number],
  thisYear: number | undefined,
) {
  if (thisYear === undefined) return [];
  return Array.from({ length: priorYearsUsed }, (_, index) => thisYear - 1 - index).flatMap((year) => {
    const earned = record?.earnings.find((one) => one.year === year);
    const recorded =
      record && earned && recordCents(record, `earnings.${year}.${kind}`, earned[`${kind}Cents`]);
    const amountCents = recorded ?? ofLastStub(documents, kind, year);
    return amountCents ? [{ year, amountCents }] : [];
  });
}

/** What the last stub of a year shows for that year: one that pays into its last two weeks, and no earlier one. */
function ofLastStub(
  documents: readonly DocumentFacts[],
  kind: (typeof variableKinds)[number],
  year: number,
): Cited<Cents> | undefined {
  const stub = newestPayStub(
    documents.filter((one) => {
      const through = one.type === 'pay-stub' ? paidThrough(one)?.value : undefined;
      return through !== undefined && through >= dateOf(year, 12, 18) && through <= dateOf(year, 12, 31);
    }),
  );
  return stub && citedCents(stub, `${kind}Ytd`);
}
