import { adds, lowers, result } from './return-lines.ts';

/** Form 1084, section 6 (Schedule F, farm). */
export const scheduleFLines = [
  result('netFarmProfitCents', 'Schedule F line 34 (net farm profit or loss)'),
  adds(
    'ongoingNontaxableCents',
    'Schedule F lines 3 to 6 (ongoing cooperative and program payments not taxed)',
  ),
  lowers('otherIncomeCents', 'Schedule F lines 3 to 8 (other income that does not recur)'),
  adds('depreciationCents', 'Schedule F line 14 (depreciation)'),
  adds('amortizationCents', 'Schedule F line 32 (amortization, casualty loss or depletion)'),
  adds('businessUseOfHomeCents', 'Schedule F line 32 (business use of home)'),
];
