import { describe, expect, it } from 'vitest';
import { Tally } from '../tally.ts';
import { calendarDate } from '../../../lambdas/shared/calendar.ts';
import { cents } from '../../../lambdas/shared/money.ts';
import { pointsAndFees } from '../../../lambdas/rules/ability-to-repay/points-and-fees.ts';
import { pointsAndFeesCap } from '../../../lambdas/rules/ability-to-repay/points-and-fees-cap.ts';
import { readVectors, vectorsAbsentMessage, vectorsPresent } from '../vector-file.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

const dollars = (amount: number) => cents(amount * 100);

interface Published {
  total_loan_amount: {
    financed_creditor_appraisal?: number;
    financed_third_party_appraisal?: number;
    amount_financed: number;
    total_loan_amount: number;
  }[];
  pmi: {
    paid_single_premium: number;
    allowable_fha_equivalent?: number;
    refundable_pro_rata: boolean;
    counted: number;
  }[];
  late_fee_pyramiding: unknown[];
  tiers_original_numbers: { cases: { loan_amount: number; total_loan_amount?: number; cap: number }[] };
}

describe.skipIf(!vectorsPresent)('published points and fees examples', () => {
  it('have our amounts and caps', () => {
    const file = 'atr_qm/points_fees_examples.json';
    const published = readVectors<Published>(file);
    const tally = new Tally(file);
    for (const each of published.total_loan_amount) {
      const [own, third] = [each.financed_creditor_appraisal, each.financed_third_party_appraisal];
      const appraisal = {
        kind: 'real-estate-charge' as const,
        amountCents: dollars(own ?? third ?? 0),
        isReasonable: true,
        creditorReceivesCompensation: own !== undefined,
        paidToAffiliate: false,
        isFinanced: true,
      };
      const amountFinancedCents = dollars(each.amount_financed);
      const ours = pointsAndFees({
        noteAmountCents: dollars(10_300),
        amountFinancedCents,
        items: [appraisal],
      });
      const name = own === undefined ? 'third-party appraisal' : "creditor's appraisal";
      tally.check(`total loan amount, ${name}`, ours.totalLoanAmountCents, dollars(each.total_loan_amount));
    }
    for (const each of published.pmi) {
      const premium = {
        kind: 'private-mortgage-insurance' as const,
        amountCents: dollars(each.paid_single_premium),
        payableAfterConsummation: false,
        isRefundableProRata: each.refundable_pro_rata,
        fhaEquivalentCents: dollars(each.allowable_fha_equivalent ?? 0),
      };
      const loan = { noteAmountCents: dollars(200_000), amountFinancedCents: dollars(200_000) };
      const ours = pointsAndFees({ ...loan, items: [premium] });
      tally.check(
        `premium, refundable ${each.refundable_pro_rata}`,
        ours.pointsAndFeesCents,
        dollars(each.counted),
      );
    }
    for (const each of published.tiers_original_numbers.cases) {
      const total = dollars(each.total_loan_amount ?? each.loan_amount);
      const ours = pointsAndFeesCap(dollars(each.loan_amount), total, calendarDate('2014-06-01'));
      tally.check(`cap of ${each.loan_amount}`, ours.capCents, dollars(each.cap));
    }
    tally.skip('late charges belong to servicing', published.late_fee_pyramiding.length);
    expect(tally.report().disagreed).toEqual([]);
  });
});
