import type { EngineContext, Timer } from '../service.ts';
import type { Rule } from './rule.ts';
import { scheduleExpression } from './schedule-expression.ts';

interface Kept {
  expression: string;
  lastAt: number;
}

/** Fires the schedules of rules on the local clock. Instants missed while nothing ran, or leapt over, fire once. */
export class Schedules {
  readonly #context: EngineContext;
  readonly #fire: (rule: Rule, atMs: number) => void;
  readonly #timers = new Map<string, Timer>();

  constructor(context: EngineContext, fire: (rule: Rule, atMs: number) => void) {
    this.#context = context;
    this.#fire = fire;
  }

  /** A new or changed expression counts from now; a known one goes on from its last instant. */
  arm(rule: Rule): void {
    this.disarm(rule.arn);
    if (rule.schedule === undefined || !rule.enabled) return;
    const nextAfter = scheduleExpression(rule.schedule);
    const now = this.#context.clock.now();
    const kept = this.#context.store.get<Kept>('events.schedule', rule.arn);
    const lastAt = kept?.expression === rule.schedule ? kept.lastAt : now;
    if (lastAt === now) this.#keep(rule, now);
    const at = nextAfter(lastAt);
    if (at === undefined) return;
    const timer = this.#context.scheduler.at(at, () => {
      this.#fire(rule, at);
      this.#keep(rule, Math.max(at, latestBefore(nextAfter, at, this.#context.clock.now())));
      this.arm(rule);
    });
    this.#timers.set(rule.arn, timer);
  }

  disarm(ruleArn: string): void {
    this.#timers.get(ruleArn)?.cancel();
    this.#timers.delete(ruleArn);
  }

  #keep(rule: Rule, lastAt: number): void {
    this.#context.store.put('events.schedule', rule.arn, {
      expression: rule.schedule ?? '',
      lastAt,
    } satisfies Kept);
  }
}

/** The last instant of the schedule that is not after `now`, so that leapt-over ones are not made up for one by one. */
function latestBefore(nextAfter: (ms: number) => number | undefined, from: number, now: number): number {
  let latest = from;
  for (let step = 0; step < 100_000; step += 1) {
    const next = nextAfter(latest);
    if (next === undefined || next > now) return latest;
    latest = next;
  }
  return now;
}
