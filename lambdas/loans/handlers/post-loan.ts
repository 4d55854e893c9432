import { forbidden, invalid } from '../../shared/errors.ts';
import { loanOpened } from '../../shared/events/loan-opened.v1.ts';
import { tell } from '../../shared/events/event.ts';
import type { ContactId, LoanId, UserId } from '../../shared/ids.ts';
import type { Kernel } from '../../shared/kernel.ts';
import type { Envelopes } from '../../shared/pii.ts';
import type { Principal } from '../../shared/actor.ts';
import { type ApiRequest, created, etag, type Reply } from '../../shared/request.ts';
import type { Write } from '../../shared/storage.ts';
import { keys, loanSubject } from '../../shared/table.ts';
import { contactWrites } from '../adapters/contacts.ts';
import { accessWrite, loanWrites, partyWrite } from '../adapters/loan-writes.ts';
import { roadFactsOf } from '../adapters/loan-file.ts';
import type { OpenLoan } from '../contracts.ts';
import type { Loan, Party } from '../domain/loan.ts';
import { loanView, receivedWhenComplete } from '../domain/loan-view.ts';
import type { loanRoutes } from '../routes.ts';

type Request = ApiRequest<(typeof loanRoutes.routes)[0]>;

export interface Deps extends Kernel {
  envelopes: Envelopes;
  officerInBranch: (userId: UserId, branchId: string) => Promise<boolean>;
}

/** POST /v1/loans: the loan, its parties, who may see it, the trail and the event that invites the borrowers: all in one transaction. */
export async function postLoan(request: Request, deps: Deps): Promise<Reply> {
  const { principal, body } = request;
  if (principal.kind !== 'staff') throw forbidden('Forbidden', 'staff opens loans');
  refuseRepeatedAddresses(body);
  refuseTwoStates(body);
  const officerUserId = await officerFor(principal, body.officerUserId, deps);
  const loanId = deps.ids.next('loan');
  const { parties, writes } = await partiesOf(loanId, request, deps);
  const opened = newLoan(loanId, officerUserId, principal.branchId, body, request.actor, deps);
  const facts = roadFactsOf({
    loan: opened,
    parties,
    needs: [],
    access: accessOf(opened, parties),
    facts: [],
    entries: [],
    tasks: [],
  });
  const loan = receivedWhenComplete(facts, opened.openedAt);
  const access = accessOf(loan, parties);

  const location = `/v1/loans/${loanId}`;
  const reply: Reply = {
    ...created(location, loanView(principal, parties, { ...facts, loan })),
    headers: { location, ...etag(loan.version) },
  };
  await deps.commit({
    subject: loanSubject(loanId),
    actor: request.actor,
    correlationId: request.correlationId,
    action: 'LoanOpened',
    facts: { officerUserId, branchId: loan.branchId, parties: parties.map(({ contactId }) => contactId) },
    writes: [
      ...loanWrites(loan, parties, undefined),
      accessWrite(access),
      numberWrite(loan),
      ...parties.map(partyWrite),
      ...writes,
    ],
    events: [
      tell(loanOpened, {
        loanId,
        branchId: loan.branchId,
        officerUserId,
        borrowerContactIds: access.borrowerContactIds,
        agentContactId: access.agentContactId,
      }),
    ],
    idempotency: request.recorded(reply),
  });
  return reply;
}

async function officerFor(
  principal: Extract<Principal, { kind: 'staff' }>,
  asked: UserId | undefined,
  deps: Deps,
): Promise<UserId> {
  if (asked === undefined || asked === principal.userId) return principal.userId;
  if (principal.role !== 'manager') throw forbidden('Forbidden', 'a loan officer opens loans of their own');
  if (await deps.officerInBranch(asked, principal.branchId)) return asked;
  throw invalid('OfficerNotInBranch', 'the officer is not an active loan officer of the branch', {}, [
    { field: 'officerUserId', rule: 'must be an active loan officer of your branch' },
  ]);
}

