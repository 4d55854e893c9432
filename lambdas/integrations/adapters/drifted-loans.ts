import { DomainError } from '../../shared/errors.ts';
import { bugFacts, countMetric, logLine } from '../../shared/observability.ts';
import type { LoanId } from '../../shared/ids.ts';
import type { Kernel } from '../../shared/kernel.ts';
import { stages, type Stage } from '../../shared/stages.ts';
import { pipelineShards } from '../../shared/table.ts';
import { addMs } from '../../shared/clock.ts';
import { getSummary } from './loan-views.ts';
import { getSynced, hashOf } from './synced-records.ts';
import { wantedContact, wantedLoan } from './wanted-records.ts';
import { partner } from '../domain/total-expert-account.ts';

const ended: ReadonlySet<Stage> = new Set(['FUNDED', 'WITHDRAWN', 'DENIED']);
/** A loan that ended longer ago has had its last sending. */
const endedForMs = 30 * 24 * 3600_000;

/** Every loan of the lender whose records at the partner are not what they should be. Reads the pipeline index to find loans, the table to judge them. */
export async function* driftedLoans(kernel: Kernel): AsyncGenerator<LoanId> {
  for (const stage of stages) {
    for (let shard = 0; shard < pipelineShards; shard += 1) {
      for await (const loanId of loansIn(kernel, `PIPELINE#${stage}#${shard}`)) {
        if (await isJudgedDrifted(kernel, loanId)) yield loanId;
      }
    }
  }
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

async function* loansIn({ storage }: Kernel, pk: string): AsyncGenerator<LoanId> {
  let cursor: string | undefined;
  do {
    const page = await storage.queryIndex({
      index: 'gsi2',
      pk,
      limit: 100,
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const item of page.items) yield item['loanId'] as LoanId;
    cursor = page.next;
  } while (cursor !== undefined);
}

export async function hasDrifted({ storage, macs, clock }: Kernel, loanId: LoanId): Promise<boolean> {
  const { stage, stageChangedAt, borrowers } = await getSummary(storage, loanId);
  if (ended.has(stage) && stageChangedAt < addMs(clock.now(), -endedForMs)) return false;
  for (const { contactId } of borrowers) {
    const held = await getSynced(storage, { loanId, partner, recordId: contactId });
    const hash = await hashOf(macs, await wantedContact(storage, loanId, contactId));
    if (held?.sentHash !== hash) return true;
  }
  const wanted = await wantedLoan(storage, loanId);
  const held = await getSynced(storage, { loanId, partner, recordId: loanId });
  return wanted === undefined || held?.sentHash !== (await hashOf(macs, wanted));
}
