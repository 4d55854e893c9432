import * as z from 'zod';
import { AccountTermsSchema, projectAccount } from './account-projection.ts';
import { CalendarDateSchema, CentsSchema, NonNegativeCentsSchema } from '../../shared/value-schemas.ts';
import { EscrowChoiceSchema, settle } from './repayment-choice.ts';
import { addMonths } from '../../shared/calendar.ts';
import { cents, sumCents } from '../../shared/money.ts';
import { disbursementsFrom } from './disbursements.ts';
import { invalid } from '../../shared/errors.ts';
import { judgeBalance } from './repayment-options.ts';
import { trialBalance } from './trial-balance.ts';
import type { BalanceFinding } from './repayment-options.ts';
import type { Cents } from '../../shared/money.ts';
import type { Disbursement } from './disbursements.ts';
import type { Projection } from './account-projection.ts';
import type { Settlements } from './repayment-choice.ts';
import type { TrialBalance } from './trial-balance.ts';

/** 1024.17(i)(1): how much of the ending year may be assumed rather than known. */
const MONTHS_ASSUMED = 2;

export const EscrowAnalysisInputSchema = AccountTermsSchema.extend({
  analyzedOn: CalendarDateSchema,
  /** The account's balance on the day of the analysis; negative when the servicer has advanced. */
  balanceCents: CentsSchema,
  /** Scheduled until the new year begins, in (positive) or out (negative): the last two months at most. */
  assumed: z
    .array(z.strictObject({ on: CalendarDateSchema, amountCents: CentsSchema }))
    .max(60)
    .default([]),
  /** Escrow parts of payments made before they were due: counted when they fall due, and no surplus (60 FR 8812, (f)). */
  paidAheadCents: NonNegativeCentsSchema.default(cents(0)),
  /** Payments are received within 30 days of their due dates. */
  isCurrent: z.boolean().default(true),
  /** The escrow part of each payment until now, to say how it changes. */
  previousPaymentCents: NonNegativeCentsSchema.optional(),
  choice: EscrowChoiceSchema.default({}),
});
export type EscrowAnalysisInput = z.input<typeof EscrowAnalysisInputSchema>;
type Input = z.output<typeof EscrowAnalysisInputSchema>;

/** From which payment of the new year on the escrow part is how much. */
export interface PaymentStep {
  fromPayment: number;
  amountCents: Cents;
}

export interface EscrowAnalysis extends Projection {
  disbursements: readonly Disbursement[];
  /** The balance with which the new year begins. */
  openingCents: Cents;
  finding: BalanceFinding;
  settlements: Settlements;
  /** The escrow part of each payment: a twelfth of the year, repayments added, a credit taken off. */
  payments: readonly PaymentStep[];
  /** The first of them less what was paid until now. */
  changeCents?: Cents;
  /** What the account will show, month by month, from its own balance with those payments. */
  projected: TrialBalance;
}

/**
 * One escrow account analysis at the end of a computation year, 1024.17(c)(3), (d), (f): the year ahead by aggregate
 * accounting, the balance against its target, what is done about the difference, and the new payment.
 * @throws invalid AssumedTooFar, RepaymentNotAllowed; a ZodError when malformed
 */
export function analyzeEscrow(input: EscrowAnalysisInput): EscrowAnalysis {
  const facts = EscrowAnalysisInputSchema.parse(input);
  const { paymentsPerYear, previousPaymentCents } = facts;
  const projection = projectAccount(facts);
  const openingCents = openingOf(facts);
  const finding = judgeBalance({
    balanceCents: openingCents,
    targetCents: projection.target.startingCents,
    monthlyCents: projection.monthlyCents,
    analyzedOn: facts.analyzedOn,
    isCurrent: facts.isCurrent,
    paymentsPerYear,
  });
  const settlements = settle(finding, facts.choice, paymentsPerYear);
  const amountOf = (number: number) => paymentAt(number, projection.paymentCents, settlements);
  const payments = stepsOf(amountOf, settlements);
  const change =
    previousPaymentCents === undefined ? {} : { changeCents: cents(amountOf(1) - previousPaymentCents) };
  return {
    ...projection,
    disbursements: disbursementsFrom(facts.items, facts.firstPaymentOn, 12),
    openingCents,
    finding,
    settlements,
    payments,
    ...change,
    projected: project(projection, openingCents, settlements, amountOf),
  };
}

function openingOf({ balanceCents, paidAheadCents, assumed, firstPaymentOn, analyzedOn }: Input): Cents {
  const from = addMonths(firstPaymentOn, -MONTHS_ASSUMED);
  for (const { on } of assumed)
    if (on < from || on < analyzedOn)
      throw invalid('AssumedTooFar', 'only the last two months of a year may be assumed (1024.17(i)(1))', {
        on,
      });
  return cents(balanceCents - paidAheadCents + sumCents(assumed.map(({ amountCents }) => amountCents)));
}

/** Repayments end after as many payments as were chosen. */
function paymentAt(number: number, base: Cents, { surplus, shortage, deficiency }: Settlements): Cents {
  const part = (each: { payments?: number; perPaymentCents?: Cents } | undefined) =>
    each?.payments !== undefined && number <= each.payments ? (each.perPaymentCents ?? 0) : 0;
  return cents(base + part(shortage) + part(deficiency) - part(surplus));
}

function stepsOf(amountOf: (number: number) => Cents, settlements: Settlements): PaymentStep[] {
  const ends = Object.values(settlements).map(({ payments = 0 }: { payments?: number }) => payments + 1);
  const starts = [...new Set([1, ...ends])].sort((a, b) => a - b);
  const steps = starts.map((fromPayment) => ({ fromPayment, amountCents: amountOf(fromPayment) }));
  return steps.filter(({ amountCents }, index) => steps[index - 1]?.amountCents !== amountCents);
}

/** A refund leaves at the start; what is repaid at once comes in with the first month. */
function project(
  { target, paymentsByMonth }: Projection,
  opening: Cents,
  { surplus, shortage, deficiency }: Settlements,
  amountOf: (number: number) => Cents,
): TrialBalance {
  const once = [shortage, deficiency].map((each) => (each?.action === 'repay-once' ? each.amountCents : 0));
  const refunded = surplus?.action === 'refund' ? surplus.amountCents : 0;
  let number = 0;
  const flows = target.months.map((month, index) => {
    let paid = index === 0 ? (once[0] ?? 0) + (once[1] ?? 0) : 0;
    for (let made = 0; made < (paymentsByMonth[index] ?? 0); made += 1) paid += amountOf((number += 1));
    return { ...month, paymentCents: cents(paid) };
  });
  return trialBalance(cents(opening - refunded), flows);
}
