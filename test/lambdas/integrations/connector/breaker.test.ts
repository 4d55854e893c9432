import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Breaker, breaker } from '../../../../lambdas/integrations/connector/breaker.ts';
import { type FakeKernel, fakeKernel } from '../../../support/fake-kernel.ts';
import { capturedLines } from '../../../support/captured-lines.ts';
import { testPace } from '../test-pace.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const rules = { failures: 3, windowMs: 60_000, openMs: 30_000, longestOpenMs: 100_000, probeMs: 20_000 };
const open = { code: 'CircuitOpen', kind: 'unavailable' };

let kernel: FakeKernel;
beforeEach(() => {
  kernel = fakeKernel();
});

const worker = (): Breaker => breaker('example', rules, kernel.storage, testPace(kernel.clock));
async function fail(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await (await worker().admit()).failed();
}

describe('the circuit', () => {
  it('opens for the whole fleet after enough failures', async () => {
    await fail(2);
    await (await worker().admit()).answered();
    await fail(1);
    await expect(worker().admit()).rejects.toMatchObject(open);
  });

  it('stays closed when failures are far between', async () => {
    for (let time = 0; time < 6; time += 1) {
      await fail(1);
      kernel.clock.advance(31_000);
    }
    await expect(worker().admit()).resolves.toBeDefined();
  });

  it('elects exactly one probe of twenty workers', async () => {
    await fail(3);
    kernel.clock.advance(30_000);
    const admitted = await Promise.allSettled(Array.from({ length: 20 }, () => worker().admit()));
    expect(admitted.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('closes when the probe is answered', async () => {
    await fail(3);
    kernel.clock.advance(30_000);
    await (await worker().admit()).answered();
    await Promise.all(Array.from({ length: 5 }, () => worker().admit()));
    await fail(2);
    await expect(worker().admit()).resolves.toBeDefined();
  });

  it('opens for longer each time a probe fails, up to its bound', async () => {
    await fail(3);
    for (const openMs of [30_000, 60_000, 100_000, 100_000]) {
      kernel.clock.advance(openMs - 1);
      await expect(worker().admit()).rejects.toMatchObject(open);
      kernel.clock.advance(1);
      await fail(1);
    }
  });

  it('counts each opening, so that an outage that lasts is told from one that has passed', async () => {
    vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
    const lines = capturedLines();
    const openings = () => lines.filter((line) => line.includes('"partner"')).length;
    await fail(3);
    expect(openings()).toBe(1);
    kernel.clock.advance(30_000);
    await fail(1);
    expect(openings()).toBe(2);
    kernel.clock.advance(60_000);
    await (await worker().admit()).answered();
    expect(openings()).toBe(2);
  });

  it('elects another probe when the first never comes back', async () => {
    await fail(3);
    kernel.clock.advance(30_000);
    await worker().admit();
    await expect(worker().admit()).rejects.toMatchObject(open);
    kernel.clock.advance(20_000);
    await expect(worker().admit()).resolves.toBeDefined();
  });

  it('gives the probe back when it was not made', async () => {
    await fail(3);
    kernel.clock.advance(30_000);
    await (await worker().admit()).unused();
    await expect(worker().admit()).resolves.toBeDefined();
  });

  it('is not kept open by a straggler', async () => {
    const straggler = await worker().admit();
    await fail(3);
    kernel.clock.advance(29_000);
    await straggler.failed();
    kernel.clock.advance(1000);
    await expect(worker().admit()).resolves.toBeDefined();
  });
});
