import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { IncompletenessNoticeSchema } from './incompleteness-notice.ts';

const DecisionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('approved'),
    on: CalendarDateSchema,
    /** Whether both sides understood that the applicant will ask how the application stands. */
    expectsInquiry: z.boolean().default(false),
    inquiredOn: CalendarDateSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal('counteroffer'),
    on: CalendarDateSchema,
    /** When the applicant expressly accepted or used the credit offered. */
    acceptedOn: CalendarDateSchema.optional(),
    /** One notice of the counteroffer and of the adverse action, such as form C-4. */
    isCombinedWithAdverseAction: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('denied'), on: CalendarDateSchema }),
]);

/** What is known of an application and of its notices so far. What is absent has not happened. */
const FactsSchema = z.strictObject({
  receivedOn: CalendarDateSchema,
  /** When the creditor had all that it regularly obtains and considers (1002.2(f)). */
  completedOn: CalendarDateSchema.optional(),
  /** Whether what is missing is for the applicant to give. */
  canApplicantComplete: z.boolean().default(true),
  isPreapproval: z.boolean().default(false),
  incompletenessNotice: IncompletenessNoticeSchema.optional(),
  /** An express withdrawal. */
  withdrawnOn: CalendarDateSchema.optional(),
  decision: DecisionSchema.optional(),
  /** When the notice of that decision was delivered or mailed. */
  noticeSentOn: CalendarDateSchema.optional(),
  /** Whether the notice of adverse action states the reasons, or the right to ask for them. */
  reasonsIn: z.enum(['notice', 'statement-on-request']).default('notice'),
  reasonsRequestedOn: CalendarDateSchema.optional(),
  /** 1002.9(g): the applicant took credit that another of several creditors offered. */
  tookCreditElsewhere: z.boolean().default(false),
  isBusinessCredit: z.boolean().default(false),
  /** Applications received in the preceding calendar year. */
  applicationsLastYear: z.int().nonnegative().optional(),
});

type Facts = z.output<typeof FactsSchema>;

/** Each date with the date it cannot precede. */
const orderOf = (facts: Facts): readonly (readonly [path: string, later?: string, earlier?: string])[] => [
  ['completedOn', facts.completedOn, facts.receivedOn],
  ['withdrawnOn', facts.withdrawnOn, facts.receivedOn],
  ['decision.on', facts.decision?.on, facts.receivedOn],
  ['incompletenessNotice.sentOn', facts.incompletenessNotice?.sentOn, facts.receivedOn],
  ['noticeSentOn', facts.noticeSentOn, facts.decision?.on ?? '9999-12-31'],
  ['reasonsRequestedOn', facts.reasonsRequestedOn, facts.noticeSentOn ?? '9999-12-31'],
];

export const ApplicationFactsSchema = FactsSchema.superRefine((facts, context) => {
  for (const [path, later, earlier] of orderOf(facts))
    if (later !== undefined && earlier !== undefined && later < earlier)
      context.addIssue({
        code: 'custom',
        path: path.split('.'),
        message: 'cannot come before what it follows',
      });
});
export type ApplicationFacts = z.output<typeof ApplicationFactsSchema>;
