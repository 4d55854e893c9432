import type { Field } from '../document-reading.ts';
import { boxUnder, findLabels } from '../geometry/find-label.ts';
import type { Label } from '../geometry/find-label.ts';
import { heightOf, middleOf } from '../geometry/layout.ts';
import type { Layout, Placed } from '../geometry/layout.ts';
import { readAll, textOf } from '../geometry/read-words.ts';
import type { Collected } from './collector.ts';
import { agree, makeField, merge } from './collector.ts';
import { confirmW2 } from './w2-confirm.ts';
import { linesInBox, readCheckBoxes, readCodedBox, readMoneyBox } from './w2-boxes.ts';
import { W2_LABELS } from './w2-labels.ts';
import { readStateRows } from './w2-state-rows.ts';
import { fold } from '../values/fold.ts';
import { isCityLine, isStreetLine } from '../values/names.ts';
import { parseEin, parseMixedIdentifier, parseSsn } from '../values/parse-identifier.ts';

const MONEY_BOXES = ['box1', 'box2', 'box3', 'box4', 'box5', 'box6', 'box7', 'box8', 'box10', 'box11'];
const CODED_BOXES = ['box12a', 'box12b', 'box12c', 'box12d'];
const TEXTS = ['employee', 'employeeAddress', 'employer', 'employerAddress', 'ssn', 'ein', 'controlNumber'];

/**
 * Form W-2. The same form is often printed two or four times on a page (copies B, C, 2): every printing is read, equal
 * values confirm each other and are never added up; different ones leave the field unread.
 */
export function readW2(layouts: readonly Layout[]): Collected {
  const candidates = layouts.flatMap((layout) => candidatesOn(layout));
  const names = new Set([
    ...MONEY_BOXES,
    ...CODED_BOXES,
    ...TEXTS,
    'year',
    ...candidates.map((field) => field.name),
  ]);
  const collected: Collected = { fields: [], absent: [] };
  for (const name of names)
    merge(
      collected,
      agree(
        name,
        candidates.filter((field) => field.name === name),
      ),
    );
  return { ...collected, fields: confirmW2(collected.fields) };
}

function candidatesOn(layout: Layout): Field[] {
  const labels = withoutOverlaps(findLabels(layout, W2_LABELS)).map(withBoxNumber);
  return labels
    .flatMap((label) => {
      if (MONEY_BOXES.includes(label.name)) return some(readMoneyBox(layout, label, labels));
      if (CODED_BOXES.includes(label.name)) return some(readCodedBox(layout, label, labels));
      if (label.name === 'employer')
        return readAddressBox(layout, label, labels, 'employer', 'employerAddress');
      if (label.name === 'employee') return readEmployee(layout, label, labels);
      if (label.name === 'ssn') return some(readIdentifier(layout, label, labels, 'ssn', parseSsn));
      if (label.name === 'ein') return some(readIdentifier(layout, label, labels, 'ein', parseEin));
      if (label.name === 'control')
        return some(readIdentifier(layout, label, labels, 'controlNumber', parseMixedIdentifier));
      return [];
    })
    .concat(readCheckBoxes(layout, labels), readStateRows(layout, labels), some(readYear(layout)));
}

/** Takes the box's own number or letter, printed before the label, into the label. */
function withBoxNumber(label: Label): Label {
  const words = label.line.flatMap((cell) => cell.words);
  const before = words[words.findIndex((word) => word === label.words[0]) - 1];
  const near = before && label.left - before.right < 3.2 * heightOf(label);
  if (!before || !near || !/^[[|]?(?:\d{1,2}[a-d]?|[a-f])[.)]?$/i.test(before.text)) return label;
  return { ...label, left: before.left, words: [before, ...label.words] };
}

function some(field: Field | undefined): Field[] {
  return field ? [field] : [];
}

/** `12a See instructions` is found both by number and by wording: one label is enough. */
function withoutOverlaps(labels: readonly Label[]): Label[] {
  return labels.filter(
    (label, index) =>
      !labels.some(
        (other, at) =>
          at < index &&
          other.name === label.name &&
          Math.abs(middleOf(other) - middleOf(label)) < heightOf(label) &&
          Math.abs(other.right - label.left) < 3 * heightOf(label),
      ),
  );
}

