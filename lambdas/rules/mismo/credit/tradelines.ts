import { account, code, count, date, dollars, letterIndicator, text } from '../binding/value-kinds.ts';
import { at, many, shape } from '../binding/shape.ts';
import { creditText } from './credit-text.ts';

export const creditComment = shape({
  source: at('@_SourceType', code),
  type: at('@_Type', code),
  code: at('@_Code', text),
  texts: many('_Text', creditText),
});

const repository = shape({ source: at('@_SourceType', code), subscriber: at('@_SubscriberCode', text) });

const rating = shape({
  code: at('@_Code', text),
  type: at('@_Type', code),
  amountCents: at('@_Amount', dollars),
  on: at('@_Date', date),
});

const contact = shape({
  role: at('@_RoleType', code),
  type: at('@_Type', code),
  value: at('@_Value', text),
});

/** What a debt, inquiry or public record has in common: whose it is, from which file. Ids may be several, by spaces. */
const origin = {
  borrowerId: at('@BorrowerID', text),
  fileId: at('@CreditFileID', text),
  comments: many('CREDIT_COMMENT', creditComment),
  repositories: many('CREDIT_REPOSITORY', repository),
};

/** A tradeline: terms, ratings, and the payment pattern from its start date back in time, a letter or digit a month. */
export const creditLiability = shape({
  id: at('@CreditLiabilityID', text),
  tradeReferenceId: at('@CreditTradeReferenceID', text),
  ...origin,
  creditor: at('_CREDITOR/@_Name', text),
  creditorContacts: many('_CREDITOR/CONTACT_DETAIL/CONTACT_POINT', contact),
  creditorStreet: at('_CREDITOR/@_StreetAddress', text),
  creditorCity: at('_CREDITOR/@_City', text),
  creditorState: at('_CREDITOR/@_State', code),
  creditorPostalCode: at('_CREDITOR/@_PostalCode', text),
  creditorTelephone: at('_CREDITOR/@_Phone', text),
  originalCreditor: at('@_OriginalCreditorName', text),
  accountNumber: at('@_AccountIdentifier', account),
  accountType: at('@_AccountType', code),
  loanType: at('@CreditLoanType', code),
  loanTypeOther: at('@CreditLoanTypeOtherDescription', text),
  businessType: at('@CreditBusinessType', code),
  ownership: at('@_AccountOwnershipType', code),
  status: at('@_AccountStatusType', code),
  openedOn: at('@_AccountOpenedDate', date),
  closedOn: at('@_AccountClosedDate', date),
  paidOn: at('@_AccountPaidDate', date),
  reportedOn: at('@_AccountReportedDate', date),
  lastActivityOn: at('@_LastActivityDate', date),
  lastPaymentOn: at('@_LastPaymentDate', date, '@LastPaymentDate'),
  balanceOn: at('@_AccountBalanceDate', date),
  statusOn: at('@_AccountStatusDate', date),
  originalBalanceCents: at('@_OriginalBalanceAmount', dollars),
  highBalanceCents: at('@_HighBalanceAmount', dollars),
  highCreditCents: at('@_HighCreditAmount', dollars),
  creditLimitCents: at('@_CreditLimitAmount', dollars),
  monthlyPaymentCents: at('@_MonthlyPaymentAmount', dollars),
  unpaidBalanceCents: at('@_UnpaidBalanceAmount', dollars),
  pastDueCents: at('@_PastDueAmount', dollars),
  chargeOffCents: at('@_ChargeOffAmount', dollars),
  terms: at('@_TermsDescription', text),
  termsSource: at('@_TermsSourceType', code),
  termMonths: at('@_TermsMonthsCount', count),
  monthsReviewed: at('@_MonthsReviewedCount', count),
  monthsRemaining: at('@_MonthsRemainingCount', count),
  isDerogatory: at('@_DerogatoryDataIndicator', letterIndicator),
  isDisputed: at('@_ConsumerDisputeIndicator', letterIndicator),
  isCollection: at('@_IsCollectionIndicator', letterIndicator, '@IsCollectionIndicator'),
  isChargeOff: at('@_IsChargeoffIndicator', letterIndicator, '@IsChargeoffIndicator'),
  isMortgage: at('@_IsMortgageIndicator', letterIndicator, '@IsMortgageIndicator'),
  isClosed: at('@_IsClosedIndicator', letterIndicator, '@IsClosedIndicator'),
  isManuallyUpdated: at('@_ManualUpdateIndicator', letterIndicator),
  late30: at('_LATE_COUNT/@_30Days', count),
  late60: at('_LATE_COUNT/@_60Days', count),
  late90: at('_LATE_COUNT/@_90Days', count),
  late120: at('_LATE_COUNT/@_120Days', count),
  currentRatingCode: at('_CURRENT_RATING/@_Code', text),
  currentRating: at('_CURRENT_RATING/@_Type', code),
  paymentPattern: at('_PAYMENT_PATTERN/@_Data', text),
  paymentPatternFrom: at('_PAYMENT_PATTERN/@_StartDate', date),
  highestAdverseRatings: many('_HIGHEST_ADVERSE_RATING', rating),
  recentAdverseRatings: many('_MOST_RECENT_ADVERSE_RATING', rating),
  priorAdverseRatings: many('_PRIOR_ADVERSE_RATING', rating),
});

export const creditInquiry = shape({
  id: at('@CreditInquiryID', text),
  ...origin,
  name: at('@_Name', text),
  on: at('@_Date', date),
  businessType: at('@CreditBusinessType', code),
  loanType: at('@CreditLoanType', code),
  result: at('@_ResultType', code),
  purpose: at('@_PurposeType', code),
});

/** Bankruptcies, judgments, liens, foreclosures. */
export const creditPublicRecord = shape({
  id: at('@CreditPublicRecordID', text),
  ...origin,
  type: at('@_Type', code),
  typeOther: at('@_TypeOtherDescription', text),
  disposition: at('@_DispositionType', code),
  dispositionOther: at('@_DispositionTypeOtherDescription', text),
  dispositionOn: at('@_DispositionDate', date),
  filedOn: at('@_FiledDate', date),
  reportedOn: at('@_ReportedDate', date),
  settledOn: at('@_SettledDate', date),
  paidOn: at('@_PaidDate', date),
  court: at('@_CourtName', text),
  docket: at('@_DocketIdentifier', text),
  plaintiff: at('@_PlaintiffName', text),
  defendant: at('@_DefendantName', text),
  bankruptcyType: at('@_BankruptcyType', code),
  legalObligationCents: at('@_LegalObligationAmount', dollars),
  bankruptcyAssetsCents: at('@_BankruptcyAssetsAmount', dollars),
  bankruptcyLiabilitiesCents: at('@_BankruptcyLiabilitiesAmount', dollars),
  isDerogatory: at('@_DerogatoryDataIndicator', letterIndicator),
});
