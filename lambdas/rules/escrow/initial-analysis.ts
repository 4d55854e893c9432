import type * as z from 'zod';
import { AccountTermsSchema, projectAccount, projectItems } from './account-projection.ts';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { addDays, addMonths } from '../../shared/calendar.ts';
import { cents, sumCents } from '../../shared/money.ts';
import { cycleMonths } from './yearly-total.ts';
import { disbursementsFrom, monthNumber } from './disbursements.ts';
import { invalid } from '../../shared/errors.ts';
import type { AccountTerms, Projection } from './account-projection.ts';
import type { Cents } from '../../shared/money.ts';
import type { ClockDate } from '../trid/clock-date.ts';
import type { Disbursement } from './disbursements.ts';

/** 1024.17(g)(1): calendar days. */
const DAYS_TO_STATE = 45;

export const InitialAnalysisInputSchema = AccountTermsSchema.extend({ settlementOn: CalendarDateSchema });
export type InitialAnalysisInput = z.input<typeof InitialAnalysisInputSchema>;

export interface SingleItem {
  itemId: string;
  monthlyCents: Cents;
  projection: Projection;
}

/** A line of section G of the Closing Disclosure: so much a month for so many months. */
export interface DepositLine {
  itemId: string;
  monthlyCents: Cents;
  months: number;
  amountCents: Cents;
}

export interface InitialAnalysis extends Projection {
  /** The most that may be collected at settlement: the start of step 3. */
  initialDepositCents: Cents;
  /** Single-item accounting, which the rule no longer allows, for the adjustment. */
  singleItems: readonly SingleItem[];
  singleItemTotalCents: Cents;
  /** Aggregate less single-item: zero or negative. HUD-1 line 1007, Closing Disclosure section G. */
  aggregateAdjustmentCents: Cents;
  /** The same deposit as the form prints it, in whole months of each item and one adjustment. */
  closing: { lines: readonly DepositLine[]; aggregateAdjustmentCents: Cents; totalCents: Cents };
  /** Due after settlement and before the first payment's month: paid at settlement, not out of the account. */
  dueBeforeFirstPayment: readonly Disbursement[];
  initialStatementDue: ClockDate;
}

/**
 * The analysis on creation of an account, 1024.17(c)(1)(i), (c)(2).
 * @throws invalid FirstPaymentBeforeSettlement; a ZodError when malformed
 */
export function analyzeInitialEscrow(input: InitialAnalysisInput): InitialAnalysis {
  const { settlementOn, ...terms } = InitialAnalysisInputSchema.parse(input);
  if (terms.firstPaymentOn < settlementOn)
    throw invalid('FirstPaymentBeforeSettlement', 'the first payment is due on or after settlement');
  const whole = projectAccount(terms);
  const singleItems = itemsAlone(terms);
  const singleItemTotalCents = sumCents(
    singleItems.map(({ projection: { target } }) => target.startingCents),
  );
  const initialDepositCents = whole.target.startingCents;
  return {
    ...whole,
    initialDepositCents,
    singleItems,
    singleItemTotalCents,
    aggregateAdjustmentCents: adjustment(initialDepositCents, singleItemTotalCents),
    closing: closingLines(singleItems, initialDepositCents),
    dueBeforeFirstPayment: dueBefore(terms, settlementOn),
    initialStatementDue: {
      on: addDays(settlementOn, DAYS_TO_STATE),
      reason: 'at settlement, or within 45 calendar days of it',
      citation: '1024.17(g)(1)',
    },
  };
}

function itemsAlone(terms: AccountTerms): SingleItem[] {
  const months = cycleMonths(terms.items);
  return terms.items.map((item) => {
    const projection = projectItems([item], terms, months);
    return { itemId: item.id, monthlyCents: projection.monthlyCents, projection };
  });
}

/** Cents of rounding could make the sum of the items smaller than the whole; the form takes no positive adjustment. */
const adjustment = (aggregateCents: Cents, singleCents: Cents): Cents =>
  cents(Math.min(0, aggregateCents - singleCents));

function closingLines(items: readonly SingleItem[], deposit: Cents): InitialAnalysis['closing'] {
  const lines = items.map(({ itemId, monthlyCents, projection }) => {
    const start = projection.target.startingCents;
    const months = monthlyCents === 0 ? 0 : Math.ceil(start / monthlyCents);
    return { itemId, monthlyCents, months, amountCents: cents(monthlyCents * months) };
  });
  const sum = sumCents(lines.map(({ amountCents }) => amountCents));
  const aggregateAdjustmentCents = adjustment(deposit, sum);
  return { lines, aggregateAdjustmentCents, totalCents: cents(sum + aggregateAdjustmentCents) };
}

function dueBefore({ items, firstPaymentOn }: AccountTerms, settlementOn: AccountTerms['firstPaymentOn']) {
  const months = monthNumber(firstPaymentOn) - monthNumber(settlementOn);
  const from = addMonths(firstPaymentOn, -months);
  return disbursementsFrom(items, from, months).filter(({ on }) => on > settlementOn);
}
