import { nextCronInstant, parseCron, type Cron } from './cron.ts';
import { instantOf } from './time-zone.ts';

const UNIT_MS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
const AT = /^at\((\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)\)$/;
const RATE = /^rate\((\d+) (minute|hour|day)(s?)\)$/;

export type ScheduleExpression =
  | { kind: 'at'; instant: number }
  | { kind: 'rate'; everyMs: number }
  | { kind: 'cron'; cron: Cron; zone: string };

/** Reads `at(…)`, `rate(…)` or `cron(…)` in a time zone; undefined when it is none of them. */
export function parseScheduleExpression(text: string, zone: string): ScheduleExpression | undefined {
  const at = AT.exec(text)?.slice(1).map(Number);
  if (at !== undefined) {
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = at;
    const instant = instantOf({ year, month, day, hour, minute, second }, zone);
    return instant === undefined ? undefined : { kind: 'at', instant };
  }
  const [, count, unit, plural] = RATE.exec(text) ?? [];
  if (count !== undefined) {
    const every = Number(count);
    const isWellFormed = every > 0 && (every === 1) === (plural === '');
    return isWellFormed ? { kind: 'rate', everyMs: every * UNIT_MS[unit!]! } : undefined;
  }
  const cron = /^cron\((.+)\)$/.exec(text)?.[1];
  const parsed = cron === undefined ? undefined : parseCron(cron);
  return parsed === undefined ? undefined : { kind: 'cron', cron: parsed, zone };
}

/** The first instant after `afterMs`, in epoch milliseconds; rates count from `startsMs`, and `at` has only its own. */
export function nextInstant(
  expression: ScheduleExpression,
  afterMs: number,
  startsMs: number,
): number | undefined {
  if (expression.kind === 'at') return expression.instant > afterMs ? expression.instant : undefined;
  if (expression.kind === 'cron') return nextCronInstant(expression.cron, afterMs, expression.zone);
  const passed = Math.floor((afterMs - startsMs) / expression.everyMs);
  return startsMs + Math.max(0, passed + 1) * expression.everyMs;
}
