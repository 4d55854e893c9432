import { adds, lowers, result } from './return-lines.ts';

/** Form 1084, section 9 (Schedule K-1, Form 1120S): the shareholder's share. */
export const sCorporationShareLines = [
  result('ordinaryIncomeCents', 'Schedule K-1 (1120S) box 1 (ordinary income or loss)'),
  adds('netRentalCents', 'Schedule K-1 (1120S) boxes 2 and 3 (net rental income or loss)'),
];

/** Form 1084, section 1: wages that the corporation paid to its owner, taken whole. */
export const sCorporationPaymentLines = [
  adds('ownerWagesCents', 'Form W-2 box 5 (wages from the borrower’s own corporation)'),
];

export const sCorporationDistributionLines = [
  adds('distributionsCents', 'Schedule K-1 (1120S) box 16 code D (distributions)'),
];

/** Form 1084, section 10 (Form 1120S): adjustments to the cash flow, times the shareholder's share. */
export const sCorporationBusinessLines = [
  lowers('otherIncomeCents', 'Form 1120S lines 4 and 5 (other income that does not recur)'),
  adds('depreciationCents', 'Form 1120S line 14 (depreciation) and Form 8825 line 14'),
  adds('depletionCents', 'Form 1120S line 15 (depletion)'),
  adds('amortizationCents', 'Form 1120S other deductions (amortization or casualty loss)'),
  lowers(
    'notesUnderOneYearCents',
    'Form 1120S Schedule L line 17d (mortgages, notes, bonds payable in less than a year)',
  ),
  lowers(
    'nondeductibleMealsCents',
    'Form 1120S Schedule M-1 line 3b (travel and entertainment not deducted)',
  ),
];
