import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Actor } from './actor.ts';
import { addMs, type Instant } from './clock.ts';
import { unavailable } from './errors.ts';
import { type Told, tell } from './events/event.ts';
import { effectUncertain } from './events/effect-uncertain.v1.ts';
import { type EffectId, idSchema, type LoanId, LoanIdSchema } from './ids.ts';
import type { Kernel } from './kernel.ts';
import { countMetric } from './observability.ts';
import type { Write } from './storage.ts';
import { indexKeys, keys, loanSubject } from './table.ts';
import { LoanSummary } from './views/loan-summary.v1.ts';
import { taskWrite } from './views/task.v1.ts';

export const effectStatuses = ['PENDING', 'DONE', 'REFUSED', 'UNCERTAIN'] as const;

/** One act outside AWS's transaction: a mail, a partner's record. The record comes first, so that a crash leaves a question and not a gap. */
export const Effect = z.object({
  loanId: LoanIdSchema,
  effectId: idSchema('eff'),
  channel: z.string(),
  recipientId: z.string(),
  /** What it says: a template's or an operation's name; never the text. */
  about: z.string(),
  status: z.enum(effectStatuses),
  attempts: z.int(),
  startedAt: z.iso.datetime(),
  /** Until then whoever started it may still be calling. */
  leaseUntil: z.iso.datetime(),
  settledAt: z.iso.datetime().optional(),
  /** The other side's own id of what happened; on a pending effect, what it told of itself before the call's answer was kept. */
  externalId: z.string().optional(),
  /** The other side said that it took nothing: the next delivery may call again. */
  notTaken: z.boolean().optional(),
  /** Done, and the other side told later that it did not reach its recipient. */
  undelivered: z.boolean().optional(),
  /** A code: why it was refused, or why nobody can tell. */
  reasonCode: z.string().optional(),
});
export type Effect = z.infer<typeof Effect>;

/** `not-taken`: refused for now (too many at once), and certainly not done. */
export type CallOutcome =
  | { kind: 'done'; externalId: string }
  | { kind: 'refused'; reasonCode: string }
  | { kind: 'not-taken' };
/** `unknown`: the other side cannot tell; `absent`: it is certain that nothing happened. */
export type LookUp = { kind: 'done'; externalId: string } | { kind: 'absent' } | { kind: 'unknown' };

export interface EffectRequest {
  loanId: LoanId;
  eventId: string;
  channel: string;
  recipientId: string;
  about: string;
  actor: Actor;
  correlationId: string;
  /** Does it, tagged with the effect's id. Throws when it is not known whether it happened. */
  call: (effect: Effect) => Promise<CallOutcome>;
  /** Asks the other side, by tag or external id, whether it happened. */
  lookUp: (effect: Effect) => Promise<LookUp>;
  /** Joins the settlement's transaction. */
  settled?: (effect: Effect) => { writes?: Write[]; events?: Told[] };
}

const leaseMs = 60_000;
/** How long `unknown` may become a certainty before a person is asked. */
const graceMs = 180_000;

/**
 * Performs an effect at most once. A repeated request finds the record: done stands, uncertain stays with a person, a
 * pending one is resolved by looking at the other side; only a certain absence is called again.
 * Errors, all `unavailable`, so that the queue tries again: `EffectInFlight`, `EffectUnresolved`, `EffectNotTaken`, and the call's own.
 */
export async function performEffect(kernel: Kernel, request: EffectRequest): Promise<Effect> {
  const { storage, clock } = kernel;
  const effectId = effectIdOf(request);
  const item = await storage.get(keys.effect(request.loanId, effectId));
  if (!item) return callNow(kernel, request, await begin(kernel, request, effectId));
  const before = Effect.parse(item);
  if (before.status !== 'PENDING') return before;
  if (clock.now() < before.leaseUntil)
    throw unavailable('EffectInFlight', 'another delivery is at it', { effectId });

  const found = before.notTaken === true ? ({ kind: 'absent' } as const) : await request.lookUp(before);
  if (found.kind === 'done')
    return settle(kernel, request, before, { status: 'DONE', externalId: found.externalId });
  if (found.kind === 'absent') return callNow(kernel, request, await leaseAgain(kernel, before));
  if (clock.now() < addMs(before.startedAt as Instant, graceMs)) {
    throw unavailable('EffectUnresolved', 'the other side cannot tell yet', { effectId });
  }
  return settle(kernel, request, before, { status: 'UNCERTAIN', reasonCode: 'NoAnswerAndNoTrace' });
}

