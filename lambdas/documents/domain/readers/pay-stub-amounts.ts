import type { Field } from '../document-reading.ts';
import { findLabels } from '../geometry/find-label.ts';
import type { Label } from '../geometry/find-label.ts';
import { heightOf } from '../geometry/layout.ts';
import type { Layout } from '../geometry/layout.ts';
import { readMoney } from '../geometry/read-words.ts';
import { wordsInside } from '../geometry/find-label.ts';
import { fold } from '../values/fold.ts';
import { isStateCode } from '../values/names.ts';
import { decimalOf } from '../values/parse-money.ts';
import { makeField, moneyField } from './collector.ts';
import { EARNING_ROWS, ROW_LABELS, TOTAL_LABELS } from './pay-stub-labels.ts';
import { wordsRightOf } from './labelled-value.ts';
import { amountsRightOf, findColumns, headerOver, placeRow } from './pay-stub-table.ts';
import type { Placing } from './pay-stub-table.ts';

const TOTAL_NAMES: Readonly<Record<string, Readonly<Partial<Record<Placing['column'], string>>>>> = {
  gross: { current: 'currentGross', ytd: 'ytdGross' },
  net: { current: 'netPay', ytd: 'ytdNet' },
};

/** Totals and rows of a stub's tables. */
export function readAmounts(layout: Layout): Field[] {
  return readTables(layout).filter((field) => layout.engine === 'text-layer' || hasCents(field.printed));
}

/** From a picture an amount without its cents has lost its decimal point more often than not: `$45243`. */
function hasCents(printed: string): boolean {
  return /[.,]\s?\d{2,4}\D*$/.test(printed);
}

function readTables(layout: Layout): Field[] {
  const columns = findColumns(layout);
  const totals = findLabels(layout, TOTAL_LABELS).filter((label) => standsAlone(label));
  const rows = findLabels(layout, ROW_LABELS).filter((label) => standsAlone(label));
  return [
    ...totals.flatMap((label) => readTotal(layout, label, columns, totals)),
    ...rows.flatMap((label) => readRow(layout, label, columns)),
  ];
}

/** The label opens its cell and no other word of letters follows: `Holiday`, `NY State Income Tax`, not `Holiday Club`. */
function standsAlone(label: Label): boolean {
  const words = label.cell.words;
  const from = words.indexOf(label.words[0] ?? words[0]!);
  const before = words.slice(0, Math.max(0, from)).map((word) => word.text);
  const after = label.rest.map((word) => fold(word.text)).filter((text) => /[a-z]{3}/.test(text));
  const allowed = new Set([
    'ytd',
    'pay',
    'this',
    'period',
    'current',
    'total',
    'gross',
    'net',
    'hours',
    'year',
    'date',
    'and',
    'employee',
    'tax',
    'withheld',
    'earnings',
  ]);
  return (
    before.every((text) => isStateCode(text) || !/\p{L}/u.test(text)) &&
    after.every((text) => allowed.has(text))
  );
}

function readTotal(
  layout: Layout,
  label: Label,
  columns: readonly Label[],
  totals: readonly Label[],
): Field[] {
  if (label.name === 'ytdGross' || label.name === 'ytdNet') {
    const amounts = amountsRightOf(layout, label, totals);
    const first = amounts[0];
    return first && amounts.length === 1 ? [moneyField(label.name, first.value, first.words, layout)] : [];
  }
  const names = TOTAL_NAMES[label.name] ?? {};
  const placed = placeRow(layout, label, columns, totals).flatMap((placing) => {
    const name = names[placing.column];
    return name ? [moneyField(name, placing.reading.value, placing.reading.words, layout)] : [];
  });
  if (placed.length > 0) return placed;
  const amounts = amountsRightOf(layout, label, totals);
  const only = amounts[0];
  if (only && amounts.length === 1 && names.current)
    return [moneyField(names.current, only.value, only.words, layout)];
  return amounts.length === 0 ? readTransposed(layout, label, names) : [];
}

/** A summary whose columns are the totals and whose rows are `Current` and `YTD`. */
function readTransposed(
  layout: Layout,
  label: Label,
  names: Readonly<Partial<Record<Placing['column'], string>>>,
): Field[] {
  const height = heightOf(label);
  const region = {
    left: label.left - 3 * height,
    right: label.right + 3 * height,
    top: label.bottom,
    bottom: label.bottom + 6 * height,
  };
  return wordsInside(layout, region).flatMap((words): Field[] => {
    const readings = readMoney(words);
    const line = layout.lines.find((cells) =>
      cells.some((cell) => words[0] && cell.words.includes(words[0])),
    );
    const head = fold(line?.[0]?.text ?? '');
    const name = /^(?:current|this period|this check|this pay)/.test(head)
      ? names.current
      : /^(?:ytd|year to date|y t d)/.test(head)
        ? names.ytd
        : undefined;
    const only = readings[0];
    return only && readings.length === 1 && name ? [moneyField(name, only.value, only.words, layout)] : [];
  });
}

/** A rate with three or four decimals is no amount: `24.0385` under the header of the rates. */
function readFineRate(layout: Layout, label: Label, columns: readonly Label[]): Field[] {
  const above = columns.filter((header) => header.bottom <= label.top + 0.5 * heightOf(label));
  const words = wordsRightOf(layout, label).filter(
    (word) => /^\$?\d{1,4}\.\d{3,4}$/.test(word.text) && headerOver([word], above, label)?.name === 'rate',
  );
  const [word] = words;
  return word && words.length === 1
    ? [
        makeField({
          name: `${label.name}Rate`,
          kind: 'decimal',
          value: word.text.replace('$', ''),
          words,
          layout,
        }),
      ]
    : [];
}

function readRow(layout: Layout, label: Label, columns: readonly Label[]): Field[] {
  const deduction = !EARNING_ROWS.includes(label.name);
  const fine = deduction ? [] : readFineRate(layout, label, columns);
  return [...fine, ...readPlacings(label, columns, layout, deduction)];
}

function readPlacings(label: Label, columns: readonly Label[], layout: Layout, deduction: boolean): Field[] {
  return placeRow(layout, label, columns).flatMap((placing): Field[] => {
    const { value, words } = placing.reading;
    if (placing.column === 'current' || placing.column === 'ytd') {
      const cents = deduction ? Math.abs(value.cents) : value.cents;
      return [
        moneyField(
          `${label.name}${placing.column === 'current' ? 'Current' : 'Ytd'}`,
          { ...value, cents },
          words,
          layout,
        ),
      ];
    }
    if (deduction || placing.column === 'ytdHours' || value.form === 'whole' || value.form === 'torn')
      return [];
    const name = `${label.name}${placing.column === 'rate' ? 'Rate' : 'Hours'}`;
    return [makeField({ name, kind: 'decimal', value: decimalOf(value.cents), words, layout })];
  });
}

/** Where two fields stand, for sums down a column. */
export function sameColumn(one: Field, other: Field): boolean {
  const right = (field: Field): number => field.box.left + field.box.width;
  return (
    one.page === other.page &&
    Math.min(Math.abs(one.box.left - other.box.left), Math.abs(right(one) - right(other))) < 0.03
  );
}
