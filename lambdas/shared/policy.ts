import type { Principal, Role, StaffRole } from './actor.ts';
import type { LoanAccess } from './views/loan-access.v1.ts';

/** How far a permission reaches: nothing to scope, the loans one is party to, the branch's, or every loan. */
type Reach = 'unscoped' | 'own' | 'branch' | 'all';

/** permission -> role -> reach. A role that is not named has none. The matrix test walks every cell. */
export const policy = {
  'loan:open': { 'loan-officer': 'unscoped', manager: 'unscoped' },
  'loan:list': {
    'loan-officer': 'unscoped',
    processor: 'unscoped',
    underwriter: 'unscoped',
    manager: 'unscoped',
    compliance: 'unscoped',
    borrower: 'unscoped',
  },
  'loan:read': {
    borrower: 'own',
    'loan-officer': 'own',
    processor: 'branch',
    underwriter: 'branch',
    manager: 'branch',
    compliance: 'all',
  },
  'loan:update': { 'loan-officer': 'own', processor: 'branch', manager: 'branch' },
  'loan:transition': { 'loan-officer': 'own', processor: 'branch', underwriter: 'branch', manager: 'branch' },
  'need:write': { 'loan-officer': 'own', processor: 'branch', underwriter: 'branch', manager: 'branch' },
  'task:list': {
    'loan-officer': 'unscoped',
    processor: 'unscoped',
    underwriter: 'unscoped',
    manager: 'unscoped',
  },
  'loan:reveal': {
    'loan-officer': 'own',
    processor: 'branch',
    underwriter: 'branch',
    manager: 'branch',
    compliance: 'all',
  },
  'document:upload': { borrower: 'own', 'loan-officer': 'own', processor: 'branch', manager: 'branch' },
  'document:read': {
    borrower: 'own',
    'loan-officer': 'own',
    processor: 'branch',
    underwriter: 'branch',
    manager: 'branch',
    compliance: 'all',
  },
  'document:view-file': {
    borrower: 'own',
    'loan-officer': 'own',
    processor: 'branch',
    underwriter: 'branch',
    manager: 'branch',
    compliance: 'all',
  },
  'document:review': { processor: 'branch', underwriter: 'branch', manager: 'branch' },
  'income:read': {
    'loan-officer': 'own',
    processor: 'branch',
    underwriter: 'branch',
    manager: 'branch',
    compliance: 'all',
  },
  'income:order': { 'loan-officer': 'own', processor: 'branch', underwriter: 'branch', manager: 'branch' },
  'message:read': { 'loan-officer': 'own', processor: 'branch', manager: 'branch', compliance: 'all' },
  'integration:read': { processor: 'branch', manager: 'branch', compliance: 'all', operations: 'all' },
  'audit:search': { compliance: 'unscoped' },
  'audit:verify': { compliance: 'all', manager: 'branch' },
  'user:write': { manager: 'unscoped', operations: 'unscoped' },
  'user:read': { manager: 'unscoped', operations: 'unscoped', compliance: 'unscoped' },
  'queue:read': { operations: 'unscoped' },
  'queue:redrive': { operations: 'unscoped' },
  'self:read': {
    borrower: 'unscoped',
    'loan-officer': 'unscoped',
    processor: 'unscoped',
    underwriter: 'unscoped',
    manager: 'unscoped',
    compliance: 'unscoped',
    operations: 'unscoped',
  },
} as const satisfies Record<string, Partial<Record<Role, Reach>>>;

export type Permission = keyof typeof policy;

/** `not-found` where telling that the loan exists would already tell too much. */
export type Decision =
  | { allowed: true }
  | { allowed: false; answer: 'forbidden' | 'not-found'; reason: string };

const allowed: Decision = { allowed: true };

export function reachOf(principal: Principal, permission: Permission): Reach | undefined {
  return (policy[permission] as Partial<Record<Role, Reach>>)[principal.role];
}

/** Before any loan is known: may this role ever do this? */
export function decideRole(principal: Principal, permission: Permission): Decision {
  if (reachOf(principal, permission)) return allowed;
  return { allowed: false, answer: 'forbidden', reason: `${principal.role} may not ${permission}` };
}

/** On one loan, against what the table says of it now. */
export function decideLoan(principal: Principal, permission: Permission, access: LoanAccess): Decision {
  const byRole = decideRole(principal, permission);
  if (!byRole.allowed) return byRole;
  if (isWithin(reachOf(principal, permission), principal, access)) return allowed;
  return { allowed: false, answer: 'not-found', reason: `${principal.role} is not on this loan` };
}

/** On one borrower's file within a loan: a co-borrower sees only their own. */
export function decideFile(
  principal: Principal,
  permission: Permission,
  access: LoanAccess,
  ownerContactId: string,
): Decision {
  const byLoan = decideLoan(principal, permission, access);
  if (!byLoan.allowed || principal.kind === 'staff' || principal.contactId === ownerContactId) return byLoan;
  return { allowed: false, answer: 'not-found', reason: 'another borrower of this loan owns the file' };
}

function isWithin(reach: Reach | undefined, principal: Principal, access: LoanAccess): boolean {
  if (principal.kind === 'borrower')
    return reach === 'own' && access.borrowerContactIds.includes(principal.contactId);
  if (reach === 'all' || reach === 'unscoped') return true;
  if (reach === 'branch') return access.branchId === principal.branchId;
  return (
    reach === 'own' && access.officerUserId === principal.userId && access.branchId === principal.branchId
  );
}

/** Roles that a permission names, for the OpenAPI document and the matrix test. */
export const rolesWith = (permission: Permission): Role[] =>
  Object.keys(policy[permission]) as (StaffRole | 'borrower')[];
