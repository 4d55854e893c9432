import type { Json } from '../service.ts';
import type { Bindings } from './expressions.ts';
import { isoInstant } from './instant.ts';
import type { Live } from './live-execution.ts';
import type { Thread } from './records.ts';
import type { Failure } from './state-error.ts';

/** What is known beside input and variables at one point of a state. */
export interface Moment {
  result?: Json;
  failure?: Failure;
  token?: string;
}

/** `$states` and the variables in scope: the thread's own and, read only, those of the threads it runs in. */
export function bindingsOf(live: Live, thread: Thread, moment: Moment = {}): Bindings {
  const { result, failure, token } = moment;
  return {
    ...variablesOf(live, thread),
    states: {
      input: thread.input,
      context: contextOf(live, thread, token),
      ...(result !== undefined && { result }),
      ...(failure !== undefined && { errorOutput: errorOutputOf(failure) }),
    },
  };
}

export function errorOutputOf({ error, cause }: Failure): Record<string, Json> {
  return { Error: error, ...(cause !== undefined && { Cause: cause }) };
}

function variablesOf(live: Live, thread: Thread): Record<string, Json> {
  const parent = thread.parent === undefined ? undefined : live.threads.get(thread.parent);
  return parent === undefined ? thread.variables : { ...variablesOf(live, parent), ...thread.variables };
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html */
function contextOf(live: Live, thread: Thread, token: string | undefined): Record<string, Json> {
  const { record } = live;
  return {
    Execution: {
      Id: record.arn,
      Input: record.input,
      Name: record.name,
      RoleArn: record.roleArn,
      StartTime: isoInstant(record.startedAt),
      RedriveCount: record.redriveCount,
      ...(record.redrivenAt !== undefined && { RedriveTime: isoInstant(record.redrivenAt) }),
    },
    StateMachine: {
      Id: record.machineArn,
      Name: record.machineArn.slice(record.machineArn.lastIndexOf(':') + 1),
    },
    State: {
      Name: thread.state,
      EnteredTime: isoInstant(thread.enteredAt),
      RetryCount: thread.retried.reduce((sum, count) => sum + (count ?? 0), 0),
    },
    ...(token !== undefined && { Task: { Token: token } }),
    ...(thread.item !== undefined && { Map: { Item: thread.item } }),
  };
}
