import * as z from 'zod';
import { NonNegativeCentsSchema } from '../../shared/value-schemas.ts';
import { ceiling, floor, halfUp, toDecimal } from '../../shared/rounding.ts';
import { rational, times } from '../../shared/rational.ts';
import { lesserOf, sumCents } from '../../shared/money.ts';
import { roundToPpm } from '../../shared/rate.ts';
import type { Cents } from '../../shared/money.ts';
import type { Ppm } from '../../shared/rate.ts';
import type { Rational } from '../../shared/rational.ts';

export const RatioFactsSchema = z.strictObject({
  purpose: z.enum(['purchase', 'refinance']),
  loanAmountCents: NonNegativeCentsSchema,
  appraisedValueCents: NonNegativeCentsSchema.optional(),
  salePriceCents: NonNegativeCentsSchema.optional(),
  /** Unpaid balances of closed-end loans behind the first. */
  subordinateBalancesCents: z.array(NonNegativeCentsSchema).default([]),
  /** Lines of credit on the property. */
  creditLines: z
    .array(z.strictObject({ drawnCents: NonNegativeCentsSchema, limitCents: NonNegativeCentsSchema }))
    .default([]),
  /** Principal, interest, taxes, insurance, assessments and mortgage insurance a month. */
  housingExpenseCents: NonNegativeCentsSchema.optional(),
  otherMonthlyDebtsCents: z.array(NonNegativeCentsSchema).default([]),
  monthlyIncomeCents: NonNegativeCentsSchema.optional(),
  /** Liquid assets left after closing. */
  liquidAssetsAfterClosingCents: NonNegativeCentsSchema.optional(),
});
export type RatioFacts = z.infer<typeof RatioFactsSchema>;

export type Ratio =
  | {
      kind: 'found';
      /** To the nearest part per million. */
      ratioPpm: Ppm;
      /** As the guide has it compared. */
      shown: string;
      used: Readonly<Record<string, Cents>>;
      citation: string;
    }
  /** A figure that is not known is not zero. */
  | { kind: 'cannot-calculate'; missing: readonly string[]; citation: string };

export type Ratios = Readonly<Record<'ltv' | 'cltv' | 'hcltv' | 'housing' | 'dti' | 'reserveMonths', Ratio>>;

/** Loan to value by Selling Guide B2-1.2-01 to -03, debts to income by B3-6-02, reserves by B3-4.1-01. */
export function ratios(facts: RatioFacts): Ratios {
  const { loanAmountCents, monthlyIncomeCents: income, housingExpenseCents: housing } = facts;
  const second = sumCents(facts.subordinateBalancesCents);
  const drawn = sumCents(facts.creditLines.map(({ drawnCents }) => drawnCents));
  const limits = sumCents(facts.creditLines.map(({ limitCents }) => limitCents));
  const debts = sumCents([...(housing === undefined ? [] : [housing]), ...facts.otherMonthlyDebtsCents]);
  const assets = facts.liquidAssetsAfterClosingCents;
  const ofIncome = { monthlyIncomeCents: income, housingExpenseCents: housing };
  return {
    ltv: toValue([loanAmountCents], facts, 'Selling Guide B2-1.2-01'),
    cltv: toValue([loanAmountCents, second, drawn], facts, 'Selling Guide B2-1.2-02'),
    hcltv: toValue([loanAmountCents, second, limits], facts, 'Selling Guide B2-1.2-03'),
    housing: found(housing, income, ofIncome, 'Selling Guide B3-6-02', percentHalfUp),
    dti: found(
      housing === undefined ? undefined : debts,
      income,
      ofIncome,
      'Selling Guide B3-6-02',
      percentHalfUp,
    ),
    reserveMonths: found(
      assets,
      housing,
      { liquidAssetsAfterClosingCents: assets, housingExpenseCents: housing },
      'Selling Guide B3-4.1-01',
      (ratio) => toDecimal(ratio, 2, floor),
    ),
  };
}

/** The percentage cut to two decimals, then rounded up to a whole one (B2-1.2-01): 80.001 % is 80 %, 80.01 % is 81 %. */
function guidePercent(ratio: Rational): string {
  const hundredths = floor(times(ratio, rational(10_000)));
  return `${ceiling(rational(hundredths, 100))}%`;
}

const percentHalfUp = (ratio: Rational): string => `${toDecimal(times(ratio, rational(100)), 2, halfUp)}%`;

/** A purchase is held against the lower of price and value, a refinancing against the value. */
function toValue(parts: readonly Cents[], facts: RatioFacts, citation: string): Ratio {
  const { purpose, salePriceCents: price, appraisedValueCents: value } = facts;
  const against =
    purpose === 'refinance'
      ? value
      : price !== undefined && value !== undefined
        ? lesserOf(price, value)
        : undefined;
  const needed = { appraisedValueCents: value, ...(purpose === 'purchase' ? { salePriceCents: price } : {}) };
  return found(sumCents(parts), against, needed, citation, guidePercent);
}

function found(
  part: Cents | undefined,
  whole: Cents | undefined,
  needed: Readonly<Record<string, Cents | undefined>>,
  citation: string,
  show: (ratio: Rational) => string,
): Ratio {
  const missing = Object.entries(needed).flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (part === undefined || whole === undefined || whole === 0) {
    const zeroes =
      whole === 0 ? Object.entries(needed).flatMap(([name, value]) => (value === 0 ? [name] : [])) : [];
    return { kind: 'cannot-calculate', missing: [...missing, ...zeroes], citation };
  }
  const ratio = rational(part, whole);
  const used = { ...(needed as Record<string, Cents>), partCents: part, wholeCents: whole };
  return { kind: 'found', ratioPpm: roundToPpm(ratio, halfUp), shown: show(ratio), used, citation };
}
