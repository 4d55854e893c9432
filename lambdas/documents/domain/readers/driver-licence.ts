import type { Field } from '../document-reading.ts';
import { findLabels } from '../geometry/find-label.ts';
import type { Dictionary, Label } from '../geometry/find-label.ts';
import { heightOf } from '../geometry/layout.ts';
import type { Layout, Placed } from '../geometry/layout.ts';
import { readAll, readDates, textOf } from '../geometry/read-words.ts';
import { isStateCode } from '../values/names.ts';
import { parseMixedIdentifier } from '../values/parse-identifier.ts';
import type { Collected } from './collector.ts';
import { agree, makeField, merge } from './collector.ts';
import { fieldOfDate, wordsBelow, wordsRightOf } from './labelled-value.ts';
import { readLicenceNames } from './driver-licence-names.ts';
import { stateNamed } from './state-names.ts';

const NAMES = [
  'state',
  'documentNumber',
  'familyName',
  'givenName',
  'dateOfBirth',
  'issueDate',
  'expirationDate',
  'class',
  'restrictions',
  'endorsements',
  'address',
  'sex',
  'eyes',
  'height',
];

/** Labels of the AAMVA card design (numbers 1 to 18) and of the older designs of the states. */
export const LICENCE_LABELS: Dictionary = {
  documentNumber: [
    '4d number',
    '4d dl no',
    '4d lic no',
    '4d lic',
    '4d dln',
    '4d dl',
    '4d id',
    'dl no',
    'dl number',
    'dln',
    'lic no',
    'license no',
    'license number',
    'driver license number',
    'licence number',
    'customer identifier',
    'id no',
    '4d',
    'dl',
    'number',
    'lic',
  ],
  dateOfBirth: ['3 dob', 'dob', 'date of birth', 'birth date', 'birthdate'],
  issueDate: ['4a iss', 'iss', 'issued', 'issue date', 'date of issue', '4a issued', '4a'],
  expirationDate: [
    '4b exp',
    'exp',
    'expires',
    'expiration date',
    'exp date',
    '4b expires',
    'expiration',
    '4b',
  ],
  class: ['9 class', 'class', 'cls', '9 cl'],
  restrictions: ['12 rest', '12 restr', 'rest', 'restrictions', 'restr', '12 restrictions', '12rest'],
  endorsements: [
    '9a end',
    'end',
    'endorsements',
    'endorse',
    '9a endorsements',
    'oaend',
    '9aend',
    '9a endorse',
  ],
  sex: ['15 sex', 'sex', 'gender'],
  eyes: ['18 eyes', 'eyes', '18 eye', '18 eves'],
  height: ['16 hgt', 'hgt', 'height', 'ht', '16 ht'],
  weight: ['17 wgt', 'wgt', 'weight', 'wt'],
  discriminator: ['5 dd', 'dd'],
  revision: ['rev'],
};

/** A driver's licence or state identity card, front. */
export function readDriverLicence(layouts: readonly Layout[]): Collected {
  const candidates = layouts.flatMap((layout) => readPage(layout));
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
  return orderDates(collected);
}

function readPage(layout: Layout): Field[] {
  const labels = findLabels(layout, LICENCE_LABELS);
  return [
    ...labels.flatMap((label) => readLabelled(layout, label, labels) ?? []),
    ...readLicenceNames(layout),
    ...readState(layout),
    ...repeatedBirth(layout, labels),
  ];
}

