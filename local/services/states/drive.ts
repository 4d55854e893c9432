import type { Json } from '../service.ts';
import type { State } from './asl.ts';
import { bindingsOf, errorOutputOf, type Moment } from './bindings.ts';
import { finish } from './finish.ts';
import { beginFork, joinChild } from './forks.ts';
import { isAlive, type Live, type Runtime } from './live-execution.ts';
import { limitPayload } from './payload-limit.ts';
import { failFull, raise, remedyFor } from './raise.ts';
import type { Thread } from './records.ts';
import { failureOf, StateError, type Failure } from './state-error.ts';
import { pause, resumeAt } from './pauses.ts';
import { retryDelayMs } from './retry-delay.ts';
import { beginTask } from './tasks.ts';
import { countTransition, moveInto } from './transitions.ts';
import { beginTurn } from './turn.ts';

/** A part of a state that may write an output and variables: the state itself, a choice rule, a catcher. */
interface Writer {
  Assign?: Record<string, Json>;
  Output?: Json;
  Next?: string;
}

/** Threads on their way: an answer that comes before the way has ended is met on it, never driven a second time. */
const onTheirWay = new WeakSet<Thread>();

/** Takes a thread from state to state until it waits for something outside, ends, or fails. */
export async function drive(runtime: Runtime, live: Live, thread: Thread): Promise<void> {
  if (onTheirWay.has(thread)) return;
  onTheirWay.add(thread);
  try {
    while (isAlive(live, thread)) {
      if (thread.phase !== 'entered' && thread.phase !== 'answered') return;
      await step(runtime, live, thread);
    }
  } finally {
    onTheirWay.delete(thread);
  }
}

async function step(runtime: Runtime, live: Live, thread: Thread): Promise<void> {
  try {
    if (thread.phase === 'entered')
      await enter(runtime, live, thread, live.definition.states.get(thread.state)!);
    else await settle(runtime, live, thread);
  } catch (error) {
    if (isAlive(live, thread)) fail(runtime, live, thread, error);
  }
}

function fail(runtime: Runtime, live: Live, thread: Thread, error: unknown): void {
  if (!(error instanceof StateError))
    runtime.context.log('the engine failed', {
      execution: live.record.arn,
      state: thread.state,
      error: String(error),
    });
  const failure = failureOf(error);
  const turn = beginTurn(runtime, live);
  if (failure.error === 'States.QueryEvaluationError')
    turn.event('EvaluationFailed', thread, [
      'evaluationFailedEventDetails',
      { ...failure, state: thread.state },
    ]);
  const isOwnRemedyUsed = thread.answer !== undefined && 'error' in thread.answer;
  thread.phase = 'entered';
  delete thread.answer;
  turn.save(thread);
  raise(runtime, live, turn, thread, failure, isOwnRemedyUsed);
}

async function enter(runtime: Runtime, live: Live, thread: Thread, state: State): Promise<void> {
  const { evaluate } = runtime.expressions;
  switch (state.Type) {
    case 'Pass':
    case 'Succeed':
      return await leave(runtime, live, thread, state, thread.input);
    case 'Choice': {
      for (const rule of state.Choices)
        if (await holds(runtime, live, thread, rule.Condition))
          return await leave(runtime, live, thread, rule, thread.input);
      if (state.Default === undefined)
        throw new StateError(
          'States.NoChoiceMatched',
          `No choice of '${thread.state}' matched and it has no Default.`,
        );
      const { Assign, Output, Default } = state;
      const writer = {
        Next: Default,
        ...(Assign !== undefined && { Assign }),
        ...(Output !== undefined && { Output }),
      };
      return await leave(runtime, live, thread, writer, thread.input);
    }
    case 'Fail': {
      const bindings = bindingsOf(live, thread);
      const error = await evaluate(state.Error ?? '', bindings, 'Error');
      const cause = state.Cause === undefined ? undefined : await evaluate(state.Cause, bindings, 'Cause');
      if (typeof error === 'string' && (cause === undefined || typeof cause === 'string'))
        throw new StateError(error, cause);
      throw new StateError(
        'States.QueryEvaluationError',
        `Error and Cause of '${thread.state}' are not text`,
      );
    }
    case 'Wait':
      return pause(runtime, live, thread, 'waiting', await resumeAt(runtime, live, thread, state));
    case 'Task':
      return await beginTask(runtime, live, thread, state);
    default:
      return await beginFork(runtime, live, thread, state);
  }
}

