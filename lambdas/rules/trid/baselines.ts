import { bucketOf } from './charge-bucket.ts';
import { cents, multiplyByRatio, sumCents } from '../../shared/money.ts';
import { floor } from '../../shared/rounding.ts';
import { rational } from '../../shared/rational.ts';
import { revisedEstimateDue } from './revised-estimate-clock.ts';
import { revisionReasons } from './estimate-revision.ts';
import type { BusinessDayRule } from '../../shared/business-days.ts';
import type { Cents } from '../../shared/money.ts';
import type { EstimateRevision } from './estimate-revision.ts';
import type { EstimatedCharge } from './charge-bucket.ts';

/** 1026.19(e)(3)(ii)(A): 110 percent of the estimates together. */
const TEN_PERCENT_LIMIT = rational(11, 10);

export interface RevisionOutcome {
  revision: EstimateRevision;
  /** Charges (and `lender-credits`) that are compared with their new estimates from here on. */
  rebased: readonly string[];
  reason: string;
  citation: string;
}

export interface Baselines {
  /** What each actual charge is compared with. */
  charges: ReadonlyMap<string, Cents>;
  lenderCreditsCents: Cents;
  outcomes: readonly RevisionOutcome[];
}

/** The most that the charges of the ten percent bucket may come to together; a part of a cent is dropped. */
export const tenPercentLimit = (estimatedCents: Cents): Cents =>
  multiplyByRatio(estimatedCents, TEN_PERCENT_LIMIT, floor);

interface Run {
  baselines: Map<string, Cents>;
  credits: Cents;
  /** Increases of ten percent charges whose reason exists but that have not together passed ten percent. */
  pending: Map<string, Cents>;
  inTenPercent: ReadonlySet<string>;
}

/**
 * The estimates that good faith is judged against after all revisions, taken in the order in which their reasons were
 * established (1026.19(e)(3)(iv)). A changed circumstance moves charges of the ten percent bucket only once the bucket
 * as a whole has risen by more than ten percent; increases from earlier circumstances count with it.
 */
export function baselinesAfter(
  charges: readonly EstimatedCharge[],
  lenderCreditsCents: Cents,
  revisions: readonly EstimateRevision[],
  officeDays: BusinessDayRule,
): Baselines {
  const run: Run = {
    baselines: new Map(charges.map(({ id, estimateCents }) => [id, estimateCents])),
    credits: lenderCreditsCents,
    pending: new Map(),
    inTenPercent: new Set(
      charges.filter((charge) => bucketOf(charge).bucket === 'ten-percent').map(({ id }) => id),
    ),
  };
  const outcomes = revisions
    .toSorted((a, b) => (a.informedOn < b.informedOn ? -1 : 1))
    .map((revision) => apply(run, revision, officeDays));
  return { charges: run.baselines, lenderCreditsCents: run.credits, outcomes };
}

function apply(run: Run, revision: EstimateRevision, officeDays: BusinessDayRule): RevisionOutcome {
  const citation = revisionReasons[revision.reason];
  if (revision.isLateApplicationItem) {
    const reason = 'the six pieces of the application are presumed collected';
    return { revision, rebased: [], reason, citation: 'comment 19(e)(3)(iv)(A)-3' };
  }
  const revised = Object.entries(revision.charges);
  const needsTenPercent = revision.reason === 'changed-circumstance';
  const waiting = needsTenPercent ? revised.filter(([id]) => run.inTenPercent.has(id)) : [];
  for (const [id, amount] of waiting) run.pending.set(id, amount);
  const due = revisedEstimateDue(revision.informedOn, officeDays);
  if (!revision.disclosedOn || revision.disclosedOn > due.on) {
    const reason = revision.disclosedOn ? `disclosed after ${due.on}` : 'not disclosed';
    return { revision, rebased: [], reason, citation: due.citation };
  }
  const direct = revised.filter((entry) => !waiting.includes(entry));
  const passed = waiting.length > 0 && passesTenPercent(run) ? [...run.pending] : [];
  for (const [id, amount] of [...direct, ...passed]) run.baselines.set(id, amount);
  if (passed.length > 0) run.pending.clear();
  const credits = revision.lenderCreditsCents;
  if (credits !== undefined) run.credits = credits;
  const rebased = [
    ...[...direct, ...passed].map(([id]) => id),
    ...(credits === undefined ? [] : ['lender-credits']),
  ];
  const held = waiting.length > 0 && passed.length === 0;
  const reason = held
    ? 'the ten percent bucket as a whole has not risen by more than ten percent'
    : 'a reason for revision, disclosed within three business days';
  return { revision, rebased, reason, citation: held ? 'comment 19(e)(3)(iv)(A)-1.ii' : citation };
}

/** Whether the bucket with all pending increases is more than ten percent over its present estimates. */
function passesTenPercent({ baselines, pending, inTenPercent }: Run): boolean {
  const estimated = sumCents([...inTenPercent].map((id) => baselines.get(id) ?? cents(0)));
  const raised = sumCents([...inTenPercent].map((id) => pending.get(id) ?? baselines.get(id) ?? cents(0)));
  return raised > tenPercentLimit(estimated);
}
