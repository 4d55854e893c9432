import type { EngineContext, Json, ResolvedResource } from '../service.ts';
import { AwsError } from '../service.ts';
import { noSqsFaults, type SqsFaults } from './faults.ts';
import { MoveTasks } from './move-tasks.ts';
import { configureQueue, type QueueConfig, type QueueIdentity } from './queue-config.ts';
import { Queue } from './queue.ts';

/** One reading of a queue, as CloudWatch's AWS/SQS namespace names it. */
export interface QueueReading {
  queueName: string;
  ApproximateNumberOfMessagesVisible: number;
  ApproximateNumberOfMessagesNotVisible: number;
  ApproximateNumberOfMessagesDelayed: number;
  ApproximateAgeOfOldestMessage: number;
}

/** All queues of the local cloud; they and their messages come back from the store when it is built. */
export class SqsEngine {
  readonly faults: SqsFaults;
  readonly moveTasks: MoveTasks;
  readonly #context: EngineContext;
  readonly #queues = new Map<string, Queue>();

  constructor(context: EngineContext, faults: SqsFaults = noSqsFaults()) {
    this.#context = context;
    this.faults = faults;
    this.moveTasks = new MoveTasks({
      context,
      queueByArn: (arn) => this.queueByArn(arn),
      isDeadLetterQueue: (arn) => this.#sourcesOf(arn).length > 0,
    });
    for (const [, config] of context.store.list<QueueConfig>('sqs.queue')) this.#open(config);
  }

  provision(resource: ResolvedResource): void {
    if (resource.type !== 'AWS::SQS::Queue') return;
    const name = nameIn(resource.ref);
    const arn = resource.attributes['Arn'] ?? this.#arnOf(name);
    this.configure({ name, arn, url: resource.ref }, resource.properties);
  }

  /** Creates the queue or changes its attributes. */
  configure(identity: QueueIdentity, attributes: Record<string, Json>): QueueConfig {
    const existing = this.#queues.get(identity.name);
    const config = configureQueue(identity, attributes, this.#context.clock.now(), existing?.config);
    this.#context.store.put('sqs.queue', config.name, config);
    if (existing === undefined) this.#open(config);
    else existing.config = config;
    return config;
  }

  create(name: string, endpoint: string, attributes: Record<string, Json>): QueueConfig {
    const url = `${endpoint}/${this.#context.account}/${name}`;
    return this.configure({ name, arn: this.#arnOf(name), url }, attributes);
  }

  remove(url: string): void {
    const queue = this.queue(url);
    queue.purge();
    queue.stop();
    this.#queues.delete(queue.config.name);
    this.#context.store.delete('sqs.queue', queue.config.name);
  }

  /** By URL, ARN or bare name. Throws `QueueDoesNotExist`. */
  queue(urlOrArn: string): Queue {
    const queue = this.#queues.get(nameIn(urlOrArn));
    if (queue === undefined) throw new AwsError('QueueDoesNotExist', 'The specified queue does not exist.');
    return queue;
  }

  queueByArn(arn: string): Queue | undefined {
    return this.#queues.get(nameIn(arn));
  }

  names(prefix = ''): string[] {
    return [...this.#queues.keys()].filter((name) => name.startsWith(prefix)).sort();
  }

  /** Queues whose redrive policy names this one. */
  deadLetterSources(url: string): string[] {
    return this.#sourcesOf(this.queue(url).config.arn).map(({ config }) => config.url);
  }

  readings(): QueueReading[] {
    return [...this.#queues.values()].map((queue) => {
      queue.settle();
      const counts = queue.backlog.counts();
      return {
        queueName: queue.config.name,
        ApproximateNumberOfMessagesVisible: counts.visible,
        ApproximateNumberOfMessagesNotVisible: counts.inFlight,
        ApproximateNumberOfMessagesDelayed: counts.delayed,
        ApproximateAgeOfOldestMessage: queue.oldestAgeSeconds(),
      };
    });
  }

  start(): void {
    for (const queue of this.#queues.values()) queue.settle();
    this.moveTasks.resume();
  }

  stop(): void {
    for (const queue of this.#queues.values()) queue.stop();
  }

  #open(config: QueueConfig): void {
    const around = {
      context: this.#context,
      faults: this.faults,
      queueByArn: (arn: string) => this.queueByArn(arn),
    };
    this.#queues.set(config.name, new Queue(around, config));
  }

  #sourcesOf(arn: string): Queue[] {
    return [...this.#queues.values()].filter(({ config }) => config.redrive?.deadLetterArn === arn);
  }

  #arnOf(name: string): string {
    return `arn:aws:sqs:${this.#context.region}:${this.#context.account}:${name}`;
  }
}

function nameIn(urlOrArn: string): string {
  return urlOrArn.split(/[/:]/).at(-1) ?? '';
}
