import { adds, lowers, result } from './return-lines.ts';

/** Form 1084, section 7 (Schedule K-1, Form 1065): what reached the partner. */
export const partnershipShareLines = [
  result('ordinaryIncomeCents', 'Schedule K-1 (1065) box 1 (ordinary income or loss)'),
  adds('netRentalCents', 'Schedule K-1 (1065) boxes 2 and 3 (net rental income or loss)'),
];

/** Fixed payments to the partner, taken whole: not a share of what is left. */
export const partnershipPaymentLines = [
  adds('guaranteedPaymentsCents', 'Schedule K-1 (1065) box 4 (guaranteed payments)'),
];

/** Cash that the partner drew, against which the share is weighed. */
export const partnershipDistributionLines = [
  adds('distributionsCents', 'Schedule K-1 (1065) box 19 (distributions)'),
];

/** Form 1084, section 8 (Form 1065): adjustments to the cash flow, times the partner's share. */
export const partnershipBusinessLines = [
  lowers('passThroughIncomeCents', 'Form 1065 line 4 (income or loss from other partnerships)'),
  lowers('otherIncomeCents', 'Form 1065 lines 5 to 7 (other income that does not recur)'),
  adds('depreciationCents', 'Form 1065 line 16c (depreciation) and Form 8825 line 14'),
  adds('depletionCents', 'Form 1065 line 17 (depletion)'),
  adds('amortizationCents', 'Form 1065 other deductions (amortization or casualty loss)'),
  lowers(
    'notesUnderOneYearCents',
    'Form 1065 Schedule L line 16d (mortgages, notes, bonds payable in less than a year)',
  ),
  lowers('nondeductibleMealsCents', 'Form 1065 Schedule M-1 line 4b (travel and entertainment not deducted)'),
];
