import type { DocumentReading, DocumentType, Field, FieldKind } from '../document-reading.ts';
import type { Box } from '../page-words.ts';
import { parseDate } from '../values/parse-date.ts';
import { parseAccountNumber, parseEin, parseMixedIdentifier, parseSsn } from '../values/parse-identifier.ts';
import { decimalOf, parseMoney } from '../values/parse-money.ts';
import { confirmStatement } from './bank-statement-confirm.ts';
import { confirmW2 } from './w2-confirm.ts';

/** One page of a Textract Analyze Lending answer, as our adapter gives it: the class and the fields with text. */
export interface LendingAnswer {
  page: number;
  /** `PAYSLIPS`, `W_2`, … */
  type: string;
  fields: readonly { type: string; text: string; confidence: number; box?: Box }[];
}

type Mapping = Readonly<Record<string, readonly [name: string, kind: FieldKind]>>;

const PAYSLIPS: Mapping = {
  BORROWER_NAME: ['employee', 'text'],
  BORROWER_ADDRESS: ['employeeAddress', 'text'],
  COMPANY_NAME: ['employer', 'text'],
  COMPANY_ADDRESS: ['employerAddress', 'text'],
  PAY_PERIOD_START_DATE: ['periodStart', 'date'],
  PAY_PERIOD_END_DATE: ['periodEnd', 'date'],
  PAY_DATE: ['payDate', 'date'],
  CURRENT_GROSS_PAY: ['currentGross', 'money'],
  YTD_GROSS_PAY: ['ytdGross', 'money'],
  CURRENT_NET_PAY: ['netPay', 'money'],
  YTD_NET_PAY: ['ytdNet', 'money'],
  CURRENT_REGULAR_PAY: ['regularCurrent', 'money'],
  YTD_REGULAR_PAY: ['regularYtd', 'money'],
  REGULAR_HOURLY_RATE: ['regularRate', 'decimal'],
};
const W_2: Mapping = {
  FORM_YEAR: ['year', 'text'],
  EMPLOYEE_SSN: ['ssn', 'identifier'],
  EMPLOYER_EIN: ['ein', 'identifier'],
  EMPLOYER_NAME: ['employer', 'text'],
  EMPLOYER_ADDRESS: ['employerAddress', 'text'],
  EMPLOYEE_NAME: ['employee', 'text'],
  EMPLOYEE_ADDRESS: ['employeeAddress', 'text'],
  WAGES: ['box1', 'money'],
  FEDERAL_INCOME_TAX_WITHHELD_AMOUNT: ['box2', 'money'],
  SOCIAL_SECURITY_WAGES_AMOUNT: ['box3', 'money'],
  SOCIAL_SECURITY_TAXES_WITHHELD_AMOUNT: ['box4', 'money'],
  MEDICARE_WAGES_AMOUNT: ['box5', 'money'],
  MEDICARE_TAX_WITHHELD_AMOUNT: ['box6', 'money'],
  SOCIAL_SECURITY_TIP_AMOUNT: ['box7', 'money'],
  ALLOCATED_TIPS_AMOUNT: ['box8', 'money'],
  DEPENDENT_CARE_BENEFITS_AMOUNT: ['box10', 'money'],
  BENEFIT_STATE_WAGES_AMOUNT: ['state1Wages', 'money'],
  STATE_INCOME_TAX_AMOUNT: ['state1Tax', 'money'],
  LOCAL_WAGES_AMOUNT: ['local1Wages', 'money'],
  LOCAL_INCOME_TAX_AMOUNT: ['local1Tax', 'money'],
  LOCALITY_NAME: ['locality1', 'text'],
};
const BANK_STATEMENT: Mapping = {
  BANK_NAME: ['bank', 'text'],
  BORROWER_NAME: ['holder', 'text'],
  BORROWER_ADDRESS: ['holderAddress', 'text'],
  ACCOUNT_NUMBER: ['accountNumber', 'identifier'],
  ACCOUNT_TYPE: ['accountType', 'text'],
  PERIOD_START_DATE: ['periodStart', 'date'],
  PERIOD_END_DATE: ['periodEnd', 'date'],
  BEGINNING_BALANCE: ['openingBalance', 'money'],
  ENDING_BALANCE: ['closingBalance', 'money'],
  TOTAL_DEPOSIT: ['totalDeposits', 'money'],
  TOTAL_WITHDRAWAL: ['totalWithdrawals', 'money'],
  AVERAGE_BALANCE: ['averageBalance', 'money'],
};
const IDENTITY_DOCUMENT: Mapping = {
  FIRST_NAME: ['givenName', 'text'],
  LAST_NAME: ['familyName', 'text'],
  STATE_NAME: ['state', 'text'],
  DOCUMENT_NUMBER: ['documentNumber', 'identifier'],
  DATE_OF_BIRTH: ['dateOfBirth', 'date'],
  DATE_OF_ISSUE: ['issueDate', 'date'],
  EXPIRATION_DATE: ['expirationDate', 'date'],
  EXPIRATON_DATE: ['expirationDate', 'date'],
  CLASS: ['class', 'text'],
  RESTRICTIONS: ['restrictions', 'text'],
  ENDORSEMENTS: ['endorsements', 'text'],
};

