import { AwsError } from '../service.ts';
import { cronExpression } from './cron-expression.ts';

const UNIT_MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** `rate(5 minutes)` or `cron(0 12 * * ? *)` of a rule, in UTC. Gives the first instant after a given one. Throws `ValidationException`. */
export function scheduleExpression(expression: string): (afterMs: number) => number | undefined {
  const rate = /^rate\((\d+) (minute|hour|day)(s?)\)$/.exec(expression);
  if (rate !== null) {
    const count = Number(rate[1]);
    if (count < 1 || (count === 1) === (rate[3] === 's')) throw invalid(expression);
    const step = count * UNIT_MS[rate[2] as keyof typeof UNIT_MS];
    return (afterMs) => afterMs + step;
  }
  const cron = /^cron\((.+)\)$/.exec(expression);
  if (cron === null) throw invalid(expression);
  try {
    return cronExpression(cron[1]!);
  } catch {
    throw invalid(expression);
  }
}

function invalid(expression: string): AwsError {
  return new AwsError('ValidationException', `Parameter ScheduleExpression is not valid: ${expression}`);
}
