import { addMs, epochMs } from '../../shared/clock.ts';
import type { Finding } from './finding.ts';
import type { Instant } from '../../shared/clock.ts';

/**
 * 47 CFR 64.1200(c)(1): not before 8 a.m. or after 9 p.m. where the called party is. We stop when 9 p.m. strikes, and keep
 * the hours for whoever agreed to be called or deals with us too, whom (f)(15) leaves out of them.
 */
const [OPENS_MINUTE, CLOSES_MINUTE] = [8 * 60, 21 * 60];
const QUARTER_MS = 15 * 60_000;
/** Three zones at most lie apart so that no hour is left; two days show it. */
const LONGEST_SEARCH_QUARTERS = 2 * 24 * 4;

export interface CallingHours extends Finding {
  isWithin: boolean;
  /** The first quarter hour from then on that is within; absent when the zones leave none. */
  nextAt?: Instant;
}

/**
 * Whether an instant lies within the calling hours of every zone that a person may be in: where the address and the
 * number's area disagree, both count.
 * @param zones IANA names, at least one
 */
export function callingHours(at: Instant, zones: readonly string[]): CallingHours {
  const citation = '47 CFR 64.1200(c)(1)';
  if (isOpen(at, zones))
    return { isWithin: true, nextAt: at, reason: 'between 8 a.m. and 9 p.m. local time', citation };
  const reason = 'before 8 a.m. or after 9 p.m. local time';
  const nextAt = nextOpen(at, zones);
  return nextAt === undefined
    ? { isWithin: false, reason, citation }
    : { isWithin: false, nextAt, reason, citation };
}

const isOpen = (at: Instant, zones: readonly string[]): boolean =>
  zones.every((zone) => {
    const minute = localMinute(at, zone);
    return minute >= OPENS_MINUTE && minute < CLOSES_MINUTE;
  });

/** Every zone in use is whole quarter hours from UTC, so no opening falls between two of them. */
function nextOpen(at: Instant, zones: readonly string[]): Instant | undefined {
  let candidate = addMs(at, QUARTER_MS - (epochMs(at) % QUARTER_MS));
  for (let quarter = 0; quarter < LONGEST_SEARCH_QUARTERS; quarter += 1) {
    if (isOpen(candidate, zones)) return candidate;
    candidate = addMs(candidate, QUARTER_MS);
  }
  return undefined;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Minutes since midnight on the clock of a zone. */
function localMinute(at: Instant, zone: string): number {
  const formatter =
    formatters.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  formatters.set(zone, formatter);
  const [hour = '0', minute = '0'] = formatter.format(epochMs(at)).split(':');
  return Number(hour) * 60 + Number(minute);
}
