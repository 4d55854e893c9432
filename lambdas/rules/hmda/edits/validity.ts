import type { LarEdit } from '../edit.ts';
import { applicationAndPropertyEdits } from './validity/lists/application-and-property.ts';
import { ethnicityRaceAndSexEdits } from './validity/lists/ethnicity-race-and-sex.ts';
import { ageToDenialEdits } from './validity/lists/age-to-denial.ts';
import { costsTermsAndPropertyEdits } from './validity/lists/costs-terms-and-property.ts';
import { underwritingAndExemptionEdits } from './validity/lists/underwriting-and-exemptions.ts';

/** The validity edits of a register's rows in the order of the guide. */
export const validityEdits: readonly LarEdit[] = [
  ...applicationAndPropertyEdits,
  ...ethnicityRaceAndSexEdits,
  ...ageToDenialEdits,
  ...costsTermsAndPropertyEdits,
  ...underwritingAndExemptionEdits,
];
