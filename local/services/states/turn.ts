import type { Json } from '../service.ts';
import type { TaskAddress } from './ledger.ts';
import { disarm, type Live, type Runtime } from './live-execution.ts';
import type { Fork, HistoryEvent, Thread } from './records.ts';

/** Step Functions allows this many events; the last one is the failure itself. */
export const MOST_EVENTS = 25_000;

/** One transition: what it changes is gathered, then written in a single transaction, or not at all. */
export interface Turn {
  event(
    type: string,
    thread: Thread | undefined,
    details?: [name: `${string}EventDetails`, value: object],
  ): number;
  save(thread: Thread): void;
  /** With its timers, its token and its fork. */
  drop(thread: Thread): void;
  fork(thread: Thread, fork: Fork): void;
  endFork(thread: Thread): void;
  output(parent: Thread, index: number, output: Json): void;
  openToken(token: string, thread: Thread): void;
  closeToken(token: string): void;
  /** Anything else that belongs into the same transaction. */
  also(write: () => void): void;
  /** False when the history is full: nothing was recorded beyond it and the execution has to fail. */
  commit(): boolean;
}

export function beginTurn(runtime: Runtime, live: Live): Turn {
  const { ledger } = runtime;
  const { arn } = live.record;
  const events: HistoryEvent[] = [];
  const saved = new Set<Thread>();
  const writes: (() => void)[] = [];
  let isFull = false;

  return {
    event: (type, thread, details) => {
      const id = live.progress.nextEventId;
      if (id >= MOST_EVENTS && !type.startsWith('Execution')) {
        isFull = true;
        return thread?.lastEventId ?? 0;
      }
      live.progress.nextEventId += 1;
      const event: HistoryEvent = {
        id,
        previousEventId: thread?.lastEventId ?? Math.max(0, id - 1),
        timestamp: runtime.context.clock.now() / 1000,
        type,
      };
      if (details !== undefined) event[details[0]] = details[1] as Record<string, Json>;
      if (thread !== undefined) thread.lastEventId = id;
      events.push(event);
      return id;
    },
    save: (thread) => {
      live.threads.set(thread.id, thread);
      saved.add(thread);
    },
    drop: (thread) => {
      disarm(live, thread.id);
      live.threads.delete(thread.id);
      const hadFork = live.forks.delete(thread.id);
      saved.delete(thread);
      const token = thread.call?.token;
      const child = thread.call?.child;
      writes.push(() => {
        ledger.deleteThread(arn, thread.id);
        if (hadFork) ledger.deleteFork(arn, thread.id);
        if (token !== undefined) ledger.deleteToken(token);
        if (child !== undefined) ledger.deleteParentTask(child, { execution: arn, thread: thread.id });
      });
    },
    fork: (thread, fork) => {
      writes.push(() => ledger.putFork(arn, thread.id, fork));
    },
    endFork: (thread) => {
      live.forks.delete(thread.id);
      writes.push(() => ledger.deleteFork(arn, thread.id));
    },
    output: (parent, index, output) => {
      live.forks.get(parent.id)?.outputs.set(index, output);
      writes.push(() => ledger.putOutput(arn, parent.id, index, output));
    },
    openToken: (token, thread) => {
      const address: TaskAddress = { execution: arn, thread: thread.id };
      writes.push(() => ledger.putToken(token, address));
    },
    closeToken: (token) => {
      writes.push(() => ledger.deleteToken(token));
    },
    also: (write) => {
      writes.push(write);
    },
    commit: () => {
      ledger.transaction(() => {
        if (events.length > 0) ledger.putEvents(arn, events);
        for (const thread of saved) ledger.putThread(arn, thread);
        for (const write of writes) write();
        ledger.putProgress(arn, live.progress);
      });
      return !isFull;
    },
  };
}