/** The same event, channel and recipient make the same id: 26 characters of the alphabet of ULIDs, the first below 8. */
export function effectIdOf({
  eventId,
  channel,
  recipientId,
}: Pick<EffectRequest, 'eventId' | 'channel' | 'recipientId'>): EffectId {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const digest = createHash('sha256').update(`${eventId}#${channel}#${recipientId}`).digest();
  const text = Array.from(
    { length: 26 },
    (_, index) => alphabet[(digest[index] ?? 0) % (index === 0 ? 8 : 32)],
  );
  return `eff_${text.join('')}`;
}

/** Settles a pending effect by what the other side told of it later; one that is settled already stands. */
export async function settleByReport(
  kernel: Kernel,
  effect: Effect,
  report: { externalId: string; actor: Actor; correlationId: string },
): Promise<void> {
  if (effect.status === 'DONE') return;
  const { externalId, actor, correlationId } = report;
  await settle(kernel, { ...effect, actor, correlationId }, effect, { status: 'DONE', externalId });
}

/** Keeps what the other side told of a pending effect whose caller may still be at it: a look-up then knows. */
export async function noteReport({ storage }: Kernel, effect: Effect, externalId: string): Promise<void> {
  const { effectId, leaseUntil } = effect;
  const moved = () => unavailable('EffectInFlight', 'another delivery is at it', { effectId });
  const unmoved = { equals: { status: 'PENDING', leaseUntil } };
  await storage.write({ ...effectWrite({ ...effect, externalId }), when: unmoved, otherwise: moved });
}

/** Keeps, once and on the trail, that what was done did not arrive. */
export async function noteUndelivered(
  { storage, commit }: Kernel,
  { loanId, effectId }: Pick<Effect, 'loanId' | 'effectId'>,
  { actor, correlationId }: { actor: Actor; correlationId: string },
): Promise<void> {
  const before = Effect.parse(await storage.get(keys.effect(loanId, effectId)));
  if (before.status !== 'DONE' || before.undelivered === true) return;
  const { channel, recipientId, about } = before;
  const otherwise = () => unavailable('EffectInFlight', 'another delivery noted it', { effectId });
  const when = { equals: { status: 'DONE' }, attributeAbsent: ['undelivered'] };
  await commit({
    subject: loanSubject(loanId),
    actor,
    correlationId,
    action: 'EffectUndelivered',
    facts: { effectId, channel, recipientId, about },
    writes: [{ ...effectWrite({ ...before, undelivered: true }), when, otherwise }],
  });
}

async function begin(
  { storage, clock }: Kernel,
  { loanId, channel, recipientId, about }: EffectRequest,
  effectId: EffectId,
): Promise<Effect> {
  const startedAt = clock.now();
  const leaseUntil = addMs(startedAt, leaseMs);
  const effect: Effect = {
    loanId,
    effectId,
    channel,
    recipientId,
    about,
    status: 'PENDING',
    attempts: 1,
    startedAt,
    leaseUntil,
  };
  const raced = () => unavailable('EffectInFlight', 'another delivery began it', { effectId });
  await storage.write({ ...effectWrite(effect), when: { exists: false }, otherwise: raced });
  return effect;
}

async function leaseAgain({ storage, clock }: Kernel, before: Effect): Promise<Effect> {
  const { notTaken: _notTaken, ...taken } = before;
  const effect = { ...taken, attempts: before.attempts + 1, leaseUntil: addMs(clock.now(), leaseMs) };
  const raced = () =>
    unavailable('EffectInFlight', 'another delivery is at it', { effectId: before.effectId });
  await storage.write({
    ...effectWrite(effect),
    when: { equals: { status: 'PENDING', leaseUntil: before.leaseUntil } },
    otherwise: raced,
  });
  return effect;
}

async function callNow(kernel: Kernel, request: EffectRequest, effect: Effect): Promise<Effect> {
  const outcome = await request.call(effect);
  if (outcome.kind === 'not-taken') return letGo(kernel, effect);
  return outcome.kind === 'done'
    ? settle(kernel, request, effect, { status: 'DONE', externalId: outcome.externalId })
    : settle(kernel, request, effect, { status: 'REFUSED', reasonCode: outcome.reasonCode });
}

