import type { LoanId } from '../../shared/ids.ts';
import { countMetric } from '../../shared/observability.ts';
import { getSummary } from './loan-views.ts';
import { type SendDeps, type Sending, sendRecord } from './send-record.ts';
import { wantedContact, wantedLoan } from './wanted-records.ts';

type Why = Pick<Sending, 'actor' | 'correlationId' | 'retryRefused'>;

/** Borrowers first, since the loan names them by the ids that the partner gave; then the loan. */
export async function syncLoan(deps: SendDeps, loanId: LoanId, why: Why): Promise<void> {
  const { storage } = deps;
  const { borrowers } = await getSummary(storage, loanId);
  for (const { contactId } of borrowers) {
    const wanted = () => wantedContact(storage, loanId, contactId);
    await sendRecord(deps, { ...why, loanId, kind: 'contact', recordId: contactId, wanted });
  }
  const wanted = () => wantedLoan(storage, loanId);
  const loan = await sendRecord(deps, { ...why, loanId, kind: 'loan', recordId: loanId, wanted });
  // The partner has refused a borrower: the loan waits for a correction and shows so at the loan's integrations.
  if (loan === undefined) countMetric('SyncBlocked', 1, { partner: 'total-expert' });
}
