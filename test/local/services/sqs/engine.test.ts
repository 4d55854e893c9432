import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../../../local/runtime/memory-store.ts';
import { noSqsFaults } from '../../../../local/services/sqs/faults.ts';
import { engineContext } from '../../../support/engine-context.ts';
import { arnOf, queuesFor, receive } from './queues.ts';

describe('a standard queue', () => {
  it('hides a received message until its visibility ends, then gives it again with a higher count', async () => {
    const context = engineContext();
    const sqs = queuesFor(context);
    await sqs.call('SendMessage', { QueueUrl: 'work', MessageBody: 'one' });
    expect(await receive(sqs, 'work')).toMatchObject([{ attributes: { ApproximateReceiveCount: '1' } }]);
    await context.clock.advance(59_000);
    expect(await receive(sqs, 'work')).toEqual([]);
    await context.clock.advance(1_000);
    expect(await receive(sqs, 'work')).toMatchObject([
      { body: 'one', attributes: { ApproximateReceiveCount: '2' } },
    ]);
  });

  it('moves a message to the dead-letter queue after its last receive ran out, without anybody polling', async () => {
    const context = engineContext();
    const sqs = queuesFor(context);
    await sqs.call('SendMessage', { QueueUrl: 'work', MessageBody: 'poison' });
    for (let round = 0; round < 3; round += 1) {
      expect(await receive(sqs, 'work')).toHaveLength(1);
      await context.clock.advance(60_000);
    }
    expect(sqs.engine.readings()).toMatchObject([
      { queueName: 'work-dlq', ApproximateNumberOfMessagesVisible: 1, ApproximateAgeOfOldestMessage: 180 },
      { queueName: 'work', ApproximateNumberOfMessagesVisible: 0 },
      { queueName: 'ordered.fifo' },
    ]);
    expect(await receive(sqs, 'work-dlq')).toMatchObject([
      { body: 'poison', attributes: { DeadLetterQueueSourceArn: arnOf('work') } },
    ]);
  });

  it('wakes a waiting receive when a message is sent, and lets it go empty when the wait is over', async () => {
    const context = engineContext();
    const sqs = queuesFor(context);
    const waiting = receive(sqs, 'work', { WaitTimeSeconds: 20 });
    const second = receive(sqs, 'work', { WaitTimeSeconds: 20 });
    await sqs.call('SendMessage', { QueueUrl: 'work', MessageBody: 'now' });
    expect(await waiting).toMatchObject([{ body: 'now' }]);
    await context.clock.advance(20_000);
    expect(await second).toEqual([]);
  });

  it('wakes a waiting receive when a delay ends', async () => {
    const context = engineContext();
    const sqs = queuesFor(context);
    await sqs.call('SendMessage', { QueueUrl: 'work', MessageBody: 'later', DelaySeconds: 5 });
    const waiting = receive(sqs, 'work', { WaitTimeSeconds: 20 });
    await context.clock.advance(5_000);
    expect(await waiting).toMatchObject([{ body: 'later' }]);
  });

  it('gives a message back at once when its visibility is set to zero', async () => {
    const sqs = queuesFor(engineContext());
    await sqs.call('SendMessage', { QueueUrl: 'work', MessageBody: 'again' });
    const [first] = await receive(sqs, 'work');
    await sqs.call('ChangeMessageVisibility', {
      QueueUrl: 'work',
      ReceiptHandle: first!.receipt,
      VisibilityTimeout: 0,
    });
    expect(await receive(sqs, 'work')).toHaveLength(1);
  });

  it('does not delete by a receipt that a later receive has outdated', async () => {
    const context = engineContext();
    const sqs = queuesFor(context);
    await sqs.call('SendMessage', { QueueUrl: 'work', MessageBody: 'slow' });
    const [first] = await receive(sqs, 'work');
    await context.clock.advance(60_000);
    const [second] = await receive(sqs, 'work');
    await sqs.call('DeleteMessage', { QueueUrl: 'work', ReceiptHandle: first!.receipt });
    expect(sqs.engine.queue('work').backlog.counts().inFlight).toBe(1);
    await sqs.call('DeleteMessage', { QueueUrl: 'work', ReceiptHandle: second!.receipt });
    expect(sqs.engine.queue('work').backlog.counts().inFlight).toBe(0);
  });

  it('forgets a message after its retention', async () => {
    const context = engineContext();
    const sqs = queuesFor(context);
    await sqs.call('SendMessage', { QueueUrl: 'work-dlq', MessageBody: 'old' });
    await context.clock.advance(345_600_000);
    expect(await receive(sqs, 'work-dlq')).toEqual([]);
  });

  it('keeps messages, receive counts and visibility across a restart', async () => {
    const store = memoryStore();
    const context = engineContext({ store });
    const before = queuesFor(context);
    await before.call('SendMessage', { QueueUrl: 'work', MessageBody: 'held' });
    await before.call('SendMessage', { QueueUrl: 'work', MessageBody: 'waiting' });
    const held = await receive(before, 'work', { MaxNumberOfMessages: 1 });
    expect(held).toMatchObject([{ body: 'held' }]);
    const after = queuesFor(engineContext({ store, clock: context.clock, seed: 2 }));
    expect(await receive(after, 'work')).toMatchObject([{ body: 'waiting' }]);
    await after.call('DeleteMessage', { QueueUrl: 'work', ReceiptHandle: held[0]!.receipt });
    await context.clock.advance(60_000);
    expect(await receive(after, 'work')).toMatchObject([
      { body: 'waiting', attributes: { ApproximateReceiveCount: '2' } },
    ]);
  });

  it('gives every message at least once whatever is received and deleted in which order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('send', 'take', 'take-and-delete', 'wait'), { maxLength: 60 }),
        fc.integer(),
        async (steps, seed) => {
          const context = engineContext({ seed });
          const faults = { ...noSqsFaults(), reorder: 0.5, delay: { probability: 0.3, maxMs: 5_000 } };
          const sqs = queuesFor(context, { faults });
          const sent: string[] = [];
          const seen = new Set<string>();
          for (const step of steps) {
            if (step === 'send') {
              sent.push(String(sent.length));
              await sqs.call('SendMessage', { QueueUrl: 'work', MessageBody: sent.at(-1)! });
            } else if (step === 'wait') await context.clock.advance(1_000);
            else
              for (const { body, receipt } of await receive(sqs, 'work', {
                MaxNumberOfMessages: 3,
                VisibilityTimeout: 2,
              })) {
                seen.add(body);
                if (step === 'take-and-delete')
                  await sqs.call('DeleteMessage', { QueueUrl: 'work', ReceiptHandle: receipt });
              }
          }
          await context.clock.advance(10_000);
          const left = [...(await drained(sqs, 'work')), ...(await drained(sqs, 'work-dlq'))];
          expect([...new Set([...seen, ...left])].sort()).toEqual([...sent].sort());
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('fault switches', () => {
  it('store extra copies under the same message id', async () => {
    const faults = { ...noSqsFaults(), duplicate: { probability: 1, copies: 2 } };
    const sqs = queuesFor(engineContext(), { faults });
    await sqs.call('SendMessage', { QueueUrl: 'work', MessageBody: 'thrice' });
    const received = await receive(sqs, 'work');
    expect(received.map(({ body }) => body)).toEqual(['thrice', 'thrice', 'thrice']);
    expect(new Set(received.map(({ id }) => id)).size).toBe(1);
  });

  it('reorder the same way for the same seed', async () => {
    const run = async (seed: number): Promise<string> => {
      const sqs = queuesFor(engineContext({ seed }), { faults: { ...noSqsFaults(), reorder: 1 } });
      for (let count = 0; count < 10; count += 1)
        await sqs.call('SendMessage', { QueueUrl: 'work', MessageBody: String(count) });
      return (await receive(sqs, 'work')).map(({ body }) => body).join('');
    };
    expect(await run(7)).toBe(await run(7));
    expect(await run(7)).not.toBe('0123456789');
  });
});

describe('a FIFO queue', () => {
  const send = { QueueUrl: 'ordered.fifo' };

  it('keeps the order of a group and gives none of it while one is in flight', async () => {
    const sqs = queuesFor(engineContext());
    for (const body of ['a1', 'a2', 'b1'])
      await sqs.call('SendMessage', { ...send, MessageBody: body, MessageGroupId: body[0]! });
    const [first] = await receive(sqs, 'ordered.fifo', { MaxNumberOfMessages: 1 });
    expect(first?.body).toBe('a1');
    expect((await receive(sqs, 'ordered.fifo')).map(({ body }) => body)).toEqual(['b1']);
    await sqs.call('DeleteMessage', { ...send, ReceiptHandle: first!.receipt });
    expect((await receive(sqs, 'ordered.fifo')).map(({ body }) => body)).toEqual(['a2']);
  });

  it('accepts the same content once in five minutes and gives the first id again', async () => {
    const context = engineContext();
    const sqs = queuesFor(context);
    const message = { ...send, MessageBody: 'same', MessageGroupId: 'g' };
    const first = await sqs.call('SendMessage', message);
    expect(await sqs.call('SendMessage', message)).toEqual(first);
    await context.clock.advance(300_000);
    expect(await sqs.call('SendMessage', message)).not.toEqual(first);
  });

  it('demands a message group', async () => {
    const sqs = queuesFor(engineContext());
    await expect(sqs.call('SendMessage', { ...send, MessageBody: 'x' })).rejects.toMatchObject({
      code: 'MissingParameter',
    });
  });
});

describe('a move task', () => {
  it('brings dead letters home as new messages, at its rate, and goes on after a restart', async () => {
    const store = memoryStore();
    const context = engineContext({ store });
    const sqs = queuesFor(context);
    for (const body of ['x', 'y', 'z'])
      await sqs.call('SendMessage', { QueueUrl: 'work', MessageBody: body });
    for (let round = 0; round < 3; round += 1) {
      await receive(sqs, 'work');
      await context.clock.advance(60_000);
    }
    await sqs.call('StartMessageMoveTask', { SourceArn: arnOf('work-dlq'), MaxNumberOfMessagesPerSecond: 1 });
    await context.clock.advance(0);
    expect(sqs.engine.readings()).toMatchObject([
      { ApproximateNumberOfMessagesVisible: 2 },
      { ApproximateNumberOfMessagesVisible: 1 },
      {},
    ]);
    const later = engineContext({ store, startsAt: '2026-03-02T16:00:00Z', seed: 3 });
    const restarted = queuesFor(later);
    await later.clock.advance(5_000);
    expect(await receive(restarted, 'work')).toMatchObject([
      { attributes: { ApproximateReceiveCount: '1' } },
      { attributes: { ApproximateReceiveCount: '1' } },
      { attributes: { ApproximateReceiveCount: '1' } },
    ]);
    expect(await restarted.call('ListMessageMoveTasks', { SourceArn: arnOf('work-dlq') })).toMatchObject({
      Results: [{ Status: 'COMPLETED', ApproximateNumberOfMessagesMoved: 3 }],
    });
  });

  it('is refused for a queue that is nobody\u2019s dead-letter queue', async () => {
    const sqs = queuesFor(engineContext());
    await expect(sqs.call('StartMessageMoveTask', { SourceArn: arnOf('work') })).rejects.toMatchObject({
      code: 'InvalidParameterValue',
    });
  });

  it('can be cancelled', async () => {
    const context = engineContext();
    const sqs = queuesFor(context);
    for (const body of ['x', 'y', 'z'])
      await sqs.call('SendMessage', { QueueUrl: 'work-dlq', MessageBody: body });
    const task = (await sqs.call('StartMessageMoveTask', {
      SourceArn: arnOf('work-dlq'),
      DestinationArn: arnOf('work'),
      MaxNumberOfMessagesPerSecond: 1,
    })) as { TaskHandle: string };
    await context.clock.advance(0);
    expect(await sqs.call('CancelMessageMoveTask', task)).toEqual({ ApproximateNumberOfMessagesMoved: 1 });
    await context.clock.advance(10_000);
    expect(await receive(sqs, 'work')).toHaveLength(1);
  });
});

async function drained(sqs: ReturnType<typeof queuesFor>, queue: string): Promise<string[]> {
  const bodies: string[] = [];
  for (;;) {
    const messages = await receive(sqs, queue, { VisibilityTimeout: 600 });
    if (messages.length === 0) return bodies;
    bodies.push(...messages.map(({ body }) => body));
  }
}
