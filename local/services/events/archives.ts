import type { EngineContext } from '../service.ts';
import { AwsError } from '../service.ts';
import type { Envelope } from './envelope.ts';
import { eventPattern, type EventTest } from './pattern.ts';
import { busNameOf } from './rule.ts';

export interface Archive {
  name: string;
  arn: string;
  sourceArn: string;
  pattern?: string | undefined;
  /** 0 keeps for ever. */
  retentionDays: number;
  createdAt: number;
}

interface Archived {
  event: Envelope;
  at: number;
}

const DAY_MS = 86_400_000;

/** Archives keep what passes a bus, in order of arrival; replayed events are not archived again. */
export class Archives {
  readonly #context: EngineContext;
  readonly #open = new Map<string, { archive: Archive; test: EventTest }>();
  #nextKey: number;

  constructor(context: EngineContext) {
    this.#context = context;
    this.#nextKey = context.clock.now() * 1000;
    for (const [, archive] of context.store.list<Archive>('events.archive')) this.#admit(archive);
  }

  configure(archive: Omit<Archive, 'arn' | 'createdAt'>): void {
    const existing = this.#open.get(archive.name)?.archive;
    const { region, account, clock, store } = this.#context;
    const configured: Archive = {
      ...archive,
      arn: `arn:aws:events:${region}:${account}:archive/${archive.name}`,
      createdAt: existing?.createdAt ?? clock.now(),
    };
    this.#admit(configured);
    store.put('events.archive', archive.name, configured);
  }

  /** Throws `ResourceNotFoundException`. */
  find(nameOrArn: string): Archive {
    const found = this.#open.get(busNameOf(nameOrArn));
    if (found === undefined)
      throw new AwsError('ResourceNotFoundException', `Archive ${busNameOf(nameOrArn)} does not exist.`);
    return found.archive;
  }

  list(): Archive[] {
    return [...this.#open.values()].map(({ archive }) => archive);
  }

  /** Call inside the transaction that accepts the event. */
  keep(bus: string, event: Envelope): void {
    if (this.#open.size === 0 || event['replay-name'] !== undefined) return;
    const now = this.#context.clock.now();
    this.#nextKey = Math.max(this.#nextKey + 1, now * 1000);
    for (const { archive, test } of this.#open.values()) {
      if (busNameOf(archive.sourceArn) !== bus || !test(event as never)) continue;
      this.#forgetOld(archive, now);
      const key = `${archive.name}/${String(this.#nextKey).padStart(17, '0')}`;
      this.#context.store.put('events.archived', key, { event, at: now } satisfies Archived);
    }
  }

  /** Up to `limit` kept events after a key, oldest first. */
  page(
    archive: Archive,
    after: string | undefined,
    limit: number,
  ): { key: string; event: Envelope; at: number }[] {
    const options = { prefix: `${archive.name}/`, limit, ...(after !== undefined && { after }) };
    return this.#context.store
      .list<Archived>('events.archived', options)
      .map(([key, { event, at }]) => ({ key, event, at }));
  }

  #forgetOld(archive: Archive, now: number): void {
    if (archive.retentionDays === 0) return;
    for (const { key, at } of this.page(archive, undefined, 5)) {
      if (at + archive.retentionDays * DAY_MS > now) return;
      this.#context.store.delete('events.archived', key);
    }
  }

  #admit(archive: Archive): void {
    const test = archive.pattern === undefined ? () => true : eventPattern(archive.pattern);
    this.#open.set(archive.name, { archive, test });
  }
}
