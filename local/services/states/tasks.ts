import type { Json } from '../service.ts';
import type { TaskState } from './asl.ts';
import { bindingsOf } from './bindings.ts';
import type { Bindings } from './expressions.ts';
import { integrate } from './integrate.ts';
import { addressOf, arm, disarm, isAlive, type Live, type Runtime } from './live-execution.ts';
import { limitPayload } from './payload-limit.ts';
import { failFull, raise } from './raise.ts';
import type { Answer, Call, Thread } from './records.ts';
import type { Resource } from './resource.ts';
import { failureOf, StateError, type Failure } from './state-error.ts';
import { mintToken } from './task-token.ts';
import { beginTurn } from './turn.ts';

/** Records the call with its token and deadlines, and only then makes it: an answer can never come before its wait. */
export async function beginTask(
  runtime: Runtime,
  live: Live,
  thread: Thread,
  state: TaskState,
): Promise<void> {
  const resource = live.definition.resources.get(thread.state)!;
  const token = resource.pattern === 'token' ? mintToken(live.record.arn, runtime.context.random) : undefined;
  const bindings = bindingsOf(live, thread, token === undefined ? {} : { token });
  const { Arguments } = state;
  const args =
    Arguments === undefined
      ? thread.input
      : await runtime.expressions.evaluate(Arguments, bindings, 'Arguments');
  const timeoutSeconds = await secondsOf(runtime, state.TimeoutSeconds, bindings, 'TimeoutSeconds');
  const heartbeatSeconds = await secondsOf(runtime, state.HeartbeatSeconds, bindings, 'HeartbeatSeconds');
  limitPayload(args, thread.state);
  if (!isAlive(live, thread)) return;
  const call: Call = {
    ...namedCall(runtime, resource, args),
    isSubmitted: false,
    ...(token !== undefined && { token }),
    ...(timeoutSeconds !== undefined && { timeoutSeconds }),
    ...(heartbeatSeconds !== undefined && { heartbeatSeconds }),
  };
  setDeadlines(runtime, call);
  thread.phase = 'calling';
  thread.call = call;
  const turn = beginTurn(runtime, live);
  turn.event('TaskScheduled', thread, [
    'taskScheduledEventDetails',
    {
      ...shown(resource),
      region: runtime.context.region,
      parameters: JSON.stringify(call.args),
      ...(timeoutSeconds !== undefined && { timeoutInSeconds: timeoutSeconds }),
      ...(heartbeatSeconds !== undefined && { heartbeatInSeconds: heartbeatSeconds }),
    },
  ]);
  turn.event('TaskStarted', thread, ['taskStartedEventDetails', shown(resource)]);
  if (token !== undefined) turn.openToken(token, thread);
  turn.save(thread);
  if (turn.commit()) perform(runtime, live, thread, call);
  else failFull(runtime, live, turn);
}

/** Goes on with a task after a restart: a call that was in flight is made again, one that was taken is waited for. */
export function resumeTask(runtime: Runtime, live: Live, thread: Thread): void {
  const call = thread.call!;
  if (call.token === undefined && call.child === undefined) setDeadlines(runtime, call);
  if (!call.isSubmitted) perform(runtime, live, thread, call);
  else {
    armDeadline(runtime, live, thread, call);
    if (call.child !== undefined) settleWithChild(runtime, live, thread, call.child);
  }
}

/** Takes what a task came to, by its reply, its token or a deadline. */
export function answerTask(runtime: Runtime, live: Live, thread: Thread, answer: Answer): void {
  const resource = live.definition.resources.get(thread.state)!;
  const call = thread.call!;
  const turn = beginTurn(runtime, live);
  const settled = 'result' in answer ? withinLimit(answer, thread.state) : answer;
  disarm(live, thread.id);
  if (call.token !== undefined) turn.closeToken(call.token);
  const { child } = call;
  if (child !== undefined) turn.also(() => runtime.ledger.deleteParentTask(child, addressOf(live, thread)));
  delete thread.call;
  if ('result' in settled) {
    const output = {
      ...shown(resource),
      output: JSON.stringify(settled.result),
      outputDetails: { truncated: false },
    };
    turn.event('TaskSucceeded', thread, ['taskSucceededEventDetails', output]);
    thread.phase = 'answered';
    thread.answer = settled;
    turn.save(thread);
    if (turn.commit()) runtime.drive(live, thread);
    else failFull(runtime, live, turn);
    return;
  }
  const isTimeout = settled.error === 'States.Timeout' || settled.error === 'States.HeartbeatTimeout';
  const details = { ...shown(resource), ...settled };
  if (isTimeout) turn.event('TaskTimedOut', thread, ['taskTimedOutEventDetails', details]);
  else turn.event('TaskFailed', thread, ['taskFailedEventDetails', details]);
  thread.phase = 'entered';
  turn.save(thread);
  raise(runtime, live, turn, thread, settled);
  if (child !== undefined) runtime.stopChild(live, child);
}

/** A sign of life: the next heartbeat is due from now. */
export function beat(runtime: Runtime, live: Live, thread: Thread): void {
  const call = thread.call!;
  if (call.heartbeatSeconds === undefined) return;
  call.heartbeatAt = runtime.context.clock.now() + call.heartbeatSeconds * 1000;
  runtime.ledger.putThread(live.record.arn, thread);
  armDeadline(runtime, live, thread, call);
}

