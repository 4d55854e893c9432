import * as z from 'zod';
import { addMs } from '../../shared/clock.ts';
import { type Effect, settleByReport } from '../../shared/effects.ts';
import { readEnv } from '../../shared/env.ts';
import type { LoanId } from '../../shared/ids.ts';
import { countMetric, logLine } from '../../shared/observability.ts';
import { taskFunction } from '../../shared/task.ts';
import { driftedLoans } from '../adapters/drifted-loans.ts';
import { nightWalk } from '../adapters/night-walk.ts';
import { openEffects } from '../adapters/open-effects.ts';
import type { SendDeps } from '../adapters/send-record.ts';
import { type AskForSync, sqsAskForSync } from '../adapters/sync-queue.ts';
import { partner } from '../domain/total-expert-account.ts';
import { TotalExpertEnv, wireTotalExpert } from '../adapters/wire-total-expert.ts';

export interface Deps extends SendDeps {
  askForSync: AskForSync;
}

const Output = z.object({
  pending: z.int(),
  resolved: z.int(),
  uncertain: z.int(),
  asked: z.int(),
  /** False where the next run of the night goes on. */
  done: z.boolean(),
});
/** Well within the function's 15 minutes: a page of loans is begun only before. */
const runForMs = 12 * 60_000;
const correlationId = 'nightly-reconcile-total-expert';
const actor = 'system:integrations-nightly-reconcile-total-expert';

/**
 * Finds what lost messages, crashes and outages left behind and puts each such loan on the partner's queue once, where
 * the consumer decides: it looks before it creates, and sends nothing that the partner holds already. Uncertain
 * effects are looked for again; what is still not known stays with a person. A run that runs out of time leaves the rest
 * to the night's next one.
 */
export async function nightlyReconcileTotalExpert(
  _event: unknown,
  deps: Deps,
): Promise<z.output<typeof Output>> {
  const began = deps.clock.now();
  const walk = nightWalk(deps.storage, partner, began.slice(0, 10));
  const stands = await walk.stands();
  const asked = new Set<LoanId>();
  // At once, so that a night that runs out of time has asked for what it found.
  const ask = async (loanId: LoanId) => {
    if (asked.has(loanId)) return;
    asked.add(loanId);
    await deps.askForSync({ correlationId, data: { loanId } });
  };
  const count = stands === 'begin' ? await weighEffects(deps, ask) : none;
  let place = stands === 'begin' ? { list: 0 } : stands === 'done' ? undefined : stands;
  while (place !== undefined && deps.clock.now() < addMs(began, runForMs)) {
    const { drifted, next }: Awaited<ReturnType<typeof driftedLoans>> = await driftedLoans(deps, place);
    for (const loanId of drifted) await ask(loanId);
    place = next;
    await walk.goesOnAt(place);
  }
  const done = place === undefined;
  logLine('info', 'Reconciled', 'total expert reconciled', { ...count, asked: asked.size, done });
  return { ...count, asked: asked.size, done };
}

const none = { pending: 0, resolved: 0, uncertain: 0 };

async function weighEffects(deps: Deps, ask: (loanId: LoanId) => Promise<void>): Promise<typeof none> {
  const count = { ...none };
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
  countMetric('EffectsStillUncertain', count.uncertain, { partner });
  return count;
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
