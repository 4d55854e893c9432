import type { Random } from '../service.ts';

/** What a standard queue may do to us; AWS allows all of it. Probabilities in 0..1. */
export interface SqsFaults {
  /** Chance that a sent message is stored more than once, and how many extra copies then. */
  duplicate: { probability: number; copies: number };
  /** Chance that a receive takes a message out of order (from the next 100). */
  reorder: number;
  /** Chance of an extra delay, and its upper bound. */
  delay: { probability: number; maxMs: number };
}

export function noSqsFaults(): SqsFaults {
  return { duplicate: { probability: 0, copies: 1 }, reorder: 0, delay: { probability: 0, maxMs: 0 } };
}

export function extraCopies(faults: SqsFaults, random: Random): number {
  const { probability, copies } = faults.duplicate;
  return probability > 0 && random.next() < probability ? copies : 0;
}

export function extraDelayMs(faults: SqsFaults, random: Random): number {
  const { probability, maxMs } = faults.delay;
  return probability > 0 && random.next() < probability ? Math.floor(random.next() * maxMs) : 0;
}

/** Where in line to take the next message from: 0 is the head. */
export function pickPlace(faults: SqsFaults, random: Random): number {
  return faults.reorder > 0 && random.next() < faults.reorder ? random.next() : 0;
}
