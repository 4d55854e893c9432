import type { Dictionary } from '../geometry/find-label.ts';

/** Wording of the balances and totals of statements, as large and small US banks and credit unions print them. */
export const STATEMENT_LABELS: Dictionary = {
  openingBalance: ['beginning balance', 'opening balance', 'previous balance', 'starting balance', 'balance forward', 'balance brought forward', 'your previous balance', 'your previous balance as of', 'your opening account balance', 'beginning account balance', 'balance last statement', 'prior balance', 'opening account balance', 'beginning balance on', 'start balance', 'last statement balance', 'begin balance'],
  closingBalance: ['ending balance', 'closing balance', 'new balance', 'your new balance', 'your new balance as of', 'your closing account balance', 'ending account balance', 'balance this statement', 'closing account balance', 'ending balance on', 'final balance', 'end balance', 'current statement balance'],
  totalDeposits: ['total deposits', 'total deposits and credits', 'total deposits credits', 'deposits credits and interest', 'deposits and additions', 'deposits and other credits', 'deposits and other additions', 'total credits', 'deposits credits', 'deposits additions', 'total additions', 'total deposits and additions', 'total deposits and other credits', 'total money in', 'credits', 'total deposit', 'deposits', 'deposits and credits'],
  totalWithdrawals: ['total withdrawals', 'total withdrawals and debits', 'total withdrawals debits', 'withdrawals and other debits', 'withdrawals and debits', 'total debits', 'withdrawals and subtractions', 'withdrawals and other subtractions', 'total subtractions', 'total money out', 'withdrawals debits', 'electronic withdrawals', 'withdrawals', 'total withdrawal'],
  totalOtherWithdrawals: ['other withdrawals debits and service charges', 'other withdrawals', 'other debits', 'other subtractions'],
  totalChecks: ['checks', 'checks paid', 'total checks paid', 'checks written'],
  totalFees: ['service fees', 'fees', 'service charges', 'total fees', 'monthly service fee', 'service charge'],
  totalInterest: ['interest paid', 'interest earned', 'dividends paid'],
  totalChecksListed: ['total checks', 'total check'],
  averageBalance: ['average balance', 'average daily balance', 'average posted balance in statement cycle', 'average ledger balance', 'average posted balance', 'average collected balance', 'avg daily balance'],
  accountNumber: ['account number', 'account no', 'acct number', 'acct no', 'account', 'primary account number', 'member number', 'account num', 'primary account', 'your account number', 'iban'],
  period: ['statement period', 'for the period', 'statement dates', 'period covered', 'statement for the period', 'period', 'for period', 'statement cycle', 'activity for the period', 'account activity for', 'statement period from'],
  periodStart: ['period start', 'from', 'beginning date', 'period beginning', 'start date', 'statement start date'],
  periodEnd: ['period end', 'ending date', 'period ending', 'end date', 'closing date', 'statement end date', 'through date', 'statement ending', 'statement ending date'],
  statementDate: ['statement date', 'date of statement', 'statement as of', 'statement issued', 'date issued', 'issue date', 'for', 'as of'],
  holder: ['account holder', 'account name', 'account owner', 'customer name', 'account title', 'name', 'account holder name', 'prepared for', 'statement for', 'member name', 'customer'],
  bank: ['bank name'],
};

export const ACCOUNT_TYPES = /\b(checking|savings|money market|current account|share draft|share savings|certificate)\b/i;

/** Words that a bank's name has; a sentence has too many words and a full stop. */
export const BANK_WORDS = /\b(bank|banking|banco|bancorp|credit union|federal|savings|trust|financial|fcu|n\.?a\.?|banc|capital partners)\b/i;
