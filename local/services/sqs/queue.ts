import type { EngineContext, Timer } from '../service.ts';
import { AwsError } from '../service.ts';
import { Backlog } from './backlog.ts';
import { md5 } from './digest.ts';
import { extraCopies, extraDelayMs, pickPlace, type SqsFaults } from './faults.ts';
import { Deduplication, deduplicationId, nextInGroups } from './fifo.ts';
import type { Message, MessageAttribute } from './message.ts';
import type { QueueConfig } from './queue-config.ts';

export interface SendEntry {
  body: string;
  attributes?: Record<string, MessageAttribute> | undefined;
  traceHeader?: string | undefined;
  delaySeconds?: number | undefined;
  group?: string | undefined;
  dedup?: string | undefined;
}

export interface Sent {
  id: string;
  bodyMd5: string;
  sequenceNumber?: string | undefined;
}

export interface ReceiveOptions {
  limit: number;
  waitSeconds: number;
  visibilitySeconds: number;
}

interface Waiter extends ReceiveOptions {
  resolve(messages: Message[]): void;
}

/** What a queue needs of the engine around it. */
export interface QueueSurroundings {
  context: EngineContext;
  faults: SqsFaults;
  queueByArn(arn: string): Queue | undefined;
}

/** One queue: every change is in the store before it is answered. */
export class Queue {
  config: QueueConfig;
  readonly backlog = new Backlog();
  readonly #around: QueueSurroundings;
  readonly #deduplication: Deduplication;
  readonly #waiters: Waiter[] = [];
  #alarm: { at: number; timer: Timer } | undefined;

  constructor(around: QueueSurroundings, config: QueueConfig) {
    this.config = config;
    this.#around = around;
    const { store, clock } = around.context;
    this.#deduplication = new Deduplication(store, config.name);
    for (const [, message] of store.list<Message>('sqs.message', { prefix: `${config.name}/` }))
      this.backlog.add(message, clock.now());
  }

  send(entry: SendEntry): Sent {
    const now = this.#now();
    if (!this.config.fifo) {
      const { faults, context } = this.#around;
      const id = context.random.uuid();
      for (let copy = extraCopies(faults, context.random); copy >= 0; copy -= 1) this.#accept(entry, id, now);
      this.settle();
      return { id, bodyMd5: md5(entry.body) };
    }
    const sent = this.#sendOnce(entry, now);
    this.settle();
    return sent;
  }

