import type { NeedKind } from '../../shared/needs.ts';
import type { Role } from '../../shared/actor.ts';

/** What only an underwriter weighs: no document settles it. */
const underwritersOwn: readonly NeedKind[] = ['income-verification', 'underwriting-decision'];

/**
 * Who may close a need by hand. Who is paid for a loan that closes judges nothing about it, so a loan officer closes none; a
 * processor settles what was shown; to waive is an underwriter's or a manager's exception.
 */
export function mayCloseNeed(role: Role, kind: NeedKind, outcome: 'SATISFIED' | 'WAIVED'): boolean {
  if (underwritersOwn.includes(kind)) return role === 'underwriter';
  if (outcome === 'WAIVED') return role === 'underwriter' || role === 'manager';
  return role === 'processor' || role === 'underwriter' || role === 'manager';
}
