import type { LarFieldName } from '../../../lar-fields.ts';
import type { LarRow } from '../../../lar-row.ts';

export const applicantPersonFields = [
  'applicantEthnicity1',
  'applicantRace1',
  'applicantSex',
] as const satisfies readonly LarFieldName[];

export const coApplicantPersonFields = [
  'coApplicantEthnicity1',
  'coApplicantRace1',
  'coApplicantSex',
] as const satisfies readonly LarFieldName[];

/** Ethnicity, race and sex `not applicable`: a corporation, a partnership or a trust. */
export const isApplicantNonNatural = (row: LarRow): boolean =>
  row.applicantEthnicity1 === '4' && row.applicantRace1 === '7' && row.applicantSex === '4';

export const isCoApplicantNonNatural = (row: LarRow): boolean =>
  row.coApplicantEthnicity1 === '4' && row.coApplicantRace1 === '7' && row.coApplicantSex === '4';

export const hasNoCoApplicant = (row: LarRow): boolean =>
  row.coApplicantEthnicity1 === '5' && row.coApplicantRace1 === '8' && row.coApplicantSex === '5';
