import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createStatesEngine } from '../../local/services/states/engine.ts';
import type { TaskPerformer } from '../../local/services/states/live-execution.ts';
import { StateError } from '../../local/services/states/state-error.ts';
import type { Json } from '../../local/services/service.ts';
import { engineContext } from './engine-context.ts';
import { manualClock, type ManualClock } from './manual-clock.ts';

const folder = new URL('../../state-machines/', import.meta.url);

/** A task script's way to say: no answer yet. A token stays open, a call stays in flight until its time-out. */
export const pending = Symbol('pending');

/**
 * Answers one Task state. `args` is the payload for `lambda:invoke`, else the task's Arguments. What it returns is the
 * function's reply, or the answer to the token; what it throws fails the task with the error's `name`.
 */
export type TaskScript = (
  args: never,
  token: string | undefined,
) => Json | typeof pending | Promise<Json | typeof pending>;

export interface WalkRequest {
  /** A file of `state-machines/`, e.g. `application.asl.json`; or give `definition`. */
  file?: string;
  definition?: string;
  input?: Json;
  /** For `${…}` in the file; any other placeholder becomes a function's ARN. */
  substitutions?: Record<string, string>;
  tasks: Record<string, TaskScript>;
  clock?: ManualClock;
  name?: string;
}

export interface Walk {
  /** Names of the states entered, in order (those of branches and iterations too). */
  readonly path: string[];
  readonly status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  readonly output: Json | undefined;
  readonly error: string | undefined;
  readonly cause: string | undefined;
  readonly openTokens: { state: string; token: string }[];
  readonly clock: ManualClock;
  /** Lets time pass: waits, retries, heartbeats and time-outs fall due at their instants. */
  advance(ms: number): Promise<void>;
  /** Answers the open token of a state. Throws when there is none. */
  succeed(state: string, output: Json): Promise<void>;
  fail(state: string, error: string, cause?: string): Promise<void>;
  heartbeat(state: string): Promise<void>;
  stop(): Promise<void>;
}

/** Walks a state machine in process, on the engine of the local cloud, until it ends or waits. Throws when a task it comes to has no script. */
export async function walkMachine(request: WalkRequest): Promise<Walk> {
  const clock = request.clock ?? manualClock('2026-03-02T15:00:00Z');
  const unscripted: string[] = [];
  const context = engineContext({ clock });
  const engine = createStatesEngine(context, {
    performTask: scripted(request.tasks, unscripted, (token, answer) => {
      if ('result' in answer) engine.sendTaskSuccess(token, answer.result);
      else engine.sendTaskFailure(token, answer.error.name, answer.error.message);
    }),
  });
  const definition = substituted(textOf(request), request.substitutions ?? {});
  const { arn: machineArn } = engine.machines.put({
    name: 'walked',
    definition,
    roleArn: 'arn:aws:iam::000000000000:role/walked',
    settings: {},
  });
  const { executionArn } = engine.startExecution({
    machineArn,
    input: request.input ?? {},
    name: request.name ?? 'walk',
  });
  const open = () => engine.openTokens().map(({ state, token }) => ({ state, token }));

  async function advance(ms: number): Promise<void> {
    await clock.advance(ms);
    if (unscripted.length > 0)
      throw new Error(`the walk came to tasks without a script: ${unscripted.join(', ')}`);
  }

  function tokenOf(state: string): string {
    const found = open().find((task) => task.state === state);
    if (found !== undefined) return found.token;
    throw new Error(
      `'${state}' has no open token; open: ${
        open()
          .map((task) => task.state)
          .join(', ') || 'none'
      }`,
    );
  }

  await advance(0);
  return {
    get path() {
      return engine.ledger
        .events(executionArn)
        .flatMap(({ stateEnteredEventDetails: entered }) =>
          typeof entered?.['name'] === 'string' ? [entered['name']] : [],
        );
    },
    get status() {
      return engine.execution(executionArn).status;
    },
    get output() {
      return engine.execution(executionArn).output;
    },
    get error() {
      return engine.execution(executionArn).failure?.error;
    },
    get cause() {
      return engine.execution(executionArn).failure?.cause;
    },
    get openTokens() {
      return open();
    },
    clock,
    advance,
    succeed: async (state, output) => {
      engine.sendTaskSuccess(tokenOf(state), output);
      await advance(0);
    },
    fail: async (state, error, cause) => {
      engine.sendTaskFailure(tokenOf(state), error, cause);
      await advance(0);
    },
    heartbeat: async (state) => {
      engine.sendTaskHeartbeat(tokenOf(state));
      await advance(0);
    },
    stop: async () => {
      engine.stopExecution(executionArn);
      await advance(0);
    },
  };
}

function scripted(
  tasks: Record<string, TaskScript>,
  unscripted: string[],
  answerToken: (token: string, answer: { result: Json } | { error: Error }) => void,
): TaskPerformer {
  return async ({ state, resource, args, token }) => {
    const script = Object.hasOwn(tasks, state) ? tasks[state] : undefined;
    if (script === undefined) {
      unscripted.push(state);
      return await new Promise<Json>(() => undefined);
    }
    const isLambda = resource.kind === 'lambda';
    const seen = isLambda ? ((args as { Payload?: Json }).Payload ?? {}) : args;
    try {
      const answer = await script(seen as never, token);
      if (token !== undefined) {
        if (answer !== pending) answerToken(token, { result: answer });
        return {};
      }
      if (answer === pending) return await new Promise<Json>(() => undefined);
      return isLambda ? { ExecutedVersion: '$LATEST', Payload: answer, StatusCode: 200 } : answer;
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      if (token === undefined) throw new StateError(error.name, causeOf(error, isLambda));
      answerToken(token, { error });
      return {};
    }
  };
}

/** As Lambda writes it: the error object as text. */
function causeOf(error: Error, isLambda: boolean): string {
  return isLambda ? JSON.stringify({ errorType: error.name, errorMessage: error.message }) : error.message;
}

function textOf({ file, definition }: WalkRequest): string {
  if (definition !== undefined) return definition;
  if (file === undefined) throw new Error('a walk needs a file or a definition');
  return readFileSync(fileURLToPath(new URL(file, folder)), 'utf8');
}

function substituted(text: string, values: Record<string, string>): string {
  return text.replaceAll(/\$\{(\w+)\}/g, (_whole, name: string) =>
    JSON.stringify(values[name] ?? `arn:aws:lambda:us-east-1:000000000000:function:${name}`).slice(1, -1),
  );
}
