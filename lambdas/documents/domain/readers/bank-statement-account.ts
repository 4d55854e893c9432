import type { Field } from '../document-reading.ts';
import type { Label } from '../geometry/find-label.ts';
import type { Layout, Placed } from '../geometry/layout.ts';
import { readAll } from '../geometry/read-words.ts';
import { parseAccountNumber } from '../values/parse-identifier.ts';
import { doubted, makeField } from './collector.ts';
import { wordsBelow, wordsRightOf } from './labelled-value.ts';
import { ACCOUNT_TYPES } from './bank-statement-labels.ts';

/**
 * The account that the statement is about: by label, or after the account's type as a heading. Of several accounts of a
 * consolidated statement the first is taken, the one its detail pages begin with. A number that is the tail of a longer
 * one on the page has lost digits and is doubtful.
 */
export function readAccount(layout: Layout, labels: readonly Label[]): Field[] {
  const numbers = labels
    .filter((label) => label.name === 'accountNumber')
    .flatMap((label) => numberFor(layout, label, labels));
  const headed = layout.cells.flatMap((cell) => headingAccount(layout, cell.words));
  const first = numbers[0] ?? headed[0];
  if (!first) return [];
  const all = [...numbers, ...headed].filter((field) => tight(field) === tight(first));
  const everything = layout.cells.flatMap((cell) => cell.words).map((word) => word.text.replace(/\D/g, ''));
  const longer = everything.some(
    (digits) =>
      digits.length > tight(first).length &&
      digits.length <= tight(first).length + 4 &&
      digits.endsWith(tight(first)),
  );
  const judged = all.map((field) =>
    longer ? doubted(field, 'a longer number on the page ends the same') : field,
  );
  const tails = judged.map((field): Field => ({
    ...field,
    name: 'accountTail',
    value: tight(field).slice(-4),
  }));
  const type = accountType(layout, first);
  return [...judged, ...tails, ...(type ? [type] : [])];
}

function tight(field: Field): string {
  return `${field.value}`.replace(/\D/g, '');
}

function numberFor(layout: Layout, label: Label, labels: readonly Label[]): Field[] {
  const beside = labels.filter((other) => other.name !== 'accountNumber');
  const lines = [wordsRightOf(layout, label, beside), ...wordsBelow(layout, label, beside, 1, 2)];
  const reading = lines
    .map((words) => readAll(words, (text) => parseAccountNumber(text.replace(/^[:#\s]+/, '')), 5))
    .find((list) => list.length > 0)?.[0];
  return reading
    ? [
        makeField({
          name: 'accountNumber',
          kind: 'identifier',
          value: reading.value,
          words: reading.words,
          layout,
        }),
      ]
    : [];
}

/** `CHECKING 003525801543` as a heading of its own. */
function headingAccount(layout: Layout, words: readonly Placed[]): Field[] {
  const at = words.findIndex((word) => ACCOUNT_TYPES.test(word.text));
  const next = words[at + 1];
  if (at < 0 || at > 1 || !next || words.length > at + 2 || !/^\d{8,17}$/.test(next.text)) return [];
  return [makeField({ name: 'accountNumber', kind: 'identifier', value: next.text, words: [next], layout })];
}

/** The type printed on the account number's line or directly before it. */
function accountType(layout: Layout, account: Field): Field | undefined {
  const line = layout.lines.find((cells) =>
    cells.some((cell) =>
      cell.words.some(
        (word) =>
          Math.abs(word.source.left - account.box.left) < 0.002 &&
          Math.abs(word.source.top - account.box.top) < 0.002,
      ),
    ),
  );
  const words = (line ?? []).flatMap((cell) => cell.words);
  const word = words.find((candidate) => /^(checking|savings)$/i.test(candidate.text));
  return word
    ? makeField({ name: 'accountType', kind: 'text', value: word.text, words: [word], layout })
    : undefined;
}
