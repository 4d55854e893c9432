import { AwsError, type EngineContext, type Json } from '../service.ts';
import type { DefinitionCheck } from './definition.ts';
import { drive } from './drive.ts';
import { executions } from './executions.ts';
import { expressions } from './expressions.ts';
import { ledger } from './ledger.ts';
import type { Live, Metric, Runtime, TaskPerformer } from './live-execution.ts';
import { machines } from './machines.ts';
import { publishNotice } from './notices.ts';
import { isWithinLimit } from './payload-limit.ts';
import type { Thread } from './records.ts';
import { goOn, loadExecution } from './resume.ts';
import { executionOfToken } from './task-token.ts';
import { answerTask, beat, settleWithChild } from './tasks.ts';

export interface StatesOptions {
  onMetric?: (metric: Metric) => void;
  /** A second opinion on definitions, beside the engine's own rules. */
  checkDefinition?: DefinitionCheck;
  /** In place of the neighbours, for walks and simulations. */
  performTask?: TaskPerformer;
}

export type StatesEngine = ReturnType<typeof createStatesEngine>;

/** Runs JSONata state machines over the given store, one transaction per transition; a new engine over the same store goes on. */
export function createStatesEngine(context: EngineContext, options: StatesOptions = {}) {
  const book = ledger(context.store);
  const pending = new Set<Promise<void>>();
  const runtime: Runtime = {
    context,
    ledger: book,
    expressions: expressions(context.clock, context.random),
    live: new Map(),
    onMetric: options.onMetric ?? (() => undefined),
    counters: { transitions: 0 },
    ...(options.performTask !== undefined && { performTask: options.performTask }),
    background: (work) => {
      const running = work()
        .catch((error: unknown) => context.log('the engine failed', { error: String(error) }))
        .finally(() => pending.delete(running));
      pending.add(running);
    },
    drive: (live, thread) => runtime.background(async () => await drive(runtime, live, thread)),
    startExecution: (request) => running.start(request),
    stopExecution: (arn, failure) => running.stop(arn, failure),
    stopChild: (live, child) => {
      const record = book.execution(child);
      if (record?.status === 'RUNNING' && record.parent === live.record.arn)
        running.stop(child, { error: 'States.Aborted', cause: 'The task that waited for it has ended' });
    },
    childEnded: (task, child) => {
      const live = runtime.live.get(task.execution);
      const thread = live?.threads.get(task.thread);
      if (live !== undefined && thread !== undefined) settleWithChild(runtime, live, thread, child);
    },
  };
  const known = machines(context, book, options.checkDefinition);
  const running = executions(runtime, known, (arn) => load(arn));

  const load = (arn: string): Live =>
    loadExecution(runtime, arn, known.definition(book.execution(arn)!.revisionId));

  /** The thread that waits with a token: `InvalidToken` for nonsense, `TaskTimedOut` for one whose task is over. */
  function waiting(token: string): { live: Live; thread: Thread } {
    const address = book.token(token);
    const live = address && runtime.live.get(address.execution);
    const thread = address && live?.threads.get(address.thread);
    if (live !== undefined && thread?.call?.token === token) return { live, thread };
    const execution = executionOfToken(token);
    if (execution === undefined || book.execution(execution) === undefined)
      throw new AwsError('InvalidToken', "Invalid Token: 'Invalid token'");
    throw new AwsError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
  }

  return {
    machines: known,
    ledger: book,
    startExecution: running.start,
    stopExecution: running.stop,
    redriveExecution: running.redrive,
    execution: running.get,
    sendTaskSuccess: (token: string, output: Json): void => {
      if (!isWithinLimit(JSON.stringify(output)))
        throw new AwsError('InvalidOutput', 'The output is longer than 262144 bytes');
      const { live, thread } = waiting(token);
      answerTask(runtime, live, thread, { result: output });
    },
    sendTaskFailure: (token: string, error = 'States.TaskFailed', cause?: string): void => {
      const { live, thread } = waiting(token);
      answerTask(runtime, live, thread, { error, ...(cause !== undefined && { cause }) });
    },
    sendTaskHeartbeat: (token: string): void => {
      const { live, thread } = waiting(token);
      beat(runtime, live, thread);
    },
    /** Tokens that are open now, oldest execution first. */
    openTokens: (): { execution: string; state: string; token: string }[] =>
      [...runtime.live.values()].flatMap(({ record, threads }) =>
        [...threads.values()].flatMap(({ state, call }) =>
          call?.token === undefined ? [] : [{ execution: record.arn, state, token: call.token }],
        ),
      ),
    /** State transitions since this engine was made, as the bill counts them: each entry into a state, each retry. */
    transitions: (): number => runtime.counters.transitions,
    /** Takes up every running execution of the store. */
    start: (): void => {
      for (const arn of book.runningExecutions()) {
        if (runtime.live.has(arn)) continue;
        const live = load(arn);
        running.armTimeLimit(live);
        goOn(runtime, live);
      }
      for (const [key, notice] of book.notices()) publishNotice(runtime, key, notice);
    },
    /** Waits until nothing moves but time; calls to services that are under way count as movement. */
    idle: async (): Promise<void> => {
      while (pending.size > 0) await Promise.all(pending);
    },
    /** Cancels the timers and forgets what is in flight; the store keeps everything. */
    stop: (): void => {
      for (const live of runtime.live.values()) {
        for (const timer of live.timers.values()) timer.cancel();
        live.timers.clear();
        live.threads.clear();
      }
      runtime.live.clear();
    },
  };
}
