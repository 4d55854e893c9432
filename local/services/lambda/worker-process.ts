import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { InvokeOutcome, Json } from '../service.ts';
import type { WorkerCode } from './compiled-worker.ts';
import type { FunctionConfig } from './function-config.ts';
import { workerEnvironment, type WorkerSurroundings } from './worker-environment.ts';
import type { FromWorker, FunctionErrorShape, ToWorker } from './worker/messages.ts';

/** Lambda gives init 10 s; a laptop that starts eight processes at once is given more. */
const INIT_LIMIT_MS = 30_000;
/** Of a reply, as Lambda counts it for synchronous invocations. */
const REPLY_LIMIT_BYTES = 6_291_556;

export interface WorkerProcess {
  readonly config: FunctionConfig;
  readonly appId: string;
  readonly pid: number | undefined;
  /** False once the process ended or may not be used again. */
  readonly alive: boolean;
  /** Of the invocation under way, or the last one. */
  readonly requestId: string;
  /** One at a time. Never rejects: what goes wrong is an outcome under Lambda's own names. */
  invoke(requestId: string, event: string): Promise<InvokeOutcome>;
  moveClock(offsetMs: number): void;
  /** SIGKILL, at once; an invocation under way ends as `Runtime.ExitError`. */
  kill(): void;
  stop(): Promise<void>;
}

/** Starts the process of one function; its output goes to `onLine` line by line. */
export function workerProcess(
  config: FunctionConfig,
  around: WorkerSurroundings,
  code: WorkerCode,
  onLine: (line: string) => void,
): WorkerProcess {
  const child: ChildProcess = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      `--max-old-space-size=${Math.max(64, config.memoryMb)}`,
      '--import',
      code.preloadUrl,
      code.mainFile,
    ],
    { cwd: config.folder, env: workerEnvironment(config, around), stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
  let alive = true;
  let settle: ((outcome: InvokeOutcome) => void) | undefined;
  let currentId = '';
  let initError: FunctionErrorShape | undefined;

  for (const stream of [child.stdout, child.stderr])
    if (stream) createInterface({ input: stream }).on('line', onLine);
  const ended = new Promise<void>((resolve) => {
    // The process could not even start, e.g. because its folder is gone.
    child.once('error', ({ message }) => {
      alive = false;
      initError = {
        errorType: 'Runtime.ExitError',
        errorMessage: `RequestId: ${currentId} Error: ${message}`,
        trace: [],
      };
      finish(failed(initError));
      resolve();
    });
    child.once('exit', (code, signal) => {
      alive = false;
      const reason =
        signal === null ? `exit status ${code}` : `signal: ${signal === 'SIGKILL' ? 'killed' : signal}`;
      finish(
        failed(
          initError ?? {
            errorType: 'Runtime.ExitError',
            errorMessage: `RequestId: ${currentId} Error: Runtime exited with error: ${reason}`,
          },
        ),
      );
      resolve();
    });
  });
  const ready = new Promise<void>((resolve) => {
    child.on('message', (message: FromWorker) => {
      if (message.type === 'ready') resolve();
      else if (message.type === 'initFailed') initError = message.error;
      else if (message.requestId === currentId) finish(outcomeOf(message));
    });
  });

  function finish(outcome: InvokeOutcome): void {
    const done = settle;
    settle = undefined;
    done?.(outcome);
  }

  function tell(message: ToWorker): void {
    if (child.connected) child.send(message, () => undefined);
  }

  function timeOut(seconds: number): void {
    alive = false;
    finish(
      failed({
        errorType: 'Sandbox.Timedout',
        errorMessage: `RequestId: ${currentId} Error: Task timed out after ${seconds.toFixed(2)} seconds`,
      }),
    );
    child.kill('SIGKILL');
  }

  return {
    config,
    appId: around.appId,
    get pid() {
      return child.pid;
    },
    get alive() {
      return alive;
    },
    get requestId() {
      return currentId;
    },
    invoke: async (requestId, event) => {
      currentId = requestId;
      const outcome = new Promise<InvokeOutcome>((resolve) => {
        settle = resolve;
      });
      const initTimer = setTimeout(() => timeOut(INIT_LIMIT_MS / 1000), INIT_LIMIT_MS);
      await Promise.race([ready, ended]);
      clearTimeout(initTimer);
      if (!alive) {
        finish(
          failed(
            initError ?? {
              errorType: 'Runtime.ExitError',
              errorMessage: `RequestId: ${requestId} Error: Runtime exited without providing a reason`,
            },
          ),
        );
        return await outcome;
      }
      const limitMs = config.timeoutSeconds * 1000;
      tell({ type: 'invoke', requestId, functionArn: config.arn, event, remainingMs: limitMs });
      const timer = setTimeout(() => timeOut(config.timeoutSeconds), limitMs);
      const result = await outcome;
      clearTimeout(timer);
      return result;
    },
    moveClock: (offsetMs) => tell({ type: 'clock', offsetMs }),
    kill: () => {
      alive = false;
      child.kill('SIGKILL');
    },
    stop: async () => {
      alive = false;
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function outcomeOf(message: Extract<FromWorker, { requestId: string }>): InvokeOutcome {
  if (message.type === 'failed') return failed(message.error);
  const bytes = Buffer.byteLength(message.result);
  if (bytes > REPLY_LIMIT_BYTES) {
    const errorMessage = `Response payload size exceeded maximum allowed payload size (${REPLY_LIMIT_BYTES} bytes).`;
    return failed({ errorType: 'Function.ResponseSizeTooLarge', errorMessage });
  }
  return { payload: JSON.parse(message.result) as Json };
}

function failed(error: { errorType: string; errorMessage: string; trace?: string[] }): InvokeOutcome {
  return { payload: { ...error }, functionError: 'Unhandled' };
}
