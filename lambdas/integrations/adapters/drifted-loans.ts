import { DomainError } from '../../shared/errors.ts';
import { bugFacts, countMetric, logLine } from '../../shared/observability.ts';
import type { LoanId } from '../../shared/ids.ts';
import type { Kernel } from '../../shared/kernel.ts';
import { isEndedStage, stages } from '../../shared/stages.ts';
import { pipelineShards } from '../../shared/table.ts';
import { addMs } from '../../shared/clock.ts';
import { getSummary } from './loan-views.ts';
import { getSynced, hashOf } from './synced-records.ts';
import { wantedContact, wantedLoan } from './wanted-records.ts';
import { partner } from '../domain/total-expert-account.ts';

/** A loan that ended longer ago has had its last sending. */
const endedForMs = 30 * 24 * 3600_000;
const pageSize = 25;

/** Where a walk over the lender's loans stands: the list it is in, and the cursor in it. */
export interface Place {
  list: number;
  cursor?: string | undefined;
}

const lists = stages.flatMap((stage) =>
  Array.from({ length: pipelineShards }, (_, shard) => ({ stage, pk: `PIPELINE#${stage}#${shard}` })),
);

/**
 * One page of the lender's loans from a place on: those whose records at the partner are not what they should be, and the
 * place of the next page; none after the last. Of the files that are closed only the recent ones are read. The index
 * finds loans, the table judges them.
 */
export async function driftedLoans(
  kernel: Kernel,
  { list, cursor }: Place,
): Promise<{ drifted: LoanId[]; next?: Place }> {
  const where = lists[list];
  if (!where) return { drifted: [] };
  const page = await kernel.storage.queryIndex({
    index: 'gsi2',
    pk: where.pk,
    limit: pageSize,
    ...(isEndedStage(where.stage) ? { from: addMs(kernel.clock.now(), -endedForMs) } : {}),
    ...(cursor === undefined ? {} : { cursor }),
  });
  const drifted: LoanId[] = [];
  for (const item of page.items) {
    const loanId = item['loanId'] as LoanId;
    if (await isJudgedDrifted(kernel, loanId)) drifted.push(loanId);
  }
  if (page.next !== undefined) return { drifted, next: { list, cursor: page.next } };
  return { drifted, ...(list + 1 < lists.length ? { next: { list: list + 1 } } : {}) };
}

/** One loan whose items cannot be read must not hide the others. */
async function isJudgedDrifted(kernel: Kernel, loanId: LoanId): Promise<boolean> {
  try {
    return await hasDrifted(kernel, loanId);
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'unavailable') throw error;
    const facts = error instanceof DomainError ? { code: error.code } : bugFacts(error);
    logLine('warn', 'LoanUnreadable', 'a loan was passed over', { loanId, ...facts });
    countMetric('LoansPassedOver', 1, { partner });
    return false;
  }
}

export async function hasDrifted({ storage, macs, clock }: Kernel, loanId: LoanId): Promise<boolean> {
  const { stage, stageChangedAt, borrowers } = await getSummary(storage, loanId);
  if (isEndedStage(stage) && stageChangedAt < addMs(clock.now(), -endedForMs)) return false;
  for (const { contactId } of borrowers) {
    const held = await getSynced(storage, { loanId, partner, recordId: contactId });
    const hash = await hashOf(macs, await wantedContact(storage, loanId, contactId));
    if (held?.sentHash !== hash) return true;
  }
  const wanted = await wantedLoan(storage, loanId);
  const held = await getSynced(storage, { loanId, partner, recordId: loanId });
  return wanted === undefined || held?.sentHash !== (await hashOf(macs, wanted));
}
