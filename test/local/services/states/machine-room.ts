import { createStatesEngine } from '../../../../local/services/states/engine.ts';
import type { Metric } from '../../../../local/services/states/live-execution.ts';
import type { ExecutionRecord } from '../../../../local/services/states/records.ts';
import type { Json, Store } from '../../../../local/services/service.ts';
import { engineContext, type Answers } from '../../../support/engine-context.ts';
import type { ManualClock } from '../../../support/manual-clock.ts';

export const roleArn = 'arn:aws:iam::000000000000:role/machine';
export const lambda = 'arn:aws:states:::lambda:invoke';

export type States = Record<string, Record<string, Json>>;

/** A JSONata machine whose first state is the first one written. */
export function machine(states: States, rest: Record<string, Json> = {}): string {
  return JSON.stringify({
    QueryLanguage: 'JSONata',
    StartAt: Object.keys(states)[0]!,
    ...rest,
    States: states,
  });
}

/** An engine in a test context, with short words for what most tests do. */
export function machineRoom(
  options: { store?: Store; clock?: ManualClock; answers?: Answers; seed?: number } = {},
) {
  const context = engineContext(options);
  const metrics: Metric[] = [];
  const engine = createStatesEngine(context, { onMetric: (metric) => metrics.push(metric) });

  function put(definition: string, name = 'loan-stage'): string {
    return engine.machines.put({ name, definition, roleArn, settings: {} }).arn;
  }

  async function settle(): Promise<void> {
    await context.clock.advance(0);
  }

  async function start(definition: string, input: Json = {}, name?: string): Promise<string> {
    const machineArn = put(definition);
    const { executionArn } = engine.startExecution({
      machineArn,
      input,
      ...(name !== undefined && { name }),
    });
    await settle();
    return executionArn;
  }

  async function run(definition: string, input: Json = {}): Promise<ExecutionRecord> {
    return engine.execution(await start(definition, input));
  }

  function eventTypes(arn: string): string[] {
    return engine.ledger.events(arn).map(({ type }) => type);
  }

  function tokens(): string[] {
    return engine.openTokens().map(({ token }) => token);
  }

  return { context, engine, metrics, put, settle, start, run, eventTypes, tokens };
}

/** As if the process had been killed: the old engine moves no more, a new one is made over the same store and clock. */
export function restarted(
  room: ReturnType<typeof machineRoom>,
  answers: Answers = {},
): ReturnType<typeof machineRoom> {
  room.engine.stop();
  const next = machineRoom({ store: room.context.store, clock: room.context.clock, answers, seed: 2 });
  next.engine.start();
  return next;
}
