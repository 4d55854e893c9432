import { elementsOf } from '../xml/xml-tree.ts';
import { isBorrowerRole, isSubjectLoan, rolesOf, valueAt } from './parts.ts';
import type { Defect } from '../defect.ts';
import type { MessageIndex } from './message-index.ts';
import type { XmlElement } from '../xml/xml-tree.ts';

interface Requirement {
  /** Any of these is enough. */
  paths: readonly string[];
  what: string;
}

const ofBorrower: readonly Requirement[] = [
  { paths: ['INDIVIDUAL/NAME/FirstName', 'INDIVIDUAL/NAME/FullName'], what: 'a first name' },
  { paths: ['INDIVIDUAL/NAME/LastName', 'INDIVIDUAL/NAME/FullName'], what: 'a last name' },
  {
    paths: ['TAXPAYER_IDENTIFIERS/TAXPAYER_IDENTIFIER/TaxpayerIdentifierValue'],
    what: 'a taxpayer identifier',
  },
];

/** In MISMO 3.4, and in 3.0. */
const terms = (name: string): string[] => [`TERMS_OF_LOAN/${name}`, `TERMS_OF_MORTGAGE/${name}`];

const ofSubjectLoan: readonly Requirement[] = [
  { paths: terms('LoanPurposeType'), what: 'a purpose' },
  { paths: terms('MortgageType'), what: 'a mortgage type' },
  { paths: [...terms('BaseLoanAmount'), ...terms('NoteAmount')], what: 'an amount' },
];

const ofSubjectProperty: readonly Requirement[] = [
  { paths: ['ADDRESS/AddressLineText', 'ADDRESS/StreetName'], what: 'a street' },
  { paths: ['ADDRESS/StateCode'], what: 'a state' },
];

const ofAsset: readonly Requirement[] = [
  {
    paths: ['ASSET_DETAIL/AssetType', 'AssetType', 'OWNED_PROPERTY/PROPERTY/ADDRESS/AddressLineText'],
    what: 'a type',
  },
];
const ofLiability: readonly Requirement[] = [
  { paths: ['LIABILITY_DETAIL/LiabilityType', 'LiabilityType'], what: 'a type' },
];

const ofIncome: readonly Requirement[] = [
  { paths: ['CURRENT_INCOME_ITEM_DETAIL/CurrentIncomeMonthlyTotalAmount'], what: 'an amount' },
];

/** The data points without which an application cannot be sent to DU or understood as one. */
export function requiredDefects(index: MessageIndex): Defect[] {
  const borrowers = index.all('PARTY').filter((party) => rolesOf(party).some(isBorrowerRole));
  const subjects = index.all('LOAN').filter(isSubjectLoan);
  return [
    ...identityDefects(index),
    ...missing(index, borrowers, ofBorrower, 'the borrower'),
    ...missing(index, subjects, ofSubjectLoan, 'the subject loan'),
    ...missing(index, index.all('SUBJECT_PROPERTY'), ofSubjectProperty, 'the subject property'),
    ...missing(index, inList(index, 'ASSET', 'ASSETS'), ofAsset, 'the asset'),
    ...missing(index, inList(index, 'LIABILITY', 'LIABILITIES'), ofLiability, 'the liability'),
    ...missing(index, index.all('CURRENT_INCOME_ITEM'), ofIncome, 'the income'),
  ];
}

const inList = (index: MessageIndex, name: string, list: string): XmlElement[] =>
  index.all(name).filter((element) => index.parentOf(element)?.name === list);

const missing = (
  index: MessageIndex,
  elements: readonly XmlElement[],
  requirements: readonly Requirement[],
  whose: string,
): Defect[] =>
  elements.flatMap((element) =>
    requirements
      .filter(({ paths }) => !paths.some((path) => valueAt(element, path) !== undefined))
      .map(({ paths, what }) =>
        index.defect(
          element,
          'missing-required',
          'error',
          `${whose} has no ${what.replace(/^an? /, '')} (${paths[0]})`,
        ),
      ),
  );

/** The version that DU requires on the root (integrations 1.1). */
export const duModelIdentifier = '3.4.032420160128';

function identityDefects(index: MessageIndex): Defect[] {
  const { root } = index;
  const identifier = root.attributes.get('MISMOReferenceModelIdentifier');
  if (identifier === undefined)
    return [
      index.defect(
        root,
        'model-identifier-missing',
        'error',
        'has no MISMOReferenceModelIdentifier, which DU requires',
      ),
    ];
  const isDu = identifier === duModelIdentifier;
  const hasAbout = elementsOf(root).some(({ name }) => name === 'ABOUT_VERSIONS');
  return [
    ...(isDu
      ? []
      : [
          index.defect(root, 'model-identifier-not-du', 'warning', `is not ${duModelIdentifier}`, identifier),
        ]),
    ...(hasAbout
      ? []
      : [index.defect(root, 'about-version-missing', 'warning', 'does not say what made it')]),
  ];
}
