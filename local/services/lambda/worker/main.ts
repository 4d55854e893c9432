import { existsSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { errorShape, initErrorShape } from './error-shape.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** The process that one function's code runs in: loads the bundle, then handles one invocation at a time. */
type Handler = (event: unknown, context: object) => unknown;

const [module = 'index', exported = 'handler'] = (process.env['_HANDLER'] ?? '').split('.');
const taskRoot = process.env['LAMBDA_TASK_ROOT'] ?? process.cwd();
const clock = globalThis as { [key: symbol]: number | undefined };
let current: string | undefined;

function tell(message: FromWorker, then?: () => void): void {
  process.send?.(message, undefined, undefined, () => then?.());
}

async function load(): Promise<Handler> {
  const file = ['.mjs', '.js', '.cjs']
    .map((ending) => join(taskRoot, `${module}${ending}`))
    .find((path) => existsSync(path));
  if (file === undefined)
    throw Object.assign(new Error(`Cannot find module '${module}'`), { code: 'MODULE_NOT_FOUND' });
  const loaded = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  const handler = loaded[exported];
  if (typeof handler !== 'function') {
    throw Object.assign(new Error(`${module}.${exported} is undefined or not exported`), {
      name: 'Runtime.HandlerNotFound',
    });
  }
  return handler as Handler;
}

function contextOf(message: ToWorker & { type: 'invoke' }): object {
  const endsAt = performance.now() + message.remainingMs;
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: process.env['AWS_LAMBDA_FUNCTION_NAME'],
    functionVersion: '$LATEST',
    invokedFunctionArn: message.functionArn,
    memoryLimitInMB: process.env['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'],
    awsRequestId: message.requestId,
    logGroupName: process.env['AWS_LAMBDA_LOG_GROUP_NAME'],
    logStreamName: process.env['AWS_LAMBDA_LOG_STREAM_NAME'],
    getRemainingTimeInMillis: () => Math.max(0, Math.round(endsAt - performance.now())),
  };
}

async function invoke(handler: Handler, message: ToWorker & { type: 'invoke' }): Promise<void> {
  const { requestId } = message;
  current = requestId;
  try {
    const result: unknown = await handler(JSON.parse(message.event), contextOf(message));
    tell({ type: 'done', requestId, result: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    tell({ type: 'failed', requestId, error: errorShape(error) });
  } finally {
    current = undefined;
  }
}

process.on('unhandledRejection', (reason) => {
  const shape = { ...errorShape(reason), errorType: 'Runtime.UnhandledPromiseRejection' };
  process.stderr.write(`${JSON.stringify(shape)}\n`);
  if (current === undefined) process.exit(128);
  tell({ type: 'failed', requestId: current, error: shape }, () => process.exit(128));
});
process.on('disconnect', () => process.exit(0));

try {
  const handler = await load();
  process.on('message', (message: ToWorker) => {
    if (message.type === 'clock') clock[Symbol.for('keyturn.local.clockOffsetMs')] = message.offsetMs;
    else void invoke(handler, message);
  });
  tell({ type: 'ready' });
  // A worker ends by SIGKILL, so what it compiled is written while it lives.
  flushCompileCache();
} catch (error) {
  tell({ type: 'initFailed', error: initErrorShape(error, module) }, () => process.exit(1));
}
