import { elementsOf } from '../xml/xml-tree.ts';
import { knownDataPoints } from './known-data-points.ts';
import { showable } from '../defect.ts';
import type { Defect } from '../defect.ts';
import type { MessageIndex } from './message-index.ts';
import type { XmlElement } from '../xml/xml-tree.ts';

/**
 * What may stand in the containers that carry a DU file's structure (MISMO 3.4 B324), `EXTENSION` besides. Anything else
 * in them is no part of the standard. `test/conformance/mismo` holds this against the schema.
 */
export const knownChildren: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    ...knownDataPoints,
    MESSAGE: 'ABOUT_VERSIONS DEAL_SETS DOCUMENT_SETS RELATIONSHIPS SYSTEM_SIGNATURES',
    ABOUT_VERSIONS: 'ABOUT_VERSION',
    ABOUT_VERSION: 'AboutVersionIdentifier CreatedDatetime DataVersionIdentifier DataVersionName',
    DEALS: 'DEAL PARTIES',
    DEAL: 'REFERENCE ABOUT_VERSIONS ASSETS COLLATERALS COMMUNICATION_EVENTS DEAL_DETAIL EXPENSES LIABILITIES LITIGATIONS LOANS PARTIES RELATIONSHIPS SERVICES SUPPORTING_RECORD_SETS',
    ASSETS: 'ASSET ASSET_SUMMARY',
    ASSET: 'ASSET_DETAIL ASSET_DOCUMENTATIONS ASSET_HOLDER OWNED_PROPERTY VERIFICATION',
    OWNED_PROPERTY: 'OWNED_PROPERTY_DETAIL PROPERTY',
    COLLATERALS: 'COLLATERAL',
    COLLATERAL: 'PLEDGED_ASSET SUBJECT_PROPERTY COLLATERAL_DETAIL',
    EXPENSES: 'EXPENSE',
    EXPENSE:
      'AlimonyOwedToName ExpenseDescription ExpenseMonthlyPaymentAmount ExpenseRemainingTermMonthsCount ExpenseType ExpenseTypeOtherDescription',
    LIABILITIES: 'LIABILITY LIABILITY_SUMMARY',
    LIABILITY: 'LIABILITY_DETAIL LIABILITY_HOLDER PAYOFF',
    LOANS: 'COMBINED_LTVS LOAN',
    LOAN_IDENTIFIERS: 'LOAN_IDENTIFIER',
    LOAN_IDENTIFIER: 'LoanIdentifier LoanIdentifierType LoanIdentifierTypeOtherDescription',
    AMORTIZATION: 'AMORTIZATION_RULE AMORTIZATION_SCHEDULE_ITEMS',
    PARTIES: 'PARTY',
    PARTY: 'REFERENCE INDIVIDUAL LEGAL_ENTITY ADDRESSES LANGUAGES ROLES TAXPAYER_IDENTIFIERS',
    INDIVIDUAL: 'ALIASES CONTACT_POINTS IDENTIFICATION_VERIFICATION NAME',
    CONTACT_POINTS: 'CONTACT_POINT',
    CONTACT_POINT:
      'CONTACT_POINT_DETAIL CONTACT_POINT_EMAIL CONTACT_POINT_SOCIAL_MEDIA CONTACT_POINT_TELEPHONE OTHER_CONTACT_POINT',
    NAME: 'EducationalAchievementsDescription FirstName FullName FunctionalTitleDescription IndividualTitleDescription LastName MiddleName PrefixName SuffixName',
    LEGAL_ENTITY: 'ALIASES CONTACTS LEGAL_ENTITY_DETAIL',
    ADDRESSES: 'ADDRESS',
    LANGUAGES: 'LANGUAGE',
    ROLES: 'ROLE',
    LICENSES: 'LICENSE',
    LICENSE: 'APPRAISER_LICENSE LICENSE_DETAIL PROPERTY_LICENSE',
    BORROWER:
      'BANKRUPTCIES BORROWER_DETAIL COUNSELING CREDIT_SCORES CURRENT_INCOME DECLARATION DEPENDENTS EMPLOYERS GOVERNMENT_BORROWER GOVERNMENT_MONITORING HARDSHIP_DECLARATION HOUSING_EXPENSES MILITARY_SERVICES NEAREST_LIVING_RELATIVE RESIDENCES SOLICITATION_PREFERENCE SUMMARIES',
    CURRENT_INCOME: 'CURRENT_INCOME_DETAIL CURRENT_INCOME_ITEMS',
    CURRENT_INCOME_ITEMS: 'CURRENT_INCOME_ITEM CURRENT_INCOME_ITEM_SUMMARY',
    CURRENT_INCOME_ITEM: 'CURRENT_INCOME_ITEM_DETAIL INCOME_DOCUMENTATIONS VERIFICATION',
    DECLARATION: 'DECLARATION_DETAIL DECLARATION_EXPLANATIONS',
    DEPENDENTS: 'DEPENDENT',
    DEPENDENT: 'DependentAgeYearsCount',
    EMPLOYERS: 'EMPLOYER',
    EMPLOYER:
      'ADDRESS CREDIT_COMMENTS EMPLOYMENT EMPLOYMENT_DOCUMENTATIONS INDIVIDUAL LEGAL_ENTITY VERIFICATION',
    GOVERNMENT_MONITORING: 'GOVERNMENT_MONITORING_DETAIL HMDA_ETHNICITY_ORIGINS HMDA_RACES',
    HOUSING_EXPENSES: 'HOUSING_EXPENSE HOUSING_EXPENSE_SUMMARY',
    RESIDENCES: 'RESIDENCE',
    RESIDENCE: 'ADDRESS LANDLORD RESIDENCE_DETAIL',
    TAXPAYER_IDENTIFIERS: 'TAXPAYER_IDENTIFIER',
    RELATIONSHIPS: 'RELATIONSHIP',
    RELATIONSHIP: '',
    PURCHASE_CREDITS: 'PURCHASE_CREDIT PURCHASE_CREDIT_SUMMARY',
    PROPERTY_VALUATIONS: 'PROPERTY_VALUATION',
    SALES_CONTRACTS: 'SALES_CONTRACT',
  }).map(([type, names]) => [type, new Set(names.split(' '))]),
);

/** Too many to list: no data point stands in them, only containers do. */
const containersOnly: ReadonlySet<string> = new Set(['LOAN', 'ROLE', 'SUBJECT_PROPERTY']);

const isDataPoint = (name: string): boolean => /[a-z]/.test(name);

/** Elements that the standard does not have where they stand; kept, and no receiver looks for them. The topmost is named. */
export function unknownChildDefects(index: MessageIndex): Defect[] {
  const strangers = new Set<XmlElement>();
  for (const [name, elements] of index.byName) {
    const known = knownChildren.get(name);
    if (!known && !containersOnly.has(name)) continue;
    for (const child of elements.flatMap(elementsOf))
      if (child.name !== 'EXTENSION' && (known ? !known.has(child.name) : isDataPoint(child.name)))
        strangers.add(child);
  }
  const isBelowStranger = (element: XmlElement): boolean => {
    const parent = index.parentOf(element);
    return parent !== undefined && (strangers.has(parent) || isBelowStranger(parent));
  };
  return [...strangers]
    .filter((element) => !isBelowStranger(element))
    .map((element) => {
      const message = `MISMO 3.4 has no such element in ${index.parentOf(element)?.name}`;
      return index.defect(element, 'not-of-the-standard', 'error', message, showable(element.name));
    });
}
