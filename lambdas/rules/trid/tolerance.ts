import * as z from 'zod';
import { CalendarDateSchema, NonNegativeCentsSchema } from '../../shared/value-schemas.ts';
import { CURE_DAYS } from './after-consummation.ts';
import { EstimateRevisionSchema } from './estimate-revision.ts';
import { EstimatedChargeSchema, bucketOf } from './charge-bucket.ts';
import { OfficeDaysSchema, defaultOffice } from './office-days.ts';
import { addDays } from '../../shared/calendar.ts';
import { baselinesAfter, tenPercentLimit } from './baselines.ts';
import { cents, sumCents } from '../../shared/money.ts';
import { invalid } from '../../shared/errors.ts';
import { regZGeneralDays } from '../../shared/business-days.ts';
import type { Baselines, RevisionOutcome } from './baselines.ts';
import type { BucketChoice, EstimatedCharge } from './charge-bucket.ts';
import type { Cents } from '../../shared/money.ts';
import type { ClockDate } from './clock-date.ts';

export const ToleranceInputSchema = z.strictObject({
  charges: z.array(EstimatedChargeSchema).max(500),
  /** Lender credits as positive amounts. */
  lenderCredits: z
    .strictObject({ estimateCents: NonNegativeCentsSchema, actualCents: NonNegativeCentsSchema })
    .optional(),
  revisions: z.array(EstimateRevisionSchema).max(100).default([]),
  office: OfficeDaysSchema.default(defaultOffice),
  consummationOn: CalendarDateSchema.optional(),
});
export type ToleranceInput = z.input<typeof ToleranceInputSchema>;

export interface JudgedCharge extends BucketChoice {
  id: string;
  baselineCents: Cents;
  actualCents: Cents;
  /** What this charge alone is over its limit; zero in the other buckets. */
  excessCents: Cents;
}

export interface ToleranceResult {
  isGoodFaith: boolean;
  charges: readonly JudgedCharge[];
  zeroExcessCents: Cents;
  lenderCreditShortfallCents: Cents;
  tenPercent: { baselineCents: Cents; limitCents: Cents; actualCents: Cents; excessCents: Cents };
  revisions: readonly RevisionOutcome[];
  /** What must be refunded for the estimates to be in good faith, 1026.19(f)(2)(v). */
  cureCents: Cents;
  cureBy?: ClockDate;
}

const ZERO = cents(0);

/** Compares exact amounts (comment 19(e)(3)(i)-7), charge by charge and bucket by bucket, and finds the cure. */
export function judgeTolerance(input: ToleranceInput): ToleranceResult {
  const { charges, lenderCredits, revisions, office, consummationOn } = ToleranceInputSchema.parse(input);
  const known = new Set(charges.map(({ id }) => id));
  if (known.size !== charges.length) throw invalid('DuplicateCharge', 'each charge has an id of its own');
  if (revisions.some((revision) => Object.keys(revision.charges).some((id) => !known.has(id))))
    throw invalid('UnknownCharge', 'a revision names only charges of the list');
  const estimated = lenderCredits?.estimateCents ?? ZERO;
  const base = baselinesAfter(charges, estimated, revisions, regZGeneralDays(office));
  const judged = charges.map((charge) => judge(charge, base));
  const zeroExcessCents = sumCents(judged.map(({ excessCents }) => excessCents));
  const tenPercent = tenPercentBucket(charges, judged);
  const credited = lenderCredits?.actualCents ?? ZERO;
  const lenderCreditShortfallCents = cents(Math.max(base.lenderCreditsCents - credited, 0));
  const cureCents = sumCents([zeroExcessCents, lenderCreditShortfallCents, tenPercent.excessCents]);
  const reason = '60 days after consummation, with a corrected Closing Disclosure';
  const cureBy = consummationOn && {
    on: addDays(consummationOn, CURE_DAYS),
    reason,
    citation: '1026.19(f)(2)(v)',
  };
  return {
    isGoodFaith: cureCents === 0,
    charges: judged,
    zeroExcessCents,
    lenderCreditShortfallCents,
    tenPercent,
    revisions: base.outcomes,
    cureCents,
    ...(cureBy && cureCents > 0 ? { cureBy } : {}),
  };
}

function judge(charge: EstimatedCharge, { charges }: Baselines): JudgedCharge {
  const choice = bucketOf(charge);
  const baselineCents = charges.get(charge.id) ?? charge.estimateCents;
  const actualCents = charge.actualCents ?? ZERO;
  const excess = choice.bucket === 'zero' ? Math.max(actualCents - baselineCents, 0) : 0;
  return { id: charge.id, ...choice, baselineCents, actualCents, excessCents: cents(excess) };
}

/** Only services that were performed are summed, on both sides (comment 19(e)(3)(ii)-5). */
function tenPercentBucket(
  charges: readonly EstimatedCharge[],
  judged: readonly JudgedCharge[],
): ToleranceResult['tenPercent'] {
  const counted = judged.filter(
    ({ bucket }, index) => bucket === 'ten-percent' && charges[index]?.actualCents !== undefined,
  );
  const baselineCents = sumCents(counted.map((charge) => charge.baselineCents));
  const actualCents = sumCents(counted.map((charge) => charge.actualCents));
  const limitCents = tenPercentLimit(baselineCents);
  const excessCents = cents(Math.max(actualCents - limitCents, 0));
  return { baselineCents, limitCents, actualCents, excessCents };
}
