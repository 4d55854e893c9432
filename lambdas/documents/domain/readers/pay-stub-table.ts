import { findLabels } from '../geometry/find-label.ts';
import type { Dictionary, Label } from '../geometry/find-label.ts';
import { heightOf, middleOf } from '../geometry/layout.ts';
import type { Layout, Placed } from '../geometry/layout.ts';
import { readMoney } from '../geometry/read-words.ts';
import type { Reading } from '../geometry/read-words.ts';
import type { Money } from '../values/parse-money.ts';
import { COLUMN_LABELS } from './pay-stub-labels.ts';

export type Column = 'rate' | 'hours' | 'current' | 'ytd' | 'ytdHours';

/** An amount of a table's row with the column that it stands in. */
export interface Placing {
  column: Column;
  reading: Reading<Money>;
  middle: number;
}

/** The columns' headers of all tables on the page. */
export function findColumns(layout: Layout): Label[] {
  return findLabels(layout, COLUMN_LABELS).filter((label) => isHeader(label));
}

/** A header's line holds headers, not amounts. */
function isHeader(label: Label): boolean {
  const cellWords = label.cell.words.length;
  return (
    cellWords <= label.words.length + 3 &&
    !label.line.some((cell) => /\d\.\d{2}$/.test(cell.text) && cell.left > label.right)
  );
}

/**
 * The amounts right of a row's label, each under its header: nearest header above whose edges meet the amount's. Two
 * amounts under one header, or one that no header covers, leave that column unread.
 */
export function placeRow(
  layout: Layout,
  label: Label,
  columns: readonly Label[],
  stops: readonly Label[] = [],
): Placing[] {
  const amounts = amountsRightOf(layout, label, stops);
  const headers = columns.filter(
    (header) => header.bottom <= label.top + 0.5 * heightOf(label) && header.left > label.left,
  );
  const placed = amounts.flatMap((reading) => {
    const header = headerOver(reading.words, headers, label);
    return header
      ? [{ column: header.name as Column, reading, middle: middleOf(reading.words[0] ?? label) }]
      : [];
  });
  return placed.filter((placing) => placed.filter((other) => other.column === placing.column).length === 1);
}

/** The amounts on a label's line, as far as the next words that are another row's label. */
export function amountsRightOf(layout: Layout, label: Label, stops: readonly Label[] = []): Reading<Money>[] {
  const words = rowWords(layout, label);
  const stop = words.find((word) => word.left > label.right && isRowText(word, words)) ?? undefined;
  const barrier = Math.min(
    stop?.left ?? Number.POSITIVE_INFINITY,
    ...stops
      .filter(
        (other) =>
          other !== label &&
          other.left > label.right &&
          Math.abs(middleOf(other) - middleOf(label)) < heightOf(label) * 0.6,
      )
      .map((other) => other.left),
  );
  return readMoney(
    words.filter(
      (word) =>
        word.left >= label.right - 0.1 * heightOf(label) &&
        word.left < barrier &&
        !label.words.includes(word),
    ),
  );
}

/** The words level with a label, also where a tilt or a table's rule put them on a line of their own. */
function rowWords(layout: Layout, label: Label): Placed[] {
  const reach = 0.55 * Math.max(heightOf(label), layout.em * 0.8);
  return layout.cells
    .flatMap((cell) => cell.words)
    .filter((word) => Math.abs(middleOf(word) - middleOf(label)) < reach)
    .sort((one, other) => one.left - other.left);
}

/** A word of letters after an amount begins another row. */
function isRowText(word: Placed, words: readonly Placed[]): boolean {
  if (!/\p{L}{3}/u.test(word.text)) return false;
  return words.some((other) => other.right <= word.left && /\d[.,]\d{2}\D?$/.test(other.text));
}

/** The header that an amount stands under: nearest above, then nearest sideways. */
export function headerOver(
  words: readonly Placed[],
  headers: readonly Label[],
  row: { top: number; bottom: number },
): Label | undefined {
  const left = Math.min(...words.map((word) => word.left));
  const right = Math.max(...words.map((word) => word.right));
  const slack = 2.2 * heightOf(row);
  const covering = headers.filter((header) => header.left - slack < right && header.right + slack > left);
  const nearestTop = Math.max(...covering.map((header) => header.top));
  const level = covering.filter((header) => nearestTop - header.top < 2 * heightOf(header));
  const distance = (header: Label): number =>
    Math.min(
      Math.abs(header.right - right),
      Math.abs(header.left - left),
      Math.abs(header.left + header.right - left - right) / 2,
    );
  return level.sort((one, other) => distance(one) - distance(other))[0];
}

/** Rows of known names; a name found on several rows with amounts is left to the caller to settle. */
export function findRows(layout: Layout, dictionary: Dictionary): Label[] {
  return findLabels(layout, dictionary);
}