async function settle(runtime: Runtime, live: Live, thread: Thread): Promise<void> {
  const state = live.definition.states.get(thread.state)!;
  const answer = thread.answer!;
  if ('result' in answer) {
    const moment = state.Type === 'Wait' ? {} : { result: answer.result };
    return await leave(runtime, live, thread, state as Writer, answer.result, moment);
  }
  return await recover(runtime, live, thread, answer);
}

async function recover(runtime: Runtime, live: Live, thread: Thread, failure: Failure): Promise<void> {
  const remedy = remedyFor(live, thread, failure)!;
  if ('catcher' in remedy)
    return await leave(runtime, live, thread, remedy.catcher, errorOutputOf(failure), { failure });
  const { retrier, index } = remedy;
  const { clock, random } = runtime.context;
  const retried = thread.retried[index] ?? 0;
  const delayMs = retryDelayMs(retrier, retried, random);
  thread.retried = Array.from(
    { length: Math.max(index + 1, thread.retried.length) },
    (_, at) => thread.retried[at] ?? 0,
  );
  thread.retried[index] = retried + 1;
  delete thread.answer;
  countTransition(runtime, live);
  pause(runtime, live, thread, 'retrying', clock.now() + delayMs);
}

/** Writes output and variables and goes on: into the next state, back to the parent, or to the end of the execution. */
async function leave(
  runtime: Runtime,
  live: Live,
  thread: Thread,
  writer: Writer,
  base: Json,
  moment: Moment = {},
): Promise<void> {
  const { evaluate } = runtime.expressions;
  const { Assign, Output, Next } = writer;
  const needsBindings = Assign !== undefined || Output !== undefined;
  const bindings = needsBindings ? bindingsOf(live, thread, moment) : {};
  const output = Output === undefined ? base : await evaluate(Output, bindings, 'Output');
  const assigned =
    Assign === undefined ? undefined : ((await evaluate(Assign, bindings, 'Assign')) as Record<string, Json>);
  if (!isAlive(live, thread)) return;
  limitPayload(output, thread.state);
  if (assigned !== undefined) limitPayload(assigned, thread.state);
  const turn = beginTurn(runtime, live);
  const { Type } = live.definition.states.get(thread.state)!;
  turn.event(`${Type}StateExited`, thread, [
    'stateExitedEventDetails',
    {
      name: thread.state,
      output: JSON.stringify(output),
      outputDetails: { truncated: false },
      ...(assigned !== undefined && { assignedVariables: asText(assigned) }),
    },
  ]);
  if (assigned !== undefined) thread.variables = { ...thread.variables, ...assigned };
  if (Next !== undefined) {
    moveInto(runtime, live, turn, thread, Next, output);
    if (!turn.commit()) failFull(runtime, live, turn);
  } else if (thread.parent === undefined) finish(runtime, live, turn, { status: 'SUCCEEDED', output });
  else joinChild(runtime, live, turn, thread, output);
}

async function holds(
  runtime: Runtime,
  live: Live,
  thread: Thread,
  condition: string | boolean,
): Promise<boolean> {
  const value = await runtime.expressions.evaluate(condition, bindingsOf(live, thread), 'Condition');
  if (typeof value === 'boolean') return value;
  throw new StateError(
    'States.QueryEvaluationError',
    `The JSONata expression specified for the field 'Condition' returned an unexpected result type. Expected 'boolean', but was '${typeof value}'.`,
  );
}

function asText(variables: Record<string, Json>): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, JSON.stringify(value)]));
}
