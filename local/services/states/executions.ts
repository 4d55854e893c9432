import { AwsError, type Json } from '../service.ts';
import { finish, measure } from './finish.ts';
import { arm, type Live, type Runtime, type StartRequest } from './live-execution.ts';
import { isName, type Machines } from './machines.ts';
import { publishNotice, statusNotice } from './notices.ts';
import { isWithinLimit } from './payload-limit.ts';
import type { ExecutionRecord } from './records.ts';
import { goOn } from './resume.ts';
import type { Failure } from './state-error.ts';
import { moveInto, newThread } from './transitions.ts';
import { beginTurn } from './turn.ts';

const REDRIVABLE_FOR_MS = 14 * 86_400_000;

/** Starting, stopping and redriving; errors are AWS's. */
export function executions(runtime: Runtime, machines: Machines, load: (arn: string) => Live) {
  const { context, ledger } = runtime;

  function start(request: StartRequest): { executionArn: string; startedAt: number } {
    const machine = machines.get(request.machineArn);
    const name = request.name ?? context.random.uuid();
    if (!isName(name)) throw new AwsError('InvalidName', `Invalid Name: '${name}'`);
    const inputText = JSON.stringify(request.input);
    if (!isWithinLimit(inputText))
      throw new AwsError('InvalidExecutionInput', 'The input is longer than 262144 bytes');
    const arn = `${machine.arn.replace(':stateMachine:', ':execution:')}:${name}`;
    const known = ledger.execution(arn);
    if (known !== undefined) {
      if (known.status === 'RUNNING' && JSON.stringify(known.input) === inputText)
        return { executionArn: arn, startedAt: known.startedAt };
      throw new AwsError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
    }
    const startedAt = context.clock.now();
    const { revisionId, roleArn } = machine;
    const record: ExecutionRecord = {
      arn,
      name,
      machineArn: machine.arn,
      revisionId,
      roleArn,
      status: 'RUNNING',
      ...(request.parent !== undefined && { parent: request.parent }),
      input: request.input,
      startedAt,
      redriveCount: 0,
    };
    begin(record, inputText);
    return { executionArn: arn, startedAt };
  }

  function begin(record: ExecutionRecord, input: string): void {
    const definition = machines.definition(record.revisionId);
    const live: Live = {
      record,
      definition,
      progress: { nextEventId: 1, nextThread: 0, transitions: 0 },
      threads: new Map(),
      forks: new Map(),
      timers: new Map(),
    };
    setTimeLimit(live);
    const turn = beginTurn(runtime, live);
    const { StartAt } = definition.machine;
    const root = newThread(live, { index: 0, state: StartAt, input: record.input });
    const details = { input, inputDetails: { truncated: false }, roleArn: record.roleArn };
    turn.event('ExecutionStarted', root, ['executionStartedEventDetails', details]);
    moveInto(runtime, live, turn, root, StartAt, record.input);
    const [key, notice] = statusNotice(record, record.startedAt);
    turn.also(() => {
      ledger.putExecution(record);
      ledger.indexExecution(record);
      ledger.putNotice(key, notice);
    });
    turn.commit();
    runtime.live.set(record.arn, live);
    armTimeLimit(live);
    publishNotice(runtime, key, notice);
    measure(runtime, record.machineArn, 'STARTED');
    runtime.drive(live, root);
  }

  function setTimeLimit(live: Live): void {
    const { TimeoutSeconds } = live.definition.machine;
    if (TimeoutSeconds !== undefined) live.record.timeoutAt = context.clock.now() + TimeoutSeconds * 1000;
  }

  function armTimeLimit(live: Live): void {
    const { timeoutAt } = live.record;
    if (timeoutAt === undefined) return;
    arm(runtime, live, '', timeoutAt, () => {
      if (live.record.status === 'RUNNING')
        finish(runtime, live, beginTurn(runtime, live), {
          status: 'TIMED_OUT',
          failure: { error: 'States.Timeout' },
        });
    });
  }

  /** Answers the instant it stopped; a closed execution keeps its own. */
  function stop(arn: string, failure: Partial<Failure> = {}): number {
    const live = runtime.live.get(arn);
    if (live === undefined) return get(arn).stoppedAt ?? context.clock.now();
    finish(runtime, live, beginTurn(runtime, live), { status: 'ABORTED', failure });
    return live.record.stoppedAt!;
  }

  function get(arn: string): ExecutionRecord {
    const record = ledger.execution(arn);
    if (record === undefined)
      throw new AwsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
    return record;
  }

  /** Goes on where a failed, timed-out or stopped execution stood; what had succeeded stays done. */
  function redrive(arn: string): number {
    const blocked = redriveBlock(get(arn), context.clock.now());
    if (blocked !== undefined) throw new AwsError('ExecutionNotRedrivable', blocked);
    const live = load(arn);
    const { record } = live;
    record.status = 'RUNNING';
    record.redriveCount += 1;
    record.redrivenAt = context.clock.now();
    delete record.stoppedAt;
    delete record.failure;
    setTimeLimit(live);
    const turn = beginTurn(runtime, live);
    const details = { redriveCount: record.redriveCount };
    turn.event('ExecutionRedriven', undefined, ['executionRedrivenEventDetails', details]);
    const parents = new Set([...live.threads.values()].map(({ parent }) => parent));
    for (const thread of live.threads.values()) {
      const hasResult = thread.answer !== undefined && 'result' in thread.answer;
      if (parents.has(thread.id) || thread.phase === 'waiting' || hasResult) continue;
      thread.phase = 'entered';
      thread.retried = [];
      delete thread.answer;
      delete thread.wakeAt;
      turn.save(thread);
    }
    const [key, notice] = statusNotice(record, record.redrivenAt);
    turn.also(() => {
      ledger.putExecution(record);
      ledger.putNotice(key, notice);
    });
    turn.commit();
    armTimeLimit(live);
    publishNotice(runtime, key, notice);
    goOn(runtime, live);
    return record.redrivenAt;
  }

  return { start, stop, get, redrive, armTimeLimit };
}

/** Why an execution cannot be redriven; undefined when it can. */
export function redriveBlock(record: ExecutionRecord, now: number): string | undefined {
  if (record.status === 'RUNNING' || record.status === 'SUCCEEDED')
    return `Execution is ${record.status} and cannot be redriven`;
  if (now - (record.stoppedAt ?? now) > REDRIVABLE_FOR_MS)
    return 'Execution has exceeded its redrivable period';
  return undefined;
}

/** Text of an input as the API takes it; absent means `{}`. */
export function parseInput(text: string | undefined): Json {
  try {
    return JSON.parse(text ?? '{}') as Json;
  } catch {
    throw new AwsError(
      'InvalidExecutionInput',
      `Invalid State Machine Execution Input: the input is not JSON`,
    );
  }
}
