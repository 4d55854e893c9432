import { conflict } from '../../shared/errors.ts';
import type { Otherwise, Write } from '../../shared/storage.ts';
import { indexKeys, keys } from '../../shared/table.ts';
import type { LoanAccess } from '../../shared/views/loan-access.v1.ts';
import type { LoanSummary } from '../../shared/views/loan-summary.v1.ts';
import type { Need } from '../../shared/views/need.v1.ts';
import type { Loan, Party } from '../domain/loan.ts';
import type { StageEntry } from '../domain/stage-entry.ts';

/** Somebody else changed the loan since it was read: the caller reads again and decides again. */
export const loanMoved: Otherwise = () => conflict('LoanChanged', 'the loan has changed since it was read');

/** The loan and the summary that other slices read, never one without the other. */
export function loanWrites(loan: Loan, parties: readonly Party[], before: Loan | undefined): Write[] {
  const when = before ? { equals: { version: before.version } } : { exists: false };
  const loanItem = {
    ...keys.loan(loan.loanId),
    ...indexKeys.pipeline(loan.stage, loan.stageChangedAt, loan.loanId),
    schemaVersion: 1,
    ...loan,
  };
  const summaryItem = {
    ...keys.loanSummary(loan.loanId),
    ...indexKeys.officerPipeline(loan.officerUserId, loan.stage, loan.loanId),
    ...indexKeys.branchPipeline(loan.branchId, loan.stage, loan.loanId),
    schemaVersion: 1,
    ...summaryOf(loan, parties),
  };
  return [
    { kind: 'put', item: loanItem, when, otherwise: loanMoved },
    { kind: 'put', item: summaryItem },
  ];
}

export function summaryOf(loan: Loan, parties: readonly Party[]): LoanSummary {
  const agent = parties.find(({ kind }) => kind === 'agent');
  const { loanId, loanNumber, branchId, officerUserId, stage, entry, purpose, amountCents } = loan;
  const { applicationReceivedAt, stalledNeeds, openedAt, stageChangedAt, updatedAt, version } = loan;
  return {
    loanId,
    loanNumber,
    branchId,
    officerUserId,
    stage,
    entry,
    purpose,
    amountCents,
    propertyState: loan.property.state,
    ...(loan.property.address ? { propertyAddress: loan.property.address } : {}),
    borrowers: parties
      .filter(({ kind }) => kind === 'borrower')
      .map((party) => ({
        contactId: party.contactId,
        employerName: party.employerName,
        statedMonthlyIncomeCents: party.statedMonthlyIncomeCents,
        verificationAuthorizedAt: party.verificationAuthorizedAt,
        hasSsn: party.hasSsn,
        hasBirthDate: party.hasBirthDate,
      })),
    ...(agent ? { agentContactId: agent.contactId } : {}),
    applicationReceivedAt,
    stalledNeeds,
    openedAt,
    stageChangedAt,
    updatedAt,
    version,
  };
}

export const accessWrite = (access: LoanAccess): Write => ({
  kind: 'put',
  item: { ...keys.loanAccess(access.loanId), schemaVersion: 1, ...access },
});

export const partyWrite = (party: Party): Write => ({
  kind: 'put',
  item: {
    ...keys.party(party.loanId, party.contactId),
    ...indexKeys.contactLoans(party.contactId, party.loanId),
    schemaVersion: 1,
    ...party,
  },
});

export function needWrite(need: Need, before: Need | undefined): Write {
  const when = before ? { equals: { version: before.version } } : { exists: false };
  return {
    kind: 'put',
    item: { ...keys.need(need.loanId, need.needId), schemaVersion: 1, ...need },
    when,
    otherwise: loanMoved,
  };
}

/** `waitingToken` stands beside the parsed body, so that a condition can name it. */
export const entryWrite = (entry: StageEntry): Extract<Write, { kind: 'put' }> => ({
  kind: 'put',
  item: {
    ...keys.stageEntry(entry.loanId, entry.stage, entry.entry),
    schemaVersion: 1,
    ...entry,
    waitingToken: entry.waiting?.token,
  },
});
