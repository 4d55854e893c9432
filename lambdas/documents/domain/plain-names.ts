import type { DocumentType } from './document-reading.ts';

const TYPES: Readonly<Record<DocumentType, string>> = {
  'pay-stub': 'pay stub',
  w2: 'W-2',
  'bank-statement': 'bank statement',
  'driver-licence': "driver's licence",
  urla: 'loan application (Form 1003)',
  'form-1040': 'tax return (Form 1040)',
  unknown: 'document of another kind',
};

const FIELDS: Readonly<Record<string, string>> = {
  employee: 'name of the employee',
  employer: 'name of the employer',
  periodEnd: 'pay period',
  payDate: 'pay date',
  currentGross: 'gross pay of the period',
  ytdGross: 'gross pay of the year to date',
  year: 'tax year',
  box1: 'wages in box 1',
  box5: 'Medicare wages in box 5',
  holder: 'name of the account holder',
  accountTail: 'account number',
  closingBalance: 'closing balance',
  statementDate: 'date of the statement',
  familyName: 'family name',
  givenName: 'given name',
  dateOfBirth: 'date of birth',
  expirationDate: 'expiration date',
  documentNumber: 'licence number',
  borrower: 'name of the borrower',
  ssn: 'social security number',
  baseIncome: 'base income',
  taxpayer: 'name of the taxpayer',
  line11AGI: 'adjusted gross income',
};

/** Words that a borrower understands. */
export function plainTypeName(type: DocumentType): string {
  return TYPES[type];
}

/** `pay stub, W-2 or bank statement` */
export function plainTypeNames(types: readonly DocumentType[], word: 'and' | 'or'): string {
  const names = types.map(plainTypeName);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
}

export function plainFieldName(name: string): string {
  return FIELDS[name] ?? name.replace(/([A-Z])/g, ' $1').toLowerCase();
}
