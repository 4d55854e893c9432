/** `2026/11/21/15` of an instant, or of an hour written `2026-11-21T15`. */
export const hourPath = (instant: string): string => instant.slice(0, 13).replaceAll(/[-T]/g, '/');

/** `2026/11/21` */
export const dayPath = (instant: string): string => hourPath(instant).slice(0, 10);

export const rootKey = (hour: string): string => `roots/${hourPath(hour)}.json`;

/** Sorts after the hour's root and before the next hour's. `number` counts from 1. */
export const addendumKey = (hour: string, number: number): string =>
  `roots/${hourPath(hour)}.late-${String(number).padStart(4, '0')}.json`;

const place = /^(?:roots|ledger)\/(\d{4})\/(\d\d)\/(\d\d)\/(\d\d)(?:[./]|$)/;

/** `2026-11-21T15` of a key of the archive; undefined for a key that belongs to no hour. */
export function hourOfKey(key: string): string | undefined {
  const [, year, month, day, hour] = place.exec(key) ?? [];
  return hour === undefined ? undefined : `${year}-${month}-${day}T${hour}`;
}

export const isRootKey = (key: string): boolean => /^roots\/\d{4}\/\d\d\/\d\d\/\d\d\.json$/.test(key);
export const isAddendumKey = (key: string): boolean =>
  /^roots\/\d{4}\/\d\d\/\d\d\/\d\d\.late-\d{4,}\.json$/.test(key);
