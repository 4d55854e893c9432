import * as z from 'zod';
import { expectBody } from '../../tools/client/keyturn-client.ts';
import type { Road } from '../support/road/road-cloud.ts';

const Queues = z.looseObject({ items: z.array(z.looseObject({ name: z.string(), messages: z.int() })) });
const Inspected = z.looseObject({
  items: z.array(z.looseObject({ reason: z.string().optional(), detailType: z.string().optional() })),
});

/** By queue: how many messages, and of up to ten of them what they are and why they are there. */
export type DeadLetters = Record<string, { messages: number; why: string[] }>;

const filled = async ({ cast }: Road) =>
  expectBody(await cast.operator.get('/v1/operations/queues'), 200, Queues).items.filter(
    ({ messages }) => messages > 0,
  );

export async function deadLetters(road: Road): Promise<DeadLetters> {
  const found: DeadLetters = {};
  for (const { name, messages } of await filled(road)) {
    const { items } = expectBody(
      await road.cast.operator.get(`/v1/operations/queues/${name}/messages`),
      200,
      Inspected,
    );
    const why = items.map(
      ({ detailType = 'a step', reason = 'its tries ended' }) => `${detailType}: ${reason}`,
    );
    found[name] = { messages, why: [...new Set(why)] };
  }
  return found;
}

/** Gives every dead letter back to its consumer. */
export async function redriveAll(road: Road): Promise<void> {
  for (const { name } of await filled(road))
    expectBody(
      await road.cast.operator.post(`/v1/operations/queues/${name}/redrives`, { perSecond: 500 }),
      202,
      z.unknown(),
    );
}
