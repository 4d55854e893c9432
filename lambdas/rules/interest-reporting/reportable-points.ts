import * as z from 'zod';
import { CalendarDateSchema, NonNegativeCentsSchema } from '../../shared/value-schemas.ts';
import { cents, lesserOf } from '../../shared/money.ts';
import { partsOf } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';
import type { RuleCheck } from '../ability-to-repay/rule-check.ts';

export const PointsFactsSchema = z.strictObject({
  amountCents: NonNegativeCentsSchema,
  /** Of these, paid by the seller: counted as paid by the borrower. */
  sellerPaidCents: NonNegativeCentsSchema.default(cents(0)),
  closedOn: CalendarDateSchema,
  purpose: z.enum([
    'purchase',
    'construction',
    'refinance-of-construction',
    'refinance',
    'improvement',
    'other',
  ]),
  securesPrincipalResidence: z.boolean(),
  /** On the settlement statement as points, discount points, origination fee or the like. */
  isDesignatedAsPoints: z.boolean(),
  isPercentageOfPrincipal: z.boolean(),
  /** Charged in the area as an established practice, and no more than is usual there. */
  isCustomary: z.boolean(),
  /** Down payment, deposits and other money of the borrower's own at or before closing, nothing of it lent by the lender. */
  ownFundsCents: NonNegativeCentsSchema,
});
export type PointsFacts = z.output<typeof PointsFactsSchema>;

export interface ReportablePoints {
  amountCents: Cents;
  checks: readonly RuleCheck[];
}

/** Form 1098 box 6: points that meet every condition of Treas. Reg. 1.6050H-1(f)(2), in the year of closing alone. */
export function reportablePoints(points: PointsFacts, year: number): ReportablePoints {
  const isForHome = ['purchase', 'construction', 'refinance-of-construction'].includes(points.purpose);
  const checks = [
    check('closed-in-year', partsOf(points.closedOn).year === year, '1.6050H-1(f)(1)'),
    check('designated-as-points', points.isDesignatedAsPoints, '1.6050H-1(f)(2)(i)'),
    check('percentage-of-principal', points.isPercentageOfPrincipal, '1.6050H-1(f)(2)(ii)'),
    check('customary', points.isCustomary, '1.6050H-1(f)(2)(iii)'),
    check(
      'acquires-principal-residence',
      isForHome && points.securesPrincipalResidence,
      '1.6050H-1(f)(2)(iv)',
    ),
  ];
  const isMet = checks.every(({ passed }) => passed);
  const paid = cents(points.ownFundsCents + points.sellerPaidCents); // (f)(2)(v), (f)(3)
  return { amountCents: isMet ? lesserOf(points.amountCents, paid) : cents(0), checks };
}

const check = (rule: string, passed: boolean, citation: string): RuleCheck => ({
  rule,
  passed,
  citation,
  used: {},
});
