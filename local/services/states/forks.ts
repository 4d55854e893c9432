import type { Json } from '../service.ts';
import { regionsOf, type MapState, type ParallelState } from './asl.ts';
import { bindingsOf } from './bindings.ts';
import { isAlive, type Live, type Runtime } from './live-execution.ts';
import type { Fork, Thread } from './records.ts';
import { failFull } from './raise.ts';
import { StateError } from './state-error.ts';
import { moveInto, newThread } from './transitions.ts';
import { beginTurn, type Turn } from './turn.ts';

interface Plan {
  fork: Fork;
  /** How many may run at once. */
  limit: number;
}

/** Starts the branches of a Parallel or the first iterations of a Map. Rejects with a `StateError` when its fields cannot be evaluated. */
export async function beginFork(
  runtime: Runtime,
  live: Live,
  thread: Thread,
  state: ParallelState | MapState,
): Promise<void> {
  const { fork, limit } =
    state.Type === 'Map'
      ? await mapFork(runtime, live, thread, state)
      : await parallelFork(runtime, live, thread, state);
  if (!isAlive(live, thread)) return;
  const turn = beginTurn(runtime, live);
  const { length } = fork.inputs;
  if (state.Type === 'Map')
    turn.event('MapStateStarted', thread, ['mapStateStartedEventDetails', { length }]);
  else turn.event('ParallelStateStarted', thread);
  live.forks.set(thread.id, { ...fork, outputs: new Map(), next: 0 });
  turn.fork(thread, fork);
  thread.phase = 'forked';
  turn.save(thread);
  const started: Thread[] = [];
  while (started.length < Math.min(limit, length)) started.push(spawn(runtime, live, turn, thread));
  // A fork without branches is answered at once; who drives the thread here goes on with it.
  if (length === 0) collect(live, turn, thread);
  proceed(runtime, live, turn, started);
}

/** Takes the output of a branch or iteration that has come to its end; the last one lets the parent go on. */
export function joinChild(runtime: Runtime, live: Live, turn: Turn, child: Thread, output: Json): void {
  const parent = live.threads.get(child.parent!)!;
  const fork = live.forks.get(parent.id)!;
  const isMap = fork.items !== undefined;
  if (isMap) {
    const details = { name: parent.state, index: child.index };
    turn.event('MapIterationSucceeded', child, ['mapIterationSucceededEventDetails', details]);
  }
  turn.drop(child);
  turn.output(parent, child.index, output);
  if (fork.outputs.size === fork.inputs.length) {
    collect(live, turn, parent);
    proceed(runtime, live, turn, [parent]);
  } else
    proceed(runtime, live, turn, fork.next < fork.inputs.length ? [spawn(runtime, live, turn, parent)] : []);
}

async function parallelFork(
  runtime: Runtime,
  live: Live,
  thread: Thread,
  state: ParallelState,
): Promise<Plan> {
  const { Arguments, Branches } = state;
  const input =
    Arguments === undefined
      ? thread.input
      : await runtime.expressions.evaluate(Arguments, bindingsOf(live, thread), 'Arguments');
  return { fork: { inputs: Branches.map(() => input) }, limit: Branches.length };
}

async function mapFork(runtime: Runtime, live: Live, thread: Thread, state: MapState): Promise<Plan> {
  const { evaluate } = runtime.expressions;
  const bindings = bindingsOf(live, thread);
  const items = state.Items === undefined ? thread.input : await evaluate(state.Items, bindings, 'Items');
  if (!Array.isArray(items))
    throw new StateError('States.QueryEvaluationError', `The items of '${thread.state}' are not an array.`);
  const limit = await evaluate(state.MaxConcurrency ?? 0, bindings, 'MaxConcurrency');
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 0)
    throw new StateError(
      'States.QueryEvaluationError',
      `The MaxConcurrency of '${thread.state}' is not a whole number.`,
    );
  const inputs: Json[] = [];
  for (const [Index, Value] of items.entries()) {
    const withItem = bindingsOf(live, { ...thread, item: { Index, Value } });
    inputs.push(
      state.ItemSelector === undefined ? Value : await evaluate(state.ItemSelector, withItem, 'ItemSelector'),
    );
  }
  return { fork: { inputs, items }, limit: limit === 0 ? Infinity : limit };
}

function spawn(runtime: Runtime, live: Live, turn: Turn, parent: Thread): Thread {
  const fork = live.forks.get(parent.id)!;
  const index = fork.next;
  fork.next += 1;
  const regions = regionsOf(live.definition.states.get(parent.state)!);
  const region = (fork.items === undefined ? regions[index] : regions[0])!;
  const item = fork.items === undefined ? parent.item : { Index: index, Value: fork.items[index]! };
  const child = newThread(live, {
    index,
    state: region.StartAt,
    input: fork.inputs[index]!,
    parent: parent.id,
    lastEventId: parent.lastEventId,
    ...(item !== undefined && { item }),
  });
  if (fork.items !== undefined)
    turn.event('MapIterationStarted', child, [
      'mapIterationStartedEventDetails',
      { name: parent.state, index },
    ]);
  moveInto(runtime, live, turn, child, region.StartAt, child.input);
  return child;
}

function collect(live: Live, turn: Turn, parent: Thread): void {
  const fork = live.forks.get(parent.id)!;
  parent.answer = { result: fork.inputs.map((_, index) => fork.outputs.get(index)!) };
  parent.phase = 'answered';
  turn.event(fork.items === undefined ? 'ParallelStateSucceeded' : 'MapStateSucceeded', parent);
  turn.endFork(parent);
  turn.save(parent);
}

function proceed(runtime: Runtime, live: Live, turn: Turn, threads: Thread[]): void {
  if (!turn.commit()) {
    failFull(runtime, live, turn);
    return;
  }
  for (const thread of threads) runtime.drive(live, thread);
}
