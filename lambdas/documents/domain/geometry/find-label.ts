import { fold, phraseSoundsLike, soundsLike } from '../values/fold.ts';
import { heightOf, middleOf } from './layout.ts';
import type { Cell, Layout, Placed } from './layout.ts';

/** A printed label: where it stands and which words it takes. */
export interface Label {
  name: string;
  phrase: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  words: readonly Placed[];
  /** The words of its cell that follow it, `: 7/18/2008`. */
  rest: readonly Placed[];
  cell: Cell;
  line: readonly Cell[];
}

interface Token {
  text: string;
  word: number;
}

/** Phrases of one label, each of folded words; `stem*` matches a beginning. Longer phrases are tried first. */
export type Dictionary = Readonly<Record<string, readonly string[]>>;

/** Every occurrence of every label on a page; a word belongs to one label only, the longest that fits. */
export function findLabels(layout: Layout, dictionary: Dictionary): Label[] {
  const phrases = Object.entries(dictionary)
    .flatMap(([name, list]) => list.map((phrase) => ({ name, phrase, tokens: phrase.split(' ') })))
    .sort((one, other) => other.tokens.length - one.tokens.length || other.phrase.length - one.phrase.length);
  return layout.lines
    .flatMap((line) => labelsOfLine(line, phrases))
    .sort((one, other) => one.top - other.top);
}

function labelsOfLine(
  line: readonly Cell[],
  phrases: readonly { name: string; phrase: string; tokens: readonly string[] }[],
): Label[] {
  const words = line.flatMap((cell) => cell.words);
  const tokens = words.flatMap((word, index) =>
    fold(word.text)
      .split(' ')
      .filter((text) => text !== '')
      .map((text): Token => ({ text, word: index })),
  );
  const taken = new Set<number>();
  const found: Label[] = [];
  for (const { name, phrase, tokens: expected } of phrases) {
    for (let at = 0; at < tokens.length; at += 1) {
      const run = tokens.slice(at, at + lengthAt(tokens, at, expected));
      if (run.length === 0 || run.some((_, offset) => taken.has(at + offset))) continue;
      const first = run[0]?.word ?? 0;
      const last = run.at(-1)?.word ?? 0;
      const used = words.slice(first, last + 1);
      if (!stayTogether(used)) continue;
      run.forEach((_, offset) => taken.add(at + offset));
      found.push(makeLabel(name, phrase, used, line));
    }
  }
  return found;
}

/** How many words from here make the phrase, as it is spaced or run together (`GrossPay`); none when they do not. */
function lengthAt(tokens: readonly Token[], at: number, expected: readonly string[]): number {
  if (
    at + expected.length <= tokens.length &&
    expected.every((text, offset) => soundsLike(tokens[at + offset]?.text ?? '', text))
  )
    return expected.length;
  if (
    phraseSoundsLike(
      tokens.slice(at, at + expected.length).map((token) => token.text),
      expected,
    )
  )
    return expected.length;
  const solid = expected.join('');
  if (expected.length < 2 || solid.length < 6 || solid.includes('*')) return 0;
  for (let length = 1; length < expected.length && at + length <= tokens.length; length += 1) {
    if (
      tokens
        .slice(at, at + length)
        .map((token) => token.text)
        .join('') === solid
    )
      return length;
  }
  return 0;
}

/** Words of one label do not stand in different columns. */
function stayTogether(words: readonly Placed[]): boolean {
  return words.every((word, index) => {
    const before = words[index - 1];
    return !before || word.left - before.right < 2 * heightOf(word);
  });
}

function makeLabel(name: string, phrase: string, words: readonly Placed[], line: readonly Cell[]): Label {
  const last = words.at(-1);
  const cell = line.find((candidate) => last && candidate.words.includes(last)) ?? line[0];
  if (!cell || !last) throw new RangeError('a label has words');
  return {
    name,
    phrase,
    words,
    left: Math.min(...words.map((word) => word.left)),
    right: Math.max(...words.map((word) => word.right)),
    top: Math.min(...words.map((word) => word.top)),
    bottom: Math.max(...words.map((word) => word.bottom)),
    rest: cell.words.slice(cell.words.indexOf(last) + 1),
    cell,
    line,
  };
}

/** A rectangle of the page, in layout units. */
export interface Region {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Words whose middle is inside, as lines from the top; leaves out the words of labels. */
export function wordsInside(layout: Layout, region: Region, labels: readonly Label[] = []): Placed[][] {
  const labelled = new Set(labels.flatMap((label) => label.words));
  const inside = (word: Placed): boolean => {
    const across = (word.left + word.right) / 2;
    const down = middleOf(word);
    return (
      !labelled.has(word) &&
      across > region.left &&
      across < region.right &&
      down > region.top &&
      down < region.bottom
    );
  };
  return layout.lines
    .map((line) => line.flatMap((cell) => cell.words).filter(inside))
    .filter((line) => line.length > 0);
}

/**
 * The space that a boxed form leaves for a label's value: to the next label on its right, down to the next label below.
 * `reach` is how far it may go down where nothing stops it, in heights of the label.
 */
export function boxUnder(layout: Layout, label: Label, labels: readonly Label[], reach = 5): Region {
  const height = Math.max(heightOf(label), layout.em * 0.8);
  const beside = labels.filter(
    (other) =>
      other !== label &&
      other.left > label.right &&
      Math.abs(middleOf(other) - middleOf(label)) < 1.6 * height,
  );
  const right = Math.min(...beside.map((other) => other.left - 0.2 * height), Number.POSITIVE_INFINITY);
  const left = label.left - 2.6 * height;
  const span = { left, right: Math.min(right, Math.max(label.right, label.left + 14 * height)) };
  const below = labels.filter(
    (other) =>
      other !== label &&
      other.top > label.bottom - 0.2 * height &&
      other.left < span.right &&
      other.right > span.left,
  );
  const bottom = Math.min(
    ...below.map((other) => other.top + 0.15 * heightOf(other)),
    label.bottom + reach * height,
  );
  return { left, right, top: label.bottom - 0.1 * height, bottom };
}
