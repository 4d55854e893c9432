import type { Store } from '../service.ts';
import type { ExecutionRecord, Fork, HistoryEvent, MachineRecord, Progress, Thread } from './records.ts';
import type { Json } from '../service.ts';

const MACHINES = 'states.machine';
const REVISIONS = 'states.revision';
const EXECUTIONS = 'states.execution';
const BY_MACHINE = 'states.execution-by-machine';
const RUNNING = 'states.running';
const PROGRESS = 'states.progress';
const THREADS = 'states.thread';
const FORKS = 'states.fork';
const OUTPUTS = 'states.fork-output';
const EVENTS = 'states.history';
const TOKENS = 'states.token';
const PARENTS = 'states.parent-task';
const NOTICES = 'states.notice';

/** After any epoch millisecond: subtracted from, so that newer keys sort first. */
const END_OF_TIME_MS = 10_000_000_000_000;

/** Where a task that waits stands. */
export interface TaskAddress {
  execution: string;
  thread: string;
}

export type Ledger = ReturnType<typeof ledger>;

const order = (value: number): string => String(value).padStart(14, '0');
const threadKey = (execution: string, thread: string): string => `${execution}#${thread}`;

const parentKey = (child: string, { execution, thread }: TaskAddress): string =>
  `${child}#${execution}#${thread}`;

/** Everything the engine keeps, by name; all state is in the given store. */
export function ledger(store: Store) {
  return {
    transaction: <T>(work: () => T): T => store.transaction(work),

    machine: (arn: string) => store.get<MachineRecord>(MACHINES, arn),
    machines: () => store.list<MachineRecord>(MACHINES).map(([, machine]) => machine),
    putMachine: (machine: MachineRecord) => store.put(MACHINES, machine.arn, machine),
    deleteMachine: (arn: string) => store.delete(MACHINES, arn),
    revision: (id: string) => store.get<string>(REVISIONS, id),
    putRevision: (id: string, definition: string) => store.put(REVISIONS, id, definition),

    execution: (arn: string) => store.get<ExecutionRecord>(EXECUTIONS, arn),
    putExecution: (execution: ExecutionRecord) => {
      store.put(EXECUTIONS, execution.arn, execution);
      if (execution.status === 'RUNNING') store.put(RUNNING, execution.arn, true);
      else store.delete(RUNNING, execution.arn);
    },
    indexExecution: ({ machineArn, startedAt, name, arn }: ExecutionRecord) =>
      store.put(BY_MACHINE, `${machineArn}#${order(END_OF_TIME_MS - startedAt)}#${name}`, arn),
    /** Newest first; `after` is the key of the last one seen. */
    executionsOf: (machineArn: string, after?: string) =>
      store.list<string>(BY_MACHINE, { prefix: `${machineArn}#`, ...(after !== undefined && { after }) }),
    runningExecutions: () => store.list<true>(RUNNING).map(([arn]) => arn),

    progress: (arn: string) => store.get<Progress>(PROGRESS, arn),
    putProgress: (arn: string, progress: Progress) => store.put(PROGRESS, arn, progress),

    threads: (arn: string) => store.list<Thread>(THREADS, { prefix: `${arn}#` }).map(([, thread]) => thread),
    putThread: (arn: string, thread: Thread) => store.put(THREADS, threadKey(arn, thread.id), thread),
    deleteThread: (arn: string, id: string) => store.delete(THREADS, threadKey(arn, id)),

    fork: (arn: string, thread: string) => store.get<Fork>(FORKS, threadKey(arn, thread)),
    putFork: (arn: string, thread: string, fork: Fork) => store.put(FORKS, threadKey(arn, thread), fork),
    outputs: (arn: string, thread: string) =>
      store
        .list<{ output: Json }>(OUTPUTS, { prefix: `${threadKey(arn, thread)}#` })
        .map(([key, { output }]) => ({
          index: Number(key.slice(key.lastIndexOf('#') + 1)),
          output,
        })),
    putOutput: (arn: string, thread: string, index: number, output: Json) =>
      store.put(OUTPUTS, `${threadKey(arn, thread)}#${order(index)}`, { output }),
    deleteFork: (arn: string, thread: string) => {
      store.delete(FORKS, threadKey(arn, thread));
      for (const [key] of store.list(OUTPUTS, { prefix: `${threadKey(arn, thread)}#` }))
        store.delete(OUTPUTS, key);
    },

    putEvents: (arn: string, events: HistoryEvent[]) =>
      store.put(EVENTS, `${arn}#${order(events[0]!.id)}`, events),
    events: (arn: string) =>
      store.list<HistoryEvent[]>(EVENTS, { prefix: `${arn}#` }).flatMap(([, events]) => events),

    token: (token: string) => store.get<TaskAddress>(TOKENS, token),
    putToken: (token: string, address: TaskAddress) => store.put(TOKENS, token, address),
    deleteToken: (token: string) => store.delete(TOKENS, token),

    /** The tasks that wait for an execution to end. */
    parentTasks: (child: string) =>
      store.list<TaskAddress>(PARENTS, { prefix: `${child}#` }).map(([, address]) => address),
    putParentTask: (child: string, address: TaskAddress) =>
      store.put(PARENTS, parentKey(child, address), address),
    deleteParentTask: (child: string, address: TaskAddress) =>
      store.delete(PARENTS, parentKey(child, address)),

    notices: () => store.list<Notice>(NOTICES),
    putNotice: (key: string, notice: Notice) => store.put(NOTICES, key, notice),
    deleteNotice: (key: string) => store.delete(NOTICES, key),
  };
}

/** A status change that the event bus has not taken yet. */
export interface Notice {
  execution: string;
  detail: Json;
  at: number;
}