  async receive(options: ReceiveOptions): Promise<Message[]> {
    this.settle();
    const taken = this.#take(options);
    if (taken.length > 0 || options.waitSeconds === 0) return taken;
    const { promise, resolve } = Promise.withResolvers<Message[]>();
    const waiter: Waiter = {
      ...options,
      resolve: (messages) => {
        timer.cancel();
        resolve(messages);
      },
    };
    const timer = this.#around.context.scheduler.at(this.#now() + options.waitSeconds * 1000, () => {
      const index = this.#waiters.indexOf(waiter);
      if (index >= 0) this.#waiters.splice(index, 1);
      resolve([]);
    });
    this.#waiters.push(waiter);
    return await promise;
  }

  /** A receipt that is not the newest deletes nothing and is no error on a standard queue, as on AWS. */
  delete(receipt: string): void {
    const message = this.#byReceipt(receipt);
    if (message === undefined) return;
    if (message.receipt !== receipt || (this.config.fifo && message.visibleAt <= this.#now())) {
      if (this.config.fifo) throw new AwsError('InvalidParameterValue', 'The receipt handle has expired');
      return;
    }
    this.drop(message);
    if (this.config.fifo) this.settle();
  }

  changeVisibility(receipt: string, seconds: number): void {
    const message = this.#byReceipt(receipt);
    const now = this.#now();
    if (message === undefined || message.receipt !== receipt || message.visibleAt <= now)
      throw new AwsError('MessageNotInflight', 'The message is not in flight');
    message.visibleAt = now + seconds * 1000;
    this.#save(message);
    this.backlog.rehide(message, now);
    if (seconds === 0) this.#deadLetterIfSpent(message);
    this.settle();
  }

  purge(): void {
    this.#around.context.store.transaction(() => {
      for (const message of this.backlog.messages.values())
        this.#around.context.store.delete('sqs.message', this.#key(message));
    });
    for (const seq of this.backlog.messages.keys()) this.backlog.remove(seq);
  }

  drop(message: Message): void {
    this.#around.context.store.delete('sqs.message', this.#key(message));
    this.backlog.remove(message.seq);
  }

  /** Hands a message over to another queue in one transaction; `change` says what is new about it there. */
  moveTo(target: Queue, message: Message, change: Partial<Message>): void {
    const now = this.#now();
    const { receipt: _receipt, ...kept } = message;
    const moved: Message = { ...kept, ...change, seq: target.backlog.takeSeq(now), visibleAt: now };
    const { store } = this.#around.context;
    store.transaction(() => {
      store.delete('sqs.message', this.#key(message));
      store.put('sqs.message', target.#key(moved), moved);
    });
    this.backlog.remove(message.seq);
    target.backlog.add(moved, now);
    target.settle();
  }

  /** Brings the queue up to the clock: wakes hidden messages, drops expired ones, moves spent ones, serves those who wait. */
  settle(): void {
    const now = this.#now();
    for (const message of this.backlog.wake(now)) this.#deadLetterIfSpent(message);
    this.#expire(now);
    while (this.#waiters.length > 0) {
      const taken = this.#take(this.#waiters[0]!);
      if (taken.length === 0) break;
      this.#waiters.shift()?.resolve(taken);
    }
    this.#arm();
  }

  oldestAgeSeconds(): number {
    let oldest = this.#now();
    for (const { sentAt } of this.backlog.messages.values()) oldest = Math.min(oldest, sentAt);
    return Math.floor((this.#now() - oldest) / 1000);
  }

  /** Lets every waiting receive go with nothing. */
  stop(): void {
    this.#alarm?.timer.cancel();
    for (const waiter of this.#waiters.splice(0)) waiter.resolve([]);
  }

  #sendOnce(entry: SendEntry, now: number): Sent {
    if (entry.group === undefined)
      throw new AwsError('MissingParameter', 'The request must contain the parameter MessageGroupId.');
    const dedup = deduplicationId(this.config, entry.body, entry.dedup);
    const scope = this.config.deduplicationScope === 'messageGroup' ? entry.group : '';
    const earlier = this.#deduplication.find(scope, dedup, now);
    if (earlier !== undefined) return { ...earlier, bodyMd5: md5(entry.body) };
    const id = this.#around.context.random.uuid();
    const sequenceNumber = this.#around.context.store.transaction(() => {
      const message = this.#accept({ ...entry, dedup }, id, now);
      this.#deduplication.keep(scope, dedup, { at: now, id, sequenceNumber: message.sequenceNumber! });
      return message.sequenceNumber;
    });
    return { id, bodyMd5: md5(entry.body), sequenceNumber };
  }

  #accept(entry: SendEntry, id: string, now: number): Message {
    const { faults, context } = this.#around;
    const delayMs =
      (this.config.fifo ? this.config.delaySeconds : (entry.delaySeconds ?? this.config.delaySeconds)) * 1000;
    const seq = this.backlog.takeSeq(now);
    const message: Message = {
      seq,
      id,
      body: entry.body,
      bodyMd5: md5(entry.body),
      attributes: entry.attributes,
      traceHeader: entry.traceHeader,
      sentAt: now,
      visibleAt: now + delayMs + (this.config.fifo ? 0 : extraDelayMs(faults, context.random)),
      receives: 0,
      group: entry.group,
      dedup: entry.dedup,
      ...(this.config.fifo && { sequenceNumber: `188${String(seq).padStart(17, '0')}` }),
    };
    this.#save(message);
    this.backlog.add(message, now);
    return message;
  }

  #take({ limit, visibilitySeconds }: ReceiveOptions): Message[] {
    const now = this.#now();
    const taken = this.config.fifo ? this.#nextInGroups(limit) : this.#nextInLine(limit);
    for (const message of taken) {
      message.receives += 1;
      message.firstReceivedAt ??= now;
      message.visibleAt = now + visibilitySeconds * 1000;
      message.receipt = Buffer.from(
        `${this.config.name}/${message.seq}/${this.#around.context.random.uuid()}`,
      ).toString('base64');
      this.#save(message);
      this.backlog.rehide(message, now);
    }
    if (taken.length > 0) this.#arm();
    return taken.map((message) => ({ ...message }));
  }

  #nextInGroups(limit: number): Message[] {
    for (;;) {
      const taken = nextInGroups(this.backlog, limit);
      if (!taken.some((message) => this.#deadLetterIfSpent(message))) return taken;
    }
  }

  #nextInLine(limit: number): Message[] {
    const { faults, context } = this.#around;
    const taken: Message[] = [];
    while (taken.length < limit) {
      const message = this.backlog.peekReady(pickPlace(faults, context.random));
      if (message === undefined) break;
      if (this.#deadLetterIfSpent(message)) continue;
      this.backlog.hold(message.seq);
      taken.push(message);
    }
    return taken;
  }

  /** Developer guide, dead-letter queues: a message whose receive count has reached maxReceiveCount is not received again. */
  #deadLetterIfSpent(message: Message): boolean {
    const { redrive } = this.config;
    if (redrive === undefined || message.receives < redrive.maxReceiveCount) return false;
    const target = this.#around.queueByArn(redrive.deadLetterArn);
    if (target === undefined) return false;
    this.moveTo(target, message, { deadLetterSource: this.config.arn });
    return true;
  }

  #expire(now: number): void {
    for (const message of this.backlog.messages.values()) {
      if (message.sentAt + this.config.retentionSeconds * 1000 > now) return;
      this.drop(message);
    }
  }

  #byReceipt(receipt: string): Message | undefined {
    const [queue, seq] = Buffer.from(receipt, 'base64').toString('utf8').split('/');
    if (queue !== this.config.name || seq === undefined)
      throw new AwsError('ReceiptHandleIsInvalid', 'The input receipt handle is invalid.');
    return this.backlog.messages.get(Number(seq));
  }

  #arm(): void {
    const next = this.backlog.nextWakeAt();
    if (next === undefined || (this.#alarm !== undefined && this.#alarm.at <= next)) return;
    this.#alarm?.timer.cancel();
    const timer = this.#around.context.scheduler.at(next, () => {
      this.#alarm = undefined;
      this.settle();
    });
    this.#alarm = { at: next, timer };
  }

  #save(message: Message): void {
    this.#around.context.store.put('sqs.message', this.#key(message), message);
  }

  #key(message: Message): string {
    return `${this.config.name}/${String(message.seq).padStart(17, '0')}`;
  }

  #now(): number {
    return this.#around.context.clock.now();
  }
}
