import { address } from './address.ts';
import { alias, contactPoint, language, name, organizationContact, taxpayerIdentifier } from './person.ts';
import { at, many, one, shape } from '../binding/shape.ts';
import { besideRole } from './beside-role.ts';
import { borrower } from './borrower.ts';
import { code, date, indicator, percent, text } from '../binding/value-kinds.ts';
import { codesOf } from './vocabularies.ts';
import { linkEnd } from './link-end.ts';

/** URLA 9: the NMLS id has the authority level `Private`, a state's licence `PublicState`. */
const license = shape({
  ...linkEnd,
  level: at('LICENSE_DETAIL/LicenseAuthorityLevelType', codesOf('LicenseAuthorityLevelType')),
  identifier: at('LICENSE_DETAIL/LicenseIdentifier', text),
  state: at('LICENSE_DETAIL/LicenseIssuingAuthorityStateCode', code),
  authority: at('LICENSE_DETAIL/LicenseIssuingAuthorityName', text),
});

const partyRoleIdentifier = shape({
  ...linkEnd,
  identifier: at('PartyRoleIdentifier', text),
  ownerUri: at('PartyRoleIdentifier/@IdentifierOwnerURI', text),
});

/** What a party is in the deal: a borrower with all of the URLA, an originator with licences, an owner, and so on. */
const role = shape({
  ...linkEnd,
  type: at('ROLE_DETAIL/PartyRoleType', codesOf('PartyRoleType')),
  typeOther: at('ROLE_DETAIL/PartyRoleTypeOtherDescription', text),
  borrower: one('BORROWER', borrower),
  licenses: many('LICENSES/LICENSE', license),
  identifiers: many('PARTY_ROLE_IDENTIFIERS/PARTY_ROLE_IDENTIFIER', partyRoleIdentifier),
  loanOriginator: at('LOAN_ORIGINATOR/LoanOriginatorType', codesOf('LoanOriginatorType')),
  ownerStatus: at('PROPERTY_OWNER/PropertyOwnerStatusType', codesOf('PropertyOwnerStatusType')),
  vesting: at('PROPERTY_OWNER/RelationshipVestingType', codesOf('RelationshipVestingType')),
  vestingOther: at('PROPERTY_OWNER/RelationshipVestingTypeOtherDescription', text),
  ownershipPpm: at('PROPERTY_OWNER/OwnershipPercent', percent),
  realEstateAgent: at('REAL_ESTATE_AGENT/RealEstateAgentType', codesOf('RealEstateAgentType')),
  consentsToElectronicDocuments: at(
    'ROLE_DETAIL/ConsentToReceiveDocumentsElectronicallyIndicator',
    indicator,
  ),
});

/** A person or a company with its roles. */
export const party = shape({
  ...linkEnd,
  name: one('INDIVIDUAL/NAME', name),
  aliases: many('INDIVIDUAL/ALIASES/ALIAS', alias),
  contactPoints: many('INDIVIDUAL/CONTACT_POINTS/CONTACT_POINT', contactPoint),
  companyName: at('LEGAL_ENTITY/LEGAL_ENTITY_DETAIL/FullName', text),
  companyType: at('LEGAL_ENTITY/LEGAL_ENTITY_DETAIL/LegalEntityType', codesOf('LegalEntityType')),
  lei: at('LEGAL_ENTITY/LEGAL_ENTITY_DETAIL/GlobalLegalEntityIdentifier', text),
  companyContacts: many('LEGAL_ENTITY/CONTACTS/CONTACT', organizationContact),
  addresses: many('ADDRESSES/ADDRESS', address),
  languages: many('LANGUAGES/LANGUAGE', language),
  roles: many('ROLES/ROLE', role),
  ...besideRole,
  taxpayerIdentifiers: many('TAXPAYER_IDENTIFIERS/TAXPAYER_IDENTIFIER', taxpayerIdentifier),
});

/** URLA 6: the signatures, which stand outside the deal. */
export const signedDocument = shape({
  ...linkEnd,
  signatories: many(
    'SIGNATORIES/SIGNATORY',
    shape({ ...linkEnd, executedOn: at('EXECUTION/EXECUTION_DETAIL/ExecutionDate', date) }),
  ),
});
