import type { Scheduler, Timer } from '../services/service.ts';
import type { MovableClock } from './clock.ts';

/** Node's timers hold at most 2^31-1 ms; a longer wait is taken in steps. */
const LONGEST_WAIT_MS = 2_000_000_000;

interface Entry {
  at: number;
  run: () => void | Promise<void>;
}

export interface ClockScheduler extends Scheduler {
  /** Cancels everything that waits. */
  stop(): void;
}

/**
 * Timers on the local clock, fired in order of their instants; moving the clock fires at once whatever became due.
 * What a timer throws goes to `onError`, never to its caller.
 */
export function clockScheduler(clock: MovableClock, onError: (error: unknown) => void): ClockScheduler {
  const entries = new Set<Entry>();
  let alarm: NodeJS.Timeout | undefined;
  let stopped = false;

  function fire(): void {
    const now = clock.now();
    const due = [...entries].filter(({ at }) => at <= now).sort((left, right) => left.at - right.at);
    for (const entry of due) {
      if (!entries.delete(entry)) continue;
      void (async () => await entry.run())().catch(onError);
    }
    arm();
  }

  function arm(): void {
    clearTimeout(alarm);
    if (stopped || entries.size === 0) return;
    let next = Infinity;
    for (const { at } of entries) next = Math.min(next, at);
    alarm = setTimeout(fire, Math.min(Math.max(0, next - clock.now()), LONGEST_WAIT_MS));
  }

  clock.onMove(arm);

  return {
    at: (epochMs, run): Timer => {
      const entry: Entry = { at: epochMs, run };
      if (stopped) return { cancel: () => undefined };
      entries.add(entry);
      arm();
      return {
        cancel: () => {
          entries.delete(entry);
        },
      };
    },
    stop: () => {
      stopped = true;
      entries.clear();
      clearTimeout(alarm);
    },
  };
}
