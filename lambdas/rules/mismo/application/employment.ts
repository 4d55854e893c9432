import { address } from './address.ts';
import { amount, count, date, indicator, text } from '../binding/value-kinds.ts';
import { at, many, one, shape } from '../binding/shape.ts';
import { codesOf } from './vocabularies.ts';
import { linkEnd } from './link-end.ts';
import { organizationContact } from './person.ts';

const duEmployment = 'EMPLOYMENT/EXTENSION/OTHER/DU:EMPLOYMENT_EXTENSION';

/** URLA 1b to 1d. Self-employed with 25 % or more: the income is `monthlyIncomeCents`, and may be negative. */
export const employer = shape({
  ...linkEnd,
  name: at('LEGAL_ENTITY/LEGAL_ENTITY_DETAIL/FullName', text, 'EmployerName', 'Name'),
  contacts: many('LEGAL_ENTITY/CONTACTS/CONTACT', organizationContact),
  individualName: at('INDIVIDUAL/NAME/FullName', text),
  address: one('ADDRESS', address),
  position: at('EMPLOYMENT/EmploymentPositionDescription', text, 'PositionDescription'),
  status: at('EMPLOYMENT/EmploymentStatusType', codesOf('EmploymentStatusType')),
  classification: at('EMPLOYMENT/EmploymentClassificationType', codesOf('EmploymentClassificationType')),
  startedOn: at('EMPLOYMENT/EmploymentStartDate', date),
  endedOn: at('EMPLOYMENT/EmploymentEndDate', date),
  monthsOnJob: at('EMPLOYMENT/EmploymentMonthsOnJobCount', count),
  yearsOnJob: at('EMPLOYMENT/EmploymentYearsOnJobCount', count),
  monthsInLineOfWork: at('EMPLOYMENT/EmploymentTimeInLineOfWorkMonthsCount', count),
  yearsInLineOfWork: at('EMPLOYMENT/EmploymentTimeInLineOfWorkYearsCount', count),
  isSelfEmployed: at('EMPLOYMENT/EmploymentBorrowerSelfEmployedIndicator', indicator),
  ownershipInterest: at('EMPLOYMENT/OwnershipInterestType', codesOf('OwnershipInterestType')),
  monthlyIncomeCents: at('EMPLOYMENT/EmploymentMonthlyIncomeAmount', amount, 'MonthlyIncomeAmount'),
  isWithPartyToTransaction: at('EMPLOYMENT/SpecialBorrowerEmployerRelationshipIndicator', indicator),
  partyToTransaction: at(
    'EMPLOYMENT/SpecialBorrowerEmployerRelationshipType',
    codesOf('SpecialBorrowerEmployerRelationshipType'),
  ),
  isAbroad: at('EMPLOYMENT/EmployedAbroadIndicator', indicator),
  isForeignIncome: at(`${duEmployment}/DU:ForeignIncomeIndicator`, indicator),
  isSeasonalIncome: at(`${duEmployment}/DU:SeasonalIncomeIndicator`, indicator),
});

/** URLA 1b, 1e: one kind of income. Of an employment it is tied to its employer by an arc. */
export const incomeItem = shape({
  ...linkEnd,
  type: at('CURRENT_INCOME_ITEM_DETAIL/IncomeType', codesOf('IncomeType')),
  typeOther: at('CURRENT_INCOME_ITEM_DETAIL/IncomeTypeOtherDescription', text),
  monthlyCents: at('CURRENT_INCOME_ITEM_DETAIL/CurrentIncomeMonthlyTotalAmount', amount),
  isOfEmployment: at('CURRENT_INCOME_ITEM_DETAIL/EmploymentIncomeIndicator', indicator),
  isForeign: at('CURRENT_INCOME_ITEM_DETAIL/ForeignIncomeIndicator', indicator),
  isSeasonal: at('CURRENT_INCOME_ITEM_DETAIL/SeasonalIncomeIndicator', indicator),
  isTaxExempt: at('CURRENT_INCOME_ITEM_DETAIL/IncomeFederalTaxExemptIndicator', indicator),
});
