import { actorOf, type Principal } from './actor.ts';
import { type DomainError, forbidden, missing } from './errors.ts';
import type { Kernel } from './kernel.ts';
import { readWrite } from './ledger.ts';
import { countMetric } from './observability.ts';
import { parseStored } from './parse.ts';
import { type Decision, decideFile, decideLoan, decideRole, type Permission } from './policy.ts';
import type { Route } from './route.ts';
import { keys, type Subject } from './table.ts';
import { LoanAccess } from './views/loan-access.v1.ts';

/** A refusal by the policy: answered as 403, or as the very 404 that a loan that is not there gets. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly decision: Extract<Decision, { allowed: false }>;

  constructor(decision: Extract<Decision, { allowed: false }>) {
    super(decision.reason);
    this.decision = decision;
  }
}

export const loanNotFound = (): DomainError => missing('LoanNotFound', 'there is no such loan');

export function refusalError({ decision }: Refused): DomainError {
  return decision.answer === 'not-found' ? loanNotFound() : forbidden('Forbidden', decision.reason);
}

/** The story's own permit: ends the request when the policy refuses or the loan is not there. */
export function permitOn(principal: Principal, permission: Permission) {
  return (access: LoanAccess | undefined, ownerContactId?: string): void => {
    if (!access) throw loanNotFound();
    const decision =
      ownerContactId === undefined
        ? decideLoan(principal, permission, access)
        : decideFile(principal, permission, access, ownerContactId);
    if (!decision.allowed) throw new Refused(decision);
  };
}

/** What is decided before the story: the role always; the loan where the route says so. */
export async function authorize(
  route: Route,
  principal: Principal,
  params: Record<string, string>,
  { storage }: Kernel,
) {
  if (route.permission === 'public' || route.authorization === 'none') return undefined;
  const byRole = decideRole(principal, route.permission);
  if (!byRole.allowed) throw new Refused(byRole);
  if (route.authorization !== 'loan') return undefined;
  const item = await storage.get(keys.loanAccess(params['loanId'] ?? ''));
  if (!item) throw loanNotFound();
  const access = parseStored(LoanAccess, item, 'loan-access view');
  permitOn(principal, route.permission)(access);
  return access;
}

/** A recorded reply is shown again only to somebody who may still act on the loan; what the story alone can tell is not asked again. */
export async function authorizeReplay(
  route: Route,
  principal: Principal,
  params: Record<string, string>,
  kernel: Kernel,
): Promise<void> {
  if (route.authorization !== 'story' || params['loanId'] === undefined) return;
  await authorize({ ...route, authorization: 'loan' }, principal, params, kernel);
}

export const subjectOf = (params: Record<string, string>, capability: string): Subject =>
  params['loanId'] === undefined ? `SYSTEM#${capability}` : `LOAN#${params['loanId']}`;

/** One trail entry of a read or a refusal. */
export async function recordAccess(
  kernel: Kernel,
  entry: {
    subject: Subject;
    principal: Principal;
    action: string;
    correlationId: string;
    facts: Record<string, string>;
  },
): Promise<void> {
  const { subject, principal, action, correlationId, facts } = entry;
  if (action === 'AccessRefused') countMetric('AccessRefused', 1, { role: principal.role });
  const { ids, clock, storage } = kernel;
  await storage.write(
    readWrite({
      entryId: ids.next('aud'),
      subject,
      at: clock.now(),
      actor: actorOf(principal),
      action,
      facts,
      correlationId,
    }),
  );
}
