import type { Field } from '../document-reading.ts';
import { findLabels } from '../geometry/find-label.ts';
import type { Dictionary, Label } from '../geometry/find-label.ts';
import type { Layout } from '../geometry/layout.ts';
import { readMoney } from '../geometry/read-words.ts';
import { isPersonName } from '../values/names.ts';
import { parseSsn } from '../values/parse-identifier.ts';
import { moneyField } from './collector.ts';
import { dateField, identifierField, textField, wordsRightOf } from './labelled-value.ts';

/** Labels with a value beside them, as loan systems print the application when they do not use the form itself. */
const PLAIN_LABELS: Dictionary = {
  borrower: [
    'borrower name',
    'borrowers name',
    'borrower full name',
    'applicant name',
    'full name',
    'borrower',
    'name',
  ],
  coBorrower: ['co borrower name', 'co borrower', 'coborrower name'],
  ssn: ['social security number', 'ssn', 'social security no'],
  dateOfBirth: ['date of birth', 'dob', 'birth date'],
  employer: [
    'employer name',
    'current employer',
    'employer',
    'employer or business name',
    'name of employer',
  ],
  position: ['position or title', 'position', 'job title', 'title'],
  employmentStart: [
    'employment start date',
    'start date',
    'date of employment',
    'date of hire',
    'hire date',
    'employment start',
  ],
  baseIncome: [
    'base income',
    'monthly base income',
    'base monthly income',
    'base employment income',
    'base empl income',
    'base pay',
  ],
  email: ['email'],
  phone: ['phone', 'home phone'],
  address: ['current address', 'present address', 'address'],
};

/** Applications without the 2021 form's sections: only what stands beside an unmistakable label. */
export function readPlainApplication(layout: Layout): Field[] {
  const labels = findLabels(layout, PLAIN_LABELS).filter((label) => label.cell.words[0] === label.words[0]);
  return labels.flatMap((label) => readOne(layout, label, labels) ?? []);
}

function readOne(layout: Layout, label: Label, labels: readonly Label[]): Field | undefined {
  switch (label.name) {
    case 'borrower':
      return textField(layout, label, labels, isPersonName);
    case 'ssn':
      return identifierField(layout, label, labels, parseSsn);
    case 'dateOfBirth':
    case 'employmentStart':
      return dateField(layout, label, labels);
    case 'employer':
      return textField(layout, label, labels, (text) => /\p{L}{3}/u.test(text) && !text.endsWith(':'));
    case 'position':
      return textField(layout, label, labels, (text) => /^\p{L}[\p{L}\s/-]{2,40}$/u.test(text));
    case 'baseIncome':
      return income(layout, label, labels);
    default:
      return undefined;
  }
}

function income(layout: Layout, label: Label, labels: readonly Label[]): Field | undefined {
  const readings = readMoney(wordsRightOf(layout, label, labels));
  const only = readings[0];
  return only && readings.length === 1 ? moneyField('baseIncome', only.value, only.words, layout) : undefined;
}
