import * as z from 'zod';
import { NonNegativeCentsSchema, PpmSchema } from '../../shared/value-schemas.ts';
import { PointsAndFeesItemSchema } from './points-and-fees-item.ts';
import { bonaFidePointsExcluded } from './bona-fide-points.ts';
import { cents, subtractCents, sumCents } from '../../shared/money.ts';
import type { Cents } from '../../shared/money.ts';
import type { PointsAndFeesItem } from './points-and-fees-item.ts';

export const PointsAndFeesInputSchema = z.strictObject({
  noteAmountCents: NonNegativeCentsSchema,
  /** 1026.18(b): the note amount less prepaid finance charges. */
  amountFinancedCents: NonNegativeCentsSchema,
  items: z.array(PointsAndFeesItemSchema).max(200),
  discountPoints: z
    .strictObject({
      amountCents: NonNegativeCentsSchema,
      /** Points that lower the rate as the market would have them do, 1026.32(b)(3). */
      isBonaFide: z.boolean(),
      rateWithoutDiscountPpm: PpmSchema.nonnegative(),
      /** The average prime offer rate, or a first lien on personal property's comparable rate, when the rate was set. */
      averagePrimeOfferRatePpm: PpmSchema.nonnegative(),
    })
    .optional(),
});
export type PointsAndFeesInput = z.infer<typeof PointsAndFeesInputSchema>;

export interface CountedItem {
  item: PointsAndFeesItem['kind'] | 'discount-points';
  amountCents: Cents;
  countedCents: Cents;
  reason: string;
  citation: string;
}

export interface PointsAndFees {
  pointsAndFeesCents: Cents;
  /** 1026.32(b)(4)(i): the amount financed less what is counted and financed under (iii), (iv) and (vi). */
  totalLoanAmountCents: Cents;
  items: readonly CountedItem[];
}

/** Points and fees of 1026.32(b)(1) and the total loan amount they are held against. */
export function pointsAndFees(input: PointsAndFeesInput): PointsAndFees {
  const { items, discountPoints, noteAmountCents, amountFinancedCents } = input;
  const counted = items.map(count);
  const financed = sumCents(
    counted
      .filter((_, index) => isFinanced(items[index] as PointsAndFeesItem))
      .map(({ countedCents }) => countedCents),
  );
  const points = discountPoints ? [countPoints(discountPoints, noteAmountCents)] : [];
  const all = [...counted, ...points];
  return {
    pointsAndFeesCents: sumCents(all.map(({ countedCents }) => countedCents)),
    totalLoanAmountCents: subtractCents(amountFinancedCents, financed),
    items: all,
  };
}

const isFinanced = (item: PointsAndFeesItem): boolean => 'isFinanced' in item && item.isFinanced;

function countPoints(
  points: NonNullable<PointsAndFeesInput['discountPoints']>,
  noteAmountCents: Cents,
): CountedItem {
  const { points: excluded, citation } = bonaFidePointsExcluded(points);
  const most = cents(Math.floor((noteAmountCents * excluded) / 100)); // a point is one percent of the loan amount
  const countedCents = cents(Math.max(points.amountCents - most, 0));
  const reason = `up to ${excluded} bona fide discount points are left out`;
  return { item: 'discount-points', amountCents: points.amountCents, countedCents, reason, citation };
}

function count(item: PointsAndFeesItem): CountedItem {
  const { kind, amountCents } = item;
  const [countedCents, reason, part] = weigh(item);
  return { item: kind, amountCents, countedCents, reason, citation: `1026.32(b)(1)${part}` };
}

const NONE = cents(0);

function weigh(item: PointsAndFeesItem): [countedCents: Cents, reason: string, part: string] {
  const all = item.amountCents;
  switch (item.kind) {
    case 'finance-charge':
      return item.isBonaFideThirdParty
        ? [NONE, 'bona fide third-party charge that no one of the creditor keeps', '(i)(D)']
        : [all, 'part of the finance charge', '(i)'];
    case 'government-premium':
      return [NONE, 'premium or guarantee of a government program', '(i)(B)'];
    case 'private-mortgage-insurance':
      return weighInsurance(item);
    case 'loan-originator-compensation':
      return item.isExcluded
        ? [NONE, 'counted already, or paid to an employee', '(ii)(A)-(D)']
        : [all, 'attributable to this loan', '(ii)'];
    case 'real-estate-charge':
      return item.isReasonable && !item.creditorReceivesCompensation && !item.paidToAffiliate
        ? [NONE, 'reasonable, no compensation to the creditor, not to an affiliate', '(iii)']
        : [all, 'unreasonable, or the creditor or an affiliate gains', '(iii)'];
    case 'credit-insurance':
      return [all, 'payable at or before consummation', '(iv)'];
    case 'maximum-prepayment-penalty':
      return [all, 'the most the note allows', '(v)'];
    default:
      return [all, 'incurred when the same creditor refinances', '(vi)'];
  }
}

function weighInsurance(
  item: Extract<PointsAndFeesItem, { kind: 'private-mortgage-insurance' }>,
): [Cents, string, string] {
  const { amountCents, fhaEquivalentCents } = item;
  if (item.payableAfterConsummation) return [NONE, 'payable after consummation', '(i)(C)(1)'];
  if (!item.isRefundableProRata)
    return [amountCents, 'not refundable pro rata and automatically', '(i)(C)(2)'];
  const over = cents(Math.max(amountCents - fhaEquivalentCents, 0));
  return [over, 'what exceeds the premium FHA would charge', '(i)(C)(2)'];
}
