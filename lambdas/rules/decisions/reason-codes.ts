/** A principal reason as Regulation B's form C-1 words it, and the code under which HMDA reports a denial for it. */
export interface ReasonWords {
  text: string;
  /** Reason for Denial of the Filing Instructions Guide: 1 debt-to-income to 9 other. */
  hmdaCode: '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
}

/** 12 CFR 1002, Appendix C, form C-1, part I; the two before "other" are HMDA's own reasons that the form leaves to it. */
export const reasonWords = {
  'application-incomplete': { text: 'Credit application incomplete', hmdaCode: '7' },
  'credit-references-insufficient': {
    text: 'Insufficient number of credit references provided',
    hmdaCode: '3',
  },
  'credit-references-unacceptable': {
    text: 'Unacceptable type of credit references provided',
    hmdaCode: '3',
  },
  'credit-references-unverified': { text: 'Unable to verify credit references', hmdaCode: '6' },
  'employment-irregular': { text: 'Temporary or irregular employment', hmdaCode: '2' },
  'employment-unverified': { text: 'Unable to verify employment', hmdaCode: '6' },
  'employment-length': { text: 'Length of employment', hmdaCode: '2' },
  'income-insufficient': { text: 'Income insufficient for amount of credit requested', hmdaCode: '1' },
  'obligations-excessive': { text: 'Excessive obligations in relation to income', hmdaCode: '1' },
  'income-unverified': { text: 'Unable to verify income', hmdaCode: '6' },
  'residence-length': { text: 'Length of residence', hmdaCode: '9' },
  'residence-temporary': { text: 'Temporary residence', hmdaCode: '9' },
  'residence-unverified': { text: 'Unable to verify residence', hmdaCode: '6' },
  'no-credit-file': { text: 'No credit file', hmdaCode: '3' },
  'credit-experience-limited': { text: 'Limited credit experience', hmdaCode: '3' },
  'performance-with-us': { text: 'Poor credit performance with us', hmdaCode: '3' },
  'delinquent-obligations': {
    text: 'Delinquent past or present credit obligations with others',
    hmdaCode: '3',
  },
  'collection-or-judgment': { text: 'Collection action or judgment', hmdaCode: '3' },
  'garnishment-or-attachment': { text: 'Garnishment or attachment', hmdaCode: '3' },
  'foreclosure-or-repossession': { text: 'Foreclosure or repossession', hmdaCode: '3' },
  bankruptcy: { text: 'Bankruptcy', hmdaCode: '3' },
  'recent-inquiries': { text: 'Number of recent inquiries on credit bureau report', hmdaCode: '3' },
  'collateral-insufficient': { text: 'Value or type of collateral not sufficient', hmdaCode: '4' },
  'cash-insufficient': { text: 'Insufficient cash (downpayment, closing costs)', hmdaCode: '5' },
  'mortgage-insurance-denied': { text: 'Mortgage insurance denied', hmdaCode: '8' },
  other: { text: 'Other, specify', hmdaCode: '9' },
} as const satisfies Record<string, ReasonWords>;

export type ReasonCode = keyof typeof reasonWords;

export const reasonCodes = Object.keys(reasonWords) as [ReasonCode, ...ReasonCode[]];
