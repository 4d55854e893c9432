import type { Principal } from '../../shared/actor.ts';
import { forbidden } from '../../shared/errors.ts';

/** A manager appoints loan officers, processors and underwriters of the own branch; operations appoints anybody. Asked of the user as wanted and, for a change, as it stands. */
export function mayAppoint(principal: Principal, user: { role: string; branchId: string }): void {
  if (principal.role === 'operations') return;
  if (principal.kind !== 'staff' || user.branchId !== principal.branchId) {
    throw forbidden('Forbidden', 'a manager appoints within the own branch');
  }
  if (['manager', 'compliance', 'operations'].includes(user.role)) {
    throw forbidden('Forbidden', `a manager does not appoint ${user.role}`);
  }
}
