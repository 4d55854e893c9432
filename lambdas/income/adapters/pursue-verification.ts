import { type Effect, type EffectRequest, performEffect } from '../../shared/effects.ts';
import { DomainError, unavailable } from '../../shared/errors.ts';
import { LoanIdSchema } from '../../shared/ids.ts';
import type { Kernel } from '../../shared/kernel.ts';
import { logLine } from '../../shared/observability.ts';
import { parseAs } from '../../shared/parse.ts';
import { type Envelopes, macUnder } from '../../shared/pii.ts';
import type { Write } from '../../shared/storage.ts';
import { keys } from '../../shared/table.ts';
import { LoanSummary } from '../../shared/views/loan-summary.v1.ts';
import type { Progress } from '../domain/check-plan.ts';
import { stagesOfOrders } from '../domain/plan-order.ts';
import { partnerName } from '../domain/provenance-of.ts';
import type { Verification } from '../domain/verification.ts';
import { getApplicant } from './applicants.ts';
import type { EmploymentVerifier } from './employment-verifier.ts';
import { getVerification } from './income-file.ts';
import { verificationWrite } from './income-writes.ts';
import { settleVerification, type VerificationRef } from './settle-verification.ts';

export interface PursuitDeps extends Kernel {
  envelopes: Envelopes;
  verifier: EmploymentVerifier;
}

/** `EXTERNAL#…` of a provider's order: the webhook names the order alone. */
export const orderKey = async ({
  macs,
}: Kernel): Promise<(orderId: string) => ReturnType<typeof keys.external>> => {
  const subkey = await macs.subkey('external-id');
  return (orderId) => keys.external(partnerName, macUnder(subkey, orderId));
};

/** Places the order if the provider has not got it, and (for `ask`) takes its answer. An outage is a progress, not an error. */
export async function pursueVerification(
  deps: PursuitDeps,
  ref: VerificationRef,
  ask: 'place' | 'place-and-ask',
): Promise<Progress> {
  const before = await getVerification(deps.storage, ref.loanId, ref.verificationId);
  if (before.status === 'SETTLED') return 'settled';
  try {
    if (before.status === 'ORDERED' && (await place(deps, ref, before)) === 'settled') return 'settled';
    if (ask === 'place') return 'processing';
    const { orderId } = await getVerification(deps.storage, ref.loanId, ref.verificationId);
    if (orderId === undefined) return 'processing';
    const answer = await deps.verifier.check(orderId);
    if (answer.kind === 'processing') return 'processing';
    await settleVerification(deps, ref, answer);
    return 'settled';
  } catch (error) {
    if (!(error instanceof DomainError && error.kind === 'unavailable')) throw error;
    logLine('warn', error.code, 'no word from the verification provider', {
      verificationId: ref.verificationId,
      ...error.facts,
    });
    return 'unreachable';
  }
}

async function place(
  deps: PursuitDeps,
  ref: VerificationRef,
  verification: Verification,
): Promise<'placed' | 'settled'> {
  const keyOf = await orderKey(deps);
  const effect = await performEffect(deps, orderEffect(deps, ref, verification, keyOf));
  if (effect.status !== 'REFUSED') return 'placed';
  const reasonCode = effect.reasonCode ?? 'OrderRefused';
  await settleVerification(
    deps,
    ref,
    reasonCode === 'ConsumerFreeze' ? { kind: 'frozen' } : { kind: 'closed', reasonCode },
  );
  return 'settled';
}

function orderEffect(
  { storage, envelopes, verifier, clock }: PursuitDeps,
  { actor, correlationId }: VerificationRef,
  verification: Verification,
  keyOf: (orderId: string) => ReturnType<typeof keys.external>,
): EffectRequest {
  const { contactId, verificationId, employerName, permissiblePurpose } = verification;
  const loanId = LoanIdSchema.parse(verification.loanId);
  return {
    loanId,
    eventId: verificationId,
    channel: 'EMPLOYMENT_VERIFICATION',
    recipientId: contactId,
    about: 'employment-income-order',
    actor,
    correlationId,
    async call({ effectId }) {
      // The purpose is this application: a file that was closed while the provider was down gives none (15 USC 1681b(a)(3)(A)).
      const summary = parseAs(LoanSummary, await storage.get(keys.loanSummary(loanId)), 'loan-summary view');
      if (!stagesOfOrders.has(summary.stage)) return { kind: 'refused', reasonCode: 'LoanNotInProcessing' };
      const borrower = summary.borrowers.find((one) => one.contactId === contactId);
      const applicant = borrower && (await getApplicant(storage, envelopes, borrower));
      if (!applicant) return { kind: 'refused', reasonCode: 'NoSocialSecurityNumber' };
      const clientReference = effectId;
      return verifier.place({ clientReference, loanId, employerName, permissiblePurpose, applicant });
    },
    lookUp: ({ effectId }) => verifier.findByReference(effectId),
    settled: ({ externalId }: Effect) => {
      if (externalId === undefined) return {};
      const after: Verification = {
        ...verification,
        status: 'PLACED',
        orderId: externalId,
        placedAt: clock.now(),
        version: verification.version + 1,
      };
      const found = { ...keyOf(externalId), schemaVersion: 1, loanId, verificationId };
      // The effect stays pending when the verification moved meanwhile: the next check looks the order up and settles it.
      const moved = () =>
        unavailable('VerificationMoved', 'the verification has changed meanwhile', { verificationId });
      const write: Write = { ...verificationWrite(after, verification), otherwise: moved };
      return { writes: [write, { kind: 'put', item: found }] };
    },
  };
}
