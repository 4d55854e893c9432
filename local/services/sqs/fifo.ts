import { createHash } from 'node:crypto';
import type { Store } from '../service.ts';
import { AwsError } from '../service.ts';
import type { Backlog } from './backlog.ts';
import type { Message } from './message.ts';
import type { QueueConfig } from './queue-config.ts';

/** SQS developer guide, exactly-once processing: a deduplication id counts for five minutes. */
const DEDUPLICATION_MS = 300_000;

export interface Accepted {
  at: number;
  id: string;
  sequenceNumber: string;
}

/** What was accepted on a FIFO queue in the last five minutes, kept in the store too. */
export class Deduplication {
  readonly #store: Store;
  readonly #queue: string;
  readonly #accepted = new Map<string, Accepted>();

  constructor(store: Store, queue: string) {
    this.#store = store;
    this.#queue = queue;
    const kept = store.list<Accepted>('sqs.deduplication', { prefix: `${queue}/` });
    for (const [key, accepted] of kept.sort(([, left], [, right]) => left.at - right.at))
      this.#accepted.set(key, accepted);
  }

  find(scope: string, id: string, now: number): Accepted | undefined {
    for (const [key, { at }] of this.#accepted) {
      if (at + DEDUPLICATION_MS > now) break;
      this.#accepted.delete(key);
      this.#store.delete('sqs.deduplication', key);
    }
    return this.#accepted.get(this.#key(scope, id));
  }

  keep(scope: string, id: string, accepted: Accepted): void {
    const key = this.#key(scope, id);
    this.#accepted.set(key, accepted);
    this.#store.put('sqs.deduplication', key, accepted);
  }

  #key(scope: string, id: string): string {
    return `${this.#queue}/${createHash('sha256').update(`${scope}\n${id}`).digest('hex')}`;
  }
}

/** The deduplication id a FIFO message goes by. */
export function deduplicationId(config: QueueConfig, body: string, given: string | undefined): string {
  if (given !== undefined) return given;
  if (!config.contentBasedDeduplication)
    throw new AwsError(
      'InvalidParameterValue',
      'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
    );
  return createHash('sha256').update(body).digest('hex');
}

/** Up to `limit` messages in order; a group with a message in flight or delayed gives none until that one is done. */
export function nextInGroups(backlog: Backlog, limit: number): Message[] {
  const blocked = new Set<string>();
  const taken: Message[] = [];
  for (const message of backlog.messages.values()) {
    if (taken.length === limit) break;
    const group = message.group ?? '';
    if (blocked.has(group)) continue;
    if (backlog.isReady(message.seq)) taken.push(message);
    else blocked.add(group);
  }
  return taken;
}