/** Two parties under one address could not be told apart at sign-in. */
function refuseRepeatedAddresses({ borrowers, agent }: OpenLoan): void {
  const addresses = [...borrowers, ...(agent ? [agent] : [])].map(({ email }) => email.trim().toLowerCase());
  const repeated = addresses.findIndex((address, index) => addresses.indexOf(address) !== index);
  if (repeated < 0) return;
  const field = repeated < borrowers.length ? `borrowers.${repeated}.email` : 'agent.email';
  throw invalid('RepeatedAddress', 'each party needs an e-mail address of their own', {}, [
    { field, rule: 'is used by another party' },
  ]);
}

/** The state decides which law and which licences apply: it is asked once, and the address says the same. */
function refuseTwoStates({ property: { state, address } }: OpenLoan): void {
  if (address === undefined || address.state === state) return;
  throw invalid('StatesDiffer', 'the property stands in one state', {}, [
    { field: 'property.state', rule: "must be the address's state" },
  ]);
}

async function partiesOf(
  loanId: LoanId,
  { body, actor, correlationId }: Pick<Request, 'body' | 'actor' | 'correlationId'>,
  deps: Deps,
): Promise<{ parties: Party[]; writes: Write[] }> {
  const by = { actor, correlationId };
  const parties: Party[] = [];
  const writes: Write[] = [];
  for (const [ordinal, borrower] of body.borrowers.entries()) {
    const { contactId, writes: own } = await contactWrites(deps, by, {
      kind: 'borrower',
      ...borrower,
    });
    const { firstName, lastName, employerName, statedMonthlyIncomeCents, authorizesVerification } = borrower;
    const authorized = authorizesVerification ? { verificationAuthorizedAt: deps.clock.now() } : {};
    parties.push({
      loanId,
      contactId,
      kind: 'borrower',
      ordinal,
      firstName,
      lastName,
      employerName,
      statedMonthlyIncomeCents,
      hasSsn: borrower.ssn !== undefined,
      hasBirthDate: borrower.birthOn !== undefined,
      ...authorized,
    });
    writes.push(...own);
  }
  if (body.agent) {
    const { contactId, writes: own } = await contactWrites(deps, by, {
      kind: 'agent',
      ...body.agent,
    });
    const { firstName, lastName, company } = body.agent;
    parties.push({
      loanId,
      contactId,
      kind: 'agent',
      ordinal: body.borrowers.length,
      firstName,
      lastName,
      company,
      hasSsn: false,
      hasBirthDate: false,
    });
    writes.push(...own);
  }
  return { parties, writes };
}

function newLoan(
  loanId: LoanId,
  officerUserId: UserId,
  branchId: string,
  body: OpenLoan,
  actor: string,
  { clock }: Deps,
): Loan {
  const at = clock.now();
  const { purpose, amountCents, property } = body;
  const valuations = property.value ? [property.value] : [];
  return {
    loanId,
    officerUserId,
    branchId,
    purpose,
    amountCents,
    loanNumber: `${at.slice(2, 4)}-${loanId.slice(-8)}`,
    stage: 'NEW_LEAD',
    entry: 1,
    entries: { NEW_LEAD: 1 },
    needsOpened: true,
    property: {
      address: property.address,
      state: property.state,
      valuations,
      ...(property.value ? { chosen: { index: 0, by: actor, at } } : {}),
    },
    openedAt: at,
    stageChangedAt: at,
    updatedAt: at,
    version: 1,
  };
}

function accessOf({ loanId, branchId, officerUserId }: Loan, parties: readonly Party[]) {
  const contacts = (kind: Party['kind']): ContactId[] =>
    parties.filter((party) => party.kind === kind).map(({ contactId }) => contactId);
  return {
    loanId,
    branchId,
    officerUserId,
    borrowerContactIds: contacts('borrower'),
    agentContactId: contacts('agent')[0],
  };
}

/** The human number is unique by an item of its own. */
const numberWrite = ({ loanNumber, loanId }: Loan): Write => ({
  kind: 'put',
  item: { ...keys.external('loan-number', loanNumber), loanId },
  when: { exists: false },
});
