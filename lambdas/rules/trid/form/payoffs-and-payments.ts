import * as z from 'zod';
import { CentsSchema } from '../../../shared/value-schemas.ts';
import { formatDollars, sumCents } from '../../../shared/money.ts';
import type { Cents } from '../../../shared/money.ts';

/** 1026.38(t)(5)(vii)(B): as many lines as the table has; more need an addendum. */
const MOST_LINES = 15;

/** Payments to others in a transaction without a seller; a credit, as of subordinate financing, is negative. */
export const PayoffsSchema = z
  .array(
    z.strictObject({
      to: z.string().min(1).max(80),
      amountCents: CentsSchema,
      paidOutsideClosingBy: z.string().min(1).max(40).optional(),
    }),
  )
  .max(100);

export interface PayoffsTable {
  lines: readonly { line: string; to: string; amountCents?: Cents }[];
  /** Lines beyond the table's fifteen are on another page. */
  continuesOnAddendum: boolean;
  /** K: all that is paid from closing funds (comment 38-4.i). */
  totalCents: Cents;
  citation: '1026.38(t)(5)(vii)(B)';
}

/** The payoffs and payments table, which takes the place of both summaries of transactions. */
export function payoffsTable(payoffs: z.infer<typeof PayoffsSchema>): PayoffsTable {
  const lines = payoffs.map(({ to, amountCents, paidOutsideClosingBy: by }, index) => ({
    line: String(index + 1).padStart(2, '0'),
    ...(by === undefined ? { to, amountCents } : { to: `${formatDollars(amountCents)} ${to} P.O.C. ${by}` }),
  }));
  const atClosing = payoffs.filter(({ paidOutsideClosingBy }) => paidOutsideClosingBy === undefined);
  return {
    lines,
    continuesOnAddendum: lines.length > MOST_LINES,
    totalCents: sumCents(atClosing.map(({ amountCents }) => amountCents)),
    citation: '1026.38(t)(5)(vii)(B)',
  };
}
