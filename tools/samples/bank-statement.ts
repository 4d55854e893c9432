import { LETTER, money, printPdf, usDate, type Sheet } from './sheet.ts';
import type { SampleScenario } from './scenario.ts';

type Transaction = SampleScenario['bank']['transactions'][number];

/** Three pages: the summary with the first transactions, the rest of them, and the notes. */
export function bankStatementPdf(scenario: SampleScenario): Promise<Uint8Array> {
  const { transactions } = scenario.bank;
  const half = Math.ceil(transactions.length / 2);
  const opening = scenario.bank.openingCents;
  const carried = opening + sum(transactions.slice(0, half));
  return printPdf(LETTER, [
    (sheet) => {
      printHead(sheet, scenario, 1);
      printSummary(sheet, scenario);
      printTransactions(sheet, transactions.slice(0, half), opening, 300);
    },
    (sheet) => {
      printHead(sheet, scenario, 2);
      printTransactions(sheet, transactions.slice(half), carried, 150);
    },
    (sheet) => {
      printHead(sheet, scenario, 3);
      printNotes(sheet);
    },
  ]);
}

const sum = (transactions: readonly Transaction[]) =>
  transactions.reduce((total, { amountCents }) => total + amountCents, 0);

function printHead(sheet: Sheet, { bank, borrower }: SampleScenario, page: number): void {
  sheet.text(40, 50, bank.name, { size: 14, bold: true });
  sheet.text(572, 50, `Page ${page} of 3`, { right: true });
  sheet.text(40, 66, '1 Ledger Square, Sampleton, OH 43004');
  sheet.text(40, 78, 'Customer Service: (614) 555-0199');
  sheet.text(572, 66, `Account Number: ${bank.accountNumber}`, { right: true });
  sheet.text(
    572,
    78,
    `Statement Period: ${usDate(bank.periodBeginsOn)} through ${usDate(bank.periodEndsOn)}`,
    { right: true },
  );
  sheet.text(40, 104, `${borrower.firstName} ${borrower.lastName}`, { bold: true });
  sheet.text(40, 116, borrower.address.street);
  sheet.text(40, 128, `${borrower.address.city}, ${borrower.address.state} ${borrower.address.zip}`);
}

function printSummary(sheet: Sheet, { bank }: SampleScenario): void {
  const deposits = bank.transactions.filter(({ amountCents }) => amountCents > 0);
  const withdrawals = bank.transactions.filter(({ amountCents }) => amountCents < 0);
  sheet.text(40, 170, 'Account Summary', { size: 12, bold: true });
  sheet.text(40, 186, 'Account Type: Checking');
  const rows: [string, number][] = [
    ['Beginning Balance', bank.openingCents],
    ['Total Deposits', sum(deposits)],
    ['Total Withdrawals', Math.abs(sum(withdrawals))],
    ['Ending Balance', bank.openingCents + sum(bank.transactions)],
  ];
  rows.forEach(([label, cents], row) => {
    sheet.text(40, 206 + row * 15, label, { bold: row === 3 });
    sheet.text(300, 206 + row * 15, `$${money(cents)}`, { right: true, bold: row === 3 });
  });
}

function printTransactions(
  sheet: Sheet,
  transactions: readonly Transaction[],
  opening: number,
  top: number,
): void {
  const heads: [string, number][] = [
    ['Deposits', 400],
    ['Withdrawals', 480],
    ['Balance', 572],
  ];
  sheet.text(40, top, 'Transaction History', { size: 12, bold: true });
  sheet.text(40, top + 20, 'Date', { bold: true });
  sheet.text(110, top + 20, 'Description', { bold: true });
  for (const [label, x] of heads) sheet.text(x, top + 20, label, { bold: true, right: true });
  sheet.line(40, top + 25, 572, top + 25);
  let balance = opening;
  transactions.forEach(({ on, what, amountCents }, row) => {
    const y = top + 40 + row * 16;
    balance += amountCents;
    sheet.text(40, y, usDate(on));
    sheet.text(110, y, what);
    sheet.text(amountCents > 0 ? 400 : 480, y, money(Math.abs(amountCents)), { right: true });
    sheet.text(572, y, money(balance), { right: true });
  });
}

function printNotes(sheet: Sheet): void {
  const notes = [
    'Important Information',
    'Please examine your statement and report any error within 60 days of the date on which it was sent.',
    'This statement is a synthetic sample. The bank, the account and its holder do not exist.',
    'This page is intentionally without transactions.',
  ];
  notes.forEach((note, row) =>
    sheet.text(40, 170 + row * 18, note, { bold: row === 0, size: row === 0 ? 12 : 9 }),
  );
}
