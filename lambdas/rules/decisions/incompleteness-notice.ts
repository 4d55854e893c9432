import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';

/** A notice that an application is incomplete. */
export const IncompletenessNoticeSchema = z.strictObject({
  sentOn: CalendarDateSchema,
  isWritten: z.boolean(),
  specifiesWhatIsNeeded: z.boolean(),
  /** The end of the period that it gives the applicant. */
  respondBy: CalendarDateSchema,
  saysNoFurtherConsideration: z.boolean(),
});
export type IncompletenessNotice = z.infer<typeof IncompletenessNoticeSchema>;

/** What keeps a notice from being one of 12 CFR 1002.9(c)(2); none, and the creditor's duty is done until it is answered. */
export const defectsOf = (notice: IncompletenessNotice): readonly string[] => [
  ...(notice.isWritten ? [] : ['an oral request leaves the duty to send a written notice (1002.9(c)(3))']),
  ...(notice.specifiesWhatIsNeeded ? [] : ['it does not specify the information needed']),
  ...(notice.respondBy > notice.sentOn ? [] : ['it gives no reasonable period of time']),
  ...(notice.saysNoFurtherConsideration
    ? []
    : ['it does not say that failure to respond ends the consideration of the application']),
];
