import type { EngineContext, Timer } from '../service.ts';
import type { Delivery, Schedule, ScheduleBook } from './schedule-book.ts';
import { payloadOf, sendToTarget } from './send-to-target.ts';

const MOST_ATTEMPTS = 185;
const LONGEST_AGE_SECONDS = 86_400;
const LONGEST_PAUSE_MS = 300_000;

/**
 * Firings on their way: at least once, with exponential pauses within the target's retry policy (185 retries, 24 hours
 * unless told), then to the dead-letter queue. A schedule that deletes itself goes when its last firing is settled.
 */
export function deliveries(context: EngineContext, book: ScheduleBook) {
  const { clock, random, scheduler } = context;
  const timers = new Map<string, Timer>();
  let isStopped = false;

  function create({ arn, GroupName, Name, Target }: Schedule, scheduledAt: number): Delivery {
    const schedule = { arn, group: GroupName, name: Name };
    return { id: random.uuid(), schedule, target: Target, scheduledAt, attempt: 1, dueAt: clock.now() };
  }

  function send(delivery: Delivery): void {
    void attempt(delivery).catch((error: unknown) => {
      context.log('a delivery was not recorded', { schedule: delivery.schedule.arn, error: String(error) });
    });
  }

  async function attempt(delivery: Delivery): Promise<void> {
    try {
      await sendToTarget(context, delivery);
    } catch (error) {
      if (!isStopped) await afterFailure(delivery, error);
      return;
    }
    if (!isStopped) settle(delivery);
  }

  async function afterFailure(delivery: Delivery, error: unknown): Promise<void> {
    const { MaximumRetryAttempts = MOST_ATTEMPTS, MaximumEventAgeInSeconds = LONGEST_AGE_SECONDS } =
      delivery.target.RetryPolicy ?? {};
    const pauseMs = Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** (delivery.attempt - 1));
    const dueAt = clock.now() + pauseMs;
    const isTooOld = dueAt > delivery.scheduledAt + MaximumEventAgeInSeconds * 1000;
    if (delivery.attempt <= MaximumRetryAttempts && !isTooOld) {
      const next = { ...delivery, attempt: delivery.attempt + 1, dueAt };
      book.putDelivery(next);
      resume(next);
      return;
    }
    const deadLetterArn = delivery.target.DeadLetterConfig?.Arn;
    const facts = { schedule: delivery.schedule.arn, attempts: delivery.attempt, error: String(error) };
    context.log(
      deadLetterArn === undefined ? 'a firing was given up' : 'a firing went to its dead-letter queue',
      facts,
    );
    if (deadLetterArn !== undefined)
      await context.neighbours.deliver(deadLetterArn, payloadOf(context, delivery));
    settle(delivery);
  }

  function settle(delivery: Delivery): void {
    const { group, name, arn } = delivery.schedule;
    book.transaction(() => {
      book.removeDelivery(delivery.id);
      const schedule = book.schedule(group, name);
      const isOver = schedule?.arn === arn && schedule.nextAt === undefined && schedule.State === 'ENABLED';
      if (isOver && schedule.ActionAfterCompletion === 'DELETE') book.remove(group, name);
    });
  }

  /** Sends when it is due: after a pause, or after a restart. */
  function resume(delivery: Delivery): void {
    const timer = scheduler.at(delivery.dueAt, () => {
      timers.delete(delivery.id);
      send(delivery);
    });
    timers.set(delivery.id, timer);
  }

  return {
    create,
    send,
    resume,
    stop: (): void => {
      isStopped = true;
      for (const timer of timers.values()) timer.cancel();
      timers.clear();
    },
  };
}
