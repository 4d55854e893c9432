import type { Road } from '../support/road/road-cloud.ts';

/** More writes than any handler makes in one invocation: a rule that never hits says so in the report. */
const mostWrites = 6;

/** A small generator of its own (mulberry32), so that a run can be told by its seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Every message three times and out of order; every function killed once after each write that one invocation of it makes;
 * throttled and conflicting writes; webhooks that do not arrive, arrive twice or late.
 */
export async function injectFaults({ cloud, control }: Road, loans: number, seed: number): Promise<void> {
  const random = seeded(seed);
  const upTo = (most: number) => Math.floor(random() * most);
  await control.addFault({ queues: { duplicate: { probability: 1, copies: 2 }, reorder: 0.5 } });
  for (const { name } of cloud.registry.lambda.engine.functions())
    for (let place = 0; place < mostWrites; place += 1)
      await control.addFault({
        effect: 'crash',
        function: name,
        operation: 'write',
        inInvocation: place,
        skip: upTo(Math.min(loans, 20)),
      });
  const ours = { service: 'dynamodb', function: 'keyturn-local', probability: 0.02 };
  await control.addFault({ effect: 'throttle', ...ours, times: 3 * loans });
  await control.addFault({ effect: 'conflict', ...ours, operation: 'TransactWriteItems', times: 3 * loans });
  const webhooks = { service: 'employment-verification', times: Math.ceil(loans / 5) };
  await control.addFault({ effect: 'dropWebhook', ...webhooks, probability: 0.5 });
  await control.addFault({ effect: 'duplicateWebhook', ...webhooks });
}
