import type { Field } from '../document-reading.ts';
import { wordsInside } from '../geometry/find-label.ts';
import type { Label, Region } from '../geometry/find-label.ts';
import { heightOf, middleOf } from '../geometry/layout.ts';
import type { Layout, Placed } from '../geometry/layout.ts';
import { readMoney, textOf } from '../geometry/read-words.ts';
import type { Reading } from '../geometry/read-words.ts';
import type { Money } from '../values/parse-money.ts';
import { isStateCode } from '../values/names.ts';
import { makeField, moneyField } from './collector.ts';

const MONEY_COLUMNS: Readonly<Record<string, string>> = {
  stateWages: 'Wages',
  stateTax: 'Tax',
  localWages: 'Wages',
  localTax: 'Tax',
};

/**
 * Boxes 15 to 20 hold up to two rows under (on some substitute forms over) one line of labels. Rows are told apart by
 * height; the first is `state1`/`local1`.
 */
export function readStateRows(layout: Layout, labels: readonly Label[]): Field[] {
  const columns = labels.filter(
    (label) => label.name in MONEY_COLUMNS || label.name === 'state' || label.name === 'locality',
  );
  return rowsOfLabels(columns, layout).flatMap((row) => {
    const found = row.flatMap((label) => readColumn(layout, label, labels));
    return [
      ...numberRows(
        found.filter((item) => item.side === 'state'),
        layout,
      ),
      ...numberRows(
        found.filter((item) => item.side === 'local'),
        layout,
      ),
    ].map((item) => item.field);
  });
}

/** One line of labels for each printing of the form. */
function rowsOfLabels(labels: readonly Label[], layout: Layout): Label[][] {
  const rows: Label[][] = [];
  for (const label of [...labels].sort(
    (one, other) => middleOf(one) - middleOf(other) || one.left - other.left,
  )) {
    const row = rows.at(-1);
    const near = row?.[0] && Math.abs(middleOf(row[0]) - middleOf(label)) < 1.5 * layout.em;
    if (
      row &&
      near &&
      !row.some((other) => other.name === label.name && Math.abs(other.left - label.left) > 12 * layout.em)
    )
      row.push(label);
    else rows.push([label]);
  }
  return rows;
}

interface Item {
  side: 'state' | 'local';
  suffix: string;
  middle: number;
  field: Field;
}

function readColumn(layout: Layout, label: Label, labels: readonly Label[]): Item[] {
  const below = itemsIn(layout, columnRegion(label, labels, 'below'), label, labels);
  return below.length > 0 ? below : itemsIn(layout, columnRegion(label, labels, 'above'), label, labels);
}

/** Between this label and the nearest others: sideways on its line, and up or down to the next line of labels. */
function columnRegion(label: Label, labels: readonly Label[], side: 'below' | 'above'): Region {
  const height = heightOf(label);
  const beside = labels.filter(
    (other) => other.left > label.right && Math.abs(middleOf(other) - middleOf(label)) < 1.2 * height,
  );
  const left = label.left - 3 * height;
  const right = Math.min(...beside.map((other) => other.left - 0.6 * height), label.left + 22 * height);
  const others = labels.filter(
    (other) =>
      other !== label &&
      other.left < right &&
      other.right > label.left - height &&
      Math.abs(middleOf(other) - middleOf(label)) > height,
  );
  if (side === 'below') {
    return {
      left,
      right,
      top: label.bottom - 0.1 * height,
      bottom: Math.min(
        ...others.filter((other) => other.top > label.bottom - 0.2 * height).map((other) => other.top),
        label.bottom + 6 * height,
      ),
    };
  }
  return {
    left,
    right,
    top: Math.max(
      ...others.filter((other) => other.bottom < label.top + 0.2 * height).map((other) => other.bottom),
      label.top - 5.5 * height,
    ),
    bottom: label.top + 0.1 * height,
  };
}

function itemsIn(layout: Layout, region: Region, label: Label, labels: readonly Label[]): Item[] {
  return wordsInside(layout, region, labels).flatMap((line) => {
    if (label.name === 'state') return stateItems(line, layout);
    if (label.name === 'locality') return localityItems(line, layout);
    return readMoney(line)
      .filter(
        (reading) => !isYear(reading) && (layout.engine === 'text-layer' || reading.value.form === 'plain'),
      )
      .map((reading): Item => ({
        side: label.name.startsWith('state') ? 'state' : 'local',
        suffix: MONEY_COLUMNS[label.name] ?? '',
        middle: middleOf(reading.words[0] ?? label),
        field: moneyField(label.name, reading.value, reading.words, layout),
      }));
  });
}

/** The tax year stands under the state's boxes in large type. */
function isYear(reading: Reading<Money>): boolean {
  return /^(?:19|20)\d\d$/.test(textOf(reading.words));
}

/** `PA 87654321`: a state's code, then the employer's number in that state. */
function stateItems(line: readonly Placed[], layout: Layout): Item[] {
  const first = line[0];
  if (!first) return [];
  const code = first.text.replace(/[^A-Za-z]/g, '');
  const number = line.find(
    (word) => /^[[|]?[\dA-Z][\dA-Z-]{4,}[\]|]?$/i.test(word.text) && /\d/.test(word.text),
  );
  const items: Item[] = [];
  if (isStateCode(code))
    items.push({
      side: 'state',
      suffix: '',
      middle: middleOf(first),
      field: makeField({ name: 'state', kind: 'text', value: code, words: [first], layout }),
    });
  if (number) {
    const value = number.text.replace(/^[[|]|[\]|]$/g, '');
    const doubt = value === number.text ? undefined : 'a rule touches the number';
    items.push({
      side: 'state',
      suffix: 'EmployerId',
      middle: middleOf(number),
      field: makeField({ name: 'state', kind: 'identifier', value, words: [number], layout, doubt }),
    });
  }
  return items;
}

function localityItems(line: readonly Placed[], layout: Layout): Item[] {
  const first = line[0];
  const text = textOf(line);
  if (!first || !/^[\p{L}][\p{L}.,/' -]+$/u.test(text)) return [];
  return [
    {
      side: 'local',
      suffix: 'locality',
      middle: middleOf(first),
      field: makeField({ name: 'locality', kind: 'text', value: text, words: line, layout }),
    },
  ];
}

/** Rows by height over all columns of a side; more than two rows is not a W-2, so nothing is read. */
function numberRows(items: readonly Item[], layout: Layout): Item[] {
  const rows: number[] = [];
  const solid = items.filter((item) => item.field.kind !== 'text');
  for (const middle of solid.map((item) => item.middle).sort((one, other) => one - other)) {
    if (!rows.some((row) => Math.abs(row - middle) < 0.9 * layout.em)) rows.push(middle);
  }
  if (rows.length > 2) return [];
  return items
    .filter((item) => rows.some((row) => Math.abs(row - item.middle) < 0.9 * layout.em))
    .map((item) => {
      const number = rows.findIndex((row) => Math.abs(row - item.middle) < 0.9 * layout.em) + 1;
      const name = item.suffix === 'locality' ? `locality${number}` : `${item.side}${number}${item.suffix}`;
      return { ...item, field: { ...item.field, name } };
    });
}
