import { onLedgerChanged } from '../../../lambdas/audit/handlers/on-ledger-changed.ts';
import { hourlySignRoot } from '../../../lambdas/audit/handlers/hourly-sign-root.ts';
import type { Archive } from '../../../lambdas/audit/adapters/archive.ts';
import type { Sign } from '../../../lambdas/audit/adapters/root-signer.ts';
import type { Clock } from '../../../lambdas/shared/clock.ts';
import type { Item } from '../../../lambdas/shared/storage.ts';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';

interface Deps {
  archive: Archive;
  sign: Sign;
  clock: Clock;
}

/** Ledger items through the stream's consumer, as one batch each, placed in the stream from `position`. */
export async function archived(items: readonly Item[], position: number, { archive }: Deps): Promise<void> {
  for (const [n, item] of items.entries()) {
    const record = {
      eventName: 'INSERT',
      dynamodb: { NewImage: marshall(item), SequenceNumber: String(position + n) },
    } as DynamoDBRecord;
    await onLedgerChanged({ Records: [record] }, { archive });
  }
}

export const signed = (deps: Deps) => hourlySignRoot({ lookBackDays: 15 }, deps);
