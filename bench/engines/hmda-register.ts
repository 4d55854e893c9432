import { closeSync, openSync, writeSync } from 'node:fs';
import { formatLar, formatTs } from '../../lambdas/rules/hmda/record-line.ts';
import { generateLar, generateTs } from '../../lambdas/rules/hmda/generate-row.ts';
import { universalLoanIdentifier } from '../../lambdas/rules/hmda/uli.ts';
import { withFields } from '../../lambdas/rules/hmda/lar-row.ts';
import type { LarRow } from '../../lambdas/rules/hmda/lar-row.ts';

const LEI = 'EXAMPLEMILLSLENDING1';
const YEAR = 2026;

/** An ordinary first mortgage that trips no syntactical or validity edit, of a plainly invented lender. */
const ordinary = generateLar({
  lei: LEI,
  uli: universalLoanIdentifier(LEI, '1'),
  applicationDate: '2026-01-05',
  loanType: 1,
  loanPurpose: 1,
  preapproval: 2,
  constructionMethod: 1,
  occupancyType: 1,
  loanAmount: '288000.00',
  actionTaken: 1,
  actionTakenDate: '2026-02-20',
  streetAddress: '456 W Somewhere Ave Apt 201',
  city: 'Anytown',
  state: 'CA',
  zipCode: '90049-9998',
  county: '06037',
  censusTract: '06037264000',
  applicantEthnicity1: 2,
  coApplicantEthnicity1: 5,
  applicantEthnicityObserved: 2,
  coApplicantEthnicityObserved: 4,
  applicantRace1: 5,
  coApplicantRace1: 8,
  applicantRaceObserved: 2,
  coApplicantRaceObserved: 4,
  applicantSex: 2,
  coApplicantSex: 5,
  applicantSexObserved: 2,
  coApplicantSexObserved: 4,
  applicantAge: 42,
  coApplicantAge: 9999,
  income: 120,
  typeOfPurchaser: 1,
  rateSpread: '0.428',
  hoepaStatus: 2,
  lienStatus: 1,
  applicantCreditScore: 742,
  coApplicantCreditScore: 9999,
  applicantCreditModel: 1,
  coApplicantCreditModel: 10,
  denialReason1: 10,
  totalLoanCosts: '6399.04',
  totalPointsAndFees: 'NA',
  originationCharges: '2399.04',
  discountPoints: '',
  lenderCredits: '',
  interestRate: '6.625',
  prepaymentPenaltyTerm: 'NA',
  debtToIncomeRatio: '36.95',
  combinedLoanToValueRatio: '80.05',
  loanTerm: 360,
  introductoryRatePeriod: 'NA',
  balloonPayment: 2,
  interestOnlyPayments: 2,
  negativeAmortization: 2,
  otherNonAmortizingFeatures: 2,
  propertyValue: '360000',
  manufacturedHomeSecuredPropertyType: 3,
  manufacturedHomeLandPropertyInterest: 5,
  totalUnits: 1,
  multifamilyAffordableUnits: 'NA',
  submissionOfApplication: 1,
  initiallyPayableToInstitution: 1,
  nmlsrIdentifier: '123450',
  aus1: 1,
  ausResult1: 1,
  reverseMortgage: 2,
  openEndLineOfCredit: 2,
  businessOrCommercialPurpose: 2,
});

const sheet = (rows: number) =>
  generateTs({
    institutionName: 'Example Mills Lending',
    calendarYear: YEAR,
    calendarQuarter: 4,
    contactName: 'Avery Sample',
    contactPhone: '555-555-0100',
    contactEmail: 'avery@example.com',
    contactStreet: '4321 W Random Blvd Ste 201',
    contactCity: 'Somecity',
    contactState: 'CA',
    contactZipCode: '90049',
    federalAgency: 9,
    totalEntries: rows,
    taxpayerIdentification: '99-9999999',
    lei: LEI,
  });

const two = (value: number): string => String(value).padStart(2, '0');

/** The same loan with another identifier, day, amount and rate for each number. */
const rowOf = (index: number): LarRow =>
  withFields(ordinary, {
    uli: universalLoanIdentifier(LEI, String(index + 1).padStart(10, '0')),
    actionTakenDate: `${YEAR}${two(2 + (index % 11))}${two(1 + (index % 28))}`,
    loanAmount: `${100_000 + (index % 700) * 1_000}.00`,
    interestRate: `6.${two(index % 90)}5`,
    income: String(60 + (index % 140)),
    applicantAge: String(21 + (index % 70)),
  });

/** The lines of a register of so many rows. */
export function* registerLines(rows: number): Generator<string> {
  yield formatTs(sheet(rows));
  for (let index = 0; index < rows; index += 1) yield formatLar(rowOf(index));
}

const LINES_PER_WRITE = 5_000;

/** Writes a register of so many rows; node bench/engines/write-hmda-register.ts does so from the shell. */
export function writeRegister(file: string, rows: number): void {
  const handle = openSync(file, 'w');
  let lines: string[] = [];
  const flush = () => {
    writeSync(handle, lines.map((line) => `${line}\n`).join(''));
    lines = [];
  };
  for (const line of registerLines(rows)) {
    lines.push(line);
    if (lines.length === LINES_PER_WRITE) flush();
  }
  flush();
  closeSync(handle);
}
