import { describe, expect, it } from 'vitest';
import { Tally } from '../tally.ts';
import { calendarDate } from '../../../lambdas/shared/calendar.ts';
import { cents } from '../../../lambdas/shared/money.ts';
import { conformingLimits } from '../../../lambdas/rules/ability-to-repay/conforming-limits.ts';
import { pointsAndFeesCap } from '../../../lambdas/rules/ability-to-repay/points-and-fees-cap.ts';
import { thresholdsOn } from '../../../lambdas/rules/ability-to-repay/thresholds.ts';
import { readVectors, vectorsAbsentMessage, vectorsPresent } from '../vector-file.ts';
import type { Units } from '../../../lambdas/rules/ability-to-repay/conforming-limits.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

interface Published {
  qm_price_and_points_fees: Record<string, { tiers: string[]; tier3_cap: string; tier5_cap: string }>;
  hoepa: Record<string, { total_loan: string; points_fees_dollar: string }>;
  hpml_rule: Record<'appraisal_exemption' | 'small_creditor_assets', Record<string, string>> & {
    escrow_insured_depository_exemption: Record<string, string>;
  };
  conforming_loan_limits: Record<string, Record<string, string>>;
  hmda: unknown;
  fha_floor: unknown;
}

const midYear = (year: string) => calendarDate(`${year}-06-15`);
const inDollars = (amount: number | undefined) => amount && `${amount / 100}`;
const inBillions = (amount: number | undefined) => amount && `${amount / 100_000_000_000}B`;
const units: Readonly<Record<string, Units>> = { one: 1, one_unit: 1, two: 2, three: 3, four: 4 };

describe.skipIf(!vectorsPresent)('published thresholds', () => {
  it('are in our dated lists', () => {
    const file = 'atr_qm/thresholds_2024_2026.json';
    const published = readVectors<Published>(file);
    const tally = new Tally(file);
    for (const [year, each] of Object.entries(published.qm_price_and_points_fees)) {
      const ours = thresholdsOn(midYear(year));
      tally.check(`${year} tiers`, ours.qmTierCents.map(inDollars), each.tiers);
      const caps = [ours.qmTierCents[1], ours.qmTierCents[3]].map((note) =>
        inDollars(pointsAndFeesCap(note, cents(1), midYear(year)).capCents),
      );
      tally.check(`${year} dollar caps`, caps, [each.tier3_cap, each.tier5_cap]);
    }
    for (const [year, each] of Object.entries(published.hoepa)) {
      const { highCostLoanCents, highCostFeesCents } = thresholdsOn(midYear(year));
      const ours = [inDollars(highCostLoanCents), inDollars(highCostFeesCents)];
      tally.check(`${year} HOEPA`, ours, [each.total_loan, each.points_fees_dollar]);
    }
    for (const [year, amount] of Object.entries(published.hpml_rule.appraisal_exemption))
      tally.check(
        `${year} appraisal`,
        inDollars(thresholdsOn(midYear(year)).appraisalExemptionCents),
        amount,
      );
    for (const [year, amount] of Object.entries(published.hpml_rule.small_creditor_assets))
      tally.check(`${year} assets`, inBillions(thresholdsOn(midYear(year)).smallCreditorAssetsCents), amount);
    for (const [year, amount] of Object.entries(published.hpml_rule.escrow_insured_depository_exemption))
      tally.check(`${year} escrow`, inBillions(thresholdsOn(midYear(year)).escrowInsuredAssetsCents), amount);
    tally.skip('FHA floor and HMDA thresholds belong to other engines', 2);
    limits(tally, published.conforming_loan_limits);
    expect(tally.report().disagreed).toEqual([]);
  });
});

function limits(tally: Tally, published: Published['conforming_loan_limits']): void {
  for (const [year, rows] of Object.entries(published))
    for (const [name, amount] of Object.entries(rows)) {
      const [, isCeiling, count = ''] = /^(ceiling_)?(.*)$/.exec(name) ?? [];
      const number = units[count];
      if (name === 'AK_HI_GU_VI_ceiling_one') {
        const { ceilingCents } = conformingLimits(midYear(year), 1, 'AK-HI-GU-VI');
        tally.check(`${year} ${name}`, inDollars(ceilingCents), amount);
      } else if (number === undefined) tally.skip(`conforming limits: ${name} is a remark`);
      else {
        const { baselineCents, ceilingCents } = conformingLimits(midYear(year), number);
        tally.check(`${year} ${name}`, inDollars(isCeiling ? ceilingCents : baselineCents), amount);
      }
    }
}
