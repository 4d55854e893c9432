import type { Principal } from '../../shared/actor.ts';
import type { Need } from '../../shared/views/need.v1.ts';
import type { LoanView } from '../contracts.ts';
import type { RoadFacts } from './guards.ts';
import type { Loan, Party } from './loan.ts';
import { missingItems } from './six-items.ts';

/** The loan as this caller may see it: a borrower sees their own part and needs, not the co-borrower's income. */
export function loanView(
  principal: Principal,
  parties: readonly Party[],
  { loan, sixItems, needs }: RoadFacts,
): LoanView {
  const { loanId, loanNumber, branchId, officerUserId, stage, entry, purpose, amountCents, property } = loan;
  const { applicationReceivedAt, hmdaAction, openedAt, stageChangedAt, updatedAt, version } = loan;
  return {
    loanId,
    loanNumber,
    branchId,
    officerUserId,
    stage,
    entry,
    purpose,
    amountCents,
    property,
    parties: parties.filter((party) => maySee(principal, party)).map(partyView),
    needs: needsFor(principal, needs),
    missingItems: missingItems(sixItems),
    applicationReceivedAt,
    hmdaAction,
    openedAt,
    stageChangedAt,
    updatedAt,
    version,
  };
}

export const needsFor = (principal: Principal, needs: readonly Need[]): Need[] =>
  needs.filter(({ contactId }) => principal.kind === 'staff' || contactId === principal.contactId);

const maySee = (principal: Principal, party: Party): boolean =>
  principal.kind === 'staff' || party.kind === 'agent' || party.contactId === principal.contactId;

function partyView(party: Party): LoanView['parties'][number] {
  const {
    contactId,
    kind,
    firstName,
    lastName,
    company,
    employerName,
    statedMonthlyIncomeCents,
    hasSsn,
    hasBirthDate,
  } = party;
  const { verificationAuthorizedAt } = party;
  return {
    contactId,
    kind,
    firstName,
    lastName,
    company,
    employerName,
    statedMonthlyIncomeCents,
    hasSsn,
    hasBirthDate,
    verificationAuthorizedAt,
  };
}

/** Stamps the instant the six items became complete; once set it never moves. */
export function receivedWhenComplete(facts: RoadFacts, at: string): Loan {
  const { loan, sixItems } = facts;
  if (loan.applicationReceivedAt !== undefined || missingItems(sixItems).length > 0) return loan;
  return { ...loan, applicationReceivedAt: at };
}
