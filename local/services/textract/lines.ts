import type { ReadPage, ReadWord } from './page-reader.ts';

/** Words that a person would read in one go: on one height, without a wide gap. */
export type ReadLine = ReadWord & { words: ReadWord[] };

/** A gap wider than this many letter heights ends a line, as Textract's own lines end at columns. */
const WIDEST_GAP = 1.5;

export function linesOf({ words, aspect }: ReadPage): ReadLine[] {
  const open: ReadWord[][] = [];
  for (const word of [...words].sort((a, b) => a.left - b.left)) {
    const line = open.find((candidate) => continues(candidate.at(-1)!, word, aspect));
    if (line) line.push(word);
    else open.push([word]);
  }
  return open
    .map(asLine)
    .sort((a, b) =>
      Math.abs(a.top - b.top) < Math.min(a.height, b.height) / 2 ? a.left - b.left : a.top - b.top,
    );
}

function continues(last: ReadWord, next: ReadWord, aspect: number): boolean {
  const height = Math.min(last.height, next.height);
  const overlap = Math.min(last.top + last.height, next.top + next.height) - Math.max(last.top, next.top);
  const gap = (next.left - last.left - last.width) * aspect;
  return overlap > height / 2 && gap < WIDEST_GAP * Math.max(last.height, next.height) && gap > -height;
}

function asLine(words: ReadWord[]): ReadLine {
  return { ...hullOf(words), words };
}

/** Text joined by blanks, the smallest box around, the mean confidence. */
export function hullOf(words: readonly ReadWord[]): ReadWord {
  const left = Math.min(...words.map((word) => word.left));
  const top = Math.min(...words.map((word) => word.top));
  return {
    text: words.map(({ text }) => text).join(' '),
    confidence: words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length,
    left,
    top,
    width: Math.max(...words.map((word) => word.left + word.width)) - left,
    height: Math.max(...words.map((word) => word.top + word.height)) - top,
  };
}
