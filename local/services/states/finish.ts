import type { Json } from '../service.ts';
import { addressOf, disarm, type Live, type Runtime } from './live-execution.ts';
import { publishNotice, statusNotice } from './notices.ts';
import type { ExecutionStatus } from './records.ts';
import type { Failure } from './state-error.ts';
import type { Turn } from './turn.ts';

export type Ending =
  | { status: 'SUCCEEDED'; output: Json }
  | { status: 'FAILED' | 'TIMED_OUT' | 'ABORTED'; failure: Partial<Failure> };

const EVENTS = {
  SUCCEEDED: 'Succeeded',
  FAILED: 'Failed',
  TIMED_OUT: 'TimedOut',
  ABORTED: 'Aborted',
} as const;

/** Ends the execution in the turn it is given and commits it; tokens die, threads stay for a redrive unless it succeeded. */
export function finish(runtime: Runtime, live: Live, turn: Turn, ending: Ending): void {
  const { record } = live;
  const now = runtime.context.clock.now();
  const children = [...live.threads.values()].flatMap(({ call }) =>
    call?.child === undefined ? [] : [call.child],
  );
  const name = EVENTS[ending.status];
  const details =
    ending.status === 'SUCCEEDED'
      ? { output: JSON.stringify(ending.output), outputDetails: { truncated: false } }
      : { ...ending.failure };
  turn.event(`Execution${name}`, live.threads.get('0'), [`execution${name}EventDetails`, details]);
  Object.assign(record, { status: ending.status, stoppedAt: now });
  if (ending.status === 'SUCCEEDED') record.output = ending.output;
  else record.failure = ending.failure;
  for (const thread of live.threads.values()) {
    disarm(live, thread.id);
    if (ending.status === 'SUCCEEDED') turn.drop(thread);
    else if (thread.call !== undefined) {
      const { token, child } = thread.call;
      if (token !== undefined) turn.closeToken(token);
      if (child !== undefined)
        turn.also(() => runtime.ledger.deleteParentTask(child, addressOf(live, thread)));
      thread.phase = 'entered';
      delete thread.call;
      turn.save(thread);
    }
  }
  disarm(live, '');
  const [key, notice] = statusNotice(record, now);
  const parents = runtime.ledger.parentTasks(record.arn);
  turn.also(() => {
    runtime.ledger.putExecution(record);
    runtime.ledger.putNotice(key, notice);
  });
  runtime.live.delete(record.arn);
  turn.commit();
  publishNotice(runtime, key, notice);
  measure(runtime, record.machineArn, ending.status, now - record.startedAt);
  for (const child of children) runtime.stopChild(live, child);
  for (const parent of parents) runtime.childEnded(parent, record.arn);
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html */
export function measure(
  runtime: Runtime,
  machineArn: string,
  status: ExecutionStatus | 'STARTED',
  elapsedMs?: number,
): void {
  const word = status === 'STARTED' ? 'Started' : EVENTS[status as keyof typeof EVENTS];
  const dimensions = { StateMachineArn: machineArn };
  runtime.onMetric({
    namespace: 'AWS/States',
    name: `Executions${word}`,
    dimensions,
    value: 1,
    unit: 'Count',
  });
  if (elapsedMs !== undefined)
    runtime.onMetric({
      namespace: 'AWS/States',
      name: 'ExecutionTime',
      dimensions,
      value: elapsedMs,
      unit: 'Milliseconds',
    });
}
