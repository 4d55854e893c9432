import type { EngineContext, Json, Timer } from '../service.ts';
import type { Definition } from './definition.ts';
import type { Expressions } from './expressions.ts';
import type { Ledger, TaskAddress } from './ledger.ts';
import type { ExecutionRecord, Fork, Progress, Thread } from './records.ts';
import type { Resource } from './resource.ts';

export interface Metric {
  namespace: 'AWS/States';
  name: string;
  dimensions: Record<string, string>;
  value: number;
  unit: 'Count' | 'Milliseconds';
}

/** Replies with the result in the integration's shape, or rejects with a `StateError`. */
export type TaskPerformer = (task: {
  execution: string;
  state: string;
  resource: Resource;
  args: Json;
  token?: string;
}) => Promise<Json>;

/** A running execution in memory; the ledger holds the same. */
export interface Live {
  record: ExecutionRecord;
  definition: Definition;
  progress: Progress;
  threads: Map<string, Thread>;
  forks: Map<string, LiveFork>;
  /** By thread id; `''` is the execution's own time-out. */
  timers: Map<string, Timer>;
}

export interface LiveFork extends Fork {
  outputs: Map<number, Json>;
  /** The first that has not been started. */
  next: number;
}

/** What the parts of the engine share; the functions are set by the engine so that parts need not import each other. */
export interface Runtime {
  context: EngineContext;
  ledger: Ledger;
  expressions: Expressions;
  live: Map<string, Live>;
  onMetric: (metric: Metric) => void;
  counters: { transitions: number };
  /** Given by a walk or a simulation: makes every task's call in place of the neighbours; its reply ends a `.sync` task too. */
  performTask?: TaskPerformer;
  /** Runs work that nobody awaits; `idle` waits for it. */
  background(work: () => Promise<void>): void;
  /** Goes on with a thread until it waits for something. */
  drive(live: Live, thread: Thread): void;
  startExecution(request: StartRequest): { executionArn: string; startedAt: number };
  /** An execution that a task waited for has ended. */
  childEnded(task: TaskAddress, child: string): void;
  /** Stops what a task of the given execution started and waited for; nothing else of that name. */
  stopChild(live: Live, child: string): void;
  stopExecution(arn: string, failure?: { error?: string; cause?: string }): number;
}

export function addressOf(live: Live, thread: Thread): TaskAddress {
  return { execution: live.record.arn, thread: thread.id };
}

export interface StartRequest {
  machineArn: string;
  name?: string;
  input: Json;
  /** The execution that waits for it. */
  parent?: string;
}

/** Still running, and this very thread still part of it: asked again after every await. */
export function isAlive(live: Live, thread: Thread): boolean {
  return live.record.status === 'RUNNING' && live.threads.get(thread.id) === thread;
}

export function disarm(live: Live, threadId: string): void {
  live.timers.get(threadId)?.cancel();
  live.timers.delete(threadId);
}

/** One timer per thread; a later one replaces it. */
export function arm(runtime: Runtime, live: Live, threadId: string, at: number, run: () => void): void {
  disarm(live, threadId);
  live.timers.set(
    threadId,
    runtime.context.scheduler.at(at, () => {
      live.timers.delete(threadId);
      run();
    }),
  );
}