const CODES: Readonly<Record<string, RegExp>> = {
  class: /^[A-Z]{1,2}\d?$/,
  restrictions: /^(?:NONE|[A-Z0-9]{1,3}(?:,\s?[A-Z0-9]{1,3})*)$/,
  endorsements: /^(?:NONE|[A-Z]{1,3})$/,
  sex: /^[MFX]$/,
  eyes: /^(?:BLK|BLU|BRO|BRN|GRY|GRN|HAZ|MAR|PNK|DIC|UNK)$/,
  height: /^\d['’-]\s?\d{1,2}["”]?$|^\d{3}\s?cm$/,
};

function readLabelled(layout: Layout, label: Label, labels: readonly Label[]): Field | undefined {
  const lines = [wordsRightOf(layout, label, labels, 12), ...wordsBelow(layout, label, labels, 1, 1.2)].map(
    (words) => words.filter((word) => heightOf(word) > 0.5 * layout.em),
  );
  if (label.name.includes('Date') || label.name === 'dateOfBirth') {
    const reading = lines.map((words) => readDates(words)).find((list) => list.length > 0)?.[0];
    return reading ? fieldOfDate(layout, label.name, reading) : undefined;
  }
  if (label.name === 'documentNumber') {
    const reading = lines
      .map((words) => readAll(words, licenceNumber, 3))
      .find((list) => list.length > 0)?.[0];
    return reading
      ? makeField({
          name: 'documentNumber',
          kind: 'identifier',
          value: reading.value,
          words: reading.words,
          layout,
        })
      : undefined;
  }
  const shape = CODES[label.name];
  const word = shape
    ? lines.map((words) => words.find((candidate) => shape.test(candidate.text))).find(Boolean)
    : undefined;
  return word
    ? makeField({
        name: label.name,
        kind: 'text',
        value: word.text,
        words: [word],
        layout,
        doubt:
          word.text.length < 2 && layout.engine !== 'text-layer' && word.confidence < 92
            ? 'one letter, not read surely'
            : undefined,
      })
    : undefined;
}

/** At least four digits, no date; letters may stand among them. */
function licenceNumber(text: string): string | undefined {
  const value = parseMixedIdentifier(text.replace(/\s/g, ''));
  return value && value.replace(/\D/g, '').length >= 4 && value.length >= 6 ? value.toUpperCase() : undefined;
}

/** The birth date is often printed again under the ghost picture; an equal date elsewhere confirms it. */
function repeatedBirth(layout: Layout, labels: readonly Label[]): Field[] {
  const label = labels.find((candidate) => candidate.name === 'dateOfBirth');
  const first = label ? readLabelled(layout, label, labels) : undefined;
  if (!first) return [];
  const again = layout.lines
    .flatMap((line) => readDates(line.flatMap((cell) => cell.words)))
    .filter(
      (reading) =>
        reading.value.on === first.value &&
        Math.abs((reading.words[0]?.source.top ?? 0) - first.box.top) > 0.02,
    );
  return again.slice(0, 1).map((reading) => fieldOfDate(layout, 'dateOfBirth', reading));
}

function readState(layout: Layout): Field[] {
  for (const line of layout.lines.filter((cells) => (cells[0]?.top ?? 1) < 0.4)) {
    for (const cell of line) {
      const found = stateWords(cell.words);
      if (found)
        return [
          makeField({
            name: 'state',
            kind: 'text',
            value: textOf(found).toUpperCase(),
            words: found,
            layout,
          }),
        ];
    }
  }
  return [];
}

function stateWords(words: readonly Placed[]): readonly Placed[] | undefined {
  const [first, second] = words;
  if (
    first &&
    second &&
    isStateCode(first.text) &&
    /^(?:driver|operator|identification|commercial)/i.test(second.text)
  )
    return [first];
  for (const size of [2, 1]) {
    for (let at = 0; at + size <= words.length; at += 1) {
      const run = words.slice(at, at + size);
      if (stateNamed(textOf(run))) return run;
    }
  }
  return undefined;
}

/** Birth before issue before expiry; dates out of that order were mixed up and become doubtful. */
function orderDates(collected: Collected): Collected {
  const on = (name: string): string =>
    `${collected.fields.find((field) => field.name === name)?.value ?? ''}`;
  const [birth, issue, expiry] = ['dateOfBirth', 'issueDate', 'expirationDate'].map(on);
  const wrong =
    (birth && issue && birth >= issue) ||
    (issue && expiry && issue >= expiry) ||
    (birth && expiry && birth >= expiry);
  if (!wrong) return collected;
  const dates = new Set(['dateOfBirth', 'issueDate', 'expirationDate']);
  return {
    ...collected,
    fields: collected.fields.map((field) =>
      dates.has(field.name)
        ? { ...field, trust: 'doubtful', doubt: 'birth, issue and expiry are out of order' }
        : field,
    ),
  };
}
