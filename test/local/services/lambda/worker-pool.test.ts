import { describe, expect, it } from 'vitest';
import type { FunctionConfig } from '../../../../local/services/lambda/function-config.ts';
import { workerPool } from '../../../../local/services/lambda/worker-pool.ts';
import type { WorkerProcess } from '../../../../local/services/lambda/worker-process.ts';

function config(name: string): FunctionConfig {
  return {
    name,
    arn: name,
    folder: `/${name}`,
    handler: 'index.handler',
    runtime: 'nodejs24.x',
    timeoutSeconds: 3,
    memoryMb: 128,
    environment: {},
    reserved: undefined,
    deadLetterArn: undefined,
    layers: 0,
  };
}

/** Workers that only know whether they live. */
function poolOf(all: number, ofOne = 8) {
  const started: (WorkerProcess & { alive: boolean })[] = [];
  const pool = workerPool({ all, ofOne }, (given) => {
    const worker = {
      config: given,
      appId: `w${started.length + 1}`,
      pid: undefined,
      requestId: '',
      alive: true,
      invoke: async () => ({ payload: null }),
      moveClock: () => undefined,
      kill: () => {
        worker.alive = false;
      },
      stop: async () => {
        worker.alive = false;
      },
    };
    started.push(worker);
    return worker;
  });
  return {
    pool,
    started,
    alive: () =>
      started.filter(({ alive }) => alive).map(({ appId, config: { name } }) => `${name} ${appId}`),
  };
}

describe('the pool of function processes', () => {
  it('takes a warm process again and starts another only while the first is busy', async () => {
    const { pool, started } = poolOf(8);
    const first = await pool.take(config('a'));
    const second = await pool.take(config('a'));
    expect(second).not.toBe(first);
    pool.release(first);
    expect(await pool.take(config('a'))).toBe(first);
    expect(started).toHaveLength(2);
  });

  it('ends the longest idle process for room, never a busy one', async () => {
    const { pool, alive } = poolOf(2);
    const a = await pool.take(config('a'));
    const b = await pool.take(config('b'));
    pool.release(b);
    pool.release(a);
    await pool.take(config('c'));
    expect(alive()).toEqual(['a w1', 'c w3']);
  });

  it('lets callers wait in order of arrival when all are busy', async () => {
    const { pool, started } = poolOf(1);
    const a = await pool.take(config('a'));
    const order: string[] = [];
    const waiting = ['b', 'c'].map(async (name) => {
      const worker = await pool.take(config(name));
      order.push(name);
      pool.release(worker);
    });
    await Promise.resolve();
    expect(order).toEqual([]);
    pool.release(a);
    await Promise.all(waiting);
    expect(order).toEqual(['b', 'c']);
    expect(started).toHaveLength(3);
  });

  it('lets a burst of one function wait for its processes, and others pass', async () => {
    const { pool, started } = poolOf(8, 2);
    const [first] = [await pool.take(config('a')), await pool.take(config('a'))];
    let served: WorkerProcess | undefined;
    const third = (async () => {
      served = await pool.take(config('a'));
    })();
    await pool.take(config('b'));
    expect(served).toBeUndefined();
    pool.release(first);
    await third;
    expect(served).toBe(first);
    expect(started).toHaveLength(3);
  });

  it('starts another in the place of one of a full set that died', async () => {
    const { pool, alive } = poolOf(8, 1);
    const first = await pool.take(config('a'));
    const next = pool.take(config('a'));
    first.kill();
    pool.release(first);
    await next;
    expect(alive()).toEqual(['a w2']);
  });

  it('does not keep a process that died, and rejects those who wait when it stops', async () => {
    const { pool, alive } = poolOf(1);
    const a = await pool.take(config('a'));
    a.kill();
    pool.release(a);
    await pool.take(config('a'));
    expect(alive()).toEqual(['a w2']);
    const late = pool.take(config('b'));
    await pool.stop();
    await expect(late).rejects.toThrow('stopping');
  });
});
