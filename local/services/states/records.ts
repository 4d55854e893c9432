import type { Json } from '../service.ts';
import type { Failure } from './state-error.ts';

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** A state machine as provisioned; running executions keep the revision they began with. */
export interface MachineRecord {
  arn: string;
  name: string;
  revisionId: string;
  roleArn: string;
  createdAt: number;
  updatedAt: number;
  /** What Describe echoes and the engine does not use. */
  settings: Record<string, Json>;
}

/** Written at start, at the end and at a redrive only. */
export interface ExecutionRecord {
  arn: string;
  name: string;
  machineArn: string;
  revisionId: string;
  roleArn: string;
  status: ExecutionStatus;
  /** The execution whose `.sync` task started it; stopped with that task. */
  parent?: string;
  input: Json;
  startedAt: number;
  stoppedAt?: number;
  /** When the machine's own TimeoutSeconds are over. */
  timeoutAt?: number;
  output?: Json;
  failure?: Partial<Failure>;
  redriveCount: number;
  redrivenAt?: number;
}

/** What every transition moves on; small, because it is rewritten with each. */
export interface Progress {
  nextEventId: number;
  nextThread: number;
  transitions: number;
}

/** A task under way. `token` and `child` are there for those patterns only. */
export interface Call {
  args: Json;
  token?: string;
  /** The execution that `states:startExecution.sync` waits for. */
  child?: string;
  /** The service has taken the call; what follows comes by token or by the child's end. */
  isSubmitted: boolean;
  timeoutSeconds?: number;
  timeoutAt?: number;
  heartbeatSeconds?: number;
  heartbeatAt?: number;
}

export type Answer = { result: Json } | Failure;

/**
 * One line of control: the execution itself (`0`), a branch, or an iteration. It stands in one state, in one phase:
 * `entered` (to be evaluated), `calling`, `waiting`, `retrying`, `forked` (its children run), `answered` (a result or a
 * failure is recorded and the state is to be left).
 */
export interface Thread {
  id: string;
  parent?: string;
  /** Which branch or item of the parent. */
  index: number;
  state: string;
  phase: 'entered' | 'calling' | 'waiting' | 'retrying' | 'forked' | 'answered';
  input: Json;
  variables: Record<string, Json>;
  enteredAt: number;
  enteredEventId: number;
  lastEventId: number;
  /** Attempts already used, by retrier. */
  retried: number[];
  wakeAt?: number;
  call?: Call;
  answer?: Answer;
  /** Of a Map's iteration: `$states.context.Map.Item`. */
  item?: { Index: number; Value: Json };
}

/** What the children of a Parallel or Map are given; written once, when it forks. */
export interface Fork {
  inputs: Json[];
  /** Items as they were before ItemSelector; absent for a Parallel. */
  items?: Json[];
}

/** One event of the history, in the shape of the API (timestamps in epoch seconds). */
export interface HistoryEvent {
  id: number;
  previousEventId: number;
  timestamp: number;
  type: string;
  [details: `${string}EventDetails`]: Record<string, Json>;
}
