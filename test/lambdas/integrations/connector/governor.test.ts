import { expect, it } from 'vitest';
import { governor } from '../../../../lambdas/integrations/connector/governor.ts';
import { fakeKernel } from '../../../support/fake-kernel.ts';
import { testPace } from '../test-pace.ts';

it('holds for the whole fleet: twenty workers at once take no more than the limit', async () => {
  const { storage, clock } = fakeKernel();
  const workers = Array.from({ length: 20 }, () => governor('example', 7, storage, testPace(clock)));
  const takings = await Promise.allSettled(workers.map((one) => one.take()));
  expect(takings.filter(({ status }) => status === 'fulfilled')).toHaveLength(7);
});

it('holds the whole fleet back after one 429', async () => {
  const { storage, clock } = fakeKernel();
  const one = governor('example', 100, storage, testPace(clock));
  const other = governor('example', 100, storage, testPace(clock));
  await one.take();
  await one.pauseFor(30_000);
  await expect(other.take()).rejects.toMatchObject({ code: 'PartnerPaused', kind: 'unavailable' });
  clock.advance(30_000);
  await expect(other.take()).resolves.toBeUndefined();
});

it('does not shorten a longer pause', async () => {
  const { storage, clock } = fakeKernel();
  const one = governor('example', 100, storage, testPace(clock));
  await one.pauseFor(30_000);
  await one.pauseFor(1000);
  clock.advance(2000);
  await expect(one.take()).rejects.toMatchObject({ code: 'PartnerPaused' });
});
