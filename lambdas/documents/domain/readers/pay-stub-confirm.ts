import { centsOf, textOfField } from '../document-reading.ts';
import type { Field } from '../document-reading.ts';
import type { Label } from '../geometry/find-label.ts';
import { heightOf } from '../geometry/layout.ts';
import type { Layout, Placed } from '../geometry/layout.ts';
import { boxAround, readMoney } from '../geometry/read-words.ts';
import { confirm, contradict, moneyField } from './collector.ts';
import { EARNING_ROWS } from './pay-stub-labels.ts';
import { findColumns, headerOver } from './pay-stub-table.ts';

interface Amount {
  cents: number;
  /** Printed without cents; in a picture the decimal point may be lost. */
  pointless: boolean;
  words: readonly Placed[];
  layout: Layout;
}

/**
 * What the stub's own arithmetic proves. A total equal to the sum of the amounts above it in its column confirms them
 * all, even where the total's label cannot be read; rate x hours confirms the row; deductions confirm the net.
 */
export function confirmPayStub(fields: readonly Field[], layouts: readonly Layout[]): Field[] {
  let result = [...fields];
  for (const layout of layouts) {
    const columns = findColumns(layout);
    for (const header of columns) {
      if (header.name === 'current' || header.name === 'ytd')
        result = confirmColumn(result, layout, header, columns);
    }
  }
  return confirmRates(result);
}

function confirmColumn(fields: Field[], layout: Layout, header: Label, columns: readonly Label[]): Field[] {
  const amounts = amountsUnder(layout, header, columns);
  const suffix = header.name === 'current' ? 'Current' : 'Ytd';
  const earnings = fields.filter(
    (field) =>
      EARNING_ROWS.some((row) => field.name === `${row}${suffix}`) &&
      amounts.some((amount) => sameWords(field, amount)),
  );
  if (earnings.length === 0) return fields;
  const totalName = header.name === 'current' ? 'currentGross' : 'ytdGross';
  const at = amounts.findIndex(
    (amount, index) =>
      index >= 1 &&
      amount.cents > 0 &&
      isTotal(amount, sum(amounts.slice(0, index))) &&
      (index >= 2 || fields.some((field) => field.name === totalName && sameWords(field, amount))),
  );
  const found = amounts[at];
  const total = found && { ...found, cents: sum(amounts.slice(0, at)) };
  if (!total) return contradictColumn(fields, earnings, amounts, totalName);
  const proven = new Set(
    fields
      .filter((field) => amounts.slice(0, at + 1).some((amount) => sameWords(field, amount)))
      .map((field) => field.name),
  );
  const known = fields.find((field) => field.name === totalName);
  const withTotal = known
    ? fields
    : [...fields, moneyField(totalName, { cents: total.cents, form: 'plain' }, total.words, layout)];
  if (known && known.value !== total.cents) return fields;
  return confirmNet(
    confirm(withTotal, new Set([...proven, totalName])),
    amounts.slice(at + 1),
    total.cents,
    header.name === 'current' ? 'netPay' : 'ytdNet',
  );
}

/** A printed total that its rows do not add up to leaves rows and total in doubt. */
function contradictColumn(
  fields: Field[],
  earnings: readonly Field[],
  amounts: readonly Amount[],
  totalName: string,
): Field[] {
  const total = fields.find((field) => field.name === totalName);
  const names = new Set([
    ...earnings.map((field) => field.name),
    ...(total && amounts.some((amount) => sameWords(total, amount)) ? [totalName] : []),
  ]);
  return contradict(fields, names, 'the rows do not add up to a total');
}

/** Net = gross less what stands between them in the column, as printed with signs or as plain deductions. */
function confirmNet(fields: Field[], after: readonly Amount[], gross: number, netName: string): Field[] {
  const net = centsOf({ fields }, netName);
  const at = after.findIndex((amount) => net !== undefined && amount.cents === net);
  if (net === undefined || at < 1) return fields;
  const between = after.slice(0, at);
  const signed = between.some((amount) => amount.cents < 0);
  const expected = signed ? gross + sum(between) : gross - sum(between);
  if (expected !== net) return fields;
  const names = fields
    .filter((field) => between.some((amount) => sameWords(field, amount)))
    .map((field) => field.name);
  return confirm(fields, new Set([...names, netName]));
}

function confirmRates(fields: Field[]): Field[] {
  const names = new Set<string>();
  const wrong = new Set<string>();
  for (const row of EARNING_ROWS) {
    const [rate, hours] = [`${row}Rate`, `${row}Hours`].map((name) => textOfField({ fields }, name));
    const current = centsOf({ fields }, `${row}Current`);
    if (!rate || !hours || current === undefined) continue;
    const target = Math.abs(rateTimesHoursCents(rate, hours) - current) <= 1 ? names : wrong;
    for (const part of ['Rate', 'Hours', 'Current']) target.add(`${row}${part}`);
  }
  return contradict(confirm(fields, names), wrong, 'rate times hours is not the amount');
}

/** The product of two plain decimals, in whole cents rounded half up; rates have up to four decimals. */
export function rateTimesHoursCents(rate: string, hours: string): number {
  const decimals = [rate, hours].reduce((count, text) => count + (text.split('.')[1]?.length ?? 0), 0);
  const product = Number.parseInt(rate.replace('.', ''), 10) * Number.parseInt(hours.replace('.', ''), 10);
  return Math.round((product * 100) / 10 ** decimals);
}

/** The amounts that stand under a header, from the top. */
function amountsUnder(layout: Layout, header: Label, columns: readonly Label[]): Amount[] {
  return layout.lines.flatMap((line) => {
    const words = line
      .flatMap((cell) => cell.words)
      .filter((word) => word.top > header.bottom - 0.2 * heightOf(header));
    return readMoney(words)
      .filter(
        ({ words: used }) =>
          headerOver(
            used,
            columns.filter((column) => column.bottom <= (used[0]?.top ?? 0) + 0.5 * heightOf(header)),
            header,
          ) === header,
      )
      .map((reading): Amount => ({
        cents: reading.value.cents,
        pointless: reading.value.form === 'whole' && layout.engine !== 'text-layer',
        words: reading.words,
        layout,
      }));
  });
}

/** `$45243` over rows that make 452.43 has lost its point: the sum proves it. */
function isTotal(amount: Amount, expected: number): boolean {
  return amount.cents === expected || (amount.pointless && amount.cents === expected * 100);
}

function sum(amounts: readonly Amount[]): number {
  return amounts.reduce((total, amount) => total + amount.cents, 0);
}

function sameWords(field: Field, amount: Amount): boolean {
  const box = boxAround(amount.words);
  return (
    field.page === amount.layout.pageNumber &&
    Math.abs(box.left - field.box.left) < 0.004 &&
    Math.abs(box.top - field.box.top) < 0.004
  );
}
