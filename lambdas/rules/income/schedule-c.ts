import { adds, lowers, result } from './return-lines.ts';

/** Form 1084, section 2 (Schedule C, sole proprietor), lines 2a to 2i; miles are added apart. */
export const scheduleCLines = [
  result('netProfitCents', 'Schedule C line 31 (net profit or loss)'),
  lowers('otherIncomeCents', 'Schedule C line 6 (other income that does not recur)'),
  adds('depletionCents', 'Schedule C line 12 (depletion)'),
  adds('depreciationCents', 'Schedule C line 13 (depreciation)'),
  lowers('nondeductibleMealsCents', 'Schedule C line 24b (meals not deducted)'),
  adds('businessUseOfHomeCents', 'Schedule C line 30 (business use of home)'),
  adds('amortizationCents', 'Schedule C part V (amortization or casualty loss)'),
];
