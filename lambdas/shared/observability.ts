import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Facts } from './errors.ts';

const logger = new Logger({ serviceName: 'keyturn', logLevel: 'INFO' });
/** Dimension `service` is `keyturn-<stage>`, from POWERTOOLS_SERVICE_NAME (docs/adr/one-namespace-one-dimension.md). */
const metrics = new Metrics({ namespace: 'Keyturn', singleMetric: true });

/** One structured line: a code to search for, a sentence to read, and facts that hold no borrower data. */
export function logLine(
  level: 'info' | 'warn' | 'error',
  code: string,
  sentence: string,
  facts: Facts = {},
): void {
  logger[level](sentence, { code, ...facts });
}

/** Keys that every later line of this invocation carries. */
export function logContext(keys: { correlationId: string; functionName: string }): void {
  logger.resetKeys();
  logger.appendKeys(keys);
}

/**
 * What a bug looks like in the log: its class and the frames, never its message, since a library's message may quote
 * the value it choked on.
 */
export function bugFacts(error: unknown): Facts {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const stack = error.stack ?? '';
  const start = stack.indexOf(error.message);
  const frames = (start < 0 ? stack : stack.slice(start + error.message.length))
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 6);
  return { errorName: error.name, frames: frames.map((frame) => frame.trim()) };
}

/**
 * One metric, written at once in CloudWatch's embedded format: the stage's total, which alarms and the dashboard read,
 * and beside it the count by its details (partner, consumer, reason).
 */
export function countMetric(name: string, value = 1, details: Record<string, string> = {}): void {
  metrics.singleMetric().addMetric(name, MetricUnit.Count, value);
  if (Object.keys(details).length === 0) return;
  const detailed = metrics.singleMetric();
  detailed.addDimensions(details);
  detailed.addMetric(name, MetricUnit.Count, value);
}
