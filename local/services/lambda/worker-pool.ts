import type { FunctionConfig } from './function-config.ts';
import type { WorkerProcess } from './worker-process.ts';

export interface WorkerPool {
  /** Waits for a process of this function: a warm one, a new one, or one in the place of the longest idle. */
  take(config: FunctionConfig): Promise<WorkerProcess>;
  /** Gives it back; one that is no longer alive makes room. */
  release(worker: WorkerProcess): void;
  find(appId: string): WorkerProcess | undefined;
  workers(): WorkerProcess[];
  /** Invocations that run or wait for a process. */
  underWay(): number;
  /** Ends every process; those waiting are rejected. */
  stop(): Promise<void>;
}

export interface PoolLimits {
  all: number;
  /** Of one function: a burst waits for these rather than pay for a process each, on cores that could not run them. */
  ofOne: number;
}

/**
 * Processes are started on first need and kept warm. Requests are served in order of arrival, but for those of a function
 * that has all its processes at work: these let others pass.
 */
export function workerPool(limits: PoolLimits, start: (config: FunctionConfig) => WorkerProcess): WorkerPool {
  const busy = new Set<WorkerProcess>();
  /** Longest idle first. */
  let idle: WorkerProcess[] = [];
  const waiting: {
    config: FunctionConfig;
    resolve: (worker: WorkerProcess) => void;
    reject: (error: Error) => void;
  }[] = [];
  let stopped = false;

  function tryTake(config: FunctionConfig): WorkerProcess | undefined {
    idle = idle.filter(({ alive }) => alive);
    const warm = idle.findLast(
      (worker) => worker.config.name === config.name && worker.config.folder === config.folder,
    );
    if (warm !== undefined) {
      idle.splice(idle.indexOf(warm), 1);
    } else if (countOf(config) >= limits.ofOne) {
      return undefined;
    } else if (busy.size + idle.length >= limits.all) {
      const oldest = idle.shift();
      if (oldest === undefined) return undefined;
      oldest.kill();
    }
    const worker = warm ?? start(config);
    busy.add(worker);
    return worker;
  }

  function countOf({ name, folder }: FunctionConfig): number {
    return [...busy, ...idle].filter(
      ({ config, alive }) => alive && config.name === name && config.folder === folder,
    ).length;
  }

  function serveWaiting(): void {
    for (const next of waiting.slice()) {
      const worker = tryTake(next.config);
      if (worker === undefined) continue;
      waiting.splice(waiting.indexOf(next), 1);
      next.resolve(worker);
    }
  }

  return {
    take: async (config) => {
      if (stopped) throw new Error('the local cloud is stopping');
      return await new Promise((resolve, reject) => {
        waiting.push({ config, resolve, reject });
        serveWaiting();
      });
    },
    release: (worker) => {
      busy.delete(worker);
      if (worker.alive) idle.push(worker);
      serveWaiting();
    },
    find: (appId) => [...busy, ...idle].find((worker) => worker.appId === appId),
    workers: () => [...busy, ...idle],
    underWay: () => busy.size + waiting.length,
    stop: async () => {
      stopped = true;
      for (const { reject } of waiting.splice(0)) reject(new Error('the local cloud is stopping'));
      await Promise.all([...busy, ...idle].map(async (worker) => await worker.stop()));
    },
  };
}
