import type { EngineContext, InvokeOutcome, Json } from '../service.ts';
import { AwsError } from '../service.ts';
import type { FunctionConfig } from './function-config.ts';

/** Of a request: 6 MB synchronous, 256 KB asynchronous (1 MB since 2025). */
const SYNC_LIMIT_BYTES = 6_291_456;
const ASYNC_LIMIT_BYTES = 1_048_576;
/** Lambda waits a minute before the first retry of an asynchronous event and two before the second. */
const RETRY_DELAYS_MS = [60_000, 120_000];

export interface InvokeSettings {
  maxRetries: number;
  maxAgeMs: number;
  onFailureArn?: string;
  onSuccessArn?: string;
}

export interface LambdaEngine {
  putFunction(config: FunctionConfig): void;
  putInvokeSettings(functionName: string, settings: InvokeSettings): void;
  functions(): FunctionConfig[];
  /** By name, ARN, or ARN with version or alias. Throws `ResourceNotFoundException`. */
  find(nameOrArn: string): FunctionConfig;
  invoke(nameOrArn: string, payload: Json): Promise<InvokeOutcome>;
  /** Accepted and durable: runs now, and again after a failure as Lambda does. */
  invokeLater(nameOrArn: string, payload: Json): void;
  start(): void;
  /** From now on an invocation that ends is not counted as an attempt: its process was ended, not its event. */
  stop(): void;
}

interface QueuedEvent {
  functionName: string;
  payload: Json;
  requestId: string;
  attempt: number;
  firstAt: number;
  notBefore: number;
}

/** Runs one invocation in a process; the engine itself starts none. */
export type Run = (config: FunctionConfig, requestId: string, event: string) => Promise<InvokeOutcome>;

const QUEUE = 'lambda.events';

export function lambdaEngine(context: EngineContext, run: Run): LambdaEngine {
  const { clock, random, scheduler, store, neighbours } = context;
  const configs = new Map<string, FunctionConfig>();
  const settings = new Map<string, InvokeSettings>();
  const running = new Map<string, number>();
  let stopped = false;

  function find(nameOrArn: string): FunctionConfig {
    const name = /function:([^:]+)/.exec(nameOrArn)?.[1] ?? nameOrArn.split(':')[0] ?? '';
    const config = configs.get(name);
    if (config === undefined)
      throw new AwsError('ResourceNotFoundException', `Function not found: ${nameOrArn}`, 404);
    return config;
  }

  async function runOne(config: FunctionConfig, requestId: string, event: string): Promise<InvokeOutcome> {
    const now = running.get(config.name) ?? 0;
    if (config.reserved !== undefined && now >= config.reserved)
      throw new AwsError('TooManyRequestsException', 'Rate Exceeded.', 429);
    running.set(config.name, now + 1);
    try {
      return await run(config, requestId, event);
    } finally {
      running.set(config.name, (running.get(config.name) ?? 1) - 1);
    }
  }

  async function runQueued(id: string): Promise<void> {
    const event = store.get<QueuedEvent>(QUEUE, id);
    if (event === undefined) return;
    const config = find(event.functionName);
    const { maxRetries, maxAgeMs, onFailureArn, onSuccessArn } = settings.get(config.name) ?? {
      maxRetries: 2,
      maxAgeMs: 21_600_000,
    };
    let outcome: InvokeOutcome;
    try {
      outcome = await runOne(config, event.requestId, JSON.stringify(event.payload));
    } catch {
      if (stopped) return;
      later(id, { ...event, notBefore: clock.now() + 1000 });
      return;
    }
    if (stopped) return;
    if (outcome.functionError === undefined) {
      await sendRecord(onSuccessArn, event, outcome, 'Success', config);
      store.delete(QUEUE, id);
      return;
    }
    const next = clock.now() + (RETRY_DELAYS_MS[event.attempt] ?? 120_000);
    if (event.attempt < maxRetries && next - event.firstAt <= maxAgeMs) {
      later(id, { ...event, attempt: event.attempt + 1, notBefore: next });
      return;
    }
    context.log('an asynchronous event was given up', { function: config.name, attempts: event.attempt + 1 });
    await sendRecord(onFailureArn, event, outcome, 'RetriesExhausted', config);
    if (config.deadLetterArn !== undefined) await neighbours.deliver(config.deadLetterArn, event.payload);
    store.delete(QUEUE, id);
  }

  async function sendRecord(
    target: string | undefined,
    event: QueuedEvent,
    outcome: InvokeOutcome,
    condition: string,
    config: FunctionConfig,
  ): Promise<void> {
    if (target === undefined) return;
    await neighbours.deliver(target, {
      version: '1.0',
      timestamp: new Date(clock.now()).toISOString(),
      requestContext: {
        requestId: event.requestId,
        functionArn: `${config.arn}:$LATEST`,
        condition,
        approximateInvokeCount: event.attempt + 1,
      },
      requestPayload: event.payload,
      responseContext: {
        statusCode: 200,
        executedVersion: '$LATEST',
        ...(outcome.functionError && { functionError: outcome.functionError }),
      },
      responsePayload: outcome.payload,
    });
  }

  function later(id: string, event: QueuedEvent): void {
    store.put(QUEUE, id, event);
    scheduler.at(event.notBefore, async () => await runQueued(id));
  }

  return {
    putFunction: (config) => void configs.set(config.name, config),
    putInvokeSettings: (name, given) => void settings.set(find(name).name, given),
    functions: () => [...configs.values()],
    find,
    invoke: async (nameOrArn, payload) => {
      const config = find(nameOrArn);
      const event = JSON.stringify(payload);
      refuseOver(event, SYNC_LIMIT_BYTES);
      return await runOne(config, random.uuid(), event);
    },
    invokeLater: (nameOrArn, payload) => {
      const { name } = find(nameOrArn);
      refuseOver(JSON.stringify(payload), ASYNC_LIMIT_BYTES);
      const requestId = random.uuid();
      const now = clock.now();
      later(requestId, { functionName: name, payload, requestId, attempt: 0, firstAt: now, notBefore: now });
    },
    stop: () => {
      stopped = true;
    },
    start: () => {
      for (const [id, event] of store.list<QueuedEvent>(QUEUE)) {
        if (configs.has(event.functionName)) scheduler.at(event.notBefore, async () => await runQueued(id));
      }
    },
  };
}

function refuseOver(event: string, limit: number): void {
  const size = Buffer.byteLength(event);
  if (size > limit) {
    throw new AwsError(
      'RequestEntityTooLargeException',
      `${size} byte payload is too large for the RequestResponse invocation type (limit ${limit} bytes)`,
      413,
    );
  }
}
