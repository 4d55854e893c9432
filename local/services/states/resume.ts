import type { Live, Runtime } from './live-execution.ts';
import { armWake } from './pauses.ts';
import type { Thread } from './records.ts';
import { resumeTask } from './tasks.ts';

/** Brings an execution back from the ledger; nothing moves until `goOn`. */
export function loadExecution(runtime: Runtime, arn: string, definition: Live['definition']): Live {
  const { ledger } = runtime;
  const threads = new Map(ledger.threads(arn).map((thread) => [thread.id, thread]));
  const live: Live = {
    record: ledger.execution(arn)!,
    definition,
    progress: ledger.progress(arn)!,
    threads,
    forks: new Map(),
    timers: new Map(),
  };
  for (const thread of threads.values()) {
    const fork = thread.phase === 'forked' ? ledger.fork(arn, thread.id) : undefined;
    if (fork === undefined) continue;
    const outputs = new Map(ledger.outputs(arn, thread.id).map(({ index, output }) => [index, output]));
    const started = [...threads.values()]
      .filter(({ parent }) => parent === thread.id)
      .map(({ index }) => index);
    const next = Math.max(-1, ...outputs.keys(), ...started) + 1;
    live.forks.set(thread.id, { ...fork, outputs, next });
  }
  runtime.live.set(arn, live);
  return live;
}

/** Lets each thread go on from the phase it was recorded in. */
export function goOn(runtime: Runtime, live: Live): void {
  const recorded = [...live.threads.values()];
  for (const thread of recorded) goOnThread(runtime, live, thread);
}

function goOnThread(runtime: Runtime, live: Live, thread: Thread): void {
  if (live.threads.get(thread.id) !== thread || live.record.status !== 'RUNNING') return;
  if (thread.phase === 'entered' || thread.phase === 'answered') runtime.drive(live, thread);
  else if (thread.phase === 'waiting' || thread.phase === 'retrying') armWake(runtime, live, thread);
  else if (thread.phase === 'calling') resumeTask(runtime, live, thread);
}
