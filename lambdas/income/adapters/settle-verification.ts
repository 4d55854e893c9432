import type { Actor } from '../../shared/actor.ts';
import type { Facts } from '../../shared/errors.ts';
import type { Kernel } from '../../shared/kernel.ts';
import { loanSubject } from '../../shared/table.ts';
import { settled, type ProviderAnswer, type Verification } from '../domain/verification.ts';
import { againWhileIncomeMoves } from './again.ts';
import { getIncomeFile } from './income-file.ts';
import { incomeWrites, inStageRead, verificationWrite } from './income-writes.ts';

export interface VerificationRef {
  loanId: string;
  verificationId: string;
  actor: Actor;
  correlationId: string;
}

/** The outcome and what it makes of the income, in one transaction; an outcome that stands already is left alone. */
export const settleVerification = (
  kernel: Kernel,
  ref: VerificationRef,
  answer: Exclude<ProviderAnswer, { kind: 'processing' }>,
): Promise<void> =>
  changeVerification(kernel, ref, 'IncomeVerificationSettled', (before, at) => settled(before, answer, at));

/** No answer so far: the income is weighed without the employer and a person is told. The order itself stays open. */
export const markUnanswered = (kernel: Kernel, ref: VerificationRef, reasonCode: string): Promise<void> =>
  changeVerification(kernel, ref, 'IncomeVerificationUnanswered', (before, at) =>
    before.unanswered
      ? undefined
      : { ...before, unanswered: { since: at, reasonCode }, version: before.version + 1 },
  );

function changeVerification(
  kernel: Kernel,
  { loanId, verificationId, actor, correlationId }: VerificationRef,
  action: string,
  change: (before: Verification, at: string) => Verification | undefined,
): Promise<void> {
  const { storage, clock, ids, commit } = kernel;
  return againWhileIncomeMoves(async () => {
    const file = await getIncomeFile(storage, loanId);
    const before = file.verifications.find((one) => one.verificationId === verificationId);
    if (!before || before.status === 'SETTLED') return;
    const at = clock.now();
    const after = change(before, at);
    if (!after) return;
    const verifications = file.verifications.map((one) => (one === before ? after : one));
    const weighing = incomeWrites({ ...file, verifications }, before.contactId, at, () => ids.next('calc'));
    await commit({
      subject: loanSubject(loanId),
      actor,
      correlationId,
      action,
      facts: factsOf(after, weighing.calculation),
      writes: [verificationWrite(after, before), ...weighing.writes, inStageRead(file.summary)],
      events: weighing.events,
    });
  });
}

function factsOf(
  { contactId, verificationId, outcome, unanswered, reasonCode }: Verification,
  calculation: { calculationId: string; outcome: string } | undefined,
): Facts {
  const reason = reasonCode ?? unanswered?.reasonCode;
  return {
    contactId,
    verificationId,
    ...(outcome === undefined ? {} : { outcome }),
    ...(reason === undefined ? {} : { reasonCode: reason }),
    ...(calculation ? { calculationId: calculation.calculationId, incomeOutcome: calculation.outcome } : {}),
  };
}
