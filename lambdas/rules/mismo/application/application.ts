import { asset, expense, liability, relationship } from './assets-and-debts.ts';
import { at, many, one, shape } from '../binding/shape.ts';
import { datetime, text } from '../binding/value-kinds.ts';
import { linkEnd } from './link-end.ts';
import { loan } from './loan.ts';
import { party, signedDocument } from './party.ts';
import { property } from './property.ts';
import type { ModelOf } from '../binding/shape.ts';

/** What made the file and when: `DU Spec 1.9.1`, `S5.0.06`, `UCD2.0`. */
export const aboutVersion = shape({
  ...linkEnd,
  version: at('AboutVersionIdentifier', text),
  createdAt: at('CreatedDatetime', datetime),
  dataVersion: at('DataVersionIdentifier', text),
  dataVersionName: at('DataVersionName', text),
});

const collateral = shape({
  ...linkEnd,
  subjectProperty: one('SUBJECT_PROPERTY', property),
  /** Where MISMO 3.0 has the subject property. */
  properties: many('PROPERTIES/PROPERTY', property),
});

const deal = 'DEAL_SETS/DEAL_SET/DEALS/DEAL';

/**
 * A loan application as DU, ULAD and iLAD files carry it (URLA sections 1 to 9, L1 to L4), from the root `MESSAGE`.
 * Lists stand in the order of the file. Who owes what is in `relationships`, by label, as it is in the file.
 */
export const application = shape({
  modelIdentifier: at('@MISMOReferenceModelIdentifier', text),
  dictionaryIdentifier: at('@MISMOLogicalDataDictionaryIdentifier', text),
  schemaLocation: at('@xsi:schemaLocation', text),
  about: many('ABOUT_VERSIONS/ABOUT_VERSION', aboutVersion),
  assets: many(`${deal}/ASSETS/ASSET`, asset),
  collaterals: many(`${deal}/COLLATERALS/COLLATERAL`, collateral),
  expenses: many(`${deal}/EXPENSES/EXPENSE`, expense),
  liabilities: many(`${deal}/LIABILITIES/LIABILITY`, liability),
  loans: many(`${deal}/LOANS/LOAN`, loan),
  parties: many(`${deal}/PARTIES/PARTY`, party),
  relationships: many(`${deal}/RELATIONSHIPS/RELATIONSHIP`, relationship),
  /** The lender's submission identity. */
  submitters: many('DEAL_SETS/DEAL_SET/PARTIES/PARTY', party),
  /** URLA 6. */
  signedDocuments: many('DOCUMENT_SETS/DOCUMENT_SET/DOCUMENTS/DOCUMENT', signedDocument),
});

export type Application = ModelOf<(typeof application)['fields']>;
export const ApplicationSchema = application.schema;