function readIdentifier(
  layout: Layout,
  label: Label,
  labels: readonly Label[],
  name: string,
  parse: (text: string) => string | undefined,
): Field | undefined {
  const lines = linesInBox(layout, boxUnder(layout, label, labels, 3.5), labels);
  const readings = lines.flatMap((line) => readAll(line, parse, 5));
  const reading = readings[0];
  return reading && readings.length === 1
    ? makeField({ name, kind: 'identifier', value: reading.value, words: reading.words, layout })
    : undefined;
}

function readAddressBox(
  layout: Layout,
  label: Label,
  labels: readonly Label[],
  name: string,
  addressName: string,
): Field[] {
  return nameAndAddress(
    layout,
    linesInBox(layout, boxUnder(layout, label, labels, 14), labels),
    name,
    addressName,
  );
}

function readEmployee(layout: Layout, label: Label, labels: readonly Label[]): Field[] {
  const last = labels.find(
    (other) =>
      other.name === 'lastName' && Math.abs(middleOf(other) - middleOf(label)) < heightOf(label) * 1.2,
  );
  const suffix = labels.find(
    (other) => other.name === 'suffix' && Math.abs(middleOf(other) - middleOf(label)) < heightOf(label) * 1.2,
  );
  const own = new Set([last, suffix]);
  const others = labels.filter((other) => !own.has(other));
  const region = boxUnder(layout, label, others, 14);
  const lines = linesInBox(
    layout,
    {
      ...region,
      right: others.some((other) => other.left > label.right && other.left - 1 < region.right)
        ? region.right
        : label.left + 40 * layout.em,
    },
    labels,
  );
  return nameAndAddress(layout, joinNameLines(lines, layout), 'employee', 'employeeAddress');
}

/** First name, surname and suffix are typed into boxes of their own and may sit a little higher or lower. */
function joinNameLines(lines: readonly Placed[][], layout: Layout): Placed[][] {
  const [first, second, ...rest] = lines;
  if (!first || !second) return [...lines];
  const close =
    Math.abs(middleOf(first[0] ?? { top: 0, bottom: 0 }) - middleOf(second[0] ?? { top: 1, bottom: 1 })) <
    0.75 * layout.em;
  return close ? [[...first, ...second].sort((one, other) => one.left - other.left), ...rest] : [...lines];
}

function nameAndAddress(
  layout: Layout,
  lines: readonly Placed[][],
  name: string,
  addressName: string,
): Field[] {
  const kept = lines.filter(
    (line) => /[\p{L}]{2}/u.test(textOf(line)) && !/^(?:copy|form|omb|void)\b/.test(fold(textOf(line))),
  );
  const [first, ...address] = kept;
  if (!first || isStreetLine(textOf(first)) || isCityLine(textOf(first))) return [];
  const noise = /[^\p{L}\p{N}\s.,'’&/()-]/u.test(textOf(first)) ? 'stray marks in the name' : undefined;
  const fields = [
    makeField({ name, kind: 'text', value: textOf(first), words: first, layout, doubt: noise }),
  ];
  const words = address.slice(0, 4).flat();
  if (words.length > 0) {
    const value = address.slice(0, 4).map(textOf).join(', ');
    fields.push(
      makeField({
        name: addressName,
        kind: 'text',
        value,
        words,
        layout,
        doubt: addressDoubt(layout, value),
      }),
    );
  }
  return fields;
}

function addressDoubt(layout: Layout, address: string): string | undefined {
  if (/[^\p{L}\p{N}\s.,'’&/()#-]/u.test(address)) return 'stray marks in the address';
  return layout.engine !== 'text-layer' && !isCityLine(address)
    ? 'no postal code: a line may be missing'
    : undefined;
}

/** The tax year stands alone in large type; two different years on the page mean that neither is taken. */
function readYear(layout: Layout): Field | undefined {
  const years = layout.cells
    .flatMap((cell) => cell.words)
    .filter((word) => /^(?:19[89]\d|20[0-4]\d)$/.test(word.text));
  const word = years.sort((one, other) => heightOf(other) - heightOf(one))[0];
  return word && new Set(years.map((year) => year.text)).size === 1
    ? makeField({ name: 'year', kind: 'text', value: word.text, words: [word], layout })
    : undefined;
}
