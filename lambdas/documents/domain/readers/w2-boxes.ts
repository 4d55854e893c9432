import type { Field } from '../document-reading.ts';
import { boxUnder, wordsInside } from '../geometry/find-label.ts';
import type { Label, Region } from '../geometry/find-label.ts';
import { heightOf } from '../geometry/layout.ts';
import type { Layout, Placed } from '../geometry/layout.ts';
import { readMoney, textOf } from '../geometry/read-words.ts';
import type { Reading } from '../geometry/read-words.ts';
import type { Money } from '../values/parse-money.ts';
import { fold } from '../values/fold.ts';
import { decimalOf } from '../values/parse-money.ts';
import { makeField, moneyField } from './collector.ts';

const CODES = new Set('A B C D E F G H J K L M N P Q R S T V W Y Z AA BB DD EE FF GG HH II'.split(' '));

/** How far under its label a box's amount may stand, in heights of the label; further down is the next box. */
const AMOUNT_REACH = 2.6;

/** The amount printed in one money box, on the first line that has one; two different amounts there are not read. */
export function readMoneyBox(layout: Layout, label: Label, labels: readonly Label[]): Field | undefined {
  const lines = wordsInside(layout, boxUnder(layout, label, labels), labels).map((line) =>
    line.filter((word) => !isFurniture(word, layout)),
  );
  const readings =
    lines
      .map((line) => readMoney(line).filter((reading) => !tooShort(reading, layout)))
      .find((list) => list.length > 0) ?? [];
  const values = new Set(readings.map((reading) => reading.value.cents));
  const first = readings[0];
  const height = Math.max(heightOf(label), 0.8 * layout.em);
  const near = first?.words[0] && first.words[0].top - label.bottom < AMOUNT_REACH * height;
  return first && near && values.size === 1
    ? moneyField(label.name, first.value, first.words, layout)
    : undefined;
}

/** OCR makes one- and two-digit numbers out of rules and of the numbers of boxes. */
function tooShort(reading: Reading<Money>, layout: Layout): boolean {
  return (
    layout.engine !== 'text-layer' && reading.value.form === 'whole' && Math.abs(reading.value.cents) < 10_000
  );
}

/** Box 12 entries: a code and an amount, `DD 6939.68`; or the amount alone where no code is printed. */
export function readCodedBox(layout: Layout, label: Label, labels: readonly Label[]): Field | undefined {
  const under = boxUnder(layout, label, labels, 4.5);
  const region: Region = { ...under, top: label.top - 0.2 * heightOf(label) };
  const words = wordsInside(layout, region, labels)
    .flat()
    .filter((word) => !isFurniture(word, layout));
  const readings = readMoney(words.filter((word) => /\d/.test(word.text) || word.text === '$')).filter(
    (reading) => !tooShort(reading, layout),
  );
  const first = readings[0];
  if (readings.length !== 1 || !first || first.value.form === 'torn') return undefined;
  const codes = words.filter(
    (word) =>
      CODES.has(word.text.replace(/[^A-Za-z]/g, '')) && word.right <= (first.words[0]?.left ?? 0) + layout.em,
  );
  const code = codes.at(-1);
  const used = code ? [code, ...first.words] : first.words;
  const printedCode = code?.text.replace(/[^A-Za-z]/g, '') ?? '';
  const doubt =
    codes.length > 1
      ? 'more than one code in the box'
      : layout.engine !== 'text-layer' && !code
        ? 'no code could be read'
        : undefined;
  return makeField({
    name: label.name,
    kind: 'text',
    value: `${printedCode} ${decimalOf(first.value.cents)}`.trim(),
    words: used,
    layout,
    printed: textOf(used),
    doubt,
  });
}

/** Vertical `Code` lettering and other small print inside boxes. */
function isFurniture(word: Placed, layout: Layout): boolean {
  return heightOf(word) < 0.62 * layout.em && !/\d/.test(word.text);
}

/** Marks under the three labels of box 13, when marks are printed as text at all. */
export function readCheckBoxes(layout: Layout, labels: readonly Label[]): Field[] {
  const boxes = labels.filter((label) => label.name.startsWith('box13'));
  const marks = boxes.map((label) => ({ label, mark: markUnder(layout, label, labels) }));
  if (!marks.some(({ mark }) => mark)) return [];
  return marks
    .filter(({ mark }) => mark || layout.engine === 'text-layer')
    .map(({ label, mark }) =>
      makeField({
        name: label.name,
        kind: 'flag',
        value: Boolean(mark),
        words: mark ? [mark] : label.words,
        layout,
        printed: mark?.text ?? '',
      }),
    );
}

function markUnder(layout: Layout, label: Label, labels: readonly Label[]): Placed | undefined {
  const region = boxUnder(layout, label, labels, 4);
  const words = wordsInside(layout, { ...region, left: label.left - 1.2 * layout.em }, labels).flat();
  const marks = words.filter((word) => /^[[|]?[xX✓✔☒☑][\]|]?$/u.test(word.text));
  return marks.length === 1 ? marks[0] : undefined;
}

/** Lines of text in a box; label words, small print and other labels' words left out. */
export function linesInBox(layout: Layout, region: Region, labels: readonly Label[]): Placed[][] {
  return wordsInside(layout, region, labels)
    .map((line) => line.filter((word) => !isFurniture(word, layout) && fold(word.text) !== ''))
    .filter((line) => line.length > 0);
}
