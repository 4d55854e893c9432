import { isElement } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';

/**
 * The sequence of MISMO 3.4 B324: by name without regard to case, `EXTENSION` last, and first, in their own order, what
 * opens some types. `test/conformance/mismo` holds this against the schema, type by type.
 */
const opening: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(
  Object.entries({
    COLLATERAL: 'PLEDGED_ASSET SUBJECT_PROPERTY',
    CONTACT_POINT:
      'CONTACT_POINT_EMAIL CONTACT_POINT_SOCIAL_MEDIA CONTACT_POINT_TELEPHONE OTHER_CONTACT_POINT',
    DEAL: 'REFERENCE',
    DEAL_SET_SERVICE: 'DATA_MODIFICATION REPORTING_INFORMATION SERVICING_TRANSFER WORKOUT_EVALUATION',
    DOCUMENT:
      'REFERENCE UNKNOWN_VERSION3_DOCUMENT AUDIT_TRAIL DEAL_SETS MAP RELATIONSHIPS SIGNATORIES SYSTEM_SIGNATURES VIEWS',
    DOCUMENT_SPECIFIC_DATA_SET:
      'ASSIGNMENT GFE HUD1 INTEGRATED_DISCLOSURE NOTE NOTICE_OF_RIGHT_TO_CANCEL SECURITY_INSTRUMENT TIL_DISCLOSURE URLA',
    EMPLOYER: 'INDIVIDUAL LEGAL_ENTITY',
    FOREIGN_OBJECT:
      'REFERENCE EmbeddedContentXML ObjectURL CharacterEncodingSetType CharacterEncodingSetTypeOtherDescription MIMETypeIdentifier MIMETypeVersionIdentifier ObjectCreatedDatetime ObjectDescription ObjectEncodingType ObjectEncodingTypeOtherDescription OriginalCreatorDigestValue ObjectName',
    GOVERNMENT_BORROWER:
      'CAIVRSIdentifier FHABorrowerCertificationLeadPaintIndicator FHABorrowerCertificationOriginalMortgageAmount FHABorrowerCertificationOwnFourOrMoreDwellingsIndicator FHABorrowerCertificationOwnOtherPropertyIndicator FHABorrowerCertificationPropertySoldCityName FHABorrowerCertificationPropertySoldPostalCode FHABorrowerCertificationPropertySoldStateName FHABorrowerCertificationPropertySoldStreetAddressLineText FHABorrowerCertificationPropertyToBeSoldIndicator FHABorrowerCertificationRentalIndicator FHABorrowerCertificationSalesPriceAmount',
    LICENSE: 'APPRAISER_LICENSE PROPERTY_LICENSE',
    MANAGEMENT_AGENT: 'INDIVIDUAL LEGAL_ENTITY',
    PAID_BY: 'INDIVIDUAL LEGAL_ENTITY',
    PAID_TO: 'INDIVIDUAL LEGAL_ENTITY',
    PARTY: 'REFERENCE INDIVIDUAL LEGAL_ENTITY',
    REFERENCE: 'LocationURL',
    ROLE: 'APPRAISER APPRAISER_SUPERVISOR ATTORNEY ATTORNEY_IN_FACT BORROWER CLOSING_AGENT DEFENDANT FULFILLMENT_PARTY HOUSING_COUNSELING_AGENCY LENDER LIEN_HOLDER LOAN_ORIGINATOR LOSS_PAYEE NOTARY PAYEE PLAINTIFF PROPERTY_OWNER PROPERTY_SELLER REAL_ESTATE_AGENT REGULATORY_AGENCY REQUESTING_PARTY RESPONDING_PARTY RETURN_TO REVIEW_APPRAISER SERVICE_PROVIDER SERVICER SERVICING_TRANSFEROR SUBMITTING_PARTY TRUST TRUSTEE',
    SELECTED_SERVICE_PROVIDER: 'INDIVIDUAL LEGAL_ENTITY',
    SERVICE:
      'AUTOMATED_UNDERWRITING_SYSTEM CLAIM CLOSING CREDIT DATA_CHANGE DOCUMENT_MANAGEMENT FLOOD FRAUD INSPECTION_SERVICE LOAN_DELIVERY MERS_SERVICE MI PRIA TAX TITLE VALUATION VERIFICATION_OF_INCOME',
    TITLE_PRODUCT: 'CLOSING_PROTECTION_LETTER TITLE_COMMITMENT TITLE_POLICIES',
    VIEW: 'VIEW_FILES VIEW_PAGES',
  }).map(([type, names]) => [type, new Map(names.split(' ').map((name, rank) => [name, rank]))]),
);

/** Elements whose type has another name. */
const typeOf = new Map([['SUBJECT_PROPERTY', 'PROPERTY']]);

const nothing: ReadonlyMap<string, number> = new Map();
const LATER = 1_000;

/** Negative when `a` stands before `b` inside `parent`. */
export function compareSiblings(parent: string, a: string, b: string): number {
  const first = opening.get(typeOf.get(parent) ?? parent) ?? nothing;
  const [rankA, rankB] = [rank(a, first), rank(b, first)];
  if (rankA !== rankB) return rankA - rankB;
  const [lowerA, lowerB] = [lower(a), lower(b)];
  return lowerA < lowerB ? -1 : lowerA > lowerB ? 1 : 0;
}

const lowered = new Map<string, string>();

/** Names repeat: each of the standard's is lowered once. Names that files invent are not remembered without end. */
function lower(name: string): string {
  let found = lowered.get(name);
  if (found === undefined) {
    found = name.toLowerCase();
    if (lowered.size < 10_000) lowered.set(name, found);
  }
  return found;
}

const rank = (name: string, first: ReadonlyMap<string, number>): number =>
  first.get(name) ?? (name === 'EXTENSION' ? LATER + 1 : LATER);

/** Puts the children in the schema's sequence; those of one name keep theirs, comments come first. */
export function sortChildren(element: XmlElement): void {
  element.children.sort((a, b) => {
    if (!isElement(a) || !isElement(b)) return Number(isElement(a)) - Number(isElement(b));
    return compareSiblings(element.name, a.name, b.name);
  });
}
