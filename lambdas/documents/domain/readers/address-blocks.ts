import type { Cell, Layout, Placed } from '../geometry/layout.ts';
import { heightOf } from '../geometry/layout.ts';
import { isCityLine, isCompanyName, isPersonName, isStreetLine } from '../values/names.ts';

/** A name with the address printed under it, as envelopes have it. */
export interface AddressBlock {
  name: Cell;
  kind: 'person' | 'company' | 'other';
  address: readonly Placed[];
  addressText: string;
  /** Ends with a city and postal code; without one a line of it may have been missed. */
  complete: boolean;
}

/** Every block of a name line over one to three address lines, left-aligned. */
export function findAddressBlocks(layout: Layout): AddressBlock[] {
  return layout.cells.flatMap((cell) => {
    if (isStreetLine(cell.text) || isCityLine(cell.text) || !/\p{L}{2}/u.test(cell.text)) return [];
    const under = linesUnder(layout, cell);
    const street = under[0];
    if (!street || !(isStreetLine(street.text) || (isCityLine(street.text) && /\d/.test(street.text))))
      return [];
    const end = under.findIndex((line, index) => index < 3 && isCityLine(line.text));
    const lines = end < 0 ? under.slice(0, 1) : under.slice(0, end + 1);
    if (end < 0 && !/,/.test(street.text)) return [];
    const kind = isCompanyName(cell.text) ? 'company' : isPersonName(cell.text) ? 'person' : 'other';
    return [
      {
        name: cell,
        kind,
        address: lines.flatMap((line) => line.words),
        addressText: lines.map((line) => line.text).join(', '),
        complete: end >= 0,
      },
    ];
  });
}

interface Line {
  text: string;
  words: readonly Placed[];
}

/** Up to four lines directly beneath, with the same left edge. */
function linesUnder(layout: Layout, top: Cell): Line[] {
  const found: Line[] = [];
  let above: Cell = top;
  for (let count = 0; count < 4; count += 1) {
    const height = Math.max(heightOf(above), layout.em);
    const next = layout.cells
      .filter(
        (cell) =>
          cell.top > above.top + 0.4 * height &&
          cell.top - above.bottom < 1.1 * height &&
          Math.abs(cell.left - top.left) < 1.5 * height,
      )
      .sort((one, other) => one.top - other.top)[0];
    if (!next) break;
    found.push(wholeLine(layout, next));
    above = next;
  }
  return found;
}

/** The cell with what follows on its line at a letter-spaced distance (`NY   5 6 2 1 5`). */
function wholeLine(layout: Layout, cell: Cell): Line {
  const line = layout.lines.find((cells) => cells.includes(cell)) ?? [cell];
  const words = [...cell.words];
  for (const next of line.slice(line.indexOf(cell) + 1)) {
    const last = words.at(-1);
    if (
      !last ||
      next.left - last.right > 2.4 * heightOf(cell) ||
      !/^(?:[A-Z]{2}\s+)?[\d\s-]+$/.test(next.text)
    )
      break;
    words.push(...next.words);
  }
  return { words, text: tightenZip(words.map((word) => word.text).join(' ')) };
}

/** `OH 3 0 7 3 1` and `2 992 2`: a ZIP code in letter-spaced type. */
function tightenZip(text: string): string {
  return text.replace(/(?:\d\s?){5}$/, (zip) => zip.replace(/\s/g, ''));
}

/** Why an address may not be used without a look, if so. */
export function addressDoubt(block: AddressBlock): string | undefined {
  if (!block.complete) return 'no postal code: a line may be missing';
  return /[^\p{L}\p{N}\s.,'’&/()#-]/u.test(block.addressText) ? 'stray marks in the address' : undefined;
}
