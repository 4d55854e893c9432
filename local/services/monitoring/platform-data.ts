import * as z from 'zod';
import type { EventEntry } from '../service.ts';
import type { Datum } from './metric-store.ts';

/** What AWS counts by itself, for alarms on it. Milliseconds throughout. */
export interface PlatformData {
  /** `AWS/Lambda`: Invocations, Errors, Duration. */
  invocation(invocation: { functionName: string; durationMs: number; failed: boolean }): void;
  /** `AWS/ApiGateway`: Count, 4XXError, 5XXError, Latency. */
  apiRequest(api: { name: string; stage: string }, access: { status: number; latencyMs: number }): void;
  /** `AWS/States`, from the status-change events that executions put on the default bus. */
  heard(entries: readonly Pick<EventEntry, 'source' | 'detail'>[]): void;
}

const ENDINGS: Record<string, string> = {
  SUCCEEDED: 'ExecutionsSucceeded',
  FAILED: 'ExecutionsFailed',
  TIMED_OUT: 'ExecutionsTimedOut',
  ABORTED: 'ExecutionsAborted',
};

const statusChange = z.object({ stateMachineArn: z.string(), status: z.string() });

export function platformData(record: (datum: Datum) => void, now: () => number): PlatformData {
  const add = (
    namespace: string,
    dimensions: Record<string, string>,
    values: Record<string, number>,
  ): void => {
    for (const [name, value] of Object.entries(values))
      record({ namespace, name, dimensions, value, at: now() });
  };
  return {
    invocation: ({ functionName, durationMs, failed }) =>
      add(
        'AWS/Lambda',
        { FunctionName: functionName },
        { Invocations: 1, Errors: failed ? 1 : 0, Duration: durationMs },
      ),
    apiRequest: ({ name, stage }, { status, latencyMs }) =>
      add(
        'AWS/ApiGateway',
        { ApiName: name, Stage: stage },
        {
          Count: 1,
          '4XXError': status >= 400 && status < 500 ? 1 : 0,
          '5XXError': status >= 500 ? 1 : 0,
          Latency: latencyMs,
        },
      ),
    heard: (entries) => {
      for (const { source, detail } of entries) {
        const { data } = source === 'aws.states' ? statusChange.safeParse(detail) : {};
        const name = data && ENDINGS[data.status];
        if (name !== undefined) add('AWS/States', { StateMachineArn: data!.stateMachineArn }, { [name]: 1 });
      }
    },
  };
}
