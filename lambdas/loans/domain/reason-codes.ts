/** Principal reasons of a denial: Reg B's sample form C-1 (12 CFR 1002, Appendix C) by code. */
export const denialReasonCodes = [
  'CreditHistory',
  'DebtToIncome',
  'EmploymentHistory',
  'InsufficientCash',
  'UnacceptableCollateral',
  'UnverifiableInformation',
  'IncompleteApplication',
  'IncomeInsufficient',
] as const;

/** The office's own, for a file that goes back or a thing that is asked: never why somebody is denied. */
const officeReasonCodes = ['MissingDocument', 'DataCorrection'] as const;

export const reasonCodes = [...denialReasonCodes, ...officeReasonCodes] as const;
