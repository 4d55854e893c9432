import type { Clock, Scheduler } from '../../local/services/service.ts';

export interface ManualClock extends Clock {
  scheduler: Scheduler;
  /** Moves on, running every timer that falls due at its own instant, each awaited before the next. */
  advance(ms: number): Promise<void>;
  /** Instants that timers wait for, ascending. */
  waiting(): number[];
}

interface Entry {
  at: number;
  run: () => void | Promise<void>;
}

export function manualClock(startsAt: string): ManualClock {
  let now = Date.parse(startsAt);
  const entries: Entry[] = [];

  async function runDue(until: number): Promise<void> {
    for (;;) {
      await settled();
      const next = entries.filter(({ at }) => at <= until).sort((left, right) => left.at - right.at)[0];
      if (next === undefined) return;
      entries.splice(entries.indexOf(next), 1);
      now = Math.max(now, next.at);
      await next.run();
    }
  }

  return {
    now: () => now,
    advance: async (ms) => {
      const until = now + ms;
      await runDue(until);
      now = until;
    },
    waiting: () => entries.map(({ at }) => at).sort((left, right) => left - right),
    scheduler: {
      at: (epochMs, run) => {
        const entry = { at: epochMs, run };
        entries.push(entry);
        return {
          cancel: () => {
            const index = entries.indexOf(entry);
            if (index >= 0) entries.splice(index, 1);
          },
        };
      },
    },
  };
}

/** Lets promises that were started and not awaited come to rest. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
