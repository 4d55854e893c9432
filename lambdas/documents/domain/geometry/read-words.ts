import type { Box } from '../page-words.ts';
import { parseDate } from '../values/parse-date.ts';
import type { CalendarDate } from '../values/parse-date.ts';
import { parseMoney } from '../values/parse-money.ts';
import type { Money } from '../values/parse-money.ts';
import { heightOf } from './layout.ts';
import type { Placed } from './layout.ts';

/** A value with the words it was read from. */
export interface Reading<T> {
  value: T;
  words: readonly Placed[];
}

type Parse<T> = (text: string) => T | undefined;

/**
 * All values in a run of words, left to right. At each word the longest join that parses wins, so that what OCR split
 * (`67588 .01`) is one value; words further apart than `gap` heights are never joined.
 */
export function readAll<T>(words: readonly Placed[], parse: Parse<T>, most = 4, gap = 1.6): Reading<T>[] {
  const found: Reading<T>[] = [];
  for (let at = 0; at < words.length;) {
    const reading = longestAt(words, at, parse, most, gap);
    if (reading) found.push(reading);
    at += reading ? reading.words.length : 1;
  }
  return found;
}

function longestAt<T>(
  words: readonly Placed[],
  at: number,
  parse: Parse<T>,
  most: number,
  gap: number,
): Reading<T> | undefined {
  for (let count = Math.min(most, words.length - at); count >= 1; count -= 1) {
    const run = words.slice(at, at + count);
    if (!together(run, gap)) continue;
    const value = parse(run.map((word) => word.text).join(' '));
    if (value !== undefined) return { value, words: run };
  }
  return undefined;
}

function together(words: readonly Placed[], gap: number): boolean {
  return words.every((word, index) => {
    const before = words[index - 1];
    return !before || word.left - before.right < gap * Math.max(heightOf(word), heightOf(before));
  });
}

/** Amounts in a run of words. A number glued to what refuses to parse (`$7,601 54`) is left out with it. */
export function readMoney(words: readonly Placed[]): Reading<Money>[] {
  const cleaned = words
    .map((word) => ({ ...word, text: word.text.replace(/^[|[\]'"“”‘’*_~]+|[|[\]'"“”‘’*°]+$/gu, '') }))
    .filter((word) => word.text !== '');
  return readAll(cleaned, moneyOf).flatMap((reading): Reading<Money>[] => {
    const neighbour = brokenBeside(reading, cleaned);
    if (!neighbour) return [reading];
    const torn = neighbour === 'before' ? mend(reading, cleaned) : undefined;
    return torn ? [torn] : [];
  });
}

/** `371 60.56`: digits, a space, and the rest with its decimals. Kept as `torn`, for arithmetic to confirm or nobody. */
function mend(reading: Reading<Money>, words: readonly Placed[]): Reading<Money> | undefined {
  const first = reading.words[0];
  const before = first ? words[words.indexOf(first) - 1] : undefined;
  if (!before || reading.value.form !== 'plain' || !/^\$?\d{1,3}(?:,\d{0,3})*$/.test(before.text))
    return undefined;
  const whole = parseMoney([before, ...reading.words].map((word) => word.text).join(''));
  return whole?.form === 'plain'
    ? { value: { cents: whole.cents, form: 'torn' }, words: [before, ...reading.words] }
    : undefined;
}

function moneyOf(text: string): Money | undefined {
  return /^[-–—+=$£€(]*\s*$/u.test(text) ? undefined : parseMoney(text);
}

/** Digits that touch a reading on either side without being part of it mean that the amount was torn. */
function brokenBeside(reading: Reading<Money>, words: readonly Placed[]): 'before' | 'after' | undefined {
  const first = reading.words[0];
  const last = reading.words.at(-1);
  const before = first ? words[words.indexOf(first) - 1] : undefined;
  const after = last ? words[words.indexOf(last) + 1] : undefined;
  const touches = (one: Placed, other: Placed): boolean =>
    other.left - one.right < 0.9 * Math.max(heightOf(one), heightOf(other));
  const torn = (word: Placed): boolean => /^[-$.,]*\d[\d.,]*$/.test(word.text);
  if (after && last && torn(after) && touches(last, after)) return 'after';
  return before && first && torn(before) && touches(before, first) ? 'before' : undefined;
}

export function readDates(words: readonly Placed[]): Reading<CalendarDate>[] {
  return readAll(words, parseDate, 5);
}

export function confidenceOf(words: readonly Placed[]): number {
  return Math.min(100, ...words.map((word) => word.confidence));
}

/** The box around words, in shares of the page. */
export function boxAround(words: readonly Placed[]): Box {
  const boxes = words.map((word) => word.source);
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  return {
    left,
    top,
    width: Math.max(...boxes.map((box) => box.left + box.width)) - left,
    height: Math.max(...boxes.map((box) => box.top + box.height)) - top,
  };
}

export function textOf(words: readonly Placed[]): string {
  return words.map((word) => word.text).join(' ');
}
