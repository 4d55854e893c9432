import type { EngineContext } from '../service.ts';
import { AwsError } from '../service.ts';
import type { Message } from './message.ts';
import type { Queue } from './queue.ts';

export interface MoveTask {
  handle: string;
  sourceArn: string;
  destinationArn?: string | undefined;
  status: 'RUNNING' | 'COMPLETED' | 'CANCELLED' | 'FAILED';
  moved: number;
  toMove: number;
  perSecond: number;
  startedAt: number;
  failure?: string;
}

/** AWS's own ceiling for MaxNumberOfMessagesPerSecond. */
const FASTEST_PER_SECOND = 500;

export interface MoveTaskSurroundings {
  context: EngineContext;
  queueByArn(arn: string): Queue | undefined;
  isDeadLetterQueue(arn: string): boolean;
}

/** Moves the messages of a dead-letter queue back, some each second of the local clock; a task goes on after a restart. */
export class MoveTasks {
  readonly #around: MoveTaskSurroundings;

  constructor(around: MoveTaskSurroundings) {
    this.#around = around;
  }

  start(sourceArn: string, destinationArn: string | undefined, perSecond = FASTEST_PER_SECOND): string {
    const source = this.#queue(sourceArn);
    if (destinationArn !== undefined) this.#queue(destinationArn);
    if (!this.#around.isDeadLetterQueue(sourceArn))
      throw new AwsError('InvalidParameterValue', 'Source queue must be configured as a Dead Letter Queue.');
    if (this.list(sourceArn, 10).some(({ status }) => status === 'RUNNING'))
      throw new AwsError(
        'UnsupportedOperation',
        'There is already a task running. Only one active task is allowed for a source queue arn at a given time.',
      );
    const { clock, random } = this.#around.context;
    const task: MoveTask = {
      handle: Buffer.from(JSON.stringify({ taskId: random.uuid(), sourceArn })).toString('base64'),
      sourceArn,
      destinationArn,
      status: 'RUNNING',
      moved: 0,
      toMove: source.backlog.readyCount,
      perSecond: Math.min(perSecond, FASTEST_PER_SECOND),
      startedAt: clock.now(),
    };
    this.#save(task);
    this.#schedule(task.handle, clock.now());
    return task.handle;
  }

  /** Newest first. */
  list(sourceArn: string, limit: number): MoveTask[] {
    return this.#all()
      .filter((task) => task.sourceArn === sourceArn)
      .sort((left, right) => right.startedAt - left.startedAt)
      .slice(0, limit);
  }

  /** Gives the number of messages moved until now. */
  cancel(handle: string): number {
    const task = this.#find(handle);
    if (task?.status !== 'RUNNING')
      throw new AwsError('ResourceNotFoundException', 'The task does not exist or is not running.', 404);
    this.#save({ ...task, status: 'CANCELLED' });
    return task.moved;
  }

  resume(): void {
    for (const task of this.#all())
      if (task.status === 'RUNNING') this.#schedule(task.handle, this.#around.context.clock.now());
  }

  #schedule(handle: string, at: number): void {
    this.#around.context.scheduler.at(at, () => this.#step(handle));
  }

  #step(handle: string): void {
    const task = this.#find(handle);
    if (task?.status !== 'RUNNING') return;
    const source = this.#queue(task.sourceArn);
    const next: MoveTask = { ...task };
    for (let count = 0; count < task.perSecond; count += 1) {
      const message = source.backlog.peekReady();
      if (message === undefined) {
        this.#save({ ...next, status: 'COMPLETED' });
        return;
      }
      const failure = this.#move(source, message, task);
      if (failure !== undefined) {
        this.#save({ ...next, status: 'FAILED', failure });
        return;
      }
      next.moved += 1;
    }
    this.#save(next);
    this.#schedule(handle, this.#around.context.clock.now() + 1000);
  }

  /** Developer guide, redrive: the message is a new one there, with an id, an enqueue time and a receive count of its own. */
  #move(source: Queue, message: Message, task: MoveTask): string | undefined {
    const arn = task.destinationArn ?? message.deadLetterSource;
    if (arn === undefined) return 'CouldNotDetermineMessageSource';
    const target = this.#around.queueByArn(arn);
    if (target === undefined) return 'AWS.SimpleQueueService.NonExistentQueue';
    const { clock, random } = this.#around.context;
    source.moveTo(target, message, {
      id: random.uuid(),
      sentAt: clock.now(),
      receives: 0,
      firstReceivedAt: undefined,
      deadLetterSource: undefined,
    });
    return undefined;
  }

  #queue(arn: string): Queue {
    const queue = this.#around.queueByArn(arn);
    if (queue === undefined)
      throw new AwsError(
        'ResourceNotFoundException',
        `The resource that you specified for the queue ARN ${arn} doesn't exist.`,
        404,
      );
    return queue;
  }

  #all(): MoveTask[] {
    return this.#around.context.store.list<MoveTask>('sqs.move-task').map(([, task]) => task);
  }

  #find(handle: string): MoveTask | undefined {
    return this.#around.context.store.get<MoveTask>('sqs.move-task', handle);
  }

  #save(task: MoveTask): void {
    this.#around.context.store.put('sqs.move-task', task.handle, task);
  }
}
