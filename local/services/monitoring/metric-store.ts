import type { EngineContext, Timer } from '../service.ts';

export interface MetricId {
  namespace: string;
  name: string;
  dimensions: Record<string, string>;
}

/** One value, or `count` times that value. */
export interface Datum extends MetricId {
  value: number;
  count?: number;
  /** Epoch milliseconds. */
  at: number;
}

/** All values of one series within one minute. */
export interface Minute {
  at: number;
  count: number;
  sum: number;
  min: number;
  max: number;
  /** Value and how often, for percentiles; the first 500 different ones. */
  values: [value: number, count: number][];
}

interface Series {
  id: MetricId;
  minutes: Map<number, Minute>;
}

const MINUTE_MS = 60_000;
const KEPT_MS = 3 * 86_400_000;
const FLUSH_MS = 1_000;
const MOST_VALUES = 500;

/** Metrics by minute, in memory for reading and in the store within a second. */
export class MetricStore {
  readonly #context: EngineContext;
  readonly #series = new Map<string, Series>();
  readonly #changed = new Map<string, { key: string; at: number }>();
  #flushing: Timer | undefined;

  constructor(context: EngineContext) {
    this.#context = context;
    for (const [key, { id, minute }] of context.store.list<{ id: MetricId; minute: Minute }>(
      'monitoring.minute',
    ))
      this.#seriesOf(key.slice(0, key.lastIndexOf('|')), id).minutes.set(minute.at, minute);
  }

  add({ namespace, name, dimensions, value, count = 1, at }: Datum): void {
    const id = { namespace, name, dimensions };
    const key = keyOf(id);
    const { minutes } = this.#seriesOf(key, id);
    const start = Math.floor(at / MINUTE_MS) * MINUTE_MS;
    const minute = minutes.get(start) ?? {
      at: start,
      count: 0,
      sum: 0,
      min: Infinity,
      max: -Infinity,
      values: [],
    };
    minute.count += count;
    minute.sum += value * count;
    minute.min = Math.min(minute.min, value);
    minute.max = Math.max(minute.max, value);
    const known = minute.values.find(([kept]) => kept === value);
    if (known !== undefined) known[1] += count;
    else if (minute.values.length < MOST_VALUES) minute.values.push([value, count]);
    minutes.set(start, minute);
    this.#changed.set(`${key}|${start}`, { key, at: start });
    this.#flushing ??= this.#context.scheduler.at(this.#context.clock.now() + FLUSH_MS, () => this.flush());
  }

  /** Minutes that began in [from, to). */
  minutes(id: MetricId, from: number, to: number): Minute[] {
    const found = [...(this.#series.get(keyOf(id))?.minutes.values() ?? [])];
    return found.filter(({ at }) => at >= from && at < to).sort((left, right) => left.at - right.at);
  }

  ids(): MetricId[] {
    return [...this.#series.values()].map(({ id }) => id);
  }

  /** Writes what changed since the last time, and forgets what is older than three days. */
  flush(): void {
    this.#flushing?.cancel();
    this.#flushing = undefined;
    const { store, clock } = this.#context;
    const oldest = clock.now() - KEPT_MS;
    store.transaction(() => {
      for (const [stored, { key, at }] of this.#changed) {
        const series = this.#series.get(key);
        const minute = series?.minutes.get(at);
        if (series !== undefined && minute !== undefined)
          store.put('monitoring.minute', stored, { id: series.id, minute });
        for (const past of series?.minutes.keys() ?? []) {
          if (past >= oldest) break;
          series?.minutes.delete(past);
          store.delete('monitoring.minute', `${key}|${past}`);
        }
      }
    });
    this.#changed.clear();
  }

  #seriesOf(key: string, id: MetricId): Series {
    const series = this.#series.get(key) ?? { id, minutes: new Map<number, Minute>() };
    this.#series.set(key, series);
    return series;
  }
}

function keyOf({ namespace, name, dimensions }: MetricId): string {
  const pairs = Object.entries(dimensions).sort(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify([namespace, name, pairs]);
}
