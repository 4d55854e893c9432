import type {
  DocumentReading,
  DocumentType,
  Field,
} from '../../../lambdas/documents/domain/document-reading.ts';
import { fold } from '../../../lambdas/documents/domain/values/fold.ts';
import { decimalOf } from '../../../lambdas/documents/domain/values/parse-money.ts';

/** One fact of the answer key; a null value says that the page does not show it. */
export interface Fact {
  printed: string | null;
  value: string | number | boolean | null;
}

export interface Score {
  file: string;
  page: string;
  type: DocumentType;
  engine: string;
  meanConfidence: number;
  name: string;
  outcome: 'right' | 'wrong' | 'abstained';
  /** Not doubtful: it would be used without a person looking. */
  accepted: boolean;
  expected: string;
  read: string;
}

const W2_NAMES: Readonly<Record<string, string>> = {
  state: 'state1',
  stateEmployerId: 'state1EmployerId',
  box16: 'state1Wages',
  box17: 'state1Tax',
  box18: 'local1Wages',
  box19: 'local1Tax',
  box20: 'locality1',
};
const LICENCE_NAMES: Readonly<Record<string, string>> = {
  field1_familyName: 'familyName',
  field2_givenName: 'givenName',
  lastName: 'familyName',
  firstName: 'givenName',
};

/** What each reader promises to look for, as patterns of the answer key's names; the rest of the key is not ours to read. */
const CATALOGUE: Readonly<Record<DocumentType, RegExp>> = {
  'pay-stub':
    /^(?:employee|employeeAddress|employer|employerAddress|ssn|periodStart|periodEnd|payDate|currentGross|ytdGross|netPay|ytdNet|maritalStatus|title|regularRate|regularHours|(?:regular|overtime|holiday|tuition|bonus|commission|vacation|sick|federalIncomeTax|socialSecurityTax|medicareTax|stateIncomeTax|k401)(?:Current|Ytd))$/,
  w2: /^(?:year|employee|employeeAddress|employer|employerAddress|ssn|ein|controlNumber|box(?:[1-8]|10|11)|box12[a-d]?|box13\w+|box1[6-9]|box20|state\d?|state\d?EmployerId|state\dWages|state\dTax|local\dWages|local\dTax|locality\d)$/,
  'bank-statement':
    /^(?:bank|holder|holderAddress|accountNumber|accountTail|accountType|statementDate|periodStart|periodEnd|openingBalance|closingBalance|totalDeposits|totalWithdrawals|totalOtherWithdrawals|totalChecks|totalChecksListed|averageBalance)$/,
  'driver-licence':
    /^(?:state|documentNumber|field1_familyName|field2_givenName|lastName|firstName|dateOfBirth|issueDate|expirationDate|class|restrictions|endorsements|address|sex|eyes|height)$/,
  urla: /^(?:borrower|ssn|dateOfBirth|email|homePhone|dependents|dependentAges|current(?:Street|City|State|Zip|Years|Months)|employer|employer(?:Phone|Street|City|State|Zip|Country)|position|employmentStart|lineOfWork(?:Years|Months)|baseIncome|overtimeIncome|bonusIncome|commissionIncome|militaryEntitlements|otherIncome|incomeTotalPrinted)$/,
  'form-1040': /^(?:year|taxpayer|ssn|spouse|spouseSsn|line\d{1,2}[a-z]?(?:AGI)?)$/,
  unknown: /^$/,
};

export function inCatalogue(type: DocumentType, name: string): boolean {
  return CATALOGUE[type].test(name);
}

export function scoreReading(
  file: string,
  reading: DocumentReading,
  facts: Readonly<Record<string, Fact>>,
): Score[] {
  return Object.entries(facts)
    .filter(
      ([name, fact]) =>
        inCatalogue(reading.type, name) &&
        !(fact.value === false && fact.printed === null && reading.engine !== 'text-layer'),
    )
    .map(([name, fact]) => scoreField(file, reading, name, fact));
}

function scoreField(file: string, reading: DocumentReading, name: string, fact: Fact): Score {
  const fields = fieldsFor(reading, name);
  const read = fields.map((field) => plain(field)).join('; ');
  const same = fields.length > 0 && agrees(read, fields, fact);
  const none = fact.value === null;
  const outcome = fields.length === 0 ? (none ? 'right' : 'abstained') : same && !none ? 'right' : 'wrong';
  return {
    file,
    page: reading.pages.join(','),
    type: reading.type,
    engine: fields[0]?.engine ?? reading.engine,
    meanConfidence: reading.meanConfidence,
    name,
    outcome,
    accepted: fields.length > 0 && fields.every((field) => field.trust !== 'doubtful'),
    expected: `${fact.value}`,
    read,
  };
}

function fieldsFor(reading: DocumentReading, name: string): Field[] {
  const own = { w2: W2_NAMES, 'driver-licence': LICENCE_NAMES }[reading.type as 'w2']?.[name] ?? name;
  const names = name === 'box12' ? ['box12a', 'box12b', 'box12c', 'box12d'] : [own];
  return names.flatMap((wanted) => reading.fields.filter((field) => field.name === wanted));
}

function plain(field: Field): string {
  return field.kind === 'money' && typeof field.value === 'number'
    ? decimalOf(field.value)
    : `${field.value}`;
}

function agrees(read: string, fields: readonly Field[], fact: Fact): boolean {
  const expected = `${fact.value}`;
  if (fields.every((field) => field.kind === 'money' || field.kind === 'decimal'))
    return cents(read) === cents(expected);
  return normal(read) === normal(expected);
}

/** Cents of a plain decimal of the key, also when it has one or no decimals. */
function cents(text: string): string {
  const [units = '', decimals = ''] = text.replace(/,/g, '').split('.');
  return units + decimals.padEnd(2, '0');
}

/** Case, accents, punctuation, spacing, and the zero cents of amounts inside text are not differences. */
function normal(text: string): string {
  return fold(
    text
      .replace(/\$/g, '')
      .replace(/(\d),(?=\d{3})/g, '$1')
      .replace(/\.00\b/g, ''),
  ).replace(/ /g, '');
}
