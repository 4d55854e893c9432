import type { Field } from '../document-reading.ts';
import { findLabels } from '../geometry/find-label.ts';
import type { Dictionary, Label } from '../geometry/find-label.ts';
import { heightOf, middleOf } from '../geometry/layout.ts';
import type { Layout, Placed } from '../geometry/layout.ts';
import { readAll, readDates, readMoney, textOf } from '../geometry/read-words.ts';
import { parseSsn } from '../values/parse-identifier.ts';
import { fold } from '../values/fold.ts';
import type { Collected } from './collector.ts';
import { agree, makeField, merge, moneyField } from './collector.ts';
import { readPlainApplication } from './urla-plain.ts';
import { fieldOfDate, firstRun, wordsBelow, wordsRightOf } from './labelled-value.ts';

const NAMES = [
  'borrower',
  'ssn',
  'dateOfBirth',
  'email',
  'currentStreet',
  'currentCity',
  'currentState',
  'currentZip',
  'employer',
  'position',
  'employmentStart',
  'baseIncome',
  'incomeTotalPrinted',
];

/** Labels of the 2021 Uniform Residential Loan Application (Freddie Mac Form 65, Fannie Mae Form 1003). */
const URLA_LABELS: Dictionary = {
  borrower: ['name first middle last suffix'],
  ssn: ['social security number'],
  itin: ['or individual taxpayer identification number'],
  dateOfBirth: ['date of birth'],
  ddMm: ['mm dd yyyy'],
  citizenship: ['citizenship'],
  alternate: ['alternate names'],
  dependents: ['number'],
  dependentAges: ['ages'],
  homePhone: ['home phone'],
  cellPhone: ['cell phone'],
  workPhone: ['work phone'],
  employerPhone: ['phone'],
  email: ['email'],
  ext: ['ext'],
  street: ['street'],
  unit: ['unit'],
  city: ['city'],
  state: ['state'],
  zip: ['zip'],
  country: ['country'],
  years: ['years'],
  months: ['months'],
  housing: ['housing'],
  employer: ['employer or business name'],
  position: ['position or title'],
  employmentStart: ['start date'],
  grossIncome: ['gross monthly income'],
  baseIncome: ['base'],
  overtimeIncome: ['overtime'],
  bonusIncome: ['bonus'],
  commissionIncome: ['commission'],
  military: ['military'],
  militaryEntitlements: ['entitlements'],
  otherIncome: ['other'],
  incomeTotalPrinted: ['total'],
  perMonth: ['month'],
  statement: [
    'check if this statement applies',
    'check if you are the business',
    'i have an ownership share of',
  ],
  maritalStatus: ['marital status'],
  notApply: ['does not apply'],
};

const SECTIONS: Dictionary = {
  personal: ['1a personal information'],
  current: ['current address'],
  former: ['if at current address for less than 2 years'],
  mailing: ['mailing address'],
  employment: ['1b current employment self employment and income', '1b current employment'],
  additional: ['1c if applicable complete information'],
  previous: ['1d if applicable complete information'],
  otherIncome: ['1e income from other sources'],
  end: ['lender loan information', 'section 2 financial information'],
};

/** Section 1 of the 2021 application: the borrower, the current address, the current employment and its income. */
export function readUrla(layouts: readonly Layout[]): Collected {
  const form = layouts.some(
    (layout) => findLabels(layout, { form: ['1a personal information', '1b current employment'] }).length > 0,
  );
  const candidates = layouts.flatMap((layout) => (form ? readPage(layout) : readPlainApplication(layout)));
  const names = new Set([...NAMES, ...candidates.map((field) => field.name)]);
  const collected: Collected = { fields: [], absent: [] };
  for (const name of names)
    merge(
      collected,
      agree(
        name,
        candidates.filter((field) => field.name === name),
      ),
    );
  return collected;
}

function readPage(layout: Layout): Field[] {
  const sections = findLabels(layout, SECTIONS);
  const labels = findLabels(layout, URLA_LABELS).filter(
    (label) => !ADDRESS.has(label.name) || label.cell.words[0] === label.words[0],
  );
  const section = (label: Label): string =>
    [...sections].reverse().find((header) => header.top <= label.top + heightOf(label) * 0.3)?.name ?? 'head';
  return labels.flatMap((label) => readLabel(layout, label, labels, section(label)) ?? []);
}

const PERSONAL = new Set([
  'borrower',
  'ssn',
  'dateOfBirth',
  'email',
  'homePhone',
  'cellPhone',
  'dependents',
  'dependentAges',
]);
const ADDRESS = new Set(['street', 'city', 'state', 'zip', 'country']);
const INCOME = new Set([
  'baseIncome',
  'overtimeIncome',
  'bonusIncome',
  'commissionIncome',
  'militaryEntitlements',
  'otherIncome',
  'incomeTotalPrinted',
]);

function readLabel(
  layout: Layout,
  label: Label,
  labels: readonly Label[],
  section: string,
): Field | undefined {
  if (PERSONAL.has(label.name) && section === 'personal') return readPersonal(layout, label, labels);
  const prefix = { current: 'current', former: 'former', mailing: 'mailing', employment: 'employer' }[
    section
  ];
  if (prefix && ADDRESS.has(label.name))
    return addressPart(
      layout,
      label,
      labels,
      `${prefix}${label.name[0]?.toUpperCase()}${label.name.slice(1)}`,
    );
  if (section === 'current' && (label.name === 'years' || label.name === 'months'))
    return countBefore(layout, label, `current${label.name === 'years' ? 'Years' : 'Months'}`);
  if (section !== 'employment') return undefined;
  if (label.name === 'employer' || label.name === 'position')
    return plainText(layout, label, labels, label.name);
  if (label.name === 'employerPhone') return phone(layout, label, labels, 'employerPhone');
  if (label.name === 'employmentStart') return dateBeside(layout, label, labels, 'employmentStart');
  if (label.name === 'years' || label.name === 'months')
    return countBefore(layout, label, `lineOfWork${label.name === 'years' ? 'Years' : 'Months'}`);
  return INCOME.has(label.name) ? income(layout, label) : undefined;
}

