import { at, many, shape } from '../binding/shape.ts';
import { code, count, date, embedded, letterIndicator, localDatetime, text } from '../binding/value-kinds.ts';
import { creditBorrower, creditFile } from './credit-person.ts';
import { creditComment, creditInquiry, creditLiability, creditPublicRecord } from './tradelines.ts';
import { creditError } from './credit-text.ts';
import type { ModelOf } from '../binding/shape.ts';

/** A score of one repository's model, with the reasons that hold it down, weightiest first. */
const creditScore = shape({
  id: at('@CreditScoreID', text),
  borrowerId: at('@BorrowerID', text),
  fileId: at('@CreditFileID', text),
  reportIdentifier: at('@CreditReportIdentifier', text),
  repository: at('@CreditRepositorySourceType', code),
  model: at('@_ModelNameType', code),
  modelOther: at('@_ModelNameTypeOtherDescription', text),
  value: at('@_Value', count),
  on: at('@_Date', date),
  exclusion: at('@_ExclusionReasonType', code),
  inquiriesHurt: at('@_FACTAInquiriesIndicator', letterIndicator),
  factors: many('_FACTOR', shape({ code: at('@_Code', text), text: at('@_Text', text) })),
});

const creditRequest = shape({
  id: at('@CreditRequestID', text),
  borrowerId: at('@BorrowerID', text),
  reportIdentifier: at('@CreditReportIdentifier', text),
  action: at('@CreditReportRequestActionType', code),
  reportType: at('@CreditReportType', code),
  requestType: at('@CreditRequestType', code),
  requestedAt: at('@CreditRequestDateTime', localDatetime),
});

/** The report as its vendor prints it. */
const embeddedFile = shape({
  type: at('@_Type', text),
  name: at('@_Name', text),
  extension: at('@_Extension', text),
  mimeType: at('@MIMEType', text),
  encoding: at('@_EncodingType', code),
  description: at('@_Description', text),
  content: at('DOCUMENT', embedded),
});

const regulatoryProduct = shape({
  borrowerId: at('@BorrowerID', text),
  fileId: at('@CreditFileID', text),
  repository: at('@CreditRepositorySourceType', code),
  source: at('@_SourceType', code),
  result: at('@_ResultStatusType', code),
  text: at('@_ResultText', text),
});

const included = 'CREDIT_REPOSITORY_INCLUDED';
const frozen = 'CREDIT_FROZEN_STATUS';

/** A credit report of MISMO 2.3.1 or 2.4: one or several repositories, merged or single. */
export const creditReport = shape({
  version: at('@MISMOVersionID', text),
  id: at('@CreditResponseID', text),
  identifier: at('@CreditReportIdentifier', text),
  firstIssuedOn: at('@CreditReportFirstIssuedDate', date),
  updatedOn: at('@CreditReportLastUpdatedDate', date),
  transactionIdentifier: at('@CreditReportTransactionIdentifier', text),
  mergeType: at('@CreditReportMergeType', code, '@CreditReportMergeTypeIndicator'),
  type: at('@CreditReportType', code),
  typeOther: at('@CreditReportTypeOtherDescription', text),
  ratingCodes: at('@CreditRatingCodeType', code),
  ratingCodesOther: at('@CreditRatingCodeTypeOtherDescription', text),
  bureau: at('CREDIT_BUREAU/@_Name', text),
  bureauDisclaimer: at('CREDIT_BUREAU/@_DisclaimerText', text),
  hasEquifax: at(`${included}/@_EquifaxIndicator`, letterIndicator),
  hasExperian: at(`${included}/@_ExperianIndicator`, letterIndicator),
  hasTransUnion: at(`${included}/@_TransUnionIndicator`, letterIndicator),
  isFrozenAtEquifax: at(`${frozen}/@_EquifaxIndicator`, letterIndicator),
  isFrozenAtExperian: at(`${frozen}/@_ExperianIndicator`, letterIndicator),
  isFrozenAtTransUnion: at(`${frozen}/@_TransUnionIndicator`, letterIndicator),
  lenderCase: at('REQUESTING_PARTY/@LenderCaseIdentifier', text),
  requests: many('CREDIT_REQUEST_DATA', creditRequest),
  borrowers: many('BORROWER', creditBorrower),
  liabilities: many('CREDIT_LIABILITY', creditLiability),
  inquiries: many('CREDIT_INQUIRY', creditInquiry),
  publicRecords: many('CREDIT_PUBLIC_RECORD', creditPublicRecord),
  files: many('CREDIT_FILE', creditFile),
  scores: many('CREDIT_SCORE', creditScore),
  regulatoryProducts: many('REGULATORY_PRODUCT', regulatoryProduct),
  comments: many('CREDIT_COMMENT', creditComment),
  embeddedFiles: many('EMBEDDED_FILE', embeddedFile),
  errors: many('CREDIT_ERROR_MESSAGE', creditError),
});

const response = shape({
  respondedAt: at('@ResponseDateTime', localDatetime),
  /** What the vendor says besides, by names of its own. */
  keys: many('KEY', shape({ name: at('@_Name', text), value: at('@_Value', text) })),
  internalAccount: at('@InternalAccountIdentifier', text),
  statusName: at('STATUS/@_Name', text),
  statusCode: at('STATUS/@_Code', text),
  statusCondition: at('STATUS/@_Condition', text),
  statusDescription: at('STATUS/@_Description', text),
  reports: many('RESPONSE_DATA/CREDIT_RESPONSE', creditReport),
});

/** A vendor's reply, from the root `RESPONSE_GROUP`. */
export const creditReply = shape({
  version: at('@MISMOVersionID', text),
  vendor: at('RESPONDING_PARTY/@_Name', text),
  responses: many('RESPONSE', response),
});

export type CreditReport = ModelOf<(typeof creditReport)['fields']>;
export type CreditReply = ModelOf<(typeof creditReply)['fields']>;
