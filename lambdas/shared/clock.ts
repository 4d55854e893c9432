/** An instant in UTC, ISO 8601 with milliseconds: `2026-11-21T15:04:05.000Z`. Sorts as text. */
export type Instant = string & { readonly __brand: 'Instant' };

/** The only source of time; handed in, never read at import. */
export interface Clock {
  now(): Instant;
}

export function toInstant(date: Date): Instant {
  return date.toISOString() as Instant;
}

export const systemClock: Clock = { now: () => toInstant(new Date()) };

/** Milliseconds since 1970 of an instant; may be a fraction of nothing: always an integer. */
export function epochMs(instant: Instant): number {
  return Date.parse(instant);
}

export function addMs(instant: Instant, milliseconds: number): Instant {
  return toInstant(new Date(epochMs(instant) + milliseconds));
}

/** Whole seconds, as DynamoDB's TTL wants them. */
export function epochSeconds(instant: Instant): number {
  return Math.floor(epochMs(instant) / 1000);
}
