/** Wall-clock time of a zone, without an offset of its own. */
export interface WallTime {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

const HOUR_MS = 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Throws a RangeError for a zone that the time-zone database does not have. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, format);
  return format;
}

export function isTimeZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

export function wallTimeAt(epochMs: number, zone: string): WallTime {
  const wall: WallTime = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatOf(zone).formatToParts(epochMs))
    if (Object.hasOwn(wall, type)) wall[type as keyof WallTime] = Number(value);
  return wall;
}

/**
 * The instant of a wall-clock time. One that occurs twice (clocks go back) is the first of the two; one that does not
 * occur (clocks go forward) is undefined.
 */
export function instantOf(wall: WallTime, zone: string): number | undefined {
  const asUtc = utcOf(wall);
  const candidates = [-24, 24]
    .map((hours) => asUtc - offsetAt(asUtc + hours * HOUR_MS, zone))
    .filter((epochMs) => utcOf(wallTimeAt(epochMs, zone)) === asUtc);
  return candidates.length === 0 ? undefined : Math.min(...candidates);
}

function offsetAt(epochMs: number, zone: string): number {
  return utcOf(wallTimeAt(epochMs, zone)) - Math.floor(epochMs / 1000) * 1000;
}

function utcOf({ year, month, day, hour, minute, second }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
