import type { Principal } from '../../../lambdas/shared/actor.ts';
import { apiFunction } from '../../../lambdas/shared/api.ts';
import type { ContactId, LoanId } from '../../../lambdas/shared/ids.ts';
import { keys } from '../../../lambdas/shared/table.ts';
import { isOfficerInBranch } from '../../../lambdas/loans/adapters/officers.ts';
import type { Reminders } from '../../../lambdas/loans/adapters/reminders.ts';
import type { StageInput, StageMachines } from '../../../lambdas/loans/adapters/stage-machines.ts';
import { getLoanFile } from '../../../lambdas/loans/adapters/loan-file.ts';
import { moveLoan } from '../../../lambdas/loans/adapters/move-loan.ts';
import type { TransitionName } from '../../../lambdas/loans/domain/road.ts';
import type { Loan } from '../../../lambdas/loans/domain/loan.ts';
import { stories } from '../../../lambdas/loans/api.ts';
import { loanRoutes } from '../../../lambdas/loans/routes.ts';
import { apiEvent, lambdaContext, type TestRequest } from '../../support/api-event.ts';
import { fakeEnvelopes, fakeKernel } from '../../support/fake-kernel.ts';

type Staff = Extract<Principal, { kind: 'staff' }>;
const staff = (role: Staff['role'], n: number, branchId = 'branch_main'): Staff => ({
  kind: 'staff',
  role,
  branchId,
  userId: `user_01JD000000000000000000000${n}`,
});

/** The people of the stories. */
export const people = {
  officer: staff('loan-officer', 1),
  otherOfficer: staff('loan-officer', 2),
  processor: staff('processor', 3),
  underwriter: staff('underwriter', 4),
  manager: staff('manager', 5),
  compliance: staff('compliance', 6),
  operations: staff('operations', 7),
  farOfficer: staff('loan-officer', 8, 'branch_far'),
  farProcessor: staff('processor', 9, 'branch_far'),
};
export const asBorrower = (contactId: string): Principal => ({
  kind: 'borrower',
  contactId: contactId as ContactId,
  role: 'borrower',
});

export const avery = {
  firstName: 'Avery',
  lastName: 'Sample',
  email: 'avery.sample@example.com',
  ssn: '123-45-6789',
  birthOn: '1985-04-12',
  employerName: 'Example Mills',
  statedMonthlyIncomeCents: 750_000,
  authorizesVerification: true,
};
export const jordan = {
  firstName: 'Jordan',
  lastName: 'Sample',
  email: 'jordan.sample@example.com',
  employerName: 'Example Mills',
  statedMonthlyIncomeCents: 512_300,
};
export const value = { amountCents: 50_000_000, kind: 'ESTIMATED', source: 'borrower', asOfOn: '2026-11-20' };
export const address = { line1: '1 Example Street', city: 'Denver', state: 'CO', zip: '80202' };
/** An application that is complete: all of the six items. */
export const complete = {
  purpose: 'PURCHASE',
  amountCents: 40_000_000,
  property: { state: 'CO', address, value },
  borrowers: [avery],
};

export interface Recorded {
  started: StageInput[];
  answered: { token: string; outcome: 'SATISFIED' | 'LEFT' }[];
  set: { needId: string; about: string; at: string }[];
  cancelled: string[];
}

/** The slice on the fake kernel: its API behind the real shell, its machines and reminders recorded. */
export function loanWorld() {
  const kernel = fakeKernel();
  const recorded: Recorded = { started: [], answered: [], set: [], cancelled: [] };
  const machines: StageMachines = {
    start: async (input) => void recorded.started.push(input),
    answer: async (token, outcome) => void recorded.answered.push({ token, outcome }),
  };
  const reminders: Reminders = {
    set: async ({ needId }, about, at) => void recorded.set.push({ needId, about, at }),
    cancel: async (needId) => void recorded.cancelled.push(needId),
  };
  const officerInBranch = (userId: string, branchId: string) =>
    isOfficerInBranch(kernel.storage, userId, branchId);
  const deps = {
    ...kernel,
    machines,
    reminders,
    zone: 'America/New_York',
    envelopes: fakeEnvelopes,
    officerInBranch,
  };
  const handler = apiFunction({
    table: loanRoutes,
    stories,
    wire: () => deps,
  });
  let keysUsed = 0;

  /** One request through the shell; a POST gets a key of its own unless it brings one. */
  async function call(
    method: string,
    path: string,
    as: Principal,
    body?: unknown,
    more: Partial<TestRequest> = {},
  ) {
    const headers = { 'idempotency-key': `key-${String((keysUsed += 1)).padStart(8, '0')}`, ...more.headers };
    const result = await handler(apiEvent({ method, path, as, body, ...more, headers }), lambdaContext);
    return {
      status: result.statusCode,
      headers: result.headers ?? {},
      body: (result.body === '' ? {} : JSON.parse(result.body)) as Record<string, never>,
    };
  }

  async function open(body: unknown = complete, as: Principal = people.officer): Promise<LoanId> {
    const { status, body: loan } = await call('POST', '/v1/loans', as, body);
    if (status !== 201) throw new Error(`not opened: ${status} ${JSON.stringify(loan)}`);
    return String(loan['loanId']) as LoanId;
  }

  const file = (loanId: LoanId) => getLoanFile(kernel.storage, loanId);
  async function move(loanId: LoanId, ...names: TransitionName[]): Promise<void> {
    for (const name of names)
      await moveLoan(kernel, await file(loanId), {
        name,
        actor: 'system:test',
        correlationId: 'corr-0001',
        reasonCodes: ['delinquent-obligations'],
      });
  }
  /** Puts a loan where a case wants it, past every guard. */
  async function place(loanId: LoanId, part: Partial<Loan>): Promise<void> {
    await kernel.storage.write({ kind: 'update', key: keys.loan(loanId), set: part });
  }
  const input = async (loanId: LoanId) => {
    const { loan } = await file(loanId);
    return { version: 1 as const, loanId, stage: loan.stage, entry: loan.entry, correlationId: 'corr-0001' };
  };
  const borrowersOf = async (loanId: LoanId) => (await file(loanId)).access.borrowerContactIds;
  return { kernel, deps, recorded, call, open, file, move, place, input, borrowersOf };
}
export type LoanWorld = ReturnType<typeof loanWorld>;

/** An event of the bus as a queue delivers it. */
export const busEvent = <Type extends string, Data>(type: Type, data: Data, n = 1) => ({
  'detail-type': type,
  detail: {
    id: `evt_01JE00000000000000000000${String(n).padStart(2, '0')}` as const,
    at: '2026-11-21T15:00:00.000Z',
    correlationId: 'corr-0001',
    actor: 'system:test',
    data,
  },
});
