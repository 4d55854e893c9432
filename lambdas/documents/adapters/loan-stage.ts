import { conflict, unavailable } from '../../shared/errors.ts';
import { isEndedStage, openStages } from '../../shared/stages.ts';
import type { Otherwise, Storage, Write } from '../../shared/storage.ts';
import { keys } from '../../shared/table.ts';
import { LoanSummary } from '../../shared/views/loan-summary.v1.ts';

/** Is the loan's file closed (funded, withdrawn, denied)? What comes after that is kept and not processed. */
export async function hasLoanEnded(storage: Storage, loanId: string): Promise<boolean> {
  const item = await storage.get(keys.loanSummary(loanId));
  if (!item) throw unavailable('Unavailable', 'the loan summary is not there');
  return isEndedStage(LoanSummary.parse(item).stage);
}

/** Joins a change that a closed file must not see: the loan cannot end between the look and the write. */
export const whileLoanIsOpen = (loanId: string, otherwise: Otherwise): Write => ({
  kind: 'check',
  key: keys.loanSummary(loanId),
  when: { oneOf: { stage: openStages } },
  otherwise,
});

/** A refusal that names the rule: a closed file takes no documents. */
export const loanEnded: Otherwise = (summary) =>
  conflict('LoanEnded', 'the loan’s file is closed (funded, withdrawn or denied) and takes no documents', {
    stage: String(summary?.['stage']),
  });
