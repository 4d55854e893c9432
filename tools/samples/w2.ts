import { LETTER, money, printPdf, type Sheet } from './sheet.ts';
import type { SampleScenario } from './scenario.ts';

export const w2Pdf = (scenario: SampleScenario) => printPdf(LETTER, [(sheet) => printW2(sheet, scenario)]);

/** Half a cent is a cent: the form shows what payroll withheld. */
const share = (cents: number, perMille: number) => Math.round((cents * perMille) / 1000);
const SOCIAL_SECURITY_PER_MILLE = 62;
const MEDICARE_PER_MILLE = 14.5;

function printW2(sheet: Sheet, { borrower, employer, w2 }: SampleScenario): void {
  const { wagesCents, retirementCents, federalTaxCents, stateTaxCents } = w2;
  const contributionBase = wagesCents + retirementCents;
  const [left, right, width] = [40, 346, 113];
  sheet.field(left, 60, 306, 30, "a Employee's social security number", borrower.ssn);
  sheet.field(left, 90, 306, 30, 'b Employer identification number (EIN)', employer.ein);
  sheet.box(left, 120, 306, 72);
  sheet.text(left + 3, 128, "c Employer's name, address, and ZIP code", { size: 6.5 });
  sheet.text(left + 6, 143, employer.name, { size: 9.5 });
  sheet.text(left + 6, 157, employer.address.street, { size: 9.5 });
  sheet.text(left + 6, 171, `${employer.address.city}, ${employer.address.state} ${employer.address.zip}`, {
    size: 9.5,
  });
  sheet.field(left, 192, 306, 28, 'd Control number', '');
  sheet.box(left, 220, 306, 72);
  sheet.text(left + 3, 228, "e Employee's first name and initial, last name", { size: 6.5 });
  sheet.text(left + 6, 243, `${borrower.firstName} ${borrower.lastName}`, { size: 9.5 });
  sheet.text(left + 6, 257, borrower.address.street, { size: 9.5 });
  sheet.text(left + 6, 271, `${borrower.address.city}, ${borrower.address.state} ${borrower.address.zip}`, {
    size: 9.5,
  });
  sheet.text(left + 3, 289, "f Employee's address and ZIP code", { size: 6.5 });
  const boxes: [string, string][] = [
    ['1 Wages, tips, other compensation', money(wagesCents)],
    ['2 Federal income tax withheld', money(federalTaxCents)],
    ['3 Social security wages', money(contributionBase)],
    ['4 Social security tax withheld', money(share(contributionBase, SOCIAL_SECURITY_PER_MILLE))],
    ['5 Medicare wages and tips', money(contributionBase)],
    ['6 Medicare tax withheld', money(share(contributionBase, MEDICARE_PER_MILLE))],
    ['7 Social security tips', ''],
    ['8 Allocated tips', ''],
    ['9', ''],
    ['10 Dependent care benefits', ''],
    ['11 Nonqualified plans', ''],
    ['12a See instructions for box 12', `D ${money(retirementCents)}`],
  ];
  boxes.forEach(([label, value], index) => {
    sheet.field(right + (index % 2) * width, 60 + Math.floor(index / 2) * 30, width, 30, label, value);
  });
  const state: [string, string, number][] = [
    ["15 State  Employer's state ID number", `${employer.address.state}  52-000001`, 150],
    ['16 State wages, tips, etc.', money(wagesCents), 100],
    ['17 State income tax', money(stateTaxCents), 90],
    ['18 Local wages, tips, etc.', '', 80],
    ['19 Local income tax', '', 62],
    ['20 Locality name', '', 50],
  ];
  let x = left;
  for (const [label, value, columnWidth] of state) {
    sheet.field(x, 300, columnWidth, 32, label, value);
    x += columnWidth;
  }
  sheet.text(left, 356, 'Form W-2 Wage and Tax Statement', { size: 12, bold: true });
  sheet.text(300, 356, String(w2.year), { size: 14, bold: true });
  sheet.text(left, 370, "Copy B - To Be Filed With Employee's FEDERAL Tax Return.", { size: 8 });
  sheet.text(left, 382, 'Synthetic sample: no such person or employer exists.', { size: 7 });
}
