import * as z from 'zod';
import type { PartnerContext } from '../partner.ts';
import type { Order } from './orders.ts';

/** Of the local stage's template: both sides hold it. */
export const webhookSecretName = 'keyturn-local-employment-verification-webhook';

/** The house keeps what a partner gives it as `{clientId, clientSecret}`. */
const Held = z.object({ clientSecret: z.string() });

export const heldSecret = async (context: PartnerContext, name: string): Promise<string> =>
  Held.parse(JSON.parse(await context.secret(name))).clientSecret;

/** Undelivered webhooks are tried again for 48 hours, as Truework says of its own. */
const retryMinutes = [1, 5, 30, 120, 360, 720, 1_440, 2_880] as const;

interface Pending {
  orderId: string;
  body: string;
  attempt: number;
  dueAt: number;
}

const collection = 'employment-verification.webhook';

/** `order.completed` webhooks: with the token that both sides hold, as Truework signs, tried again until they are heard, remembered over a restart. */
export class Webhooks {
  readonly #context: PartnerContext;

  constructor(context: PartnerContext) {
    this.#context = context;
  }

  start(): void {
    for (const [, pending] of this.#context.store.list<Pending>(collection)) this.#arm(pending);
  }

  announce(order: Order): void {
    const body = JSON.stringify({
      version: '2023-10-30',
      hook: {
        id: 1,
        event: 'order.completed',
        target: this.#target,
        triggered_at: new Date(this.#context.clock.now()).toISOString(),
      },
      data: { order_id: order.id, metadata: order.request.metadata ?? {} },
    });
    const pending = { orderId: order.id, body, attempt: 0, dueAt: this.#context.clock.now() };
    this.#context.store.put(collection, order.id, pending);
    this.#arm(pending);
  }

  get #target(): string {
    return `${this.#context.urls.api}/v1/webhooks/employment-verification`;
  }

  #arm(pending: Pending): void {
    this.#context.scheduler.at(pending.dueAt, async () => await this.#deliver(pending));
  }

  async #deliver(pending: Pending): Promise<void> {
    const { clock, store } = this.#context;
    if (await this.#isHeard(pending.body)) {
      store.delete(collection, pending.orderId);
      return;
    }
    const minutes = retryMinutes[pending.attempt];
    if (minutes === undefined) {
      store.delete(collection, pending.orderId);
      this.#context.log('employment-verification gave a webhook up', { orderId: pending.orderId });
      return;
    }
    const next = { ...pending, attempt: pending.attempt + 1, dueAt: clock.now() + minutes * 60_000 };
    store.put(collection, pending.orderId, next);
    this.#arm(next);
  }

  async #isHeard(body: string): Promise<boolean> {
    try {
      const secret = await heldSecret(this.#context, webhookSecretName);
      const headers = { 'content-type': 'application/json', 'x-truework-token': secret };
      const { status } = await this.#context.sendWebhook({ url: this.#target, headers, body });
      return status >= 200 && status < 300;
    } catch {
      return false;
    }
  }
}
