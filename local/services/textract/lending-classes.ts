/**
 * The page classes that the local endpoint tells apart, with the fixed field lists that the real service was seen to
 * answer (recorded responses; `PAYSLIPS` 22, `W_2` 26, `BANK_STATEMENT` 14). A field without a hint is always "not found".
 */
import { SHAPES, type FieldHint } from './label-reader.ts';

export interface LendingClass {
  pageType: string;
  /** Each is worth one; the class with most wins, and two are needed. */
  signs: readonly RegExp[];
  fields: readonly (readonly [type: string, hint?: FieldHint])[];
}

const { money, date, any, digits, ein, ssn } = SHAPES;
const hint = (label: RegExp, value: RegExp): FieldHint => ({ label, value });

const PAYSLIPS: LendingClass = {
  pageType: 'PAYSLIPS',
  signs: [
    /earnings/i,
    /pay (?:date|period)|period (?:ending|beginning)|check date/i,
    /net pay/i,
    /gross pay/i,
    /year.to.date|ytd/i,
    /deductions/i,
  ],
  fields: [
    ['PAY_PERIOD_START_DATE', hint(/period (?:beginning|begin|start)(?: date)?:?/i, date)],
    ['PAY_PERIOD_END_DATE', hint(/period (?:ending|end)(?: date)?:?/i, date)],
    ['PAY_DATE', hint(/(?:pay|check) date:?/i, date)],
    ['BORROWER_NAME', hint(/employee(?: name)?:/i, any)],
    ['BORROWER_ADDRESS'],
    ['COMPANY_NAME', hint(/employer(?: name)?:|company:/i, any)],
    ['COMPANY_ADDRESS'],
    ['FEDERAL_FILING_STATUS', hint(/filing status:/i, any)],
    ['STATE_FILING_STATUS'],
    ['CURRENT_GROSS_PAY', hint(/gross pay|total earnings/i, money)],
    ['YTD_GROSS_PAY', hint(/(?:ytd|year.to.date) gross/i, money)],
    ['CURRENT_NET_PAY', hint(/net pay/i, money)],
    ['YTD_NET_PAY', hint(/(?:ytd|year.to.date) net/i, money)],
    ['REGULAR_HOURLY_RATE'],
    ['HOLIDAY_HOURLY_RATE'],
    ['YTD_CHILD_SUPPORT'],
    ['YTD_GARNISHMENTS'],
    ['CURRENT_CHILD_SUPPORT'],
    ['CURRENT_GARNISHMENTS'],
    ['WARNINGS_MESSAGES_NOTES'],
    ['CURRENT_REGULAR_PAY', hint(/^regular|^salary/i, money)],
    ['YTD_REGULAR_PAY'],
  ],
};

const W_2: LendingClass = {
  pageType: 'W_2',
  signs: [
    /wage and tax statement/i,
    /W-?2\b/,
    /social security wages/i,
    /medicare wages/i,
    /wages,? tips,? other/i,
  ],
  fields: [
    ['FORM_YEAR', hint(/wage and tax statement|form w-?2/i, /^20\d{2}$/)],
    ['EMPLOYEE_SSN', hint(/social security number/i, ssn)],
    ['EMPLOYER_EIN', hint(/employer identification number/i, ein)],
    ['EMPLOYER_NAME', hint(/employer.s name.*code/i, any)],
    ['EMPLOYER_ADDRESS'],
    ['EMPLOYEE_NAME', hint(/employee.s (?:first )?name/i, any)],
    ['EMPLOYEE_ADDRESS'],
    ['WAGES', hint(/wages,? tips,? other comp\w*\.?/i, money)],
    ['FEDERAL_INCOME_TAX_WITHHELD_AMOUNT', hint(/federal income tax withheld/i, money)],
    ['SOCIAL_SECURITY_WAGES_AMOUNT', hint(/social security wages/i, money)],
    ['SOCIAL_SECURITY_TAXES_WITHHELD_AMOUNT', hint(/social security tax withheld/i, money)],
    ['MEDICARE_WAGES_AMOUNT', hint(/medicare wages and tips/i, money)],
    ['MEDICARE_TAX_WITHHELD_AMOUNT', hint(/medicare tax withheld/i, money)],
    ['SOCIAL_SECURITY_TIP_AMOUNT', hint(/social security tips/i, money)],
    ['ALLOCATED_TIPS_AMOUNT', hint(/allocated tips/i, money)],
    ['DEPENDENT_CARE_BENEFITS_AMOUNT', hint(/dependent care benefits/i, money)],
    ['EMPLOYER_STATE_ID_NUMBER'],
    ['STATE'],
    ['BENEFIT_STATE_WAGES_AMOUNT', hint(/state wages/i, money)],
    ['STATE_INCOME_TAX_AMOUNT', hint(/state income tax/i, money)],
    ['LOCAL_WAGES_AMOUNT', hint(/local wages/i, money)],
    ['LOCAL_INCOME_TAX_AMOUNT', hint(/local income tax/i, money)],
    ['LOCALITY_NAME'],
    ['STATUTORY_EMPLOYEE'],
    ['RETIREMENT_PLAN'],
    ['THIRD_PARTY_SICK_PAY'],
  ],
};

const BANK_STATEMENT: LendingClass = {
  pageType: 'BANK_STATEMENT',
  signs: [
    /account (?:number|no|#)|account:/i,
    /beginning balance|opening balance|previous balance/i,
    /ending balance|closing balance|new balance/i,
    /deposits/i,
    /withdrawals|checks/i,
    /statement (?:period|date)/i,
  ],
  fields: [
    ['BORROWER_NAME', hint(/account holder:|customer:/i, any)],
    ['BORROWER_ADDRESS'],
    ['BANK_NAME', hint(/\b(?:bank|credit union)\b.*/i, any)],
    ['ACCOUNT_NUMBER', hint(/account (?:number|no\.?|#):?/i, digits)],
    ['ACCOUNT_TYPE', hint(/account type:/i, any)],
    ['PERIOD_START_DATE', hint(/statement period:?/i, date)],
    ['PERIOD_END_DATE', hint(/(?:through|\bto\b|statement date:?)/i, date)],
    ['BANK_CONTACT_NUMBER', hint(/(?:call|phone|customer service):?/i, /^\(?\d{3}\)?[ -]?\d{3}-\d{4}$/)],
    ['BANK_ADDRESS'],
    ['BEGINNING_BALANCE', hint(/(?:beginning|opening|previous) balance/i, money)],
    ['TOTAL_DEPOSIT', hint(/(?:total )?deposits(?: and (?:additions|credits))?/i, money)],
    ['TOTAL_WITHDRAWAL', hint(/(?:total )?withdrawals(?: and (?:subtractions|debits))?/i, money)],
    ['ENDING_BALANCE', hint(/(?:ending|closing|new) balance/i, money)],
    ['AVERAGE_BALANCE', hint(/average (?:daily )?balance/i, money)],
  ],
};

/** Known by their title only; no field of these is read here. */
const BY_TITLE: readonly LendingClass[] = [
  {
    pageType: '1003',
    signs: [/uniform residential loan application/i, /fannie mae form 1003|freddie mac form 65/i],
    fields: [],
  },
  { pageType: '1040', signs: [/individual income tax return/i, /form 1040|\b1040\b/i], fields: [] },
];

export const LENDING_CLASSES: readonly LendingClass[] = [PAYSLIPS, W_2, BANK_STATEMENT, ...BY_TITLE];
