import * as z from 'zod';
import { CalendarDateSchema, NonNegativeCentsSchema } from '../../shared/value-schemas.ts';
import { calendarDate, partsOf } from '../../shared/calendar.ts';
import { cents, lesserOf, multiplyByRatio, ratioOfCents } from '../../shared/money.ts';
import { halfUp } from '../../shared/rounding.ts';
import type { Cents } from '../../shared/money.ts';
import type { RuleCheck } from '../ability-to-repay/rule-check.ts';

/** The most principal whose points count, 26 USC 163(h)(3)(B), (F): until December 15, 2017, and since. */
const EARLIER_PRINCIPAL_CENTS = cents(100_000_000);
const PRINCIPAL_CENTS = cents(75_000_000);
const LOWERED_ON = calendarDate('2017-12-16');

const Facts = z.strictObject({
  amountCents: NonNegativeCentsSchema,
  /** Of these, paid by the seller: counted as paid by the borrower. */
  sellerPaidCents: NonNegativeCentsSchema.default(cents(0)),
  /** The loan that they were charged on. */
  principalCents: NonNegativeCentsSchema.refine((amount) => amount > 0, 'points are charged on a loan'),
  /** What was owed for the construction that is refinanced. */
  constructionDebtCents: NonNegativeCentsSchema.optional(),
  /** A binding contract of before December 15, 2017, known to the lender, keeps the earlier limit. */
  hasEarlierContract: z.boolean().default(false),
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
export const PointsFactsSchema = Facts.refine(
  ({ purpose, constructionDebtCents }) =>
    purpose !== 'refinance-of-construction' || constructionDebtCents !== undefined,
  { path: ['constructionDebtCents'], message: 'a refinance of construction says what was owed for it' },
);
export type PointsFacts = z.output<typeof PointsFactsSchema>;

export interface ReportablePoints {
  amountCents: Cents;
  checks: readonly RuleCheck[];
}

/**
 * Form 1098 box 6: points that meet every condition of Treas. Reg. 1.6050H-1(f)(1), within its limits (f)(2) and (4), in
 * the year of closing alone; as the Instructions for Form 1098, Points, number and date them.
 */
export function reportablePoints(points: PointsFacts, year: number): ReportablePoints {
  const isForHome = ['purchase', 'construction', 'refinance-of-construction'].includes(points.purpose);
  const checks = [
    check('closed-in-year', partsOf(points.closedOn).year === year, 'Instructions for Form 1098, Points'),
    check('designated-as-points', points.isDesignatedAsPoints, '1.6050H-1(f)(1)(i)'),
    check('percentage-of-principal', points.isPercentageOfPrincipal, '1.6050H-1(f)(1)(ii)'),
    check('customary', points.isCustomary, '1.6050H-1(f)(1)(iii)'),
    check(
      'acquires-principal-residence',
      isForHome && points.securesPrincipalResidence,
      '1.6050H-1(f)(1)(iv)',
    ),
  ];
  const isMet = checks.every(({ passed }) => passed);
  const paid = cents(points.ownFundsCents + points.sellerPaidCents); // (f)(1)(v), (f)(3)(i)
  return { amountCents: isMet ? lesserOf(allocable(points), paid) : cents(0), checks };
}

/** The part of the points that is of principal within the limits; to the nearest cent. */
function allocable({ amountCents, principalCents, constructionDebtCents, ...points }: PointsFacts): Cents {
  const isEarlier = points.closedOn < LOWERED_ON || points.hasEarlierContract;
  const most = isEarlier ? EARLIER_PRINCIPAL_CENTS : PRINCIPAL_CENTS;
  const debt = points.purpose === 'refinance-of-construction' ? constructionDebtCents : undefined;
  const counted = lesserOf(principalCents, debt === undefined ? most : lesserOf(most, debt));
  return multiplyByRatio(amountCents, ratioOfCents(counted, principalCents), halfUp);
}

const check = (rule: string, passed: boolean, citation: string): RuleCheck => ({
  rule,
  passed,
  citation,
  used: {},
});
