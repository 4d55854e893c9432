import type { SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { conflict, forbidden, invalid, missing, unavailable } from '../../../lambdas/shared/errors.ts';
import { queueFunction } from '../../../lambdas/shared/queue.ts';
import { lambdaContext } from '../../support/api-event.ts';

const record = (messageId: string, body: string, receiveCount = 1) => ({
  messageId,
  body,
  attributes: { ApproximateReceiveCount: String(receiveCount) },
});
const eventOf = (...records: ReturnType<typeof record>[]) => ({ Records: records }) as unknown as SQSEvent;

function setUp(run: (n: number) => void, isDown = false) {
  const rejected: { body: string; code: string; sourceMessageId: string }[] = [];
  const seen: { n: number; receiveCount: number; correlationId: string }[] = [];
  const handler = queueFunction({
    consumer: 'test',
    message: z.strictObject({ n: z.int(), detail: z.object({ correlationId: z.string() }).optional() }),
    wire: () => ({}),
    run: async ({ n }, _deps, context) => {
      seen.push({ n, ...context });
      run(n);
    },
    deadLetters: () => ({
      reject: async (body, reason) => {
        if (isDown) throw new Error('down');
        rejected.push({ body, ...reason });
      },
    }),
  });
  const deliver = async (...records: ReturnType<typeof record>[]) =>
    (await handler(eventOf(...records), lambdaContext)).batchItemFailures.map(
      ({ itemIdentifier }) => itemIdentifier,
    );
  return { deliver, rejected, seen };
}
const throwing = (error: unknown) => () => {
  throw error;
};

describe('a record of a queue', () => {
  it.each<[string, unknown, 'done' | 'retry' | 'reject']>([
    ['invalid', invalid('InvalidRequest', 'x'), 'reject'],
    ['forbidden', forbidden('Forbidden', 'x'), 'reject'],
    ['missing', missing('LoanNotFound', 'x'), 'retry'],
    ['a conflict', conflict('IllegalTransition', 'x'), 'reject'],
    ['a conflict that says it is handled', conflict('AlreadyHandled', 'x'), 'done'],
    ['a conflict that says it is done', conflict('AlreadyDone', 'x'), 'done'],
    ['unavailable', unavailable('EffectInFlight', 'x'), 'retry'],
    ['a bug', new TypeError('x'), 'retry'],
  ])('that ends %s', async (_what, error, fate) => {
    const { deliver, rejected } = setUp(throwing(error));
    expect(await deliver(record('m1', '{"n":1}'))).toEqual(fate === 'retry' ? ['m1'] : []);
    expect(rejected).toEqual(
      fate === 'reject' ? [{ body: '{"n":1}', code: (error as Error).name, sourceMessageId: 'm1' }] : [],
    );
  });

  it.each([
    ['no JSON', '{'],
    ['another shape', '{"n":"1"}'],
    ['an unknown field', '{"n":1,"m":2}'],
    ['depth', '['.repeat(10_000)],
  ])('that is %s goes to the dead letters unchanged', async (_what, body) => {
    const { deliver, rejected, seen } = setUp(() => undefined);
    expect(await deliver(record('m1', body))).toEqual([]);
    expect(rejected).toMatchObject([{ body, sourceMessageId: 'm1' }]);
    expect(seen).toEqual([]);
  });

  it('comes again when the dead letters do not take it', async () => {
    const { deliver } = setUp(() => undefined, true);
    expect(await deliver(record('bad', '{'), record('good', '{"n":1}'))).toEqual(['bad']);
  });

  it('fails alone: the others of its batch are done', async () => {
    const { deliver, seen } = setUp((n) => {
      if (n === 2) throw unavailable('Unavailable', 'x');
    });
    expect(await deliver(record('a', '{"n":1}'), record('b', '{"n":2}'), record('c', '{"n":3}'))).toEqual([
      'b',
    ]);
    expect(seen.map(({ n }) => n)).toEqual([1, 2, 3]);
  });

  it('tells its deliveries and whose request it belongs to', async () => {
    const { deliver, seen } = setUp(() => undefined);
    await deliver(record('a', '{"n":1,"detail":{"correlationId":"corr-1"}}', 3), record('b', '{"n":2}'));
    expect(seen).toEqual([
      { n: 1, receiveCount: 3, correlationId: 'corr-1' },
      { n: 2, receiveCount: 1, correlationId: 'b' },
    ]);
  });
});
