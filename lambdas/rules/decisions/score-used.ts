import * as z from 'zod';
import { CreditScoreSchema } from './score-disclosure.ts';
import type { CreditScore } from './score-disclosure.ts';
import type { Finding } from './finding.ts';

/** How a lender comes from the scores of several agencies to the one it decides by. */
export const ScoreMethodSchema = z.enum(['low', 'middle', 'high', 'most-recent', 'average']);
export type ScoreMethod = z.infer<typeof ScoreMethodSchema>;

export const ScoresSchema = z.strictObject({
  method: ScoreMethodSchema,
  scores: z.array(CreditScoreSchema).min(1).max(10),
});
export type Scores = z.output<typeof ScoresSchema>;

/** The score that a notice must tell: the one used; one of them, where several were used together. */
export function scoreUsed({ method, scores }: Scores): { score: CreditScore } & Finding {
  const sorted = scores.toSorted((a, b) => a.value - b.value);
  const at = (index: number): CreditScore => sorted[index] ?? (sorted[0] as CreditScore);
  const reason = `the ${method} score is the one used`;
  const citation = '1022.73(d)(1)';
  switch (method) {
    case 'low':
      return { score: at(0), reason, citation };
    case 'high':
      return { score: at(sorted.length - 1), reason, citation };
    case 'most-recent':
      return {
        score: scores.toSorted((a, b) => (a.createdOn < b.createdOn ? 1 : -1))[0] ?? at(0),
        reason,
        citation,
      };
    case 'average':
      return { score: at(0), reason: 'several were averaged: one of them is told', citation };
    default:
      // of two scores the lower is the middle one, as the agencies' selling guides have it
      return { score: at(Math.floor((sorted.length - 1) / 2)), reason, citation };
  }
}
