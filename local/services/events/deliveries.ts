import { AwsError, type EngineContext, type Json } from '../service.ts';
import type { Envelope } from './envelope.ts';
import type { Target } from './rule.ts';
import { targetInput } from './target-input.ts';

/** One event on its way to one target; in the store until the target or its dead-letter queue has it. */
export interface Delivery {
  id: string;
  event: Envelope;
  ruleArn: string;
  ruleName: string;
  target: Target;
  acceptedAt: number;
  nextAt: number;
  retries: number;
  /** Buses passed through, to end a circle of buses. */
  hops: number;
}

export interface DeliveryCounts {
  Invocations: number;
  FailedInvocations: number;
  InvocationsSentToDlq: number;
}

const DEFAULT_RETRIES = 185;
const DEFAULT_AGE_SECONDS = 86_400;
const FIRST_BACKOFF_MS = 1_000;
const LONGEST_BACKOFF_MS = 480_000;
const AT_ONCE = 64;
const MOST_HOPS = 16;

/** Delivers with at most 64 under way, retries on the local clock, and goes on with what is stored after a restart. */
export class Deliveries {
  readonly counts: DeliveryCounts = { Invocations: 0, FailedInvocations: 0, InvocationsSentToDlq: 0 };
  readonly #context: EngineContext;
  readonly #toBus: (busArn: string, event: Envelope, hops: number) => void;
  readonly #due: Delivery[] = [];
  #underWay = 0;
  #nextId: number;

  constructor(context: EngineContext, toBus: (busArn: string, event: Envelope, hops: number) => void) {
    this.#context = context;
    this.#toBus = toBus;
    this.#nextId = context.clock.now() * 1000;
  }

  /** Stores one delivery for each; call inside the transaction that accepts the event, then `begin` after it. */
  accept(entries: readonly Omit<Delivery, 'id' | 'acceptedAt' | 'nextAt' | 'retries'>[]): Delivery[] {
    const now = this.#context.clock.now();
    return entries.map((entry) => {
      const id = String(this.#nextId++).padStart(17, '0');
      const delivery: Delivery = { ...entry, id, acceptedAt: now, nextAt: now, retries: 0 };
      this.#context.store.put('events.delivery', id, delivery);
      return delivery;
    });
  }

  begin(deliveries: readonly Delivery[]): void {
    this.#due.push(...deliveries);
    this.#pump();
  }

  resume(): void {
    const now = this.#context.clock.now();
    for (const [id, delivery] of this.#context.store.list<Delivery>('events.delivery')) {
      this.#nextId = Math.max(this.#nextId, Number(id) + 1);
      if (delivery.nextAt <= now) this.begin([delivery]);
      else this.#wait(delivery);
    }
  }

  /** How many events are accepted and not yet with their target. */
  pending(): number {
    return this.#context.store.list('events.delivery').length;
  }

  #pump(): void {
    while (this.#underWay < AT_ONCE && this.#due.length > 0) {
      const delivery = this.#due.shift()!;
      this.#underWay += 1;
      void this.#attempt(delivery).finally(() => {
        this.#underWay -= 1;
        this.#pump();
      });
    }
  }

  async #attempt(delivery: Delivery): Promise<void> {
    this.counts.Invocations += 1;
    try {
      await this.#send(delivery);
      this.#context.store.delete('events.delivery', delivery.id);
    } catch (error) {
      await this.#failed(delivery, error);
    }
  }

  async #send({ target, event, ruleArn, ruleName, acceptedAt, hops }: Delivery): Promise<void> {
    if (target.Arn.includes(':event-bus/')) {
      if (hops < MOST_HOPS) this.#toBus(target.Arn, event, hops + 1);
      else this.#context.log('event dropped: it went round in a circle of buses', { ruleArn });
      return;
    }
    const ingestedAt = new Date(acceptedAt).toISOString();
    const payload = targetInput(target, event as Json, { arn: ruleArn, name: ruleName, ingestedAt });
    if (target.SqsParameters === undefined) await this.#context.neighbours.deliver(target.Arn, payload);
    else
      await this.#context.neighbours.call('sqs', 'SendMessage', {
        QueueUrl: target.Arn,
        MessageBody: typeof payload === 'string' ? payload : JSON.stringify(payload),
        MessageGroupId: target.SqsParameters.MessageGroupId,
        MessageDeduplicationId: event.id,
      });
  }

  async #failed(delivery: Delivery, error: unknown): Promise<void> {
    const { code, message } = failureOf(error);
    const exhausted = this.#exhausted(delivery);
    if (isFinal(code) || exhausted !== undefined) {
      await this.#giveUp(delivery, code, message, exhausted);
      return;
    }
    const backoff = Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** delivery.retries);
    const wait = backoff / 2 + (backoff / 2) * this.#context.random.next();
    const next = {
      ...delivery,
      retries: delivery.retries + 1,
      nextAt: this.#context.clock.now() + Math.ceil(wait),
    };
    this.#context.store.put('events.delivery', next.id, next);
    this.#wait(next);
  }

  #exhausted({ target, retries, acceptedAt }: Delivery): string | undefined {
    if (retries >= (target.RetryPolicy?.MaximumRetryAttempts ?? DEFAULT_RETRIES))
      return 'MaximumRetryAttempts';
    const oldest = (target.RetryPolicy?.MaximumEventAgeInSeconds ?? DEFAULT_AGE_SECONDS) * 1000;
    return this.#context.clock.now() - acceptedAt >= oldest ? 'MaximumEventAgeInSeconds' : undefined;
  }

  /** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html: the event, and why as message attributes. */
  async #giveUp(
    delivery: Delivery,
    code: string,
    message: string,
    exhausted: string | undefined,
  ): Promise<void> {
    this.counts.FailedInvocations += 1;
    const { target, ruleArn, event, retries } = delivery;
    const facts = {
      RULE_ARN: ruleArn,
      TARGET_ARN: target.Arn,
      ERROR_CODE: code,
      ERROR_MESSAGE: message || code,
      ...(exhausted !== undefined && { EXHAUSTED_RETRY_CONDITION: exhausted }),
      RETRY_ATTEMPTS: String(retries),
    };
    if (target.DeadLetterConfig?.Arn !== undefined) {
      try {
        await this.#context.neighbours.call('sqs', 'SendMessage', {
          QueueUrl: target.DeadLetterConfig.Arn,
          MessageBody: JSON.stringify(event),
          MessageAttributes: Object.fromEntries(
            Object.entries(facts).map(([name, value]) => [name, { DataType: 'String', StringValue: value }]),
          ),
        });
        this.counts.InvocationsSentToDlq += 1;
      } catch (error) {
        this.#context.log('event lost: its dead-letter queue did not take it', {
          ...facts,
          dlq: failureOf(error).code,
        });
      }
    } else this.#context.log('event dropped: the target never took it and has no dead-letter queue', facts);
    this.#context.store.delete('events.delivery', delivery.id);
  }

  #wait(delivery: Delivery): void {
    this.#context.scheduler.at(delivery.nextAt, () => this.begin([delivery]));
  }
}

function failureOf(error: unknown): { code: string; message: string } {
  if (error instanceof AwsError) return { code: error.code, message: error.message };
  return { code: 'SDK_CLIENT_ERROR', message: error instanceof Error ? error.message : String(error) };
}

/** What no retry mends (same page): the target is gone or may not be called. */
function isFinal(code: string): boolean {
  return /NotFound|DoesNotExist|AccessDenied|NoSuch|InvalidParameter/.test(code);
}
