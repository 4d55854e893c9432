import { describe, expect, it } from 'vitest';
import { type Principal, type Role, roles } from '../../../lambdas/shared/actor.ts';
import {
  decideFile,
  decideLoan,
  decideRole,
  type Permission,
  policy,
  rolesWith,
} from '../../../lambdas/shared/policy.ts';
import type { LoanAccess } from '../../../lambdas/shared/views/loan-access.v1.ts';

const me = {
  officer: 'user_01JD0000000000000000000001',
  contact: 'cont_01JD0000000000000000000002',
} as const;
const access: LoanAccess = {
  loanId: 'loan_01JD0000000000000000000000',
  branchId: 'branch_main',
  officerUserId: me.officer,
  borrowerContactIds: [me.contact, 'cont_01JD0000000000000000000003'],
  agentContactId: 'cont_01JD0000000000000000000004',
};
const staff = (
  role: Exclude<Role, 'borrower'>,
  more: { userId?: `user_${string}`; branchId?: string } = {},
): Principal => ({ kind: 'staff', userId: me.officer, branchId: 'branch_main', role, ...more });
const borrower = (contactId: `cont_${string}`): Principal => ({
  kind: 'borrower',
  contactId,
  role: 'borrower',
});

/** Where each kind of caller stands to the loan. */
const callers: Record<string, (role: Role) => Principal> = {
  'on the loan': (role) => (role === 'borrower' ? borrower(me.contact) : staff(role)),
  'another officer of the branch': (role) =>
    role === 'borrower'
      ? borrower('cont_01JD0000000000000000000009')
      : staff(role, { userId: 'user_01JD0000000000000000000009' }),
  'of another branch': (role) =>
    role === 'borrower'
      ? borrower('cont_01JD0000000000000000000004')
      : staff(role, { branchId: 'branch_other' }),
};
const expected: Record<string, Record<string, boolean>> = {
  own: { 'on the loan': true, 'another officer of the branch': false, 'of another branch': false },
  branch: { 'on the loan': true, 'another officer of the branch': true, 'of another branch': false },
  all: { 'on the loan': true, 'another officer of the branch': true, 'of another branch': true },
};
const permissions = Object.keys(policy) as Permission[];
const cells = permissions.flatMap((permission) =>
  roles.flatMap((role) => Object.keys(callers).map((where) => [permission, role, where] as const)),
);

describe('the policy', () => {
  it.each(cells)('%s by a %s %s', (permission, role, where) => {
    const principal = callers[where]?.(role);
    if (!principal) throw new Error('no such caller');
    const reach = (policy[permission] as Partial<Record<Role, string>>)[role];
    const byRole = decideRole(principal, permission);
    const byLoan = decideLoan(principal, permission, access);
    expect(byRole.allowed).toBe(reach !== undefined);
    const isOn = reach === 'unscoped' ? principal.kind === 'staff' : expected[reach ?? '']?.[where];
    // That a loan exists is itself not told to whom it does not concern.
    const refusal = { allowed: false, answer: reach === undefined ? 'forbidden' : 'not-found' };
    expect(byLoan).toMatchObject(isOn ? { allowed: true } : refusal);
  });

  it.each(permissions)('%s reaches no further than its role works', (permission) => {
    const reaches = policy[permission] as Partial<Record<Role, string>>;
    expect([undefined, 'own', 'unscoped']).toContain(reaches.borrower);
    expect(['own', 'unscoped', undefined]).toContain(reaches['loan-officer']);
    for (const role of ['processor', 'underwriter', 'manager'] as const)
      expect(reaches[role]).not.toBe('all');
    expect(rolesWith(permission).every((role) => roles.includes(role))).toBe(true);
  });

  it('lets nobody change a loan who only watches: compliance and operations', () => {
    const changing = permissions.filter(
      (permission) =>
        /:(open|update|transition|write|upload|review|order)$/.test(permission) &&
        permission !== 'user:write',
    );
    for (const permission of changing)
      expect(
        rolesWith(permission).filter((role) => role === 'compliance' || role === 'operations'),
        permission,
      ).toEqual([]);
  });

  it.each([
    ['the owner', me.contact, true],
    ['a co-borrower', 'cont_01JD0000000000000000000003', false],
    ['the agent', 'cont_01JD0000000000000000000004', false],
  ] as const)("shows a borrower's file to %s: %s %s", (_who, contactId, allowed) => {
    for (const permission of ['document:read', 'document:view-file', 'document:upload'] as const) {
      const decision = decideFile(borrower(contactId), permission, access, me.contact);
      expect(decision).toMatchObject(allowed ? { allowed } : { allowed, answer: 'not-found' });
    }
  });

  it("shows any borrower's file of the loan to staff who are on it", () => {
    expect(
      decideFile(staff('processor'), 'document:read', access, 'cont_01JD0000000000000000000003').allowed,
    ).toBe(true);
    expect(
      decideFile(staff('processor', { branchId: 'branch_other' }), 'document:read', access, me.contact)
        .allowed,
    ).toBe(false);
  });

  it('takes an officer who changed branches off the loans of the old one', () => {
    expect(decideLoan(staff('loan-officer', { branchId: 'branch_other' }), 'loan:read', access).allowed).toBe(
      false,
    );
  });
});
