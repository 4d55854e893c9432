import * as z from 'zod';
import { NonNegativeCentsSchema } from '../../shared/value-schemas.ts';
import { dividedBy, rational, times } from '../../shared/rational.ts';
import { floor } from '../../shared/rounding.ts';
import { roundToCents } from '../../shared/money.ts';
import type { Cents } from '../../shared/money.ts';
import type { Rational } from '../../shared/rational.ts';

/** 1024.17(c)(1), (c)(5): at most a sixth of a year's disbursements. */
const FEDERAL_DIVISOR = 6;

const source = z.enum(['state-law', 'loan-documents', 'servicer']);

/** A lower limit than the federal one, 1024.17(c)(8) and (d)(2)(i)(C); the servicer may hold less or none, (d)(1). */
export const CushionLimitSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('months'), source, months: z.literal([0, 1, 2]) }),
  z.strictObject({ kind: z.literal('amount'), source, amountCents: NonNegativeCentsSchema }),
]);
export type CushionLimit = z.infer<typeof CushionLimitSchema>;

export interface Cushion {
  amountCents: Cents;
  /** The federal limit, which the amount never exceeds. */
  federalLimitCents: Cents;
  /** What bound it: the federal limit or the source of the lowest other one. */
  boundBy: 'federal' | CushionLimit['source'];
  reason: string;
  citation: string;
}

/** The cushion that applies: the least of the federal limit and every other, cut to the cent. */
export function cushionOf(yearly: Rational, limits: readonly CushionLimit[]): Cushion {
  const federalLimitCents = roundToCents(dividedBy(yearly, rational(FEDERAL_DIVISOR)), floor);
  let cushion: Cushion = {
    amountCents: federalLimitCents,
    federalLimitCents,
    boundBy: 'federal',
    reason: 'one sixth of the estimated annual disbursements',
    citation: '1024.17(c)(5)',
  };
  for (const limit of limits) {
    const amountCents =
      limit.kind === 'amount'
        ? limit.amountCents
        : roundToCents(times(yearly, rational(limit.months, 12)), floor);
    if (amountCents >= cushion.amountCents) continue;
    const isOwn = limit.source === 'servicer';
    const reason = isOwn ? 'the servicer holds less than it may' : 'a lower limit applies';
    const citation = isOwn ? '1024.17(d)(1)' : '1024.17(c)(8)';
    cushion = { amountCents, federalLimitCents, boundBy: limit.source, reason, citation };
  }
  return cushion;
}
