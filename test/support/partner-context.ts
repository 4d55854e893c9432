import { memoryStore } from '../../local/runtime/memory-store.ts';
import { seededRandom } from '../../local/runtime/random.ts';
import type { OutgoingWebhook, PartnerContext } from '../../local/partners/partner.ts';
import type { Store } from '../../local/services/service.ts';
import { manualClock, type ManualClock } from './manual-clock.ts';

export interface TestPartnerContext extends PartnerContext {
  clock: ManualClock;
  /** What the sandbox sent, in order. */
  sent: OutgoingWebhook[];
  /** What our API answers to the next webhooks; 204 when there is nothing left. */
  answers: number[];
}

/** A sandbox's surroundings without a machine: a clock that stands still, webhooks that are kept, and one secret for all. */
export function partnerContext(
  options: { store?: Store; clock?: ManualClock; secret?: string } = {},
): TestPartnerContext {
  const clock = options.clock ?? manualClock('2026-11-21T15:00:00Z');
  const sent: OutgoingWebhook[] = [];
  const answers: number[] = [];
  return {
    clock,
    scheduler: clock.scheduler,
    random: seededRandom(1),
    store: options.store ?? memoryStore(),
    urls: { api: 'http://api.test', own: 'http://sandbox.test' },
    sent,
    answers,
    sendWebhook: async (webhook) => {
      sent.push(webhook);
      return { status: answers.shift() ?? 204, body: '' };
    },
    secret: async () => options.secret ?? JSON.stringify({ clientId: 'test', clientSecret: 'shared' }),
    log: () => undefined,
  };
}
