import { loanNotFound } from '../../shared/authorization.ts';
import { missing } from '../../shared/errors.ts';
import type { Kernel } from '../../shared/kernel.ts';
import type { Envelopes } from '../../shared/pii.ts';
import { type ApiRequest, ok, type Reply } from '../../shared/request.ts';
import { loanSubject } from '../../shared/table.ts';
import { openField } from '../adapters/contacts.ts';
import { findLoanFile } from '../adapters/loan-file.ts';
import type { loanRoutes } from '../routes.ts';

export interface Deps extends Kernel {
  envelopes: Envelopes;
}

/** POST /v1/loans/{loanId}/reveals: the trail entry is written before the field is shown; the reply is kept nowhere. */
export async function postReveal(
  request: ApiRequest<(typeof loanRoutes.routes)[6]>,
  deps: Deps,
): Promise<Reply> {
  const { contactId, field, reason } = request.body;
  const { loanId } = request.params;
  const file = await findLoanFile(deps.storage, loanId);
  request.permit(file?.access);
  if (!file) throw loanNotFound();
  // A person may be on file from another loan: only what was given for this one is shown on it.
  const party = file.parties.find((one) => one.kind === 'borrower' && one.contactId === contactId);
  const isGiven = field === 'ssn' ? party?.hasSsn : party?.hasBirthDate;
  const value = isGiven ? await openField(deps.storage, deps.envelopes, contactId, field) : undefined;
  if (value === undefined)
    throw missing('FieldNotFound', 'the loan holds no such field of this contact', { field });
  await deps.commit({
    subject: loanSubject(loanId),
    actor: request.actor,
    correlationId: request.correlationId,
    action: 'FieldRevealed',
    facts: { contactId, field, reason },
    writes: [],
  });
  return ok({ contactId, field, value });
}
