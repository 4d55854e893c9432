import { describe, expect, it } from 'vitest';
import type { DynamoClient } from '../../../../local/services/dynamodb/dynamo-client.ts';
import type { TableConfig } from '../../../../local/services/dynamodb/table-config.ts';
import { expiredItems, timeToLive } from '../../../../local/services/dynamodb/time-to-live.ts';
import type { Json } from '../../../../local/services/service.ts';
import { engineContext } from '../../../support/engine-context.ts';

const table: TableConfig = {
  name: 'sample',
  arn: 'sample',
  streamArn: undefined,
  ttlAttribute: 'expires',
  keyAttributes: ['pk'],
  create: {},
};

/** A table of one expired item whose scans may be held back. */
function setUp() {
  const { clock, scheduler, store } = engineContext();
  const calls: string[] = [];
  let held: Promise<void> | undefined;
  const client: DynamoClient = {
    send: async () => ({ status: 200, headers: {}, body: '', text: '' }),
    call: async (target) => {
      calls.push(target.replace(/.*\./, ''));
      await held;
      const page: Record<string, Json> = target.endsWith('Scan') ? { Items: [{ pk: { S: 'a' } }] } : {};
      return page;
    },
    close: () => undefined,
  };
  const expired = expiredItems(store);
  const sweeps = timeToLive(() => [table], client, { clock, scheduler, expired, onDeleted: () => undefined });
  sweeps.start();
  return {
    clock,
    sweeps,
    expired,
    scans: () => calls.filter((call) => call === 'Scan').length,
    hold: () => {
      let release: () => void = () => undefined;
      held = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
  };
}

describe('what expired', () => {
  it('is swept every ten minutes of the clock, however often that is moved', async () => {
    const { clock, sweeps, scans } = setUp();
    for (let moves = 0; moves < 60; moves += 1) {
      await clock.advance(40_000);
      sweeps.clockMoved();
    }
    expect(scans()).toBe(4);
  });

  it('is swept by one sweep at a time: a clock that moves meanwhile begins no other', async () => {
    const { clock, sweeps, scans, hold } = setUp();
    const release = hold();
    const moving = clock.advance(600_000);
    for (let moves = 0; moves < 5; moves += 1) sweeps.clockMoved();
    release();
    await moving;
    await clock.advance(600_000);
    expect(scans()).toBe(2);
  });

  it('is marked once for the stream as deleted by the service', async () => {
    const { clock, expired } = setUp();
    await clock.advance(600_000);
    const key = { pk: { S: 'a' } };
    expect([expired.take('sample', key, 'REMOVE'), expired.take('sample', key, 'REMOVE')]).toEqual([
      true,
      false,
    ]);
  });

  it('is left alone after the stop', async () => {
    const { clock, sweeps, scans } = setUp();
    sweeps.stop();
    await clock.advance(6_000_000);
    expect(scans()).toBe(0);
  });
});
