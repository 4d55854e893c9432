import { expect } from 'vitest';
import type { KeyturnClient } from '../../../tools/client/keyturn-client.ts';
import { newLoan, openSampleLoan } from './sample-loan.ts';
import type { Scene } from './scene.ts';

const attempts = {
  open: (who, _loanId, address) => who.post('/v1/loans', newLoan(address)),
  read: (who, loanId) => who.get(`/v1/loans/${loanId}`),
  // No loan has version 9999: whoever may change it is told so (412), and nothing changes.
  change: (who, loanId) => who.patch(`/v1/loans/${loanId}`, { amountCents: 1_000_00 }, { ifMatch: '"9999"' }),
  messages: (who, loanId) => who.get(`/v1/loans/${loanId}/messages`),
  verify: (who, loanId) => who.get(`/v1/loans/${loanId}/audit/verify`),
  search: (who, loanId) => who.get(`/v1/audit?loanId=${loanId}`),
  tasks: (who) => who.get('/v1/tasks'),
} satisfies Record<
  string,
  (who: KeyturnClient, loanId: string, address: string) => ReturnType<KeyturnClient['get']>
>;
const names = Object.keys(attempts) as (keyof typeof attempts)[];

/** 404 hides a loan from those who may see others of its kind; 403 is for what a role never may. In the order of `attempts`. */
const expected = {
  officer: [201, 200, 412, 200, 403, 403, 200],
  colleague: [201, 404, 404, 404, 403, 403, 200],
  processor: [403, 200, 412, 200, 403, 403, 200],
  underwriter: [403, 200, 403, 403, 403, 403, 200],
  manager: [201, 200, 412, 200, 200, 403, 200],
  compliance: [403, 200, 403, 200, 200, 200, 403],
  operator: [403, 403, 403, 403, 403, 403, 403],
  elsewhereOfficer: [201, 404, 404, 404, 403, 403, 200],
  elsewhereManager: [201, 404, 404, 404, 404, 403, 200],
  elsewhereProcessor: [403, 404, 404, 404, 403, 403, 200],
  borrower: [403, 200, 403, 403, 403, 403, 403],
  otherBorrower: [403, 404, 403, 403, 403, 403, 403],
  stranger: [403, 403, 403, 403, 403, 403, 403],
  nobody: [401, 401, 401, 401, 401, 401, 401],
} as const;
type Caller = keyof typeof expected;

export const accessMatrix = {
  'each role reaches what is theirs; what is not theirs is not there, what they never may is refused':
    async ({ cast }: Scene) => {
      const { loanId } = await openSampleLoan(cast.officer, cast.address('own'));
      await openSampleLoan(cast.elsewhereOfficer, cast.address('other'));
      const callers: Record<Caller, KeyturnClient> = {
        ...cast,
        borrower: await cast.signIn('borrowers', cast.address('own')),
        otherBorrower: await cast.signIn('borrowers', cast.address('other')),
        stranger: await cast.signIn('borrowers', cast.address('stranger')),
      };
      const seen: Record<string, readonly number[]> = {};
      for (const caller of Object.keys(expected) as Caller[]) {
        const row: number[] = [];
        for (const name of names)
          row.push((await attempts[name](callers[caller], loanId, cast.address(`by-${caller}`))).status);
        seen[caller] = row;
      }
      expect(seen).toEqual(expected);
    },
};
