import { LETTER, money, printPdf, usDate, type Sheet } from './sheet.ts';
import type { SampleScenario } from './scenario.ts';

/** Larger than a card, as a scan of one is; it says SPECIMEN and imitates no state's design. */
export function driversLicencePdf({ borrower }: SampleScenario): Promise<Uint8Array> {
  const { address, licence } = borrower;
  return printPdf({ widthPt: 486, heightPt: 306 }, [
    (sheet) => {
      sheet.box(8, 8, 470, 290);
      sheet.text(24, 44, `${address.state} DRIVER LICENSE`, { size: 20, bold: true });
      sheet.text(462, 44, 'SPECIMEN', { size: 12, right: true });
      const rows: [string, string][] = [
        ['4d DLN', licence.number],
        ['1 LN', borrower.lastName.toUpperCase()],
        ['2 FN', borrower.firstName.toUpperCase()],
        ['3 DOB', usDate(borrower.bornOn)],
        ['4a ISS', usDate(licence.issuedOn)],
        ['4b EXP', usDate(licence.expiresOn)],
        ['8', address.street.toUpperCase()],
        ['', `${address.city.toUpperCase()}, ${address.state} ${address.zip}`],
        ['9 CLASS', 'D'],
      ];
      sheet.box(24, 64, 110, 140);
      sheet.text(46, 140, 'no portrait', { size: 10 });
      rows.forEach(([label, value], row) => {
        sheet.text(150, 80 + row * 23, label, { size: 10 });
        sheet.text(212, 80 + row * 23, value, { size: 13, bold: true });
      });
    },
  ]);
}

/** The parts of pages 1 and 4 of the URLA (Fannie Mae Form 1003, 1/2021) that a loan's opening needs. */
export function urlaPdf(scenario: SampleScenario): Promise<Uint8Array> {
  return printPdf(LETTER, [(sheet) => printBorrower(sheet, scenario), (sheet) => printLoan(sheet, scenario)]);
}

function printTitle(sheet: Sheet): void {
  sheet.text(40, 50, 'Uniform Residential Loan Application', { size: 15, bold: true });
  sheet.text(40, 752, 'Uniform Residential Loan Application', { size: 7.5 });
  sheet.text(40, 762, 'Freddie Mac Form 65 - Fannie Mae Form 1003', { size: 7.5 });
  sheet.text(40, 772, 'Effective 1/2021    Synthetic sample', { size: 7.5 });
}

/** A label, and its value after it on the same line. */
function entry(sheet: Sheet, x: number, y: number, label: string, value: string, gap = 6): void {
  sheet.text(x, y, label, { bold: true });
  sheet.text(x + label.length * 5 + gap, y, value);
}

function printBorrower(sheet: Sheet, { borrower, employer, pay }: SampleScenario): void {
  const { address } = borrower;
  printTitle(sheet);
  sheet.text(40, 80, 'Section 1: Borrower Information.', { size: 12, bold: true });
  sheet.text(40, 104, '1a. Personal Information', { bold: true });
  sheet.text(40, 122, 'Name (First, Middle, Last, Suffix)', { bold: true });
  sheet.text(40, 136, `${borrower.firstName} ${borrower.lastName}`);
  entry(sheet, 340, 122, 'Social Security Number', borrower.ssn, 16);
  entry(sheet, 340, 140, 'Date of Birth (mm/dd/yyyy)', usDate(borrower.bornOn), 6);
  entry(sheet, 340, 158, 'Citizenship', 'U.S. Citizen', 8);
  entry(sheet, 340, 176, 'Home Phone', borrower.phone, 10);
  entry(sheet, 340, 194, 'Email', borrower.email, 10);
  sheet.text(40, 222, 'Current Address', { bold: true });
  entry(sheet, 40, 240, 'Street', address.street);
  entry(sheet, 40, 258, 'City', address.city);
  entry(sheet, 260, 258, 'State', address.state);
  entry(sheet, 340, 258, 'ZIP', address.zip);
  sheet.line(40, 276, 572, 276);
  sheet.text(40, 296, '1b. Current Employment/Self-Employment and Income', { bold: true });
  entry(sheet, 40, 316, 'Employer or Business Name', employer.name, 16);
  entry(sheet, 400, 316, 'Phone', employer.phone);
  entry(sheet, 40, 334, 'Street', employer.address.street);
  entry(sheet, 40, 352, 'City', employer.address.city);
  entry(sheet, 260, 352, 'State', employer.address.state);
  entry(sheet, 340, 352, 'ZIP', employer.address.zip);
  entry(sheet, 40, 370, 'Position or Title', employer.position);
  entry(sheet, 40, 388, 'Start Date (mm/dd/yyyy)', usDate(employer.hiredOn), 10);
  const regular = pay.earnings[0]?.currentCents ?? 0;
  const perYear = { weekly: 52, biweekly: 26, semimonthly: 24, monthly: 12 }[pay.frequency];
  sheet.text(400, 340, 'Gross Monthly Income', { bold: true });
  sheet.text(400, 358, 'Base');
  sheet.text(540, 358, `$ ${money(Math.round((regular * perYear) / 12))}`, { right: true });
  sheet.text(545, 358, '/month', { size: 7 });
}

