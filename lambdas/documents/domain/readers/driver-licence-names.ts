import type { Field } from '../document-reading.ts';
import { heightOf } from '../geometry/layout.ts';
import type { Cell, Layout, Placed } from '../geometry/layout.ts';
import { textOf } from '../geometry/read-words.ts';
import { isCityLine, isStreetLine } from '../values/names.ts';
import { makeField } from './collector.ts';

/**
 * Family name (field 1) over given names (field 2) over the address (field 8): the address is found by its shape, the
 * names are the one or two lines of capitals above it. Which name is which follows the card's numbering; people match
 * names in either order, because cards and specimens swap them.
 */
export function readLicenceNames(layout: Layout): Field[] {
  const cells = layout.cells.map(withoutNumber).filter((cell) => cell.words.length > 0);
  const street = cells.find(
    (cell) => isStreetLine(cell.text) && cells.some((other) => isBelow(cell, other) && isCity(other.text)),
  );
  const city = street ? cells.find((other) => isBelow(street, other) && isCity(other.text)) : undefined;
  const fields: Field[] = [];
  if (street && city) {
    const words = [...street.words, ...city.words];
    fields.push(
      makeField({ name: 'address', kind: 'text', value: `${street.text}, ${city.text}`, words, layout }),
    );
  }
  const labelled = namesByLabel(layout);
  if (labelled.length > 0) return [...fields, ...labelled];
  const above = street ? namesAbove(street, cells) : [];
  const [given, family] = above;
  if (family)
    fields.push(
      makeField({ name: 'familyName', kind: 'text', value: family.text, words: family.words, layout }),
    );
  if (given && family)
    fields.push(
      makeField({ name: 'givenName', kind: 'text', value: given.text, words: given.words, layout }),
    );
  return fields;
}

/** `LN SAMPLE` and `FN AVERY`, as several states label them. */
function namesByLabel(layout: Layout): Field[] {
  return layout.lines.flatMap((line) =>
    line.flatMap((cell, index) => {
      const head = cell.words.findIndex((word) => /^[12]?(?:LN|FN)$|^SURNAME$/i.test(word.text));
      if (head < 0 || head > 1) return [];
      const name = /FN$/i.test(cell.words[head]?.text ?? '') ? 'givenName' : 'familyName';
      const own = cell.words.slice(head + 1);
      const rest = own.length > 0 ? own : (line[index + 1]?.words ?? []);
      const fits = rest.length > 0 && rest.every(isNameWord);
      return fits ? [makeField({ name, kind: 'text', value: textOf(rest), words: rest, layout })] : [];
    }),
  );
}

/** Drops the small number of the field before its value: `2 GARCIA`, `8 100 MARKET STREET`. */
function withoutNumber(cell: Cell): Cell {
  const [head, ...rest] = cell.words;
  const next = rest[0];
  const number =
    head &&
    next &&
    ((/^[\da-zS]{1,2}$/.test(head.text) && /^\d/.test(next.text)) ||
      (/^[\da-zS]$/.test(head.text) && isNameWord(next)));
  return number && rest[0] ? { ...cell, words: rest, text: textOf(rest), left: rest[0].left } : cell;
}

function isNameWord(word: Placed): boolean {
  return /^\p{Lu}[\p{Lu}'’-]+,?$/u.test(word.text) || /^\p{Lu}\.?$/u.test(word.text);
}

function isCity(text: string): boolean {
  return isCityLine(text) || /,\s*[A-Z]{2},?\s+\d{5}(?:-\d{4})?$/.test(text);
}

function isBelow(upper: Cell, lower: Cell): boolean {
  return (
    lower.top > upper.top &&
    lower.top - upper.bottom < 2 * heightOf(upper) &&
    Math.abs(lower.left - upper.left) < 3 * heightOf(upper)
  );
}

/** Nearest first: the given name is the line over the address. */
function namesAbove(street: Cell, cells: readonly Cell[]): Cell[] {
  const height = heightOf(street);
  return cells
    .filter(
      (cell) =>
        cell.bottom < street.top + 0.3 * height &&
        street.top - cell.bottom < 4.2 * height &&
        Math.abs(cell.left - street.left) < 2.2 * height &&
        cell.words.every(isNameWord) &&
        !/^(?:NONE|CLASS|DRIVER|LICENSE)$/.test(cell.text),
    )
    .sort((one, other) => other.top - one.top)
    .slice(0, 2);
}
