import type { CalendarDate } from '../../shared/calendar.ts';
import type { ClockDate } from './clock-date.ts';

/** What a date of the timeline is: it happened, or is presumed to have; the first day allowed; the last day allowed. */
type Bound = 'event' | 'earliest' | 'latest';

export interface TimelineEntry extends ClockDate {
  id: string;
  bound: Bound;
  /** The entries it is counted forward from; it is on or after each of them. */
  after: readonly string[];
  /** The entry it is counted back from; it is on or before it. */
  before?: string;
}

export interface Breach {
  id: string;
  reason: string;
  citation: string;
}

/** Dates as they are found, each naming those it depends on, and what did not keep to them. */
export class Timeline {
  readonly entries: TimelineEntry[] = [];
  readonly breaches: Breach[] = [];

  event(id: string, on: CalendarDate, reason: string, citation: string, after: readonly string[] = []): void {
    this.entries.push({ id, bound: 'event', on, reason, citation, after });
  }

  earliest(id: string, date: ClockDate, after: readonly string[]): void {
    this.entries.push({ id, bound: 'earliest', ...date, after });
  }

  latest(id: string, date: ClockDate, from: { after: readonly string[] } | { before: string }): void {
    const links = 'before' in from ? { after: [], before: from.before } : { after: from.after };
    this.entries.push({ id, bound: 'latest', ...date, ...links });
  }

  breach(id: string, reason: string, citation: string): void {
    this.breaches.push({ id, reason, citation });
  }

  on(id: string): CalendarDate | undefined {
    return this.entries.find((entry) => entry.id === id)?.on;
  }
}
