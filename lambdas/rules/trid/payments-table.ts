import { ordinal } from './interest-rate-table.ts';
import { wholeDollarText } from './disclosure-text.ts';
import { withoutResidue } from './payment-terms.ts';
import type { MonthPayment } from './payment-terms.ts';

export interface AdjustablePaymentsTable {
  interestOnly: string;
  optional: string;
  step: string;
  seasonal: string;
  /** First change or amount, later changes, maximum payment of principal and interest. */
  firstChange: string;
  maximumPayment: string;
  citation: '1026.37(i)';
}

export interface PaymentFeatures {
  optionalPayments?: number;
  stepPayments?: number;
  /** `June` to `August`, when payments are not due in those months. */
  seasonal?: { from: string; to: string };
}

/** The adjustable payments table of 1026.37(i), 1026.38(m): shown when a payment may change by the note's own terms. */
export function paymentsTable(
  schedule: readonly MonthPayment[],
  features: PaymentFeatures = {},
): AdjustablePaymentsTable {
  const months = withoutResidue(schedule);
  const { optionalPayments, stepPayments, seasonal } = features;
  return {
    interestOnly: interestOnlyText(months),
    optional: optionalPayments ? `YES for your first ${optionalPayments} payments` : 'NO',
    step: stepPayments ? `YES for your first ${stepPayments} payments` : 'NO',
    seasonal: seasonal ? `YES from ${seasonal.from} to ${seasonal.to}` : 'NO',
    firstChange: firstChangeText(months),
    maximumPayment: maximumText(months),
    citation: '1026.37(i)',
  };
}

/** Comment 37(i)-2: counted from the first payment; in the middle of the term by first and last. */
function interestOnlyText(months: readonly MonthPayment[]): string {
  const from = months.findIndex(({ isInterestOnly }) => isInterestOnly);
  const to = months.findLastIndex(({ isInterestOnly }) => isInterestOnly);
  if (from === -1) return 'NO';
  if (from === 0) return `YES for your first ${to + 1} payments`;
  return `YES from your ${ordinal(from + 1)} to ${ordinal(to + 1)} payment`;
}

function firstChangeText(months: readonly MonthPayment[]): string {
  const [first] = months;
  const at = months.findIndex(
    ({ leastCents, mostCents }) => leastCents !== first?.leastCents || mostCents !== first.mostCents,
  );
  const changed = months[at];
  if (!changed) return 'No change';
  const { leastCents, mostCents } = changed;
  const range =
    leastCents === mostCents
      ? wholeDollarText(mostCents)
      : `${wholeDollarText(leastCents)} - ${wholeDollarText(mostCents)}`;
  return `${range} at ${ordinal(at + 1)} payment`;
}

/** Comment 37(i)(5)-4: the first payment that can reach the maximum. */
function maximumText(months: readonly MonthPayment[]): string {
  const most = Math.max(...months.map(({ mostCents }) => mostCents));
  const at = months.findIndex(({ mostCents }) => mostCents === most);
  const found = months[at];
  return found ? `${wholeDollarText(found.mostCents)} starting at ${ordinal(at + 1)} payment` : '';
}
