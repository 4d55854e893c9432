import * as z from 'zod';
import { reasonCodes, reasonWords } from './reason-codes.ts';
import type { Finding } from './finding.ts';
import type { ReasonCode } from './reason-codes.ts';

/** Comment 9(b)(2)-1: more are not likely to be helpful. */
const MOST_REASONS = 4;

/** What decided, from the weightiest on: each a fact of this application that was actually considered or scored. */
export const StatedReasonSchema = z.strictObject({
  code: z.enum(reasonCodes),
  /** The words of a reason that the form does not have. */
  specify: z.string().trim().min(1).max(200).optional(),
  /** Where the fact came from. `no-answer`: a source did not answer, which is never a reason to deny. */
  from: z.enum(['applicant', 'consumer-report', 'third-party', 'own-records', 'no-answer']),
});
export type StatedReason = z.infer<typeof StatedReasonSchema>;

export interface PrincipalReasons extends Finding {
  /** At most four, in the order of their weight, in the words of the notice. */
  reasons: readonly { code: ReasonCode; text: string; hmdaCode: string }[];
  /** What keeps the statement from being one: a notice with these is not sent. */
  defects: readonly Finding[];
}

/** Comment 9(b)(2) and 1002.9(b)(2): what says nothing of the applicant. */
const VAGUE =
  /\b(internal|our|lender'?s?|creditor'?s?|company)\s+(standards?|polic(y|ies)|guidelines?|criteria)\b/i;
const SCORE_ALONE =
  /\b(qualifying|minimum|passing|required)\s+(credit\s+)?score\b|\bscore\s+(was\s+)?too\s+low\b/i;

/** The statement of specific reasons of 12 CFR 1002.9(b)(2) from what decided. */
export function principalReasons(stated: readonly StatedReason[]): PrincipalReasons {
  const answered = stated.filter(({ from }) => from !== 'no-answer');
  const distinct = answered.filter(
    ({ code, specify }, index) =>
      answered.findIndex((other) => other.code === code && other.specify === specify) === index,
  );
  const reasons = distinct.slice(0, MOST_REASONS).map(({ code, specify }) => ({
    code,
    text: code === 'other' ? (specify ?? '') : reasonWords[code].text,
    hmdaCode: reasonWords[code].hmdaCode,
  }));
  return {
    reasons,
    defects: defectsOf(stated, distinct),
    reason: 'specific, and those actually considered; more than four are not likely to be helpful',
    citation: '1002.9(b)(2), comment 9(b)(2)-1',
  };
}

function defectsOf(stated: readonly StatedReason[], answered: readonly StatedReason[]): Finding[] {
  const named = answered.filter(({ code }) => code !== 'application-incomplete');
  return [
    ...(stated.length > answered.length && answered.length === 0
      ? [
          {
            reason: 'a source that did not answer is no reason: nothing was decided',
            citation: '1002.9(b)(2)',
          },
        ]
      : []),
    ...(answered.length === 0 ? [{ reason: 'no reason is stated', citation: '1002.9(a)(2)(i)' }] : []),
    ...answered.flatMap(({ code, specify }) => (code === 'other' ? defectsOfWords(specify) : [])),
    ...(named.length > 0 && named.length < answered.length
      ? [
          {
            reason: 'where there was enough to decide, incompleteness cannot be a reason beside others',
            citation: 'comment 9(a)(1)-4',
          },
        ]
      : []),
  ];
}

function defectsOfWords(words: string | undefined): Finding[] {
  if (words === undefined) return [{ reason: '"other" is not specified', citation: 'Appendix C, 4' }];
  if (VAGUE.test(words))
    return [{ reason: "the creditor's standards or policies are no reason", citation: '1002.9(b)(2)' }];
  if (SCORE_ALONE.test(words))
    return [{ reason: 'failing a qualifying score is no reason', citation: '1002.9(b)(2)' }];
  return [];
}