function printLoan(sheet: Sheet, { loan }: SampleScenario): void {
  const { property } = loan;
  printTitle(sheet);
  sheet.text(40, 80, 'Section 4: Loan and Property Information.', { size: 12, bold: true });
  sheet.text(40, 104, '4a. Loan and Property Information', { bold: true });
  entry(sheet, 40, 124, 'Loan Amount', `$ ${money(loan.amountCents)}`, 10);
  entry(sheet, 300, 124, 'Loan Purpose', loan.purpose, 10);
  entry(sheet, 40, 144, 'Property Address Street', property.street, 12);
  entry(sheet, 40, 162, 'City', property.city);
  entry(sheet, 260, 162, 'State', property.state);
  entry(sheet, 340, 162, 'ZIP', property.zip);
  entry(sheet, 40, 180, 'Number of Units', '1', 8);
  entry(sheet, 300, 180, 'Property Value', `$ ${money(loan.propertyValueCents)}`, 10);
  entry(sheet, 40, 198, 'Occupancy', 'Primary Residence', 8);
}

/** The lines of page 1 that an income calculation reads; whole dollars, as the form is filled. */
export function form1040Pdf({ borrower, w2 }: SampleScenario): Promise<Uint8Array> {
  const dollars = (cents: number) => Math.round(cents / 100).toLocaleString('en-US');
  const deduction = 1_575_000;
  const interest = 21_400;
  const income = w2.wagesCents + interest;
  return printPdf(LETTER, [
    (sheet) => {
      sheet.text(40, 50, 'Form 1040', { size: 14, bold: true });
      sheet.text(130, 50, 'U.S. Individual Income Tax Return', { size: 13, bold: true });
      sheet.text(400, 50, String(w2.year), { size: 16, bold: true });
      sheet.text(450, 50, 'OMB No. 1545-0074', { size: 7 });
      sheet.field(40, 70, 190, 30, 'Your first name and middle initial', borrower.firstName);
      sheet.field(230, 70, 200, 30, 'Last name', borrower.lastName);
      sheet.field(430, 70, 142, 30, 'Your social security number', borrower.ssn);
      sheet.field(40, 100, 390, 30, 'Home address (number and street)', borrower.address.street);
      sheet.field(40, 130, 250, 30, 'City, town, or post office', borrower.address.city);
      sheet.field(290, 130, 60, 30, 'State', borrower.address.state);
      sheet.field(350, 130, 80, 30, 'ZIP code', borrower.address.zip);
      sheet.text(40, 182, 'Filing Status', { bold: true });
      sheet.text(
        130,
        182,
        '[X] Single   [ ] Married filing jointly   [ ] Married filing separately   [ ] Head of household',
      );
      const lines: [string, string, number][] = [
        ['1a', 'Total amount from Form(s) W-2, box 1 (see instructions)', w2.wagesCents],
        ['1z', 'Add lines 1a through 1h', w2.wagesCents],
        ['2b', 'Taxable interest', interest],
        ['9', 'Add lines 1z, 2b, 3b, 4b, 5b, 6b, 7, and 8. This is your total income', income],
        ['11', 'Subtract line 10 from line 9. This is your adjusted gross income', income],
        ['12', 'Standard deduction or itemized deductions (from Schedule A)', deduction],
        ['15', 'Subtract line 14 from line 11. This is your taxable income', income - deduction],
      ];
      lines.forEach(([number, label, cents], row) => {
        const y = 220 + row * 22;
        sheet.text(60, y, number, { right: true, bold: true });
        sheet.text(70, y, label);
        sheet.text(480, y, number, { right: true, bold: true });
        sheet.text(572, y, dollars(cents), { right: true });
        sheet.line(40, y + 6, 572, y + 6);
      });
      sheet.text(40, 760, 'Synthetic sample: no such person exists.', { size: 7 });
    },
  ]);
}
