import type { Field } from '../document-reading.ts';
import { findLabels } from '../geometry/find-label.ts';
import type { Dictionary } from '../geometry/find-label.ts';
import { heightOf, middleOf } from '../geometry/layout.ts';
import type { Layout, Placed } from '../geometry/layout.ts';
import { readMoney } from '../geometry/read-words.ts';
import type { Reading } from '../geometry/read-words.ts';
import type { Money } from '../values/parse-money.ts';
import { moneyField } from './collector.ts';
import { wordsRightOf } from './labelled-value.ts';

/** Wording of the lines since 2022, for where the printed number of the line cannot be read. */
const WORDING: Dictionary = {
  line1a: ['total amount from form s w 2 box 1', 'total amount from forms w 2 box 1'],
  line1z: ['add lines 1a through 1h'],
  line2a: ['tax exempt interest'],
  line2b: ['taxable interest'],
  line3a: ['qualified dividends'],
  line3b: ['ordinary dividends'],
  line4a: ['ira distributions'],
  line5a: ['pensions and annuities'],
  line6a: ['social security benefits'],
  b: ['b taxable amount', 'taxable amount'],
  line7: ['capital gain or loss'],
  line8: ['additional income from schedule 1'],
  line9: ['this is your total income'],
  line10: ['adjustments to income from schedule 1'],
  line11AGI: ['this is your adjusted gross income'],
  line12: ['standard deduction or itemized deductions'],
  line13: ['qualified business income deduction'],
  line14: ['add lines 12 and 13'],
  line15: ['this is your taxable income'],
};

interface Numbered {
  order: number;
  name: string;
  middle: number;
  reading: Reading<Money>;
}

/**
 * Amounts by the number of their line, printed in the narrow column before them, and by the line's wording. Numbers that
 * break the order of the form were misread and are dropped; wording and number that disagree are left for `agree`.
 */
export function readForm1040Lines(layout: Layout): Field[] {
  const numbered = inOrder(
    layout.lines.flatMap((line) =>
      numberedAmounts(
        line.flatMap((cell) => cell.words),
        layout,
      ),
    ),
  );
  const byNumber = numbered.map(({ name, reading }) =>
    moneyField(name, reading.value, reading.words, layout),
  );
  return [...byNumber, ...byWording(layout)];
}

function numberedAmounts(words: readonly Placed[], layout: Layout): Numbered[] {
  return readMoney(words).flatMap((reading): Numbered[] => {
    const first = reading.words[0];
    const number = words[words.findIndex((word) => word.source === first?.source) - 1];
    const match =
      number &&
      first &&
      first.left > number.right &&
      first.left - number.right < 9 * Math.max(layout.em, heightOf(number))
        ? /^[[|]?(\d{1,2})([a-iz]?)[\]|]?$/.exec(number.text)
        : undefined;
    if (!match || !first || reading.value.form === 'torn' || lonely(reading)) return [];
    const [, digits = '', letter = ''] = match;
    const order = Number.parseInt(digits, 10) * 100 + (letter ? letter.charCodeAt(0) - 96 : 0);
    return order === 0 || order > 3900
      ? []
      : [
          {
            order,
            name: digits === '11' && !letter ? 'line11AGI' : `line${digits}${letter}`,
            middle: middleOf(first),
            reading,
          },
        ];
  });
}

/** One or two digits are the number of another line, not an amount. */
function lonely(reading: Reading<Money>): boolean {
  return reading.value.form === 'whole' && Math.abs(reading.value.cents) < 10_000;
}

/** The longest run of numbers that grows down the page. */
function inOrder(items: readonly Numbered[]): Numbered[] {
  const sorted = [...items].sort((one, other) => one.middle - other.middle || one.order - other.order);
  const best: Numbered[][] = [];
  sorted.forEach((item, at) => {
    const before = best.slice(0, at).filter((run) => (run.at(-1)?.order ?? 0) < item.order);
    best.push([...(before.sort((one, other) => other.length - one.length)[0] ?? []), item]);
  });
  return best.sort((one, other) => other.length - one.length)[0] ?? [];
}

function byWording(layout: Layout): Field[] {
  const labels = findLabels(layout, WORDING);
  return labels.flatMap((label): Field[] => {
    if (label.name === 'b') return [];
    const readings = readMoney(wordsRightOf(layout, label, labels, 90)).filter(
      (reading) => !lonely(reading) && reading.value.form !== 'torn',
    );
    const last = readings.at(-1);
    return last && readings.length === 1 ? [moneyField(label.name, last.value, last.words, layout)] : [];
  });
}
