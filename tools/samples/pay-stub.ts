import { LETTER, money, printPdf, usDate, type Sheet } from './sheet.ts';
import type { SampleScenario } from './scenario.ts';

export const payStubPdf = (scenario: SampleScenario) =>
  printPdf(LETTER, [(sheet) => printStub(sheet, scenario)]);

const total = (rows: readonly { currentCents: number }[]) =>
  rows.reduce((sum, { currentCents }) => sum + currentCents, 0);

/** What the pay stub's last line says; the bank statement's payroll deposits are the same figure. */
export const netPayCents = ({ pay }: SampleScenario) => total(pay.earnings) - total(pay.deductions);

function printStub(sheet: Sheet, scenario: SampleScenario): void {
  const { borrower, employer, pay } = scenario;
  sheet.text(40, 50, employer.name, { size: 12, bold: true });
  sheet.text(40, 64, employer.address.street);
  sheet.text(40, 76, `${employer.address.city}, ${employer.address.state} ${employer.address.zip}`);
  sheet.text(572, 50, 'Earnings Statement', { size: 16, bold: true, right: true });
  const dates: [string, string][] = [
    ['Period Beginning:', pay.periodBeginsOn],
    ['Period Ending:', pay.periodEndsOn],
    ['Pay Date:', pay.paidOn],
  ];
  dates.forEach(([label, day], row) => {
    sheet.text(400, 76 + row * 13, label);
    sheet.text(572, 76 + row * 13, usDate(day), { right: true });
  });
  sheet.text(40, 130, `Employee: ${borrower.firstName} ${borrower.lastName}`, { bold: true });
  sheet.text(40, 143, borrower.address.street);
  sheet.text(40, 155, `${borrower.address.city}, ${borrower.address.state} ${borrower.address.zip}`);
  sheet.text(400, 130, `Social Security Number: XXX-XX-${borrower.ssn.slice(-4)}`);
  sheet.text(400, 143, `Pay Frequency: ${pay.frequency}`);
  const afterEarnings = printEarnings(sheet, scenario, 190);
  const afterDeductions = printDeductions(sheet, scenario, afterEarnings + 24);
  const net = netPayCents(scenario);
  sheet.text(40, afterDeductions + 24, 'Net Pay', { size: 11, bold: true });
  sheet.text(460, afterDeductions + 24, money(net), { size: 11, bold: true, right: true });
  sheet.text(572, afterDeductions + 24, money(net * pay.periodsThisYear), {
    size: 11,
    bold: true,
    right: true,
  });
  sheet.text(40, 760, 'Synthetic sample: no such person or employer exists.', { size: 7 });
}

function printEarnings(sheet: Sheet, { pay }: SampleScenario, top: number): number {
  const heads: [string, number][] = [
    ['Rate', 240],
    ['Hours', 320],
    ['This Period', 460],
    ['Year to Date', 572],
  ];
  sheet.text(40, top, 'Earnings', { bold: true });
  for (const [label, x] of heads) sheet.text(x, top, label, { bold: true, right: true });
  sheet.line(40, top + 5, 572, top + 5);
  pay.earnings.forEach(({ name, rate, hours, currentCents }, row) => {
    const y = top + 20 + row * 15;
    sheet.text(40, y, name);
    if (rate) sheet.text(240, y, rate, { right: true });
    if (hours) sheet.text(320, y, hours, { right: true });
    sheet.text(460, y, money(currentCents), { right: true });
    sheet.text(572, y, money(currentCents * pay.periodsThisYear), { right: true });
  });
  return printTotal(
    sheet,
    'Gross Pay',
    total(pay.earnings),
    pay.periodsThisYear,
    top + 22 + pay.earnings.length * 15,
  );
}

function printDeductions(sheet: Sheet, { pay }: SampleScenario, top: number): number {
  sheet.text(40, top, 'Deductions', { bold: true });
  sheet.text(460, top, 'This Period', { bold: true, right: true });
  sheet.text(572, top, 'Year to Date', { bold: true, right: true });
  sheet.line(40, top + 5, 572, top + 5);
  pay.deductions.forEach(({ name, currentCents }, row) => {
    const y = top + 20 + row * 15;
    sheet.text(40, y, name);
    sheet.text(460, y, money(currentCents), { right: true });
    sheet.text(572, y, money(currentCents * pay.periodsThisYear), { right: true });
  });
  return printTotal(
    sheet,
    'Total Deductions',
    total(pay.deductions),
    pay.periodsThisYear,
    top + 22 + pay.deductions.length * 15,
  );
}

function printTotal(sheet: Sheet, label: string, cents: number, periods: number, y: number): number {
  sheet.line(40, y - 9, 572, y - 9);
  sheet.text(40, y + 4, label, { bold: true });
  sheet.text(460, y + 4, money(cents), { bold: true, right: true });
  sheet.text(572, y + 4, money(cents * periods), { bold: true, right: true });
  return y + 4;
}
