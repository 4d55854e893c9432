import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { onLedgerChanged } from '../../../../lambdas/audit/handlers/on-ledger-changed.ts';
import { capturedLines } from '../../../support/captured-lines.ts';
import { ledgerOf } from '../../../support/fake-kernel.ts';
import { chainOf, entriesOf, memoryArchive, subject } from '../chain.ts';

const records = async (count: number, eventName: DynamoDBRecord['eventName'] = 'INSERT') =>
  ledgerOf((await chainOf(count)).storage, subject).map(
    (item, n) =>
      ({
        eventName,
        dynamodb: { NewImage: marshall(item), SequenceNumber: String(100 + n) },
      }) as DynamoDBRecord,
  );
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('the stream of the ledger', () => {
  it('goes to the archive as it is, by the hour and the place in the stream', async () => {
    const archive = memoryArchive();
    expect(await onLedgerChanged({ Records: await records(3) }, { archive })).toEqual({
      batchItemFailures: [],
    });
    const [[key, text] = ['', '']] = [...archive.objects];
    const place = (position: string) => position.padStart(40, '0');
    expect(key).toBe(`ledger/2026/11/21/15/${place('100')}-${place('102')}.jsonl`);
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(lines).toEqual(entriesOf(await chainOf(3)));
  });

  it('delivered twice writes the same object again', async () => {
    const archive = memoryArchive();
    const batch = { Records: await records(2) };
    await onLedgerChanged(batch, { archive });
    const before = new Map(archive.objects);
    await onLedgerChanged(batch, { archive });
    expect(archive.objects).toEqual(before);
    expect(archive.puts).toHaveLength(2);
  });

  it('cut otherwise when it comes again writes over nothing', async () => {
    const archive = memoryArchive();
    const all = await records(4);
    await onLedgerChanged({ Records: all }, { archive });
    const before = new Map(archive.objects);
    await onLedgerChanged({ Records: all.slice(0, 2) }, { archive });
    for (const [key, text] of before) expect(archive.objects.get(key)).toBe(text);
  });

  it('over an hour ends in an object of each hour', async () => {
    const archive = memoryArchive();
    await onLedgerChanged({ Records: await records(61) }, { archive });
    expect([...archive.objects.keys()].map((key) => key.slice(0, 20))).toEqual([
      'ledger/2026/11/21/15',
      'ledger/2026/11/21/16',
    ]);
  });

  it('fails the batch when the archive does not take it, so that it comes again', async () => {
    const archive = {
      ...memoryArchive(),
      put: async () => {
        throw new Error('down');
      },
    };
    await expect(onLedgerChanged({ Records: await records(1) }, { archive })).rejects.toThrow('down');
  });

  it.each(['MODIFY', 'REMOVE'] as const)(
    'alarms of tampering on a %s, and archives nothing of it',
    async (eventName) => {
      vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
      const lines = capturedLines();
      const archive = memoryArchive();
      await onLedgerChanged({ Records: await records(2, eventName) }, { archive });
      expect(archive.objects.size).toBe(0);
      expect(lines.some((line) => line.includes('"LedgerTampered":2'))).toBe(true);
    },
  );
});
