import * as z from 'zod';
import { cents, lesserOf, sumCents } from '../../shared/money.ts';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import type { Cents } from '../../shared/money.ts';

const PositiveCents = z.int().positive().brand<'Cents'>();

const BucketSchema = z.enum(['interest', 'principal', 'escrow', 'late-charge', 'fee']);
export type Bucket = z.infer<typeof BucketSchema>;

const TimingSchema = z.enum(['past-due', 'due', 'in-advance']);
export type Timing = z.infer<typeof TimingSchema>;

/** One step of a note's order of application: which claims, in which order. */
export const StageSchema = z.strictObject({
  timings: z.array(TimingSchema).min(1),
  /** The order inside an instalment, or among all of them when `by` is `bucket`. */
  buckets: z.array(BucketSchema).min(1),
  /** The oldest instalment in full before the next, or the first bucket of all instalments before the next bucket. */
  by: z.enum(['instalment', 'bucket']),
  /**
   * An instalment is paid whole or not at all; money short of one is held and no later stage is reached. Only with
   * `by: instalment`.
   */
  whole: z.boolean().default(false),
});
export type Stage = z.infer<typeof StageSchema>;

/** The order of application that a note or security instrument states, as data. */
export const WaterfallSchema = z.strictObject({
  citation: z.string().min(1).max(300),
  stages: z
    .array(StageSchema)
    .min(1)
    .max(20)
    .refine(
      (stages) => stages.every(({ whole, by }) => !whole || by === 'instalment'),
      'only instalments can be paid whole or not at all',
    ),
  /** What becomes of money beyond all claims: it pays principal down, or waits unapplied. */
  surplus: z.enum(['principal', 'suspense']),
  /** A charge's place in time: by its own due date, or with the instalment in whose period it falls. */
  chargeTiming: z.enum(['own-date', 'instalment']).default('own-date'),
});
export type Waterfall = z.infer<typeof WaterfallSchema>;

/** Something owed that money can be applied to. */
export const ClaimSchema = z.strictObject({
  /** The charge's id, or the instalment's due date. */
  key: z.string().min(1).max(160),
  /** The instalment it belongs to. */
  instalmentOn: CalendarDateSchema,
  bucket: BucketSchema,
  timing: TimingSchema,
  amountCents: PositiveCents,
});
export type Claim = z.infer<typeof ClaimSchema>;

export interface Applied {
  claim: Claim;
  amountCents: Cents;
}

export interface Allocation {
  applied: readonly Applied[];
  /** What no claim took. Applied amounts and this sum to the payment. */
  leftCents: Cents;
  /** Whether it is left because it is short of a whole instalment. */
  isHeld: boolean;
}

/** Applies money to claims, oldest instalment first, in the note's order. */
export function allocate(
  amountCents: Cents,
  claims: readonly Claim[],
  stages: Waterfall['stages'],
): Allocation {
  const applied: Applied[] = [];
  const met = new Set<Claim>();
  let left = amountCents;
  for (const stage of stages) {
    for (const portion of portions(stage, claims, met)) {
      if (left === 0) return { applied, leftCents: left, isHeld: false };
      if (stage.whole && sumCents(portion.map((claim) => claim.amountCents)) > left)
        return { applied, leftCents: left, isHeld: true };
      for (const claim of portion) {
        if (left === 0) return { applied, leftCents: left, isHeld: false };
        const paid = lesserOf(left, claim.amountCents);
        applied.push({ claim, amountCents: paid });
        met.add(claim);
        left = cents(left - paid);
      }
    }
  }
  return { applied, leftCents: left, isHeld: false };
}

type Portion = [Claim, ...Claim[]];

/** The claims of a stage in order, those that stand or fall together as one portion. */
function portions(stage: Stage, claims: readonly Claim[], met: ReadonlySet<Claim>): Portion[] {
  const of = claims.filter(
    (claim) =>
      stage.timings.includes(claim.timing) && stage.buckets.includes(claim.bucket) && !met.has(claim),
  );
  const rank = (claim: Claim) => stage.buckets.indexOf(claim.bucket);
  const age = (a: Claim, b: Claim) =>
    a.instalmentOn < b.instalmentOn ? -1 : a.instalmentOn > b.instalmentOn ? 1 : 0;
  const byInstalment = stage.by === 'instalment';
  const ordered = of.toSorted((a, b) =>
    byInstalment ? age(a, b) || rank(a) - rank(b) : rank(a) - rank(b) || age(a, b),
  );
  const groups: Portion[] = [];
  for (const claim of ordered) {
    const last = groups.at(-1);
    if (byInstalment && last?.[0].instalmentOn === claim.instalmentOn) last.push(claim);
    else groups.push([claim]);
  }
  return groups;
}
