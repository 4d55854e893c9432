import type { Clock } from '../service.ts';
import type { WorkerCode } from './compiled-worker.ts';
import type { Run } from './engine.ts';
import type { FunctionLogs } from './function-logs.ts';
import { type PoolLimits, workerPool, type WorkerPool } from './worker-pool.ts';
import { workerProcess } from './worker-process.ts';

export interface Invocation {
  functionName: string;
  durationMs: number;
  memoryMb: number;
  failed: boolean;
}

export interface ProcessRunner {
  run: Run;
  pool: WorkerPool;
}

export interface RunnerOptions {
  limits: PoolLimits;
  code: WorkerCode;
  region: string;
  awsEndpoint: string;
  clock: Clock & { readonly offsetMs: number };
  logs: FunctionLogs;
  /** Folder where processes keep compiled code for the next. */
  compileCache?: string;
  /** After each invocation, for meters and the metrics that Lambda itself emits. */
  onInvoked: (invocation: Invocation) => void;
}

/** Runs invocations in worker processes. */
export function processRunner(options: RunnerOptions): ProcessRunner {
  const { limits, region, awsEndpoint, clock, logs, onInvoked } = options;
  let started = 0;
  const pool = workerPool(limits, (config) => {
    started += 1;
    const around = {
      region,
      awsEndpoint,
      clockOffsetMs: clock.offsetMs,
      compileCache: options.compileCache,
      appId: `w${started}`,
    };
    return workerProcess(config, around, options.code, (line) => logs.add(config.name, line));
  });
  return {
    pool,
    run: async (config, requestId, event) => {
      const worker = await pool.take(config);
      const startedAt = performance.now();
      try {
        const outcome = await worker.invoke(requestId, event);
        const durationMs = performance.now() - startedAt;
        const failed = outcome.functionError !== undefined;
        logs.add(
          config.name,
          `REPORT RequestId: ${requestId} Duration: ${durationMs.toFixed(2)} ms Memory Size: ${config.memoryMb} MB${failed ? ' Status: error' : ''}`,
        );
        onInvoked({ functionName: config.name, durationMs, memoryMb: config.memoryMb, failed });
        return outcome;
      } finally {
        pool.release(worker);
      }
    },
  };
}
