import * as z from 'zod';
import { CalendarDateSchema, NonNegativeCentsSchema } from '../../shared/value-schemas.ts';

export const payUnits = [
  'hourly',
  'weekly',
  'biweekly',
  'semimonthly',
  'monthly',
  'annual',
  'other',
] as const;

const amount = NonNegativeCentsSchema.optional();

/** What an employer's record says, in our words; a figure that the provider left blank is absent, never zero. */
export const EmploymentRecord = z.object({
  reportId: z.string(),
  asOf: CalendarDateSchema,
  employerName: z.string(),
  status: z.enum(['active', 'inactive', 'unknown']),
  hiredOn: CalendarDateSchema.optional(),
  endedOn: CalendarDateSchema.optional(),
  payRate: z.object({ amountCents: NonNegativeCentsSchema, unit: z.enum(payUnits) }).optional(),
  hoursPerWeekHundredths: z.int().positive().max(16_800).optional(),
  /** Calendar years; the one of `asOf` is the year to date. */
  earnings: z.array(
    z.object({
      year: z.int().min(1990).max(2100),
      baseCents: amount,
      overtimeCents: amount,
      bonusCents: amount,
      commissionCents: amount,
      totalCents: amount,
    }),
  ),
});
export type EmploymentRecord = z.infer<typeof EmploymentRecord>;
