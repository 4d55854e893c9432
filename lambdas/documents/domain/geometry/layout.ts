import type { Box, PageWords, ReadingEngine, Word } from '../page-words.ts';

/** A word in page-height units: x is stretched by the aspect, so that distances compare in both directions; tilt removed. */
export interface Placed {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  confidence: number;
  source: Box;
}

/** Words that stand together on one line: a label, a value, a phrase. */
export interface Cell {
  text: string;
  words: readonly Placed[];
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** One page as cells in lines, top to bottom and left to right. */
export interface Layout {
  pageNumber: number;
  engine: ReadingEngine;
  cells: readonly Cell[];
  lines: readonly (readonly Cell[])[];
  /** Median height of a word. */
  em: number;
  /** Mean confidence of the words that have at least two letters or digits, 0 to 100. */
  meanConfidence: number;
  /** A date on the page can only be day first (`14/06/2009`), so that the others may be too. */
  dayFirst: boolean;
}

/** A gap wider than this many line heights parts two cells. */
const CELL_GAP = 1.05;

export function layOut(page: PageWords): Layout {
  const placed = deskew(page.words.filter(isText).map((word) => place(word, page.aspect)));
  const em = median(placed.map(heightOf)) || 0.01;
  const lines = gatherLines(placed).map((line) => splitCells(line));
  return {
    pageNumber: page.pageNumber,
    engine: page.engine,
    cells: lines.flat(),
    lines,
    em,
    meanConfidence: meanConfidenceOf(page),
    dayFirst: page.words.some(isDayFirst),
  };
}

/** How well a page reads as a whole; specks and rules that OCR takes for a letter do not count. */
export function meanConfidenceOf(page: PageWords): number {
  const words = page.words.filter((word) => /[\p{L}\p{N}]{2}/u.test(word.text));
  return words.length === 0 ? 0 : words.reduce((sum, word) => sum + word.confidence, 0) / words.length;
}

export function heightOf(span: { top: number; bottom: number }): number {
  return span.bottom - span.top;
}

export function middleOf(span: { top: number; bottom: number }): number {
  return (span.top + span.bottom) / 2;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export function makeCell(words: readonly Placed[]): Cell {
  return {
    text: words.map((word) => word.text).join(' '),
    words,
    left: Math.min(...words.map((word) => word.left)),
    right: Math.max(...words.map((word) => word.right)),
    top: Math.min(...words.map((word) => word.top)),
    bottom: Math.max(...words.map((word) => word.bottom)),
  };
}

function isDayFirst(word: Word): boolean {
  return /^(?:1[3-9]|2\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-](?:\d{4}|\d{2})\b/.test(word.text);
}

/** A rule, a dot leader or a speck of dirt is not text; a lone check mark is. */
function isText(word: Word): boolean {
  return /[\p{L}\p{N}$☒☑✓✔✗✘■□☐]/u.test(word.text) || /^[-–—+=(/]$/.test(word.text.trim());
}

function place(word: Word, aspect: number): Placed {
  const { left, top, width, height } = word.box;
  return {
    text: word.text.trim(),
    left: left * aspect,
    right: (left + width) * aspect,
    top,
    bottom: top + height,
    confidence: word.confidence,
    source: word.box,
  };
}

/** Straightens a page tilted by a few degrees: shears each word by the median slope between neighbours on a line. */
function deskew(words: readonly Placed[]): Placed[] {
  const slopes = words.flatMap((word) => {
    const next = rightNeighbour(word, words);
    const run = next ? (next.left + next.right - word.left - word.right) / 2 : 0;
    return next && run > 0 && similar(heightOf(word), heightOf(next))
      ? [(middleOf(next) - middleOf(word)) / run]
      : [];
  });
  const slope = slopes.length < 8 ? 0 : median(slopes);
  if (Math.abs(slope) < 0.002) return [...words];
  return words.map((word) => {
    const shift = slope * ((word.left + word.right) / 2);
    return { ...word, top: word.top - shift, bottom: word.bottom - shift };
  });
}

function rightNeighbour(word: Placed, words: readonly Placed[]): Placed | undefined {
  const near = words.filter(
    (other) =>
      other !== word &&
      other.left >= word.right - heightOf(word) / 2 &&
      other.left - word.right < heightOf(word) * 3 &&
      Math.abs(middleOf(other) - middleOf(word)) < heightOf(word) * 0.6,
  );
  return near.sort((one, other) => one.left - other.left)[0];
}

function similar(one: number, other: number): boolean {
  return Math.min(one, other) / Math.max(one, other) > 0.8;
}

function gatherLines(words: readonly Placed[]): Placed[][] {
  const lines: { middle: number; height: number; words: Placed[] }[] = [];
  for (const word of [...words].sort((one, other) => middleOf(one) - middleOf(other))) {
    const height = heightOf(word);
    const line = lines
      .slice(-6)
      .filter(
        (candidate) =>
          Math.abs(candidate.middle - middleOf(word)) <
          Math.min(candidate.height, height) * 0.5 + Math.abs(candidate.height - height) * 0.12,
      )
      .sort(
        (one, other) => Math.abs(one.middle - middleOf(word)) - Math.abs(other.middle - middleOf(word)),
      )[0];
    if (line) {
      line.words.push(word);
      line.middle += (middleOf(word) - line.middle) / line.words.length;
      line.height += (height - line.height) / line.words.length;
    } else {
      lines.push({ middle: middleOf(word), height, words: [word] });
    }
  }
  return lines
    .sort((one, other) => one.middle - other.middle)
    .map((line) => line.words.sort((one, other) => one.left - other.left));
}

function splitCells(line: readonly Placed[]): Cell[] {
  const height = median(line.map(heightOf));
  const runs: Placed[][] = [];
  for (const word of line) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const gap = Math.min(height, heightOf(word) * 1.3) * CELL_GAP;
    if (run && last && word.left - last.right < gap) run.push(word);
    else runs.push([word]);
  }
  return runs.map(makeCell);
}
