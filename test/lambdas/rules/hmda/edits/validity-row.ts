import { rowWith as plainRowWith } from './quality-row.ts';
import { universalLoanIdentifier } from '../../../../../lambdas/rules/hmda/uli.ts';
import type { Change } from './quality-row.ts';
import type { LarRow } from '../../../../../lambdas/rules/hmda/lar-row.ts';

export type { Change } from './quality-row.ts';
export type { QualityCase as EditCase } from './quality-row.ts';

export const LEI = 'SAMPLEMILLSBANK00001';

/** What the plain row says of its one applicant, with an identifier whose check digits agree: it trips no validity edit. */
const person: Change = {
  uli: universalLoanIdentifier(LEI, 'LOAN000101'),
  applicantEthnicity1: '2',
  applicantEthnicityObserved: '2',
  applicantRace1: '5',
  applicantRaceObserved: '2',
  applicantSex: '2',
  applicantSexObserved: '2',
  coApplicantEthnicity1: '5',
  coApplicantEthnicityObserved: '4',
  coApplicantRace1: '8',
  coApplicantRaceObserved: '4',
  coApplicantSex: '5',
  coApplicantSexObserved: '4',
};

/** A second person of like answers. */
export const coApplicant: Change = {
  coApplicantEthnicity1: '2',
  coApplicantEthnicityObserved: '2',
  coApplicantRace1: '5',
  coApplicantRaceObserved: '2',
  coApplicantSex: '1',
  coApplicantSexObserved: '2',
  coApplicantAge: '43',
  coApplicantCreditScore: '701',
  coApplicantCreditModel: '1',
};

/** A corporation, a partnership or a trust in the place of the applicant, and of the co-applicant. */
export const company: Change = { applicantEthnicity1: '4', applicantRace1: '7', applicantSex: '4' };
export const secondCompany: Change = {
  coApplicantEthnicity1: '4',
  coApplicantRace1: '7',
  coApplicantSex: '4',
};

export const rowWith = (change: Change): LarRow => plainRowWith({ ...person, ...change });

/** The same changes on top of a row that has others already. */
export const onTopOf = (base: Change, changes: readonly Change[]): Change[] =>
  changes.map((change) => ({ ...base, ...change }));
