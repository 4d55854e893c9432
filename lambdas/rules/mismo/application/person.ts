import { at, many, shape } from '../binding/shape.ts';
import { code, email, indicator, taxpayerId, telephone, text } from '../binding/value-kinds.ts';
import { codesOf } from './vocabularies.ts';
import { linkEnd } from './link-end.ts';

/** URLA 1a: a name as given, and other names it was under. */
export const name = shape({
  first: at('FirstName', text),
  middle: at('MiddleName', text),
  last: at('LastName', text),
  suffix: at('SuffixName', text),
  prefix: at('PrefixName', text),
  full: at('FullName', text),
});

export const alias = shape({
  ...linkEnd,
  first: at('NAME/FirstName', text),
  middle: at('NAME/MiddleName', text),
  last: at('NAME/LastName', text),
  suffix: at('NAME/SuffixName', text),
  full: at('NAME/FullName', text),
});

/** A telephone, fax or e-mail. LOS files join two e-mail addresses by `; ` in one value (integrations 1.5). */
export const contactPoint = shape({
  ...linkEnd,
  role: at('CONTACT_POINT_DETAIL/ContactPointRoleType', codesOf('ContactPointRoleType')),
  email: at('CONTACT_POINT_EMAIL/ContactPointEmailValue', email),
  telephone: at('CONTACT_POINT_TELEPHONE/ContactPointTelephoneValue', telephone),
  extension: at('CONTACT_POINT_TELEPHONE/ContactPointTelephoneExtensionValue', telephone),
  fax: at('CONTACT_POINT_TELEPHONE/ContactPointFaxValue', telephone),
});

/** Sealed: SSN, ITIN or EIN. */
export const taxpayerIdentifier = shape({
  ...linkEnd,
  type: at('TaxpayerIdentifierType', codesOf('TaxpayerIdentifierType')),
  value: at('TaxpayerIdentifierValue', taxpayerId),
});

/** URLA 1a, language preference. */
export const language = shape({
  ...linkEnd,
  code: at('LanguageCode', code),
  otherDescription: at('EXTENSION/OTHER/ULAD:LANGUAGE_EXTENSION/ULAD:LanguageCodeOtherDescription', text),
  refused: at('EXTENSION/OTHER/ULAD:LANGUAGE_EXTENSION/ULAD:LanguageRefusalIndicator', indicator),
});

/** Companies behind an employer or a party, with whom to speak to. */
export const organizationContact = shape({
  ...linkEnd,
  fullName: at('NAME/FullName', text),
  first: at('NAME/FirstName', text),
  last: at('NAME/LastName', text),
  contactPoints: many('CONTACT_POINTS/CONTACT_POINT', contactPoint),
});
