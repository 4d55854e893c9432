/** A modest reader of labelled values: what stands right of a label, or under it. Ours, and not Textract's model. */
import { hullOf, linesOf } from './lines.ts';
import type { ReadPage, ReadWord } from './page-reader.ts';

/** Where a field may stand, and what it looks like. */
export interface FieldHint {
  /** Matched against the words of a line from any word on, without case. */
  label: RegExp;
  /** What the value must look like; the first match in the words beside or under the label. */
  value: RegExp;
}

const MONEY = /^\(?-?\$?\s?-?\d{1,3}(?:,?\d{3})*[.,\s]\d{2}\)?-?$/;
const DATE = /^(?:\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|[A-Z][a-z]{2,8}\.? \d{1,2}, ?\d{4})$/;
const ANY = /\S/;
export const SHAPES = {
  money: MONEY,
  date: DATE,
  any: ANY,
  digits: /^[\dXx*-]{4,}$/,
  ein: /^\d{2}-?\d{7}$/,
  ssn: /^[\dXx*]{3}-?[\dXx*]{2}-?\d{4}$/,
};

export function findField(page: ReadPage, { label, value }: FieldHint): ReadWord | undefined {
  const lines = linesOf(page);
  for (const line of lines) {
    const matched = label.exec(line.text);
    if (!matched) continue;
    const end = matched.index + matched[0].length;
    const labelEnd = edgeAt(line.words, end);
    const rest = wordsAfter(line.words, end);
    const onLine = shaped(rest, value);
    if (onLine) return onLine;
    const beside = lines.filter(
      (other) => other !== line && sameHeight(other, line) && other.left >= labelEnd - 0.01,
    );
    const under = lines.filter((other) => isUnder(other, line));
    for (const candidate of [...beside, ...under]) {
      const found = shaped(candidate.words, value);
      if (found) return found;
    }
  }
  return undefined;
}

/** The right edge of the word that holds the label's last character. */
function edgeAt(words: readonly ReadWord[], end: number): number {
  const within = words.slice(0, words.length - wordsAfter(words, end).length).at(-1);
  return within ? within.left + within.width : 0;
}

function wordsAfter(words: readonly ReadWord[], end: number): ReadWord[] {
  let at = 0;
  return words.filter(({ text }) => {
    const starts = at;
    at += text.length + 1;
    return starts >= end;
  });
}

/** The first run of up to four words that looks like the value; anything at all means the whole of them. */
function shaped(words: readonly ReadWord[], value: RegExp): ReadWord | undefined {
  if (words.length === 0) return undefined;
  if (value === ANY) return hullOf(words);
  for (let from = 0; from < words.length; from += 1) {
    for (let length = Math.min(4, words.length - from); length > 0; length -= 1) {
      const run = hullOf(words.slice(from, from + length));
      if (value.test(run.text) || value.test(run.text.replaceAll(' ', ''))) return run;
    }
  }
  return undefined;
}

function sameHeight(one: ReadWord, other: ReadWord): boolean {
  const overlap = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
  return overlap > Math.min(one.height, other.height) / 2;
}

function isUnder(one: ReadWord, label: ReadWord): boolean {
  const gap = one.top - label.top - label.height;
  const across = Math.min(one.left + one.width, label.left + label.width) - Math.max(one.left, label.left);
  return gap > -label.height / 2 && gap < 2.5 * label.height && across > 0;
}
