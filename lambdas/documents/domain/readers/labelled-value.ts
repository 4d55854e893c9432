import type { Field } from '../document-reading.ts';
import type { Label } from '../geometry/find-label.ts';
import { wordsInside } from '../geometry/find-label.ts';
import { heightOf, middleOf } from '../geometry/layout.ts';
import type { Layout, Placed } from '../geometry/layout.ts';
import { readAll, readDates, readMoney, textOf } from '../geometry/read-words.ts';
import type { Reading } from '../geometry/read-words.ts';
import { makeField, moneyField } from './collector.ts';

/** The words right of a label on its line, up to the next label. */
export function wordsRightOf(
  layout: Layout,
  label: Label,
  labels: readonly Label[] = [],
  reach = 40,
): Placed[] {
  const height = Math.max(heightOf(label), 0.8 * layout.em);
  const barrier = Math.min(
    ...labels
      .filter(
        (other) =>
          other !== label &&
          other.left >= label.right &&
          Math.abs(middleOf(other) - middleOf(label)) < 0.7 * height,
      )
      .map((other) => other.left),
    label.right + reach * height,
  );
  return layout.cells
    .flatMap((cell) => cell.words)
    .filter(
      (word) =>
        !label.words.includes(word) &&
        Math.abs(middleOf(word) - middleOf(label)) < 0.6 * height &&
        word.left >= label.right - 0.2 * height &&
        word.left < barrier,
    )
    .sort((one, other) => one.left - other.left);
}

/** The words of the one or two lines under a label, in its column. */
export function wordsBelow(
  layout: Layout,
  label: Label,
  labels: readonly Label[] = [],
  lines = 1,
  slack = 1,
): Placed[][] {
  const height = Math.max(heightOf(label), 0.8 * layout.em);
  const beside = labels.filter(
    (other) =>
      other !== label && other.left > label.right && Math.abs(middleOf(other) - middleOf(label)) < height,
  );
  const right = Math.min(...beside.map((other) => other.left - 0.3 * height), label.right + 8 * height);
  const under = wordsInside(
    layout,
    {
      left: label.left - slack * height,
      right,
      top: label.bottom - 0.1 * height,
      bottom: label.bottom + (0.6 + 2.2 * lines) * height,
    },
    labels,
  );
  return under.slice(0, lines);
}

/** First value that parses right of the label, else under it. */
export function valueOf<T>(
  layout: Layout,
  label: Label,
  labels: readonly Label[],
  read: (words: readonly Placed[]) => Reading<T>[],
): Reading<T> | undefined {
  const right = read(wordsRightOf(layout, label, labels));
  if (right[0]) return right[0];
  return wordsBelow(layout, label, labels)
    .map(read)
    .find((list) => list.length > 0)?.[0];
}

export function dateField(
  layout: Layout,
  label: Label,
  labels: readonly Label[],
  name = label.name,
): Field | undefined {
  const reading = valueOf(layout, label, labels, readDates);
  return reading ? fieldOfDate(layout, name, reading) : undefined;
}

export function fieldOfDate(
  layout: Layout,
  name: string,
  reading: ReturnType<typeof readDates>[number],
): Field {
  const swapped = reading.value.ambiguous && layout.dayFirst;
  return makeField({
    name,
    kind: 'date',
    value: reading.value.on,
    words: reading.words,
    layout,
    doubt: swapped ? 'day and month may be the other way round' : undefined,
  });
}

export function moneyBeside(
  layout: Layout,
  label: Label,
  labels: readonly Label[],
  name = label.name,
): Field | undefined {
  const reading = valueOf(layout, label, labels, readMoney);
  return reading ? moneyField(name, reading.value, reading.words, layout) : undefined;
}

export function identifierField(
  layout: Layout,
  label: Label,
  labels: readonly Label[],
  parse: (text: string) => string | undefined,
  name = label.name,
): Field | undefined {
  const reading = valueOf(layout, label, labels, (words) => readAll(words, parse, 5));
  return reading
    ? makeField({ name, kind: 'identifier', value: reading.value, words: reading.words, layout })
    : undefined;
}

/** The first words right of a label (one cell), else the first line under it, when `accepts` them. */
export function textField(
  layout: Layout,
  label: Label,
  labels: readonly Label[],
  accepts: (text: string) => boolean,
  name = label.name,
): Field | undefined {
  const choices = [
    firstRun(wordsRightOf(layout, label, labels)),
    ...wordsBelow(layout, label, labels).map(firstRun),
  ];
  const words = choices.find((run) => run.length > 0 && accepts(clean(run)));
  if (!words) return undefined;
  const text = clean(words);
  const doubt = /[^\p{L}\p{N}\s.,'’&/()#-]/u.test(text) ? 'stray marks in the text' : undefined;
  return makeField({ name, kind: 'text', value: text, words, layout, doubt });
}

function clean(words: readonly Placed[]): string {
  return textOf(words).replace(/^[:\s|-]+|[:;\s|]+$/gu, '');
}

/** Words up to the first wide gap. */
export function firstRun(words: readonly Placed[]): Placed[] {
  const end = words.findIndex((word, index) => {
    const before = words[index - 1];
    return (
      before !== undefined && word.left - before.right > 1.3 * Math.max(heightOf(word), heightOf(before))
    );
  });
  return end < 0 ? [...words] : words.slice(0, end);
}
