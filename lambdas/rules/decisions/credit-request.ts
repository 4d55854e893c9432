import * as z from 'zod';
import type { Finding } from './finding.ts';

/** What somebody asked for, and what the creditor did with it. */
export const CreditRequestSchema = z.discriminatedUnion('kind', [
  /** Made orally or in writing in accordance with the procedures that the creditor uses. */
  z.strictObject({ kind: z.literal('application') }),
  z.strictObject({
    kind: z.literal('preapproval'),
    /** Whether the program gives written commitments for a time and an amount. */
    givesWrittenCommitments: z.boolean(),
    wasDeclined: z.boolean().default(false),
  }),
  z.strictObject({
    kind: z.enum(['prequalification', 'inquiry']),
    /** Whether, after evaluating the person, the creditor decided against it and said so. */
    wasDeclined: z.boolean().default(false),
  }),
]);
export type CreditRequest = z.infer<typeof CreditRequestSchema>;

export interface RequestStanding extends Finding {
  /** Only an application is owed a notice of action taken. */
  treatedAs: 'application' | 'inquiry';
}

/** Whether a request is an application: its name does not decide, what the creditor did does. */
export function standingOf(request: CreditRequest): RequestStanding {
  if (request.kind === 'application')
    return {
      treatedAs: 'application',
      reason: 'made in accordance with the procedures that the creditor uses',
      citation: '1002.2(f)',
    };
  if (request.kind === 'preapproval' && request.givesWrittenCommitments)
    return {
      treatedAs: 'application',
      reason: 'the program gives written commitments after a comprehensive analysis',
      citation: 'comment 2(f)-5.i',
    };
  if (request.wasDeclined)
    return {
      treatedAs: 'application',
      reason: 'the creditor evaluated the person, decided against the request and said so',
      citation: request.kind === 'inquiry' ? 'comment 2(f)-3' : 'comment 9-5',
    };
  return {
    treatedAs: 'inquiry',
    reason: 'terms were explained, and nobody was told that credit is refused',
    citation: request.kind === 'inquiry' ? 'comment 2(f)-4' : 'comment 9-5',
  };
}
