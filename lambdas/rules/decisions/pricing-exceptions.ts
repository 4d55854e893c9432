import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import type { Finding } from './finding.ts';

/** A notice of a consumer's own score, to each consumer, in writing. */
export const ScoreNoticeSchema = z.strictObject({
  sentOn: CalendarDateSchema,
  /** Every consumer who is granted the credit got their own (1022.75(c)(2)). */
  wentToEachConsumer: z.boolean(),
});

/** What may relieve a lender of the risk-based pricing notice. */
export const PricingExceptionFactsSchema = z.strictObject({
  isSecuredByOneToFourUnits: z.boolean(),
  /** The consumer asked for one set of terms, no range, and was granted it. */
  grantedTermsApplied: z.boolean().default(false),
  /** The lender specified those terms from a report obtained after the consumer had applied. */
  termsSpecifiedFromLaterReport: z.boolean().default(false),
  adverseActionNoticeGiven: z.boolean().default(false),
  /** A prescreened list was used for a firm offer of credit. */
  isPrescreenedFirmOffer: z.boolean().default(false),
  /** The credit score disclosure of 1022.74(d), or of (e) for credit not secured by a home. */
  scoreNotice: ScoreNoticeSchema.optional(),
  /** The notice of 1022.74(f): the lender regularly discloses scores, and none was to be had of this consumer. */
  noScoreNotice: ScoreNoticeSchema.optional(),
  scoreObtainedElsewhere: z.boolean().default(false),
});
export type PricingExceptionFacts = z.output<typeof PricingExceptionFactsSchema>;

export interface PricingException extends Finding {
  exception: string;
}

/** The first exception of 12 CFR 1022.74 that holds by the last day on which its notice may be given. */
export function pricingException(
  facts: PricingExceptionFacts,
  lastDay: string | undefined,
): PricingException | undefined {
  const inTime = (notice: PricingExceptionFacts['scoreNotice']): boolean =>
    notice !== undefined && notice.wentToEachConsumer && (lastDay === undefined || notice.sentOn <= lastDay);
  const listed: readonly (readonly [holds: boolean, exception: string, reason: string, paragraph: string])[] =
    [
      [
        facts.grantedTermsApplied && !facts.termsSpecifiedFromLaterReport,
        'specific-terms',
        'the consumer applied for specific material terms and was granted them',
        'a',
      ],
      [facts.adverseActionNoticeGiven, 'adverse-action', 'a notice under 15 USC 1681m(a) is given', 'b'],
      [facts.isPrescreenedFirmOffer, 'prescreened', 'a firm offer of credit from a prescreened list', 'c'],
      [
        inTime(facts.scoreNotice),
        'credit-score-disclosure',
        'each consumer has been given their credit score disclosure',
        facts.isSecuredByOneToFourUnits ? 'd' : 'e',
      ],
      [
        inTime(facts.noScoreNotice) && !facts.scoreObtainedElsewhere,
        'no-score',
        'no score was to be had, and each consumer has been told so',
        'f',
      ],
    ];
  const found = listed.find(([holds]) => holds);
  if (!found) return undefined;
  const [, exception, reason, paragraph] = found;
  return { exception, reason, citation: `1022.74(${paragraph})` };
}