/** Answers a `.sync` task when the execution it waits for has ended. */
export function settleWithChild(runtime: Runtime, live: Live, thread: Thread, childArn: string): void {
  const child = runtime.ledger.execution(childArn);
  if (child === undefined || child.status === 'RUNNING' || thread.call?.child !== childArn) return;
  const isObject = live.definition.resources.get(thread.state)?.resource.endsWith('sync:2') === true;
  const output = child.output === undefined || isObject ? child.output : JSON.stringify(child.output);
  const outcome: Json = {
    ExecutionArn: child.arn,
    Input: isObject ? child.input : JSON.stringify(child.input),
    InputDetails: { Included: true },
    Name: child.name,
    ...(output !== undefined && { Output: output, OutputDetails: { Included: true } }),
    ...(child.failure?.error !== undefined && { Error: child.failure.error }),
    ...(child.failure?.cause !== undefined && { Cause: child.failure.cause }),
    StartDate: child.startedAt,
    StateMachineArn: child.machineArn,
    Status: child.status,
    StopDate: child.stoppedAt ?? null,
  };
  const failed = { error: 'States.TaskFailed', cause: JSON.stringify(outcome) };
  answerTask(runtime, live, thread, child.status === 'SUCCEEDED' ? { result: outcome } : failed);
}

function perform(runtime: Runtime, live: Live, thread: Thread, call: Call): void {
  const resource = live.definition.resources.get(thread.state)!;
  const isCurrent = (): boolean => isAlive(live, thread) && thread.call === call;
  armDeadline(runtime, live, thread, call);
  runtime.background(async () => {
    let reply: Json;
    try {
      reply = await callService(runtime, live, thread, call);
    } catch (error) {
      if (isCurrent()) answerTask(runtime, live, thread, failureOf(error));
      return;
    }
    if (!isCurrent()) return;
    if (resource.pattern === 'request' || (resource.pattern === 'sync' && runtime.performTask !== undefined))
      answerTask(runtime, live, thread, { result: reply });
    else submitted(runtime, live, thread, call, reply);
  });
}

async function callService(runtime: Runtime, live: Live, thread: Thread, call: Call): Promise<Json> {
  const resource = live.definition.resources.get(thread.state)!;
  if (runtime.performTask === undefined) return (await integrate(runtime, live, resource, call)) ?? null;
  const { args, token } = call;
  const task = { execution: live.record.arn, state: thread.state, resource, args };
  return await runtime.performTask(token === undefined ? task : { ...task, token });
}

function submitted(runtime: Runtime, live: Live, thread: Thread, call: Call, reply: Json): void {
  const resource = live.definition.resources.get(thread.state)!;
  call.isSubmitted = true;
  const turn = beginTurn(runtime, live);
  const output = { ...shown(resource), output: JSON.stringify(reply), outputDetails: { truncated: false } };
  turn.event('TaskSubmitted', thread, ['taskSubmittedEventDetails', output]);
  const { child } = call;
  if (child !== undefined) turn.also(() => runtime.ledger.putParentTask(child, addressOf(live, thread)));
  turn.save(thread);
  if (!turn.commit()) failFull(runtime, live, turn);
  else if (call.child !== undefined) settleWithChild(runtime, live, thread, call.child);
}

function setDeadlines(runtime: Runtime, call: Call): void {
  const now = runtime.context.clock.now();
  if (call.timeoutSeconds !== undefined) call.timeoutAt = now + call.timeoutSeconds * 1000;
  if (call.heartbeatSeconds !== undefined && call.token !== undefined)
    call.heartbeatAt = now + call.heartbeatSeconds * 1000;
}

function armDeadline(runtime: Runtime, live: Live, thread: Thread, call: Call): void {
  const { timeoutAt = Infinity, heartbeatAt = Infinity } = call;
  const at = Math.min(timeoutAt, heartbeatAt);
  if (at === Infinity) return;
  arm(runtime, live, thread.id, at, () => {
    if (!isAlive(live, thread) || thread.call !== call) return;
    const now = runtime.context.clock.now();
    if (now >= timeoutAt) answerTask(runtime, live, thread, { error: 'States.Timeout' });
    else if (now >= heartbeatAt) answerTask(runtime, live, thread, { error: 'States.HeartbeatTimeout' });
    else armDeadline(runtime, live, thread, call);
  });
}

/** A started execution gets its name before the start is recorded, so that doing it again is the same start. */
function namedCall(runtime: Runtime, resource: Resource, args: Json): Pick<Call, 'args' | 'child'> {
  if (resource.kind !== 'execution' || args === null || typeof args !== 'object' || Array.isArray(args))
    return { args };
  const { StateMachineArn: machineArn, Name } = args;
  if (typeof machineArn !== 'string') return { args };
  const name = typeof Name === 'string' ? Name : runtime.context.random.uuid();
  const named = { ...args, Name: name };
  const child = `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`;
  return resource.pattern === 'sync' ? { args: named, child } : { args: named };
}

function withinLimit(answer: { result: Json }, stateName: string): Answer {
  try {
    limitPayload(answer.result, stateName);
    return answer;
  } catch (error) {
    return failureOf(error) satisfies Failure;
  }
}

async function secondsOf(
  runtime: Runtime,
  field: number | string | undefined,
  bindings: Bindings,
  name: string,
): Promise<number | undefined> {
  if (field === undefined) return undefined;
  const seconds = await runtime.expressions.evaluate(field, bindings, name);
  if (typeof seconds === 'number' && Number.isInteger(seconds) && seconds > 0) return seconds;
  throw new StateError('States.QueryEvaluationError', `${name} is not a whole number above 0`);
}

function shown({ resourceType, resource }: Resource): { resourceType: string; resource: string } {
  return { resourceType, resource };
}
