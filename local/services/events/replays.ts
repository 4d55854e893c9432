import type { EngineContext } from '../service.ts';
import { AwsError } from '../service.ts';
import type { Archives } from './archives.ts';
import type { Envelope } from './envelope.ts';

export interface Replay {
  name: string;
  arn: string;
  archiveArn: string;
  busArn: string;
  /** Rules that see the replay; empty for all. */
  ruleArns: string[];
  fromMs: number;
  toMs: number;
  state: 'STARTING' | 'RUNNING' | 'COMPLETED' | 'CANCELLED';
  startedAt: number;
  endedAt?: number;
  lastEventAt?: number;
  /** Key of the last event replayed: where to go on. */
  after?: string;
}

const EVENTS_PER_STEP = 100;

/** Puts archived events on their bus again, in order, marked with `replay-name`; goes on after a restart. */
export class Replays {
  readonly #context: EngineContext;
  readonly #archives: Archives;
  readonly #republish: (busArn: string, event: Envelope, ruleArns: string[]) => void;

  constructor(
    context: EngineContext,
    archives: Archives,
    republish: (busArn: string, event: Envelope, ruleArns: string[]) => void,
  ) {
    this.#context = context;
    this.#archives = archives;
    this.#republish = republish;
  }

  start(input: Pick<Replay, 'name' | 'archiveArn' | 'busArn' | 'ruleArns' | 'fromMs' | 'toMs'>): Replay {
    const archive = this.#archives.find(input.archiveArn);
    if (this.#context.store.get('events.replay', input.name) !== undefined)
      throw new AwsError('ResourceAlreadyExistsException', `Replay ${input.name} already exists.`);
    if (archive.sourceArn !== input.busArn)
      throw new AwsError(
        'ValidationException',
        'Parameter Destination.Arn is not valid. Reason: Must be the same as the archive source.',
      );
    if (input.toMs <= input.fromMs)
      throw new AwsError(
        'ValidationException',
        'Parameter EventEndTime is not valid. Reason: EventStartTime must be before EventEndTime.',
      );
    const { region, account, clock } = this.#context;
    const replay: Replay = {
      ...input,
      arn: `arn:aws:events:${region}:${account}:replay/${input.name}`,
      state: 'STARTING',
      startedAt: clock.now(),
    };
    this.#save(replay);
    this.#schedule(replay.name);
    return replay;
  }

  /** Throws `ResourceNotFoundException`. */
  find(name: string): Replay {
    const replay = this.#context.store.get<Replay>('events.replay', name);
    if (replay === undefined)
      throw new AwsError('ResourceNotFoundException', `Replay ${name} does not exist.`);
    return replay;
  }

  cancel(name: string): Replay {
    const replay = this.find(name);
    if (replay.state === 'COMPLETED' || replay.state === 'CANCELLED')
      throw new AwsError(
        'IllegalStatusException',
        `Replay ${name} is not in a valid state for this operation.`,
      );
    return this.#save({ ...replay, state: 'CANCELLED', endedAt: this.#context.clock.now() });
  }

  resume(): void {
    for (const [, { name, state }] of this.#context.store.list<Replay>('events.replay'))
      if (state === 'STARTING' || state === 'RUNNING') this.#schedule(name);
  }

  #schedule(name: string): void {
    this.#context.scheduler.at(this.#context.clock.now(), () => this.#step(name));
  }

  #step(name: string): void {
    const replay = this.find(name);
    if (replay.state !== 'STARTING' && replay.state !== 'RUNNING') return;
    const page = this.#archives.page(this.#archives.find(replay.archiveArn), replay.after, EVENTS_PER_STEP);
    const next: Replay = { ...replay, state: 'RUNNING' };
    for (const { key, event } of page) {
      const time = Date.parse(event.time);
      if (time >= replay.fromMs && time < replay.toMs) {
        this.#republish(replay.busArn, { ...event, 'replay-name': name }, replay.ruleArns);
        next.lastEventAt = time;
      }
      next.after = key;
    }
    if (page.length === EVENTS_PER_STEP) {
      this.#save(next);
      this.#schedule(name);
    } else this.#save({ ...next, state: 'COMPLETED', endedAt: this.#context.clock.now() });
  }

  #save(replay: Replay): Replay {
    this.#context.store.put('events.replay', replay.name, replay);
    return replay;
  }
}
