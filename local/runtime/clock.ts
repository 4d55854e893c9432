import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../services/service.ts';

/** The local cloud's clock: the machine's own plus one offset, which every service and worker shares. */
export interface MovableClock extends Clock {
  readonly offsetMs: number;
  /** Called after each move, with the new offset. */
  onMove(listener: (offsetMs: number) => void): void;
  advance(ms: number): void;
  moveTo(epochMs: number): void;
  reset(): void;
}

/** `path` keeps the offset across restarts; `machine` is the clock underneath. */
export function movableClock(path?: string, machine: () => number = Date.now): MovableClock {
  let offsetMs = path === undefined ? 0 : readOffset(path);
  const listeners: ((offsetMs: number) => void)[] = [];

  function move(to: number): void {
    offsetMs = Math.round(to);
    if (path !== undefined) writeOffset(path, offsetMs);
    for (const listener of listeners) listener(offsetMs);
  }

  return {
    get offsetMs() {
      return offsetMs;
    },
    now: () => machine() + offsetMs,
    onMove: (listener) => {
      listeners.push(listener);
    },
    advance: (ms) => move(offsetMs + ms),
    moveTo: (epochMs) => move(epochMs - machine()),
    reset: () => move(0),
  };
}

function readOffset(path: string): number {
  try {
    const offset = Number(readFileSync(path, 'utf8'));
    return Number.isFinite(offset) ? offset : 0;
  } catch {
    return 0;
  }
}

/** Renamed into place, because workers watch the same file. */
function writeOffset(path: string, offsetMs: number): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, String(offsetMs));
  renameSync(`${path}.new`, path);
}
