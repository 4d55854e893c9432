import { onIncomeEvidence } from '../../../lambdas/income/handlers/on-income-evidence.ts';
import { onIncomeVerificationOrdered } from '../../../lambdas/income/handlers/on-income-verification-ordered.ts';
import { onVerificationDue } from '../../../lambdas/income/handlers/on-verification-due.ts';
import { Effect } from '../../../lambdas/shared/effects.ts';
import {
  accepted,
  contactId,
  envelope,
  type IncomeWorld,
  incomeWorld,
  loanId,
  verificationsIn,
} from './income-fixture.ts';

/** A loan whose record is ordered, and the deliveries that follow an order. */
export const minutes = (count: number) => count * 60_000;
const context = { receiveCount: 1, correlationId: 'corr-0001' };

export async function orderedWorld(...given: Parameters<typeof incomeWorld>): Promise<IncomeWorld> {
  const world = await incomeWorld(...given);
  await onIncomeEvidence(accepted(1), world);
  return world;
}
export const latest = (world: IncomeWorld) => verificationsIn(world).at(-1)!;
export const ordered = (world: IncomeWorld) => ({
  'detail-type': 'IncomeVerificationOrdered.v1' as const,
  detail: {
    ...envelope(50),
    data: { loanId, contactId, verificationId: latest(world).verificationId } as never,
  },
});
export const place = (world: IncomeWorld) => onIncomeVerificationOrdered(ordered(world), world);
export const check = (world: IncomeWorld, attempt: number) =>
  onVerificationDue(
    { version: 1, loanId, verificationId: latest(world).verificationId, attempt },
    world,
    context,
  );
export const ready = (world: IncomeWorld, receiveCount = 1) =>
  onVerificationDue(
    {
      'detail-type': 'IncomeReportReady.v1',
      detail: { ...envelope(60), data: { loanId, verificationId: latest(world).verificationId } },
    },
    world,
    { ...context, receiveCount },
  );
export const effectIn = (world: IncomeWorld) =>
  Effect.parse(world.storage.all().find(({ sk }) => sk.startsWith('EFFECT#')));
