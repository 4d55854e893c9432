import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import type { Finding } from './finding.ts';

/** 15 USC 1681g(f)(1)(C): beside the number of inquiries, which counts apart (1681g(f)(9)). */
const MOST_FACTORS = 4;

/** A credit score as its provider sent it. */
export const CreditScoreSchema = z
  .strictObject({
    value: z.int().nonnegative(),
    range: z.strictObject({ low: z.int().nonnegative(), high: z.int().positive() }),
    createdOn: CalendarDateSchema,
    /** Who provided the score, or the file it was made of. */
    source: z.string().trim().min(1).max(200),
    /** What adversely affected it, from the weightiest on. */
    keyFactors: z
      .array(
        z.strictObject({
          text: z.string().trim().min(1).max(300),
          isNumberOfInquiries: z.boolean().default(false),
        }),
      )
      .max(20),
  })
  .refine(({ value, range }) => value >= range.low && value <= range.high, {
    path: ['value'],
    error: "lies within the range of the score's model",
  });
export type CreditScore = z.output<typeof CreditScoreSchema>;

/** What is told of a score: the number, its range, its date, what affected it, and who provided it. */
export interface ScoreDisclosure extends Finding {
  score: number;
  lowestPossible: number;
  highestPossible: number;
  createdOn: string;
  keyFactors: readonly string[];
  source: string;
}

/** The disclosure of 15 USC 1681g(f)(1)(B) to (E), as 1681m(a)(2) and 12 CFR 1022.73(a)(1)(ix) ask for it. */
export const scoreDisclosure = (score: CreditScore): ScoreDisclosure => ({
  score: score.value,
  lowestPossible: score.range.low,
  highestPossible: score.range.high,
  createdOn: score.createdOn,
  keyFactors: keyFactorsOf(score),
  source: score.source,
  reason: 'the score used, its range, date, source and at most four key factors, five with inquiries',
  citation: '15 USC 1681g(f)(1), (9)',
});

/** The four weightiest, in order; the number of inquiries is told whenever it is a factor, and takes no place of theirs. */
function keyFactorsOf({ keyFactors }: CreditScore): string[] {
  const inquiries = keyFactors.findIndex(({ isNumberOfInquiries }) => isNumberOfInquiries);
  const others = keyFactors.flatMap((factor, index) => (factor.isNumberOfInquiries ? [] : [index]));
  const told = new Set([...others.slice(0, MOST_FACTORS), inquiries]);
  return keyFactors.filter((_, index) => told.has(index)).map(({ text }) => text);
}
