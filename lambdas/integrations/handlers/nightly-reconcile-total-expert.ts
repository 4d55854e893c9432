import * as z from 'zod';
import { type Effect, settleByReport } from '../../shared/effects.ts';
import { readEnv } from '../../shared/env.ts';
import type { LoanId } from '../../shared/ids.ts';
import { countMetric, logLine } from '../../shared/observability.ts';
import { taskFunction } from '../../shared/task.ts';
import { driftedLoans } from '../adapters/drifted-loans.ts';
import { openEffects } from '../adapters/open-effects.ts';
import type { SendDeps } from '../adapters/send-record.ts';
import { type AskForSync, sqsAskForSync } from '../adapters/sync-queue.ts';
import { TotalExpertEnv, wireTotalExpert } from '../adapters/wire-total-expert.ts';

export interface Deps extends SendDeps {
  askForSync: AskForSync;
}

const Output = z.object({ pending: z.int(), resolved: z.int(), uncertain: z.int(), asked: z.int() });
const correlationId = 'nightly-reconcile-total-expert';
const actor = 'system:integrations-nightly-reconcile-total-expert';

/**
 * Finds what lost messages, crashes and outages left behind and puts each such loan on the partner's queue once, where
 * the consumer decides: it looks before it creates, and sends nothing that the partner holds already. Uncertain
 * effects are looked for again; what is still not known stays with a person.
 */
export async function nightlyReconcileTotalExpert(
  _event: unknown,
  deps: Deps,
): Promise<z.output<typeof Output>> {
  const asked = new Set<LoanId>();
  // At once, so that a night that runs out of time has asked for what it found.
  const ask = async (loanId: LoanId) => {
    if (asked.has(loanId)) return;
    asked.add(loanId);
    await deps.askForSync({ correlationId, data: { loanId } });
  };
  const count = { pending: 0, resolved: 0, uncertain: 0 };
  for await (const { loanId, leaseUntil } of openEffects(deps.storage, 'PENDING')) {
    if (deps.clock.now() < leaseUntil) continue; // somebody is at it
    count.pending += 1;
    await ask(loanId);
  }
  for await (const effect of openEffects(deps.storage, 'UNCERTAIN')) {
    if (await resolved(deps, effect)) {
      count.resolved += 1;
      await ask(effect.loanId);
    } else count.uncertain += 1;
  }
  for await (const loanId of driftedLoans(deps)) await ask(loanId);
  countMetric('EffectsStillUncertain', count.uncertain, { partner: 'total-expert' });
  logLine('info', 'Reconciled', 'total expert reconciled', { ...count, asked: asked.size });
  return { ...count, asked: asked.size };
}

async function resolved(deps: Deps, effect: Effect): Promise<boolean> {
  const kind = effect.about.startsWith('contact') ? 'contact' : 'loan';
  const found = await deps.platform.find(kind, effect.recipientId);
  if (found.kind !== 'done') return false;
  await settleByReport(deps, effect, { externalId: found.externalId, actor, correlationId });
  return true;
}

const Env = TotalExpertEnv.extend({ SYNC_QUEUE_URL: z.string() });
export type Env = z.input<typeof Env>;

function wire(): Deps {
  const env = readEnv(Env);
  return { ...wireTotalExpert(env), askForSync: sqsAskForSync(env.SYNC_QUEUE_URL) };
}

export const handler = taskFunction({
  input: z.unknown(),
  output: Output,
  wire,
  run: nightlyReconcileTotalExpert,
});
