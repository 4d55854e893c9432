import type { Catcher, Retrier } from './asl.ts';
import { finish } from './finish.ts';
import type { Live, Runtime } from './live-execution.ts';
import type { Thread } from './records.ts';
import { mayRetry } from './retry-delay.ts';
import { matchesError, type Failure } from './state-error.ts';
import type { Turn } from './turn.ts';

export type Remedy = { retrier: Retrier; index: number } | { catcher: Catcher };

/** What the state a thread stands in does about a failure: the first retrier that matches while it lasts, else the first catcher. */
export function remedyFor(live: Live, thread: Thread, failure: Failure): Remedy | undefined {
  const state = live.definition.states.get(thread.state);
  if (state === undefined || !('Retry' in state || 'Catch' in state)) return undefined;
  const retriers = state.Retry ?? [];
  const index = retriers.findIndex(({ ErrorEquals }) => matchesError(failure.error, ErrorEquals));
  const retrier = retriers[index];
  if (retrier !== undefined && mayRetry(retrier, thread.retried[index] ?? 0)) return { retrier, index };
  const catcher = state.Catch?.find(({ ErrorEquals }) => matchesError(failure.error, ErrorEquals));
  return catcher === undefined ? undefined : { catcher };
}

/**
 * Takes a failure up from a thread to the first state that retries or catches it; what ran below is dropped. With none,
 * the execution fails and its threads stay as they are, for a redrive. Commits the turn.
 */
export function raise(
  runtime: Runtime,
  live: Live,
  turn: Turn,
  thread: Thread,
  failure: Failure,
  isOwnRemedyUsed = false,
): void {
  let at: Thread | undefined = isOwnRemedyUsed ? climb(live, turn, thread) : thread;
  while (at !== undefined && remedyFor(live, at, failure) === undefined) at = climb(live, turn, at);
  if (at === undefined) {
    finish(runtime, live, turn, { status: 'FAILED', failure });
    return;
  }
  const children = dropBelow(live, turn, at);
  if (live.forks.has(at.id)) turn.endFork(at);
  at.phase = 'answered';
  at.answer = failure;
  turn.save(at);
  if (turn.commit()) runtime.drive(live, at);
  else failFull(runtime, live, turn);
  for (const child of children) runtime.stopChild(live, child);
}

/** The history has no room left. */
export function failFull(runtime: Runtime, live: Live, turn: Turn): void {
  const cause = 'The execution reached the maximum number of history events (25000).';
  finish(runtime, live, turn, { status: 'FAILED', failure: { error: 'States.Runtime', cause } });
}

function climb(live: Live, turn: Turn, from: Thread): Thread | undefined {
  const parent = from.parent === undefined ? undefined : live.threads.get(from.parent);
  if (parent === undefined) return undefined;
  if (live.definition.states.get(parent.state)?.Type === 'Map') {
    const details = { name: parent.state, index: from.index };
    turn.event('MapIterationFailed', from, ['mapIterationFailedEventDetails', details]);
    turn.event('MapStateFailed', parent);
  } else turn.event('ParallelStateFailed', parent);
  return parent;
}

/** Answers the executions that the dropped tasks waited for. */
function dropBelow(live: Live, turn: Turn, top: Thread): string[] {
  const children: string[] = [];
  for (const thread of live.threads.values())
    if (thread.parent === top.id) {
      children.push(...dropBelow(live, turn, thread));
      if (thread.call?.child !== undefined) children.push(thread.call.child);
      turn.drop(thread);
    }
  return children;
}