function readPersonal(layout: Layout, label: Label, labels: readonly Label[]): Field | undefined {
  if (label.name === 'borrower') {
    const words = firstRun(
      wordsBelow(
        layout,
        { ...label, left: label.left - 3 * layout.em, right: label.right + 6 * layout.em },
        labels,
      )[0] ?? [],
    );
    return words.length > 1 &&
      words.every((word) => /^\p{L}[\p{L}.,'’-]*$/u.test(word.text)) &&
      !/names?$/i.test(textOf(words))
      ? makeField({ name: 'borrower', kind: 'text', value: textOf(words), words, layout })
      : undefined;
  }
  if (label.name === 'ssn') {
    const reading = readAll(wordsRightOf(layout, label, []), parseSsn, 6, 3)[0];
    return reading
      ? makeField({ name: 'ssn', kind: 'identifier', value: reading.value, words: reading.words, layout })
      : undefined;
  }
  if (label.name === 'dateOfBirth') return dateBeside(layout, label, labels, 'dateOfBirth', 2);
  if (label.name === 'email') {
    const word = wordsRightOf(layout, label, labels).find((candidate) =>
      /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(candidate.text),
    );
    return word
      ? makeField({ name: 'email', kind: 'text', value: word.text, words: [word], layout })
      : undefined;
  }
  if (label.name.endsWith('Phone')) return phone(layout, label, labels, label.name);
  const words = firstRun(wordsRightOf(layout, label, labels, 10)).filter((word) =>
    /^\d{1,2}$/.test(word.text),
  );
  return words.length === 1 && words[0]
    ? makeField({ name: label.name, kind: 'text', value: words[0].text, words, layout })
    : undefined;
}

function dateBeside(
  layout: Layout,
  label: Label,
  labels: readonly Label[],
  name: string,
  lines = 1,
): Field | undefined {
  const choices = [wordsRightOf(layout, label, []), ...wordsBelow(layout, label, labels, lines + 1, 2)];
  const reading =
    choices.map((words) => readDates(words)).find((list) => list.length > 0)?.[0] ??
    choices.map((words) => spacedDate(words)).find(Boolean);
  return reading ? fieldOfDate(layout, name, reading) : undefined;
}

/** `01 / 02 / 2010`, set in combed boxes further apart than words of a sentence. */
function spacedDate(words: readonly Placed[]): ReturnType<typeof readDates>[number] | undefined {
  const digits = words.filter((word) => /^[\d/]+$/.test(word.text));
  return readDates(
    digits.map((word, index) => ({ ...word, left: index, right: index + 1, source: word.source })),
  )[0];
}

function phone(layout: Layout, label: Label, labels: readonly Label[], name: string): Field | undefined {
  const words = wordsRightOf(layout, label, labels).filter((word) => /\d/.test(word.text));
  const digits = words.map((word) => word.text.replace(/\D/g, '')).join('');
  return digits.length === 10
    ? makeField({
        name,
        kind: 'text',
        value: `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`,
        words,
        layout,
      })
    : undefined;
}

const SHAPES: Readonly<Record<string, RegExp>> = { state: /^[A-Z]{2}$/, zip: /^\d{5}(?:-\d{4})?$/ };

function addressPart(
  layout: Layout,
  label: Label,
  labels: readonly Label[],
  name: string,
): Field | undefined {
  const words = wordsRightOf(layout, label, labels).filter((word) => word.text !== '#');
  const shape = SHAPES[label.name];
  const fits = shape
    ? words.length === 1 && shape.test(textOf(words))
    : words.length > 0 && /[\p{L}\d]{2}/u.test(textOf(words));
  return fits ? makeField({ name, kind: 'text', value: textOf(words), words, layout }) : undefined;
}

function plainText(layout: Layout, label: Label, labels: readonly Label[], name: string): Field | undefined {
  const words = firstRun(wordsRightOf(layout, label, labels));
  return words.length > 0 && /\p{L}{2}/u.test(textOf(words))
    ? makeField({ name, kind: 'text', value: textOf(words), words, layout })
    : undefined;
}

/** `2 Years 3 Months`: the number stands before its unit. */
function countBefore(layout: Layout, label: Label, name: string): Field | undefined {
  const before = layout.cells
    .flatMap((cell) => cell.words)
    .filter(
      (word) =>
        Math.abs(middleOf(word) - middleOf(label)) < 0.6 * layout.em &&
        word.right <= label.left + 0.2 * layout.em &&
        label.left - word.right < 3 * layout.em,
    )
    .sort((one, other) => other.right - one.right)[0];
  return before && /^\d{1,2}$/.test(before.text)
    ? makeField({ name, kind: 'text', value: before.text, words: [before], layout })
    : undefined;
}

/** Amounts per month, written with or without cents between the label and `/month`. */
function income(layout: Layout, label: Label): Field | undefined {
  const words = wordsRightOf(layout, label, [], 30).filter((word) => !/month/.test(fold(word.text)));
  const readings = readMoney(words);
  const only = readings[0];
  return only && readings.length === 1 ? moneyField(label.name, only.value, only.words, layout) : undefined;
}
