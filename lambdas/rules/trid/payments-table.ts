import * as z from 'zod';
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
  subsequentChanges: string;
  maximumPayment: string;
  citation: '1026.37(i)';
}

const PaymentNumber = z.int().min(1).max(2_000);

/** What the note allows or asks beside changes of the rate, 1026.37(i)(2) to (5). */
export const PaymentFeaturesSchema = z.strictObject({
  optionalPayments: PaymentNumber.optional(),
  stepPayments: PaymentNumber.optional(),
  /** Payments not due in some calendar months, or each so many payments, to the end or for a time (comment 37(i)-2.iv). */
  seasonal: z
    .union([
      z.strictObject({ from: z.string().min(1), to: z.string().min(1) }),
      z.strictObject({
        every: z.int().min(2).max(12),
        /** `quarter`, when the unit-period is no month. */
        until: z.strictObject({ unit: z.string().min(1), number: PaymentNumber }).optional(),
      }),
    ])
    .optional(),
  /** How often the payment may change after its first change; else as the schedule has it. */
  changeEveryMonths: z.int().min(1).optional(),
  /** The largest payment is only possible: it depends on what the consumer chooses to pay (comment 37(i)(5)-4). */
  isMaximumPotential: z.boolean().optional(),
});
export type PaymentFeatures = z.infer<typeof PaymentFeaturesSchema>;

/** The adjustable payments table of 1026.37(i), 1026.38(m): shown when a payment may change by the note's own terms. */
export function paymentsTable(
  schedule: readonly MonthPayment[],
  features: PaymentFeatures = {},
): AdjustablePaymentsTable {
  const months = withoutResidue(schedule);
  const { optionalPayments, stepPayments } = features;
  return {
    interestOnly: interestOnlyText(months),
    optional: optionalPayments ? `YES for your first ${optionalPayments} payments` : 'NO',
    step: stepPayments ? `YES for your first ${stepPayments} payments` : 'NO',
    seasonal: seasonalText(features.seasonal),
    firstChange: firstChangeText(months),
    subsequentChanges: subsequentText(months, features.changeEveryMonths),
    maximumPayment: maximumText(months, features.isMaximumPotential ?? false),
    citation: '1026.37(i)',
  };
}

function seasonalText(seasonal: PaymentFeatures['seasonal']): string {
  if (!seasonal) return 'NO';
  if ('from' in seasonal) return `YES from ${seasonal.from} to ${seasonal.to}`;
  const { every, until } = seasonal;
  const which = every === 3 ? 'third' : ordinal(every);
  return until
    ? `YES every ${until.unit} until the ${ordinal(until.number)} ${until.unit}`
    : `YES every ${which} payment`;
}

/** Counted in months: the smallest time between two changes after the first, where the note does not say it. */
function subsequentText(months: readonly MonthPayment[], stated: number | undefined): string {
  const changes = months.flatMap((month, index) => {
    const before = months[index - 1];
    const moved = before && (before.leastCents !== month.leastCents || before.mostCents !== month.mostCents);
    return moved ? [index] : [];
  });
  const gaps = changes.slice(1).map((at, index) => at - (changes[index] ?? at));
  if (changes.length === 0) return 'No subsequent changes';
  const every = stated ?? (gaps.length > 0 ? Math.min(...gaps) : undefined);
  return every === undefined ? 'No subsequent changes' : everyText(every);
}

const numberWords = ['', '', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** `Every year`, `Every three years`, `Every 6 months`. */
function everyText(months: number): string {
  if (months === 1) return 'Every month';
  if (months % 12 !== 0) return `Every ${months} months`;
  const years = months / 12;
  return years === 1 ? 'Every year' : `Every ${numberWords[years] ?? years} years`;
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
function maximumText(months: readonly MonthPayment[], isPotential: boolean): string {
  const most = Math.max(...months.map(({ mostCents }) => mostCents));
  const at = months.findIndex(({ mostCents }) => mostCents === most);
  const found = months[at];
  if (!found) return '';
  const when = isPotential ? `as early as the ${ordinal(at + 1)}` : `starting at ${ordinal(at + 1)}`;
  return `${wholeDollarText(found.mostCents)} ${when} payment`;
}
