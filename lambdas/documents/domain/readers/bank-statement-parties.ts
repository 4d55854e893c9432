import type { Field } from '../document-reading.ts';
import { heightOf } from '../geometry/layout.ts';
import type { Cell, Layout } from '../geometry/layout.ts';
import { isPersonName, isStreetLine } from '../values/names.ts';
import { addressDoubt, findAddressBlocks } from './address-blocks.ts';
import { BANK_WORDS } from './bank-statement-labels.ts';
import { makeField } from './collector.ts';

/** The holder from the window of the envelope, and the bank from the head of the first page. */
export function readHolderAndBank(layout: Layout, labelled: readonly Field[]): Field[] {
  const people = findAddressBlocks(layout).filter(
    (block) => block.name.top < 0.45 && isPersonName(block.name.text) && !BANK_WORDS.test(block.name.text),
  );
  const [block] = people;
  const single = block && new Set(people.map((other) => other.name.text)).size === 1;
  const holder = single
    ? [
        makeField({ name: 'holder', kind: 'text', value: block.name.text, words: block.name.words, layout }),
        makeField({
          name: 'holderAddress',
          kind: 'text',
          value: block.addressText,
          words: block.address,
          layout,
          doubt: addressDoubt(block),
        }),
      ]
    : [];
  const alone = holder.length === 0 && labelled.length === 0 ? loneHolder(layout) : [];
  return [...holder, ...alone, ...readBank(layout)];
}

/** A person's name at the head of the page, with a street under it that could not be read: doubtful. */
function loneHolder(layout: Layout): Field[] {
  const names = layout.cells.filter(
    (cell) =>
      cell.top < 0.3 &&
      isPersonName(cell.text) &&
      !BANK_WORDS.test(cell.text) &&
      !/statement|account|page|period|number|date|contact|summary/i.test(cell.text),
  );
  const name = names[0];
  return name && names.length === 1
    ? [
        makeField({
          name: 'holder',
          kind: 'text',
          value: name.text,
          words: name.words,
          layout,
          doubt: 'found by its place on the page only',
        }),
      ]
    : [];
}

/** A name with a bank's word in it in the top quarter, or the owner of the copyright line when it heads the page too. */
function readBank(layout: Layout): Field[] {
  const head = layout.cells.filter(
    (cell) => cell.top < 0.22 && /\p{L}{3}/u.test(cell.text) && !isStreetLine(cell.text),
  );
  const owner = copyrightOwner(layout);
  const owned = owner ? head.find((cell) => cell.text.toLowerCase() === owner.toLowerCase()) : undefined;
  const named = owned
    ? [owned]
    : head.filter((cell) => isBankName(cell.text)).map((cell) => withLineAbove(cell, head));
  const names = new Set(named.map((cell) => cell.text.toLowerCase()));
  const cell = named[0];
  if (!cell || names.size !== 1) return [];
  const doubt = /[^\p{L}\p{N}\s.,'’&-]/u.test(cell.text) ? 'stray marks in the name' : undefined;
  return [makeField({ name: 'bank', kind: 'text', value: cell.text, words: cell.words, layout, doubt })];
}

function isBankName(text: string): boolean {
  return (
    BANK_WORDS.test(text) &&
    text.split(/\s+/).length <= 6 &&
    !/statement|account|online|mobile|member|visit|www|\.com|questions|call|summary|\d{3}/i.test(text)
  );
}

/** `ANYCOMPANY` over `BANK`: a name set in two lines. */
function withLineAbove(cell: Cell, head: readonly Cell[]): Cell {
  if (cell.words.length > 1) return cell;
  const above = head.find(
    (other) =>
      other !== cell &&
      Math.abs(other.left - cell.left) < 2 * heightOf(cell) &&
      cell.top > other.top &&
      cell.top - other.bottom < 1.5 * heightOf(cell),
  );
  return above
    ? { ...above, text: `${above.text} ${cell.text}`, words: [...above.words, ...cell.words] }
    : cell;
}

function copyrightOwner(layout: Layout): string | undefined {
  const line = layout.lines
    .map((cells) => cells.map((cell) => cell.text).join(' '))
    .find((text) => /©\W?\s?\d{4}\s+\p{L}/u.test(text));
  return line ? /©\W?\s?\d{4}\s+([^.©]+)/u.exec(line)?.[1]?.trim() : undefined;
}
