import type { Field } from '../document-reading.ts';
import { findLabels } from '../geometry/find-label.ts';
import type { Dictionary, Label } from '../geometry/find-label.ts';
import { middleOf } from '../geometry/layout.ts';
import type { Layout } from '../geometry/layout.ts';
import { readAll, textOf } from '../geometry/read-words.ts';
import { parseSsn } from '../values/parse-identifier.ts';
import type { Collected } from './collector.ts';
import { agree, makeField, merge } from './collector.ts';
import { confirmForm1040 } from './form-1040-confirm.ts';
import { readForm1040Lines } from './form-1040-lines.ts';
import { wordsBelow } from './labelled-value.ts';

const LINES = [
  'line1a',
  'line1z',
  'line2a',
  'line2b',
  'line3a',
  'line3b',
  'line4a',
  'line4b',
  'line5a',
  'line5b',
  'line6a',
  'line6b',
  'line7',
  'line8',
  'line9',
  'line10',
  'line11AGI',
  'line12',
  'line13',
  'line14',
  'line15',
];
const NAMES = ['year', 'taxpayer', 'ssn', ...LINES];

const LABELS: Dictionary = {
  firstName: ['your first name and middle initial', 'your first name and initial'],
  spouseFirstName: [
    'if joint return spouses first name and middle initial',
    'if a joint return spouses first name and initial',
    'spouses first name and middle initial',
  ],
  lastName: ['last name'],
  ssn: ['your social security number'],
  spouseSsn: ['spouses social security number'],
  homeAddress: ['home address number and street'],
  cityLabel: ['city town or post office'],
};

/** Form 1040, page 1, of 2019 and later: the header and every numbered line with an amount. Check boxes are not read. */
export function readForm1040(layouts: readonly Layout[]): Collected {
  const candidates = layouts.flatMap((layout) => [...readHeader(layout), ...readForm1040Lines(layout)]);
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
  return { ...collected, fields: confirmForm1040(collected.fields) };
}

function readHeader(layout: Layout): Field[] {
  const labels = findLabels(layout, LABELS);
  const fields = labels.flatMap((label): Field[] => {
    if (label.name === 'firstName') return name(layout, label, labels, 'taxpayer');
    if (label.name === 'spouseFirstName') return name(layout, label, labels, 'spouse');
    if (label.name === 'ssn' || label.name === 'spouseSsn') return ssn(layout, label, labels);
    return [];
  });
  return [...fields, ...year(layout)];
}

function name(layout: Layout, label: Label, labels: readonly Label[], field: string): Field[] {
  const last = labels.find(
    (other) =>
      other.name === 'lastName' &&
      Math.abs(middleOf(other) - middleOf(label)) < 1.2 * layout.em &&
      other.left > label.left,
  );
  if (!last) return [];
  const own = labels.filter((other) => other !== last);
  const words = wordsBelow(layout, { ...label, right: last.right + 10 * layout.em }, own, 1, 1.5)[0] ?? [];
  const valid =
    words.length >= 2 && words.length <= 5 && words.every((word) => /^\p{Lu}[\p{L}.'’-]*$/u.test(word.text));
  return valid ? [makeField({ name: field, kind: 'text', value: textOf(words), words, layout })] : [];
}

/** Nine digits in combed boxes: OCR runs them together or apart, and slips; never clear without a second printing. */
function ssn(layout: Layout, label: Label, labels: readonly Label[]): Field[] {
  const words = wordsBelow(layout, label, labels, 1, 2)[0] ?? [];
  const whole = textOf(words).replace(/[\s|]/g, '');
  const reading = readAll(words, parseSsn, 5, 3)[0];
  const value = reading?.value ?? (/^\d{9}$/.test(whole) ? parseSsn(whole) : undefined);
  return value
    ? [makeField({ name: label.name, kind: 'identifier', value, words: reading?.words ?? words, layout })]
    : [];
}

function year(layout: Layout): Field[] {
  const words = layout.cells
    .flatMap((cell) => cell.words)
    .filter((word) => word.top < 0.15 && /^20[1-4]\d$/.test(word.text));
  const first = words[0];
  return first && new Set(words.map((word) => word.text)).size === 1
    ? [makeField({ name: 'year', kind: 'text', value: first.text, words: [first], layout })]
    : [];
}
