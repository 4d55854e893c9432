import type { Field, StatementRow } from '../document-reading.ts';
import { findLabels } from '../geometry/find-label.ts';
import type { Label } from '../geometry/find-label.ts';
import { heightOf } from '../geometry/layout.ts';
import type { Layout, Placed } from '../geometry/layout.ts';
import { readDates, readMoney } from '../geometry/read-words.ts';
import { isPersonName } from '../values/names.ts';
import { readAccount } from './bank-statement-account.ts';
import { confirmStatement } from './bank-statement-confirm.ts';
import { STATEMENT_LABELS } from './bank-statement-labels.ts';
import { readHolderAndBank } from './bank-statement-parties.ts';
import { readRows } from './bank-statement-rows.ts';
import type { Collected } from './collector.ts';
import { agree, merge, moneyField } from './collector.ts';
import { fieldOfDate, textField, wordsBelow, wordsRightOf } from './labelled-value.ts';

const NAMES = [
  'bank',
  'holder',
  'holderAddress',
  'accountNumber',
  'accountTail',
  'accountType',
  'statementDate',
  'periodStart',
  'periodEnd',
  'openingBalance',
  'closingBalance',
  'totalDeposits',
  'totalWithdrawals',
];
const MONEY = [
  'openingBalance',
  'closingBalance',
  'totalDeposits',
  'totalWithdrawals',
  'totalOtherWithdrawals',
  'totalChecks',
  'totalChecksListed',
  'totalFees',
  'totalInterest',
  'averageBalance',
];

/** A statement of one account: who, which account, which period, its balances and totals, and its rows. */
export function readBankStatement(layouts: readonly Layout[]): Collected & { rows: StatementRow[] } {
  const candidates = layouts.flatMap((layout, index) => readPage(layout, index === 0));
  const names = new Set([...NAMES, ...candidates.map((field) => field.name)]);
  const collected: Collected = { fields: [], absent: [] };
  for (const name of names)
    merge(
      collected,
      agree(
        name,
        candidates.filter((field) => field.name === name),
      ),
    );
  const rows = layouts.flatMap((layout) => readRows(layout));
  return { absent: collected.absent, fields: confirmStatement(collected.fields, rows), rows };
}

function readPage(layout: Layout, first: boolean): Field[] {
  const labels = findLabels(layout, STATEMENT_LABELS).filter((label) => opensCell(label));
  const money = labels
    .filter((label) => MONEY.includes(label.name))
    .flatMap((label) => readBalance(layout, label));
  const account = readAccount(layout, labels);
  const holder = labels
    .filter((label) => label.name === 'holder')
    .flatMap((label) => textField(layout, label, labels, isPersonName) ?? []);
  return [
    ...money,
    ...account,
    ...readPeriod(layout, labels),
    ...holder,
    ...(first ? readHolderAndBank(layout, holder) : []),
  ];
}

/** A label opens its cell; only a bullet, a sign or `your` may come before it. */
function opensCell(label: Label): boolean {
  const before = label.cell.words.slice(0, Math.max(0, label.cell.words.indexOf(label.words[0] as Placed)));
  return before.every(
    (word) => /^(?:your|[^\p{L}\p{N}]+|the|account)$/iu.test(word.text) || readDates([word]).length === 1,
  );
}

/** The amount on the label's line; or, where the line ends in `=`, the one just under it. */
function readBalance(layout: Layout, label: Label): Field[] {
  const right = wordsRightOf(layout, label, [], 60);
  const stop = right.findIndex(
    (word, index) =>
      /\p{L}{3}/u.test(word.text) && right.slice(0, index).some((other) => /\d\.\d{2}$/.test(other.text)),
  );
  const line = stop < 0 ? right : right.slice(0, stop);
  if (label.rest.some((word) => /\p{L}{3}/u.test(word.text)) && !dateWords(label.rest)) return [];
  const readings = readMoney(line).filter(
    (reading) =>
      reading.value.form !== 'whole' || /[$]/.test(reading.words.map((word) => word.text).join('')),
  );
  const only = readings[0];
  if (only && readings.length === 1)
    return [signed(label.name, moneyField(label.name, only.value, only.words, layout))];
  if (
    readings.length > 0 ||
    line.some((word) => /\d{3}/.test(word.text) && !/\d{2}[/.-]\d{2}/.test(word.text))
  )
    return [];
  const under = label.name.endsWith('Balance')
    ? wordsBelow(layout, { ...label, right: label.right + 14 * heightOf(label) }, [], 1).flatMap((words) =>
        readMoney(words),
      )
    : [];
  const below = under[0];
  return below && under.length === 1 && below.value.form === 'plain'
    ? [signed(label.name, moneyField(label.name, below.value, below.words, layout))]
    : [];
}

/** `as of 06/17/2020`, `on 31 May`, `as at 1 MAY 2021`: what may stand between a balance's label and its amount. */
function dateWords(words: readonly Placed[]): boolean {
  const rest = words.filter((word) => !/^[-+=$(]?[\d,]+\.\d{2}\)?$/.test(word.text));
  return (
    rest.every((word) =>
      /^(?:as|of|at|on|from|last|statement|this|period|:|\(?\$?\)?|[\d/.,-]+|[A-Za-z]{3,9}|=)$/i.test(
        word.text,
      ),
    ) &&
    rest.length <= 6 &&
    rest.some((word) => /\d|as|on|statement|last/i.test(word.text))
  );
}

/** Totals are kept as sizes: what left the account is printed with a minus by some banks and without by others. */
function signed(name: string, field: Field): Field {
  return name.endsWith('Balance') || typeof field.value !== 'number'
    ? field
    : { ...field, value: Math.abs(field.value) };
}

function readPeriod(layout: Layout, labels: readonly Label[]): Field[] {
  return labels.flatMap((label): Field[] => {
    if (!['period', 'periodStart', 'periodEnd', 'statementDate'].includes(label.name)) return [];
    const wide = { ...label, right: label.right + 24 * layout.em };
    const lines = [wordsRightOf(layout, label, []), ...wordsBelow(layout, wide, [])];
    const dates = lines.map((words) => readDates(words)).find((list) => list.length > 0) ?? [];
    const [start, end] = dates;
    if (start && end && dates.length === 2 && label.name !== 'periodEnd' && start.value.on < end.value.on) {
      return [fieldOfDate(layout, 'periodStart', start), fieldOfDate(layout, 'periodEnd', end)];
    }
    if (!start || dates.length > 1 || label.name === 'period') return [];
    if (label.phrase === 'for' || label.phrase === 'as of')
      return label.cell.words.length <= label.words.length + start.words.length && label.phrase === 'for'
        ? [fieldOfDate(layout, 'statementDate', start)]
        : [];
    return label.phrase === 'from' ? [] : [fieldOfDate(layout, label.name, start)];
  });
}
