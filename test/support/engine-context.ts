import { memoryStore } from '../../local/runtime/memory-store.ts';
import { seededRandom } from '../../local/runtime/random.ts';
import { AwsError } from '../../local/services/service.ts';
import type {
  EngineContext,
  EventEntry,
  InvokeOutcome,
  Json,
  Neighbours,
  Store,
} from '../../local/services/service.ts';
import { manualClock, type ManualClock } from './manual-clock.ts';

export interface RecordedNeighbours extends Neighbours {
  invoked: { functionArn: string; payload: Json }[];
  delivered: { targetArn: string; payload: Json }[];
  published: EventEntry[];
  called: { service: string; action: string; input: Json }[];
}

export interface TestContext extends EngineContext {
  clock: ManualClock;
  neighbours: RecordedNeighbours;
  logged: { message: string; facts?: Record<string, Json> }[];
}

/** What a neighbour should answer; what is not given succeeds with an empty object. */
export interface Answers {
  invoke?: (functionArn: string, payload: Json) => InvokeOutcome | Promise<InvokeOutcome>;
  deliver?: (targetArn: string, payload: Json) => void | Promise<void>;
  putEvents?: (entries: EventEntry[]) => void | Promise<void>;
  call?: (service: string, action: string, input: Json) => Json | Promise<Json>;
}

/**
 * An `EngineContext` without a machine: the clock stands still until `context.clock.advance(ms)`, which also runs due
 * timers in order and waits for them; random is seeded; the store is in memory (pass one to test a restart); neighbours record.
 */
export function engineContext(
  options: { store?: Store; startsAt?: string; seed?: number; answers?: Answers; clock?: ManualClock } = {},
): TestContext {
  const clock = options.clock ?? manualClock(options.startsAt ?? '2026-03-02T15:00:00Z');
  const logged: TestContext['logged'] = [];
  return {
    clock,
    scheduler: clock.scheduler,
    random: seededRandom(options.seed ?? 1),
    store: options.store ?? memoryStore(),
    neighbours: recordedNeighbours(options.answers ?? {}),
    region: 'us-east-1',
    account: '000000000000',
    logged,
    log: (message, facts) => {
      logged.push(facts === undefined ? { message } : { message, facts });
    },
  };
}

function recordedNeighbours(answers: Answers): RecordedNeighbours {
  const recorded: RecordedNeighbours = {
    invoked: [],
    delivered: [],
    published: [],
    called: [],
    invoke: async (functionArn, payload) => {
      recorded.invoked.push({ functionArn, payload });
      return (await answers.invoke?.(functionArn, payload)) ?? { payload: {} };
    },
    deliver: async (targetArn, payload) => {
      recorded.delivered.push({ targetArn, payload });
      await answers.deliver?.(targetArn, payload);
    },
    putEvents: async (entries) => {
      recorded.published.push(...entries);
      await answers.putEvents?.(entries);
    },
    call: async (service, action, input) => {
      recorded.called.push({ service, action, input });
      if (answers.call === undefined)
        throw new AwsError('UnknownOperationException', `no answer given for ${service}:${action}`);
      return await answers.call(service, action, input);
    },
  };
  return recorded;
}
