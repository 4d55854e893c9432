import type { Json } from '../service.ts';
import type { Live, Runtime } from './live-execution.ts';
import type { Thread } from './records.ts';
import type { Turn } from './turn.ts';

/** A new line of control at the door of its first state. */
export function newThread(
  live: Live,
  place: Pick<Thread, 'index' | 'state' | 'input'> & Partial<Thread>,
): Thread {
  const id = String(live.progress.nextThread);
  live.progress.nextThread += 1;
  return {
    id,
    phase: 'entered',
    variables: {},
    enteredAt: 0,
    enteredEventId: 0,
    lastEventId: 0,
    retried: [],
    ...place,
  };
}

/** Puts a thread at the door of a state; each entry is a state transition of the bill. */
export function moveInto(
  runtime: Runtime,
  live: Live,
  turn: Turn,
  thread: Thread,
  name: string,
  input: Json,
): void {
  thread.state = name;
  thread.phase = 'entered';
  thread.input = input;
  thread.enteredAt = runtime.context.clock.now();
  thread.retried = [];
  delete thread.wakeAt;
  delete thread.call;
  delete thread.answer;
  const type = live.definition.states.get(name)!.Type;
  const details = { name, input: JSON.stringify(input), inputDetails: { truncated: false } };
  thread.enteredEventId = turn.event(`${type}StateEntered`, thread, ['stateEnteredEventDetails', details]);
  countTransition(runtime, live);
  turn.save(thread);
}

export function countTransition(runtime: Runtime, live: Live): void {
  live.progress.transitions += 1;
  runtime.counters.transitions += 1;
}
