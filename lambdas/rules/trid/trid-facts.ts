import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { DeliverySchema } from './receipt.ts';
import { DisclosureChangeSchema } from './new-waiting-period.ts';
import { OfficeDaysSchema, defaultOffice } from './office-days.ts';
import { WaiverSchema } from './waiver.ts';

/** What is known of a loan's disclosures so far. What is absent has not happened. */
export const TridFactsSchema = z.strictObject({
  office: OfficeDaysSchema.default(defaultOffice),
  /** When the last of the six pieces of information came: `applicationReceived` finds it. */
  applicationOn: CalendarDateSchema,
  loanEstimate: DeliverySchema.optional(),
  intentToProceedOn: CalendarDateSchema.optional(),
  /** How long the creditor stated that the estimates stand, in business days; ten at least. */
  estimateValidDays: z.int().min(10).max(365).default(10),
  revisions: z
    .array(
      z.strictObject({
        /** When information sufficient to establish the reason came: a rate lock's own date, for one. */
        informedOn: CalendarDateSchema,
        /** The revised Loan Estimate; absent when none was given, or a Closing Disclosure carries it. */
        loanEstimate: DeliverySchema.optional(),
      }),
    )
    .default([]),
  closingDisclosure: DeliverySchema.optional(),
  /** Corrected Closing Disclosures before consummation, in order, each with what changed. */
  corrections: z
    .array(z.strictObject({ change: DisclosureChangeSchema, delivery: DeliverySchema }))
    .default([]),
  /** A waiver of the seven days after the Loan Estimate. */
  estimateWaiver: WaiverSchema.optional(),
  /** A waiver of the three days after the Closing Disclosure. */
  disclosureWaiver: WaiverSchema.optional(),
  /** Secured by a timeshare plan: no waiting periods, 1026.19(e)(1)(iii)(C) and (f)(1)(ii)(B). */
  isTimeshare: z.boolean().default(false),
  consummationOn: CalendarDateSchema.optional(),
});
export type TridFacts = z.infer<typeof TridFactsSchema>;
export type TridFactsInput = z.input<typeof TridFactsSchema>;
