import { loanNotFound } from '../../shared/authorization.ts';
import { invalid } from '../../shared/errors.ts';
import { tell } from '../../shared/events/event.ts';
import { loanUpdated } from '../../shared/events/loan-updated.v1.ts';
import type { Kernel } from '../../shared/kernel.ts';
import type { Envelopes } from '../../shared/pii.ts';
import { type ApiRequest, etag, ok, type Reply } from '../../shared/request.ts';
import type { Write } from '../../shared/storage.ts';
import { loanSubject } from '../../shared/table.ts';
import { type OfferedBy, sealWrites } from '../adapters/contacts.ts';
import { findLoanFile, type LoanFile, roadFactsOf } from '../adapters/loan-file.ts';
import { loanWrites, partyWrite } from '../adapters/loan-writes.ts';
import type { ChangeLoan } from '../contracts.ts';
import { type Loan, mostValuations, type Party } from '../domain/loan.ts';
import { loanView, receivedWhenComplete } from '../domain/loan-view.ts';
import { refuseEnded } from '../domain/road.ts';
import type { loanRoutes } from '../routes.ts';

type Request = ApiRequest<(typeof loanRoutes.routes)[3]>;

export interface Deps extends Kernel {
  envelopes: Envelopes;
}

/** PATCH /v1/loans/{loanId} with If-Match: facts change, the trail names the fields; the six items' instant is kept when they become complete. */
export async function patchLoan(request: Request, deps: Deps): Promise<Reply> {
  const { principal, body, params } = request;
  const file = await findLoanFile(deps.storage, params.loanId);
  request.permit(file?.access);
  if (!file) throw loanNotFound();
  if (request.ifMatch === undefined) {
    throw invalid('InvalidIfMatch', 'a change needs If-Match', {}, [
      { field: 'If-Match', rule: 'must be the ETag of the loan you read' },
    ]);
  }
  if (request.ifMatch !== file.loan.version) throw changedSince(file);
  refuseEnded(file.loan);

  const { loan: changed, parties, writes } = await applied(file, request, deps);
  const facts = roadFactsOf({ ...file, loan: changed, parties });
  const loan = receivedWhenComplete(facts, changed.updatedAt);
  const names = changedNames(body);
  await deps.commit({
    subject: loanSubject(loan.loanId),
    actor: request.actor,
    correlationId: request.correlationId,
    action: 'LoanChanged',
    facts: {
      changed: names,
      ...(loan.applicationReceivedAt === file.loan.applicationReceivedAt
        ? {}
        : { applicationReceived: true }),
    },
    writes: [
      ...loanWrites(loan, parties, file.loan).map((write) => ({
        ...write,
        otherwise: () => changedSince(file),
      })),
      ...writes,
    ],
    events: [tell(loanUpdated, { loanId: loan.loanId, changed: names })],
  });
  return ok(loanView(principal, parties, { ...facts, loan }), etag(loan.version));
}

const changedSince = ({ loan: { version } }: LoanFile) =>
  invalid('PreconditionFailed', 'the loan has changed since you read it', { version });

const changedNames = ({ borrower, ...body }: ChangeLoan): string[] => [
  ...Object.keys(body),
  ...Object.keys(borrower ?? {})
    .filter((name) => name !== 'contactId')
    .map((name) => `borrower.${name}`),
];

async function applied(
  file: LoanFile,
  { body, actor, correlationId }: Pick<Request, 'body' | 'actor' | 'correlationId'>,
  deps: Deps,
): Promise<{ loan: Loan; parties: Party[]; writes: Write[] }> {
  const at = deps.clock.now();
  const { parties, writes } = await withBorrower(file.parties, body.borrower, { actor, correlationId }, deps);
  const property = propertyWith(file.loan, body, actor, at);
  const amountCents = body.amountCents ?? file.loan.amountCents;
  return {
    loan: { ...file.loan, amountCents, property, updatedAt: at, version: file.loan.version + 1 },
    parties,
    writes,
  };
}

/** A valuation is added beside the others; which one the loan goes by is a choice with a name and a time. */
function propertyWith(
  { property }: Loan,
  { address, valuation, chosenValuation }: ChangeLoan,
  by: string,
  at: string,
): Loan['property'] {
  const valuations = valuation ? [...property.valuations, valuation] : property.valuations;
  if (valuations.length > mostValuations) {
    throw invalid('TooManyValuations', 'the property has as many valuations as a file keeps', {}, [
      { field: 'valuation', rule: `the file keeps at most ${mostValuations}` },
    ]);
  }
  const index = chosenValuation ?? (property.chosen ? undefined : valuations.length > 0 ? 0 : undefined);
  if (index !== undefined && index >= valuations.length) {
    throw invalid('NoSuchValuation', 'there is no such valuation', {}, [
      { field: 'chosenValuation', rule: `must be below ${valuations.length}` },
    ]);
  }
  return {
    ...property,
    ...(address ? { address, state: address.state } : {}),
    valuations,
    ...(index === undefined ? {} : { chosen: { index, by, at } }),
  };
}

async function withBorrower(
  parties: readonly Party[],
  change: ChangeLoan['borrower'],
  by: OfferedBy,
  deps: Deps,
): Promise<{ parties: Party[]; writes: Write[] }> {
  if (!change) return { parties: [...parties], writes: [] };
  const before = parties.find(({ contactId, kind }) => contactId === change.contactId && kind === 'borrower');
  if (!before)
    throw invalid('NotABorrower', 'this contact is not a borrower of the loan', {}, [
      { field: 'borrower.contactId', rule: 'must be a borrower of the loan' },
    ]);
  const { contactId, authorizesVerification, ssn, birthOn, employerName, statedMonthlyIncomeCents } = change;
  const mayCorrect = [
    ...(before.hasSsn ? (['ssn'] as const) : []),
    ...(before.hasBirthDate ? (['birthOn'] as const) : []),
  ];
  const sealed = await sealWrites(deps, by, contactId, { ssn, birthOn }, mayCorrect);
  const party: Party = {
    ...before,
    ...(employerName === undefined ? {} : { employerName }),
    ...(statedMonthlyIncomeCents === undefined ? {} : { statedMonthlyIncomeCents }),
    ...(authorizesVerification ? { verificationAuthorizedAt: deps.clock.now() } : {}),
    hasSsn: before.hasSsn || ssn !== undefined,
    hasBirthDate: before.hasBirthDate || birthOn !== undefined,
  };
  return {
    parties: parties.map((other) => (other.contactId === contactId ? party : other)),
    writes: [partyWrite(party), ...sealed],
  };
}
