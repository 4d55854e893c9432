import type { DocumentType } from './document-reading.ts';
import type { Dictionary } from './geometry/find-label.ts';
import { W2_LABELS } from './readers/w2-labels.ts';

export interface ClassEvidence {
  type: DocumentType;
  /** Groups of phrases; one phrase makes its group present. */
  groups: Dictionary;
  /** Groups that must be present, and how many of all groups. */
  required: readonly string[];
  atLeast: number;
  forbids: readonly string[];
  /** A card has few words; a form that merely asks for a licence has many. */
  wordsAtMost: number;
  /** Phrases of later pages that do not stand alone. */
  continuation?: readonly string[];
  continuationAtLeast?: number;
}

/** Phrases set down as running text, to keep a type on one screen. */
function list(phrases: string): string[] {
  return phrases.split(',').map((phrase) => phrase.trim());
}

const OTHER_FORMS =
  list(`closing disclosure, loan estimate, verification of employment, request for verification,
adjustable rate note, transmittal summary, payoff statement, homeowners association,
assessment due, application for insurance, insurance application`);
const {
  box1 = [],
  box2 = [],
  box3 = [],
  box4 = [],
  box5 = [],
  box6 = [],
  box10 = [],
  box11 = [],
} = W2_LABELS;

/** What each type must show and must not; wording of several years and vendors. */
export const CLASS_EVIDENCE: readonly ClassEvidence[] = [
  {
    type: 'w2',
    groups: {
      box1,
      box2,
      box3,
      box4,
      box5,
      box6,
      box10,
      box11,
      title: list('wage and tax statement, wage and tax, form w 2, w 2'),
      ein: W2_LABELS['ein'] ?? [],
      ssn: W2_LABELS['ssn'] ?? [],
    },
    required: ['title'],
    atLeast: 6,
    forbids: list(`1099 nec, 1099 misc, w 2g, form w 3, transmittal of wage, w 2c,
individual income tax return, verification of employment, closing disclosure`),
    wordsAtMost: 1600,
  },
  {
    type: 'pay-stub',
    groups: {
      gross: list(`gross pay, total gross, gross earnings, total earnings, gross wages, earnings statement,
gross, current gross`),
      net: list('net pay, net check, net amount, take home pay, net earnings, total net pay, net income'),
      deductions: list(`deductions, deductions statutory, total deductions, federal income tax,
federal withholding, social security tax, medicare tax, medicare, oasdi, taxes withheld,
employee taxes, fed withholding, withholdings, fica`),
      date: list(`pay date, check date, period ending, pay period, period beginning, payment date,
pay begin date, advice date, pay period end`),
      columns: list('year to date, ytd, this period, current, y t d'),
      rate: list(`rate, hours, earnings, regular, overtime, salary, earnings statement, pay stub, paystub,
payslip, statement of earnings`),
    },
    required: ['deductions', 'columns', 'rate'],
    atLeast: 5,
    forbids: [
      ...OTHER_FORMS,
      ...list(`wage and tax statement, individual income tax return, uniform residential loan application,
statement period, beginning balance, probability of continued employment, form 1005,
profit or loss from business, nonemployee compensation`),
    ],
    wordsAtMost: 1500,
  },
  {
    type: 'bank-statement',
    groups: {
      account: list(`account number, account no, acct no, account, primary account number, member number,
account ending in`),
      heading: list(`statement period, statement date, account statement, consolidated statement,
bank statement, statement of account, account summary, statement of accounts,
summary of your accounts, checking summary, checking account statement, statement ending,
for the period, statement dates, account activity, transaction history`),
      opening: list(`beginning balance, opening balance, previous balance, starting balance, balance forward,
opening account balance, your previous balance, balance brought forward, prior balance,
balance last statement`),
      closing: list(`ending balance, closing balance, new balance, closing account balance, your new balance,
balance this statement, current balance, end balance`),
      in: list(`deposits, total deposits, deposits and additions, deposits credits, credits,
deposits credits and interest, additions, money in, deposit`),
      out: list(`withdrawals, total withdrawals, checks, debits, withdrawals and debits, money out,
other withdrawals, withdrawal, checks paid, subtractions`),
    },
    required: ['account', 'heading'],
    atLeast: 4,
    forbids: [
      ...OTHER_FORMS,
      ...list(`minimum payment due, payment due date, payment due, minimum payment, credit limit,
escrow balance, principal balance, amount due, energy charges, kwh, therms, late fee,
invoice number, net pay, uniform residential loan application,
individual income tax return, policy number, form 1099, wages tips other,
authorization to release, verification of deposit, remittance, past due,
mortgage statement`),
    ],
    wordsAtMost: 1600,
    continuation:
      list(`date, description, withdrawals, deposits, amount, balance, debits, credits, transaction,
checks`),
    continuationAtLeast: 3,
  },
  {
    type: 'driver-licence',
    groups: {
      title: list(`driver license, driver licence, drivers license, driver, operator license,
identification card, commercial driver license, license, id card`),
      birth: ['dob', 'date of birth', 'birth date'],
      expiry: list('exp, 4b exp, expires, expiration'),
      issued: list('iss, 4a iss, issued, 4a, issue date'),
      number: list('4d, dl, dln, lic no, number, license no, dl no, 4d number'),
      sex: ['sex', '15 sex', '15sex'],
      eyes: ['eyes', '18 eyes'],
      height: list('hgt, 16 hgt, height, ht'),
      class: ['class', '9 class'],
      restrictions: list('rest, 12 rest, restrictions, restr, 12rest'),
      endorsements: list('end, 9a end, endorsements, oaend'),
    },
    required: ['birth', 'expiry'],
    atLeast: 5,
    forbids: list(`passport, passport no, uniform residential loan application, insurance,
social security administration, pay date, account number, resident card,
employment authorization, applicant`),
    wordsAtMost: 220,
  },
  {
    type: 'urla',
    groups: {
      title: ['uniform residential loan application'],
      form: list('freddie mac form 65, fannie mae form 1003, form 65, form 1003, effective 1 2021'),
      parts: list(`borrower information, personal information, current employment, gross monthly income,
income from other sources, financial information, loan and property information,
declarations, acknowledgments and agreements, military service, demographic information,
employer or business name, borrower name, social security number,
types of mortgage and terms of loan, continuation sheet, does not apply,
assets and liabilities`),
    },
    required: ['title', 'form', 'parts'],
    atLeast: 3,
    forbids: list(`closing disclosure, loan estimate, transmittal summary, verification of employment,
adjustable rate note, settlement agent`),
    wordsAtMost: 2500,
  },
  {
    type: 'form-1040',
    groups: {
      title: ['u s individual income tax return', 'individual income tax return'],
      status: ['filing status'],
      names: list(`your first name and middle initial, your first name and initial,
spouses social security number, your social security number,
presidential election campaign, last name`),
      income: list(`income, adjusted gross income, taxable interest, ordinary dividends, wages salaries tips,
total amount from form, total income`),
      dependents: list('dependents, standard deduction, relationship to you, age blindness'),
    },
    required: ['title'],
    atLeast: 4,
    forbids: list(`amended, transcript, form 4506, profit or loss from business, supplemental income and loss,
self employment tax`),
    wordsAtMost: 2500,
    continuation: list(`form 1040, amount you owe, refund, total tax, earned income credit, sign here,
paid preparer use only, third party designee`),
    continuationAtLeast: 4,
  },
];
