import { beforeEach, describe, expect, it } from 'vitest';
import { sharedTokens, type Tokens } from '../../../../lambdas/integrations/connector/shared-tokens.ts';
import { unavailable } from '../../../../lambdas/shared/errors.ts';
import { fakeEnvelopes, type FakeKernel, fakeKernel } from '../../../support/fake-kernel.ts';
import { testPace } from '../test-pace.ts';

const rules = { callsPerHour: 2, marginMs: 120_000 };
const minute = 60_000;

let kernel: FakeKernel;
let calls: number;
let isDown: boolean;
let isReady: boolean;

beforeEach(() => {
  kernel = fakeKernel();
  calls = 0;
  isDown = false;
  isReady = true;
});

/** Another process of the fleet: it shares the table and nothing else. */
const worker = (): Tokens =>
  sharedTokens({
    partner: 'example',
    storage: kernel.storage,
    envelopes: fakeEnvelopes,
    pace: testPace(kernel.clock),
    rules,
    async ready() {
      if (!isReady) throw unavailable('PartnerDown', 'the partner is not there');
    },
    async fetchToken() {
      calls += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (isDown) throw unavailable('PartnerDown', 'the partner failed');
      return { value: `token-${calls}`, expiresInSeconds: 3600 };
    },
  });

describe('one token for the fleet', () => {
  it('costs one call, however many workers start at once', async () => {
    const tokens = await Promise.all(Array.from({ length: 20 }, () => worker().get()));
    expect(calls).toBe(1);
    expect(new Set(tokens.map(({ value }) => value))).toEqual(new Set(['token-1']));
  });

  it('is replaced once, however many workers are refused at once', async () => {
    const workers = Array.from({ length: 20 }, worker);
    const refused = await Promise.all(workers.map((tokens) => tokens.get()));
    const replaced = await Promise.all(workers.map((tokens, at) => tokens.replace(refused[at]?.serial ?? 0)));
    expect(calls).toBe(2);
    expect(new Set(replaced.map(({ value }) => value))).toEqual(new Set(['token-2']));
  });

  it('is never asked for more than twice an hour', async () => {
    const tokens = worker();
    await tokens.replace((await tokens.get()).serial);
    await expect(tokens.replace(2)).rejects.toMatchObject({ code: 'TokenCallsSpent', kind: 'unavailable' });
    kernel.clock.advance(62 * minute);
    await expect(tokens.get()).resolves.toMatchObject({ value: 'token-3' });
    expect(calls).toBe(3);
  });

  it('is asked for again once its end comes near', async () => {
    const tokens = worker();
    await tokens.get();
    kernel.clock.advance(57 * minute);
    await tokens.get();
    expect(calls).toBe(1);
    kernel.clock.advance(2 * minute);
    await expect(worker().get()).resolves.toMatchObject({ value: 'token-2' });
  });

  it('counts a call that failed, and lets the next worker try without waiting', async () => {
    isDown = true;
    await expect(worker().get()).rejects.toMatchObject({ code: 'PartnerDown' });
    isDown = false;
    await expect(worker().get()).resolves.toMatchObject({ value: 'token-2' });
    await expect(worker().replace(1)).rejects.toMatchObject({ code: 'TokenCallsSpent' });
  });

  it('spends no call on a partner that is not there', async () => {
    isReady = false;
    for (let time = 0; time < 5; time += 1) {
      await expect(worker().get()).rejects.toMatchObject({ code: 'PartnerDown' });
    }
    isReady = true;
    const tokens = worker();
    await tokens.replace((await tokens.get()).serial);
    expect(calls).toBe(2);
  });

  it('stands sealed in the table', async () => {
    await worker().get();
    expect(JSON.stringify(kernel.storage.all())).not.toContain('token-1');
  });
});
