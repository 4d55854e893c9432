import type { WaitState } from './asl.ts';
import { bindingsOf } from './bindings.ts';
import { arm, isAlive, type Live, type Runtime } from './live-execution.ts';
import { failFull } from './raise.ts';
import type { Thread } from './records.ts';
import { StateError } from './state-error.ts';
import { beginTurn } from './turn.ts';

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** The instant a Wait ends, in epoch milliseconds. */
export async function resumeAt(
  runtime: Runtime,
  live: Live,
  thread: Thread,
  state: WaitState,
): Promise<number> {
  const { evaluate } = runtime.expressions;
  const bindings = bindingsOf(live, thread);
  if (state.Timestamp !== undefined) {
    const timestamp = await evaluate(state.Timestamp, bindings, 'Timestamp');
    const epochMs =
      typeof timestamp === 'string' && RFC3339.test(timestamp) ? Date.parse(timestamp) : Number.NaN;
    if (Number.isNaN(epochMs))
      throw new StateError('States.QueryEvaluationError', 'Timestamp is not an RFC 3339 instant');
    return epochMs;
  }
  const seconds = await evaluate(state.Seconds ?? 0, bindings, 'Seconds');
  if (typeof seconds !== 'number' || !Number.isInteger(seconds) || seconds < 0)
    throw new StateError('States.QueryEvaluationError', 'Seconds is not a whole number of at least 0');
  return runtime.context.clock.now() + seconds * 1000;
}

/** Lets a thread rest until an instant: in a Wait state, or before a retry. */
export function pause(
  runtime: Runtime,
  live: Live,
  thread: Thread,
  phase: 'waiting' | 'retrying',
  until: number,
): void {
  if (!isAlive(live, thread)) return;
  thread.phase = phase;
  thread.wakeAt = until;
  const turn = beginTurn(runtime, live);
  turn.save(thread);
  if (turn.commit()) armWake(runtime, live, thread);
  else failFull(runtime, live, turn);
}

/** Also after a restart; an instant already past wakes at once. */
export function armWake(runtime: Runtime, live: Live, thread: Thread): void {
  arm(runtime, live, thread.id, thread.wakeAt ?? 0, () => {
    if (!isAlive(live, thread)) return;
    const isRetry = thread.phase === 'retrying';
    delete thread.wakeAt;
    thread.phase = isRetry ? 'entered' : 'answered';
    if (!isRetry) thread.answer = { result: thread.input };
    runtime.drive(live, thread);
  });
}
