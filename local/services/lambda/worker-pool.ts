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

/** At most `limit` processes in all, started on first need and kept warm. Requests are served in order of arrival. */
export function workerPool(limit: number, start: (config: FunctionConfig) => WorkerProcess): WorkerPool {
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
    } else if (busy.size + idle.length >= limit) {
      const oldest = idle.shift();
      if (oldest === undefined) return undefined;
      oldest.kill();
    }
    const worker = warm ?? start(config);
    busy.add(worker);
    return worker;
  }

  function serveWaiting(): void {
    while (waiting.length > 0) {
      const next = waiting[0]!;
      const worker = tryTake(next.config);
      if (worker === undefined) return;
      waiting.shift();
      next.resolve(worker);
    }
  }

  return {
    take: async (config) => {
      if (stopped) throw new Error('the local cloud is stopping');
      const worker = waiting.length === 0 ? tryTake(config) : undefined;
      if (worker !== undefined) return worker;
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
