import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it, vi } from 'vitest';
import type { Bus } from '../../../../lambdas/outbox/adapters/event-bridge-bus.ts';
import { onEntitiesChanged } from '../../../../lambdas/outbox/handlers/on-entities-changed.ts';
import { tell } from '../../../../lambdas/shared/events/event.ts';
import { loanUpdated } from '../../../../lambdas/shared/events/loan-updated.v1.ts';
import { capturedLines } from '../../../support/captured-lines.ts';
import { fakeKernel } from '../../../support/fake-kernel.ts';

const loanId = 'loan_01JD0000000000000000000000';

/** The stream of three commits: their items in the order in which the transactions wrote them. */
async function records(eventName: DynamoDBRecord['eventName'] = 'INSERT'): Promise<DynamoDBRecord[]> {
  const { storage, commit } = fakeKernel();
  for (const changed of ['one', 'two', 'three'])
    await commit({
      subject: `LOAN#${loanId}`,
      actor: 'system:test',
      correlationId: 'corr-0001',
      action: 'LoanChanged',
      facts: {},
      writes: [{ kind: 'put', item: { pk: `LOAN#${loanId}`, sk: changed } }],
      events: [tell(loanUpdated, { loanId, changed: [changed] })],
    });
  return storage
    .all()
    .map(
      (item, n) =>
        ({ eventName, dynamodb: { NewImage: marshall(item), SequenceNumber: String(n) } }) as DynamoDBRecord,
    );
}

function busThat(takes: (changed: string) => boolean): Bus & { told: string[] } {
  const told: string[] = [];
  return {
    told,
    publish: async ({ envelope, source, detailType }) => {
      const [changed = ''] = envelope.data['changed'] as string[];
      if (!takes(changed)) return false;
      told.push(`${source} ${detailType} ${changed}`);
      return true;
    },
  };
}
const told = (changed: string) => `keyturn.loans LoanUpdated.v1 ${changed}`;

describe('the stream of the table', () => {
  it('puts every event on the bus in the order it was written, and nothing else', async () => {
    const bus = busThat(() => true);
    expect(await onEntitiesChanged({ Records: await records() }, { bus })).toEqual({ batchItemFailures: [] });
    expect(bus.told).toEqual([told('one'), told('two'), told('three')]);
  });

  it('stops at the first event that the bus does not take, and goes on from there', async () => {
    const all = await records();
    let isDown = true;
    const bus = busThat((changed) => !(isDown && changed === 'two'));
    const { batchItemFailures } = await onEntitiesChanged({ Records: all }, { bus });
    expect(bus.told).toEqual([told('one')]);
    isDown = false;
    const from = all.findIndex(
      ({ dynamodb }) => dynamodb?.SequenceNumber === batchItemFailures[0]?.itemIdentifier,
    );
    await onEntitiesChanged({ Records: all.slice(from) }, { bus });
    expect(bus.told).toEqual([told('one'), told('two'), told('three')]);
  });

  it.each(['REMOVE', 'MODIFY'] as const)('tells nothing when its items expire (%s)', async (eventName) => {
    const bus = busThat(() => true);
    await onEntitiesChanged({ Records: await records(eventName) }, { bus });
    expect(bus.told).toEqual([]);
  });

  it('fails on an outbox item that is none, so that it is looked at', async () => {
    const [record] = await records();
    const broken = {
      ...record,
      dynamodb: { NewImage: marshall({ pk: 'OUTBOX#x', sk: 'OUTBOX' }) },
    } as DynamoDBRecord;
    const lines = capturedLines();
    await expect(onEntitiesChanged({ Records: [broken] }, { bus: busThat(() => true) })).rejects.toThrow(
      Error,
    );
    vi.restoreAllMocks();
    expect(lines.join('\n')).toMatch(/"key": ?"OUTBOX#x"/);
  });
});