const MAPPINGS: Readonly<Partial<Record<DocumentType, readonly [string, Mapping]>>> = {
  'pay-stub': ['PAYSLIPS', PAYSLIPS],
  w2: ['W_2', W_2],
  'bank-statement': ['BANK_STATEMENT', BANK_STATEMENT],
  'driver-licence': ['IDENTITY_DOCUMENT', IDENTITY_DOCUMENT],
};

/**
 * Fills what our reader could not read with Analyze Lending's answers, and overrides nothing. Such a value is doubtful
 * until arithmetic confirms it: at confidence 99 Textract lost a surname and swapped two names (documents.md 2.3). An
 * answer of another class than ours is left aside, and so is one with several different values.
 */
export function mergeLendingFields(
  reading: DocumentReading,
  answers: readonly LendingAnswer[],
): DocumentReading {
  const [answeredType, mapping] = MAPPINGS[reading.type] ?? [];
  if (!answeredType || !mapping) return reading;
  const missing = new Set(
    Object.values(mapping)
      .map(([name]) => name)
      .filter((name) => !reading.fields.some((field) => field.name === name)),
  );
  const candidates = answers
    .filter((answer) => answer.type === answeredType && reading.pages.includes(answer.page))
    .flatMap((answer) => answer.fields.flatMap((field) => fieldFrom(answer.page, field, mapping) ?? []));
  const added = [...missing].flatMap((name) => {
    const found = candidates.filter((candidate) => candidate.name === name);
    return new Set(found.map((field) => field.value)).size === 1 && found[0] ? [found[0]] : [];
  });
  const fields = [...reading.fields, ...added];
  const confirmed =
    reading.type === 'w2'
      ? confirmW2(fields)
      : reading.type === 'bank-statement'
        ? confirmStatement(fields, reading.rows)
        : fields;
  return {
    ...reading,
    fields: confirmed,
    absent: reading.absent.filter((absent) => !added.some((field) => field.name === absent.name)),
  };
}

function fieldFrom(
  page: number,
  { type, text, confidence, box }: LendingAnswer['fields'][number],
  mapping: Mapping,
): Field | undefined {
  const [name, kind] = mapping[type] ?? [];
  const value = name && kind ? valueOf(name, kind, text.trim()) : undefined;
  if (!name || !kind || value === undefined) return undefined;
  return {
    name,
    kind,
    printed: text,
    value,
    page,
    box: box ?? { left: 0, top: 0, width: 0, height: 0 },
    confidence,
    engine: 'textract-lending',
    trust: 'doubtful',
    doubt: 'answered by Textract Analyze Lending alone',
  };
}

const IDENTIFIERS: Readonly<Record<string, (text: string) => string | undefined>> = {
  ssn: parseSsn,
  ein: parseEin,
  accountNumber: parseAccountNumber,
  documentNumber: parseMixedIdentifier,
};

function valueOf(name: string, kind: FieldKind, text: string): string | number | undefined {
  if (kind === 'money') return parseMoney(text)?.cents;
  if (kind === 'date') return parseDate(text)?.on;
  if (kind === 'decimal') {
    const money = parseMoney(text);
    return money ? decimalOf(money.cents) : undefined;
  }
  if (kind === 'identifier') return IDENTIFIERS[name]?.(text);
  return text === '' ? undefined : text;
}
