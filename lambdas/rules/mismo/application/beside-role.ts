import { amount, birthDate, count } from '../binding/value-kinds.ts';
import { at, many, shape } from '../binding/shape.ts';
import { codesOf } from './vocabularies.ts';
import { employer } from './employment.ts';
import { linkEnd } from './link-end.ts';

const income = shape({
  ...linkEnd,
  type: at('IncomeType', codesOf('IncomeType')),
  monthlyCents: at('MonthlyTotalAmount', amount),
});

/**
 * What simplified extracts state of a borrower on the party itself, where the standard has it in the role: understood, and
 * said to be no part of the standard there.
 */
export const besideRole = {
  bornOn: at('INDIVIDUAL/BirthDate', birthDate, 'BIRTH_DATE/BirthDate', 'BirthDate'),
  maritalStatus: at('INDIVIDUAL/MaritalStatusType', codesOf('MaritalStatusType')),
  dependentCount: at('INDIVIDUAL/DependentCount', count),
  citizenship: at('INDIVIDUAL/CitizenshipResidencyType', codesOf('CitizenshipResidencyType')),
  employers: many('EMPLOYERS/EMPLOYER', employer),
  incomes: many('INCOMES/INCOME', income),
};
