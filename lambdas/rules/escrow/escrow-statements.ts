import * as z from 'zod';
import { CalendarDateSchema, CentsSchema, NonNegativeCentsSchema } from '../../shared/value-schemas.ts';
import { cents, sumCents } from '../../shared/money.ts';
import { disbursementsFrom } from './disbursements.ts';
import { trialBalance } from './trial-balance.ts';
import type { Cents } from '../../shared/money.ts';
import type { Disbursement } from './disbursements.ts';
import type { EscrowAnalysis } from './escrow-analysis.ts';
import type { AccountTerms } from './account-projection.ts';
import type { InitialAnalysis } from './initial-analysis.ts';
import type { Settlement } from './repayment-choice.ts';
import type { TrialBalance } from './trial-balance.ts';

export interface InitialStatement {
  /** The whole monthly mortgage payment and the part of it that goes into the account. */
  mortgagePaymentCents: Cents;
  escrowPaymentCents: Cents;
  /** What will be paid from the account in the computation year, and when. */
  charges: readonly Disbursement[];
  cushionCents: Cents;
  trialBalance: TrialBalance;
  citation: '1024.17(g)(1)(i)';
}

/** The data of an initial escrow account statement. */
export const initialStatement = (
  analysis: InitialAnalysis,
  terms: Pick<AccountTerms, 'items' | 'firstPaymentOn'>,
  principalAndInterestCents: Cents,
): InitialStatement => ({
  mortgagePaymentCents: cents(principalAndInterestCents + analysis.paymentCents),
  escrowPaymentCents: analysis.paymentCents,
  charges: disbursementsFrom(terms.items, terms.firstPaymentOn, 12),
  cushionCents: analysis.cushionCents,
  trialBalance: analysis.target,
  citation: '1024.17(g)(1)(i)',
});

const MonthHistorySchema = z.strictObject({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month is YYYY-MM'),
  paymentCents: NonNegativeCentsSchema,
  disbursements: z
    .array(z.strictObject({ itemId: z.string(), amountCents: NonNegativeCentsSchema }))
    .default([]),
});

/** What happened in the year that ends, and what had been projected for it. */
export const YearHistorySchema = z.strictObject({
  endedOn: CalendarDateSchema,
  openingCents: CentsSchema,
  months: z.array(MonthHistorySchema).min(1).max(12),
  mortgagePaymentCents: NonNegativeCentsSchema,
  escrowPaymentCents: NonNegativeCentsSchema,
  projected: z
    .array(
      z.strictObject({
        month: z.string(),
        paymentCents: NonNegativeCentsSchema,
        disbursementCents: NonNegativeCentsSchema,
        balanceCents: CentsSchema,
      }),
    )
    .max(12)
    .default([]),
});
export type YearHistory = z.output<typeof YearHistorySchema>;

/** A month that did not go as projected: marked on the statement. */
export interface Difference {
  month: string;
  what: 'payment' | 'disbursement';
  projectedCents: Cents;
  actualCents: Cents;
}

export interface AnnualStatement {
  currentMortgagePaymentCents: Cents;
  currentEscrowPaymentCents: Cents;
  pastMortgagePaymentCents: Cents;
  pastEscrowPaymentCents: Cents;
  paidInCents: Cents;
  paidOut: readonly { itemId: string; amountCents: Cents }[];
  endingBalanceCents: Cents;
  surplusHandling?: Settlement<string>;
  shortageHandling?: Settlement<string>;
  deficiencyHandling?: Settlement<string>;
  /** Present when the low balance projected for the year was not reached: what went otherwise. */
  lowNotReached?: { projectedLowCents: Cents; actualLowCents: Cents; differences: readonly Difference[] };
  history: TrialBalance;
  projection: TrialBalance;
  citation: '1024.17(i)(1)';
}

/** The data of an annual escrow account statement, 1024.17(i)(1)(i) to (viii). */
export function annualStatement(
  analysis: EscrowAnalysis,
  history: YearHistory,
  principalAndInterestCents: Cents,
): AnnualStatement {
  const happened = trialBalance(
    history.openingCents,
    history.months.map(({ month, paymentCents, disbursements }) => ({
      month,
      paymentCents,
      disbursementCents: sumCents(disbursements.map(({ amountCents }) => amountCents)),
    })),
  );
  const escrow = analysis.payments[0]?.amountCents ?? analysis.paymentCents;
  const { surplus, shortage, deficiency } = analysis.settlements;
  const lowNotReached = explainLow(history, happened);
  return {
    currentMortgagePaymentCents: cents(principalAndInterestCents + escrow),
    currentEscrowPaymentCents: escrow,
    pastMortgagePaymentCents: history.mortgagePaymentCents,
    pastEscrowPaymentCents: history.escrowPaymentCents,
    paidInCents: sumCents(history.months.map(({ paymentCents }) => paymentCents)),
    paidOut: paidOutByItem(history),
    endingBalanceCents: happened.months.at(-1)?.balanceCents ?? history.openingCents,
    ...(surplus ? { surplusHandling: surplus } : {}),
    ...(shortage ? { shortageHandling: shortage } : {}),
    ...(deficiency ? { deficiencyHandling: deficiency } : {}),
    ...(lowNotReached ? { lowNotReached } : {}),
    history: happened,
    projection: analysis.projected,
    citation: '1024.17(i)(1)',
  };
}

function paidOutByItem({ months }: YearHistory): { itemId: string; amountCents: Cents }[] {
  const totals = new Map<string, number>();
  for (const { disbursements } of months)
    for (const { itemId, amountCents } of disbursements)
      totals.set(itemId, (totals.get(itemId) ?? 0) + amountCents);
  return [...totals].map(([itemId, total]) => ({ itemId, amountCents: cents(total) }));
}

function explainLow({ projected }: YearHistory, actual: TrialBalance): AnnualStatement['lowNotReached'] {
  if (projected.length === 0) return undefined;
  const projectedLow = Math.min(...projected.map(({ balanceCents }) => balanceCents));
  if (actual.lowest.balanceCents <= projectedLow) return undefined;
  const differences = actual.months.flatMap(({ month, paymentCents, disbursementCents }) => {
    const plan = projected.find((each) => each.month === month);
    const rows: Difference[] = [
      { month, what: 'payment', projectedCents: plan?.paymentCents ?? cents(0), actualCents: paymentCents },
      {
        month,
        what: 'disbursement',
        projectedCents: plan?.disbursementCents ?? cents(0),
        actualCents: disbursementCents,
      },
    ];
    return rows.filter(({ projectedCents, actualCents }) => projectedCents !== actualCents);
  });
  return { projectedLowCents: cents(projectedLow), actualLowCents: actual.lowest.balanceCents, differences };
}
