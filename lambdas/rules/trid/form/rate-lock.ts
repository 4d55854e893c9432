import * as z from 'zod';
import { CalendarDateSchema } from '../../../shared/value-schemas.ts';
import { formDate, usZones, zoneName } from './form-date.ts';

const MomentSchema = z.strictObject({
  on: CalendarDateSchema,
  /** `5:00 p.m.`, as printed. */
  time: z.string().regex(/^(1[0-2]|[1-9]):[0-5]\d [ap]\.m\.$/, 'a time is written 5:00 p.m.'),
  zone: z.enum(usZones),
});
type Moment = z.infer<typeof MomentSchema>;

export const RateLockSchema = z.strictObject({
  /** Present when the interest rate is locked. */
  lockedUntil: MomentSchema.optional(),
  /** When the estimated closing costs expire; ten business days or more after issue (`estimateExpires`). */
  costsExpire: MomentSchema,
});

export interface RateLock {
  locked: 'YES' | 'NO';
  until?: string;
  statement: string;
  citation: '1026.37(a)(13)';
}

/** The rate lock of the Loan Estimate's heading, each time with its zone (comment 37(a)(13)-3). */
export function rateLock(input: z.input<typeof RateLockSchema>): RateLock {
  const { lockedUntil, costsExpire } = RateLockSchema.parse(input);
  return {
    locked: lockedUntil ? 'YES' : 'NO',
    ...(lockedUntil ? { until: `until ${momentText(lockedUntil)}` } : {}),
    statement: `Before closing, your interest rate, points, and lender credits can change unless you lock the interest rate. All other estimated closing costs expire on ${momentText(costsExpire)}`,
    citation: '1026.37(a)(13)',
  };
}

export const momentText = ({ on, time, zone }: Moment): string =>
  `${formDate(on)} at ${time} ${zoneName(zone, on)}`;
