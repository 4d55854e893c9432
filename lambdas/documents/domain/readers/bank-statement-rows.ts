import type { StatementRow } from '../document-reading.ts';
import { findLabels } from '../geometry/find-label.ts';
import type { Dictionary, Label } from '../geometry/find-label.ts';
import { heightOf } from '../geometry/layout.ts';
import type { Layout, Placed } from '../geometry/layout.ts';
import { readDates, readMoney, textOf } from '../geometry/read-words.ts';
import type { Reading } from '../geometry/read-words.ts';
import type { Money } from '../values/parse-money.ts';

const HEADERS: Dictionary = {
  in: ['deposits', 'deposit', 'credits', 'credit', 'additions', 'money in', 'deposits credits', 'paid in'],
  out: [
    'withdrawals',
    'withdrawal',
    'debits',
    'debit',
    'subtractions',
    'money out',
    'withdrawals debits',
    'paid out',
  ],
  balance: ['balance', 'running balance', 'ending daily balance', 'daily balance'],
  amount: ['amount'],
};

/**
 * Rows of a table of transactions: a date with its year, a description, and amounts under headers of deposits,
 * withdrawals, a signed amount or a balance. A row that does not fit its headers is left out, never guessed.
 */
export function readRows(layout: Layout): StatementRow[] {
  const headers = findLabels(layout, HEADERS).filter(
    (label) => label.cell.words.length <= 4 && !label.line.some((cell) => /\d\.\d{2}$/.test(cell.text)),
  );
  if (headers.length === 0) return [];
  return layout.lines.flatMap((line) =>
    readRow(
      line.flatMap((cell) => cell.words),
      headers,
    ),
  );
}

function readRow(words: readonly Placed[], headers: readonly Label[]): StatementRow[] {
  const date = readDates(words.slice(0, 4))[0];
  if (!date || date.words[0] !== words[0]) return [];
  const rest = words.slice(date.words.length);
  const amounts = readMoney(rest).filter((reading) => reading.value.form !== 'torn');
  const under = (name: string): Reading<Money> | undefined =>
    amounts.find((reading) => columnOf(reading, headers) === name);
  const [deposit, withdrawal, amount, balance, signed] = ['in', 'out', 'amount', 'balance', 'both'].map(
    under,
  );
  const description = textOf(
    rest.filter(
      (word) => !amounts.some((reading) => reading.words.some((used) => used.source === word.source)),
    ),
  );
  const moved = movedCents(deposit, withdrawal, amount ?? signed, amounts.length, Boolean(signed));
  if (moved === undefined || description === '') return [];
  const after = balance ?? (deposit || withdrawal ? amount : undefined);
  return [
    {
      on: date.value.on,
      description,
      amountCents: moved,
      ...(after ? { balanceCents: after.value.cents } : {}),
    },
  ];
}

function movedCents(
  deposit?: Reading<Money>,
  withdrawal?: Reading<Money>,
  amount?: Reading<Money>,
  count = 0,
  both = false,
): number | undefined {
  if (deposit && withdrawal) return undefined;
  if (deposit) return Math.abs(deposit.value.cents);
  if (withdrawal) return -Math.abs(withdrawal.value.cents);
  return amount && count <= 2 && (both || amount.value.cents < 0) ? amount.value.cents : undefined;
}

/** The nearest header above whose span meets the amount's; `Withdrawals / Deposits` over one column means signed amounts. */
function columnOf(reading: Reading<Money>, headers: readonly Label[]): string | undefined {
  const left = Math.min(...reading.words.map((word) => word.left));
  const right = Math.max(...reading.words.map((word) => word.right));
  const top = Math.min(...reading.words.map((word) => word.top));
  const covering = headers.filter(
    (header) =>
      header.bottom < top &&
      header.left - heightOf(header) < right &&
      header.right + 1.5 * heightOf(header) > left,
  );
  const nearest = covering.sort((one, other) => other.top - one.top)[0];
  const stacked = nearest ? covering.filter((header) => nearest.top - header.bottom < heightOf(header)) : [];
  return stacked.some((header) => header.name === 'in') && stacked.some((header) => header.name === 'out')
    ? 'both'
    : nearest?.name;
}