async function letGo({ storage, clock }: Kernel, effect: Effect): Promise<never> {
  const { effectId, leaseUntil } = effect;
  const otherwise = () => unavailable('EffectInFlight', 'another delivery is at it', { effectId });
  const free = { ...effect, notTaken: true, leaseUntil: clock.now() };
  const when = { equals: { status: 'PENDING', leaseUntil } };
  await storage.write({ ...effectWrite(free), when, otherwise });
  throw unavailable('EffectNotTaken', 'the other side takes no more for now', { effectId });
}

type Settlement =
  | { status: 'DONE'; externalId: string }
  | { status: 'REFUSED' | 'UNCERTAIN'; reasonCode: string };
type Settler = Pick<EffectRequest, 'actor' | 'correlationId' | 'settled'>;

const actions = { DONE: 'EffectDone', REFUSED: 'EffectRefused', UNCERTAIN: 'EffectUncertain' } as const;

async function settle(
  { storage, commit, clock }: Kernel,
  request: Settler,
  before: Effect,
  settlement: Settlement,
): Promise<Effect> {
  const effect: Effect = { ...before, ...settlement, settledAt: clock.now() };
  const { loanId, effectId, channel, recipientId, about, status } = effect;
  const more = request.settled?.(effect) ?? {};
  const uncertain = status === 'UNCERTAIN' ? [tell(effectUncertain, { loanId, effectId, channel })] : [];
  if (status !== 'DONE') countMetric(actions[settlement.status], 1, { channel });
  const settledMeanwhile = () => unavailable('EffectInFlight', 'another delivery settled it', { effectId });
  await commit({
    subject: loanSubject(loanId),
    actor: request.actor,
    correlationId: request.correlationId,
    action: actions[settlement.status],
    facts: {
      effectId,
      channel,
      recipientId,
      about,
      ...(effect.reasonCode === undefined ? {} : { reasonCode: effect.reasonCode }),
    },
    writes: [
      { ...effectWrite(effect), when: { equals: { status: before.status } }, otherwise: settledMeanwhile },
      ...(more.writes ?? []),
      ...(status === 'UNCERTAIN' || before.status === 'UNCERTAIN'
        ? await personsTask(storage, effect, request.actor, clock.now())
        : []),
    ],
    events: [...(more.events ?? []), ...uncertain],
  });
  return effect;
}

const personDueMs = 24 * 3600_000;

/** A person of the loan's branch finds out what nobody here can: one task for one effect, done when the other side tells after all. */
async function personsTask(
  storage: Kernel['storage'],
  effect: Effect,
  actor: Actor,
  at: Instant,
): Promise<Write[]> {
  const { loanId, effectId, status, startedAt } = effect;
  const taskId = `task_${effectId.slice('eff_'.length)}` as const;
  const item = await storage.get(keys.task(loanId, taskId));
  // What a person has done about it stands.
  if (item ? item['status'] !== 'OPEN' || status !== 'DONE' : status === 'DONE') return [];
  const summary = LoanSummary.safeParse(await storage.get(keys.loanSummary(loanId)));
  if (!summary.success) return [];
  const { branchId } = summary.data;
  const about = {
    taskId,
    loanId,
    branchId,
    kind: 'uncertain-effect',
    aboutId: effectId,
    escalated: false,
  } as const;
  const done = status === 'DONE' ? { doneAt: at, doneBy: actor } : {};
  const times = { openedAt: startedAt, dueAt: addMs(startedAt as Instant, personDueMs) };
  const doneMeanwhile = () => unavailable('EffectInFlight', 'somebody did the task meanwhile', { effectId });
  const when = item ? { equals: { status: 'OPEN' } } : { exists: false };
  const task = taskWrite({ ...about, ...times, ...done, status: status === 'DONE' ? 'DONE' : 'OPEN' }, when);
  return [{ ...task, otherwise: doneMeanwhile }];
}

/** Unsettled and uncertain effects stand in a list of their own; done ones leave it. */
function effectWrite(effect: Effect): Extract<Write, { kind: 'put' }> {
  const { loanId, effectId, status, startedAt } = effect;
  const listed =
    status === 'PENDING' || status === 'UNCERTAIN'
      ? indexKeys.effectsByStatus(status, startedAt, effectId)
      : {};
  return { kind: 'put', item: { ...keys.effect(loanId, effectId), ...listed, schemaVersion: 1, ...effect } };
}
