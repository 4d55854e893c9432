import type { Notice } from './ledger.ts';
import type { Runtime } from './live-execution.ts';
import type { ExecutionRecord } from './records.ts';

const MOST_ATTEMPTS = 6;

/** The event that EventBridge gets on each change of status, as it waits in the ledger until the bus has taken it. */
export function statusNotice(record: ExecutionRecord, at: number): [key: string, notice: Notice] {
  const isDone = record.output !== undefined;
  const detail = {
    executionArn: record.arn,
    stateMachineArn: record.machineArn,
    name: record.name,
    status: record.status,
    startDate: record.startedAt,
    stopDate: record.stoppedAt ?? null,
    input: JSON.stringify(record.input),
    inputDetails: { included: true },
    output: isDone ? JSON.stringify(record.output) : null,
    outputDetails: isDone ? { included: true } : null,
    error: record.failure?.error ?? null,
    cause: record.failure?.cause ?? null,
    redriveCount: record.redriveCount,
    redriveDate: record.redrivenAt ?? null,
  };
  return [`${record.arn}#${record.redriveCount}#${record.status}`, { execution: record.arn, detail, at }];
}

/** At least once: a bus that fails is asked again with growing pauses, and again at the next start. */
export function publishNotice(runtime: Runtime, key: string, notice: Notice, attempt = 1): void {
  const { context, ledger } = runtime;
  runtime.background(async () => {
    try {
      await context.neighbours.putEvents([
        {
          source: 'aws.states',
          detailType: 'Step Functions Execution Status Change',
          detail: notice.detail,
          busName: 'default',
          resources: [notice.execution],
          timeEpochMs: notice.at,
        },
      ]);
      ledger.deleteNotice(key);
    } catch (error) {
      context.log('status change not taken by the event bus', {
        execution: notice.execution,
        attempt,
        error: String(error),
      });
      if (attempt < MOST_ATTEMPTS)
        context.scheduler.at(context.clock.now() + 1000 * 2 ** attempt, () =>
          publishNotice(runtime, key, notice, attempt + 1),
        );
    }
  });
}
