import type { Instant } from '../../shared/clock.ts';
import { addMs } from '../../shared/clock.ts';
import type { Item, Storage } from '../../shared/storage.ts';
import { outboxDayPartitions } from '../../shared/table.ts';

const dayMs = 24 * 3600_000;

/** The outbox items that were written in the span, in the order of their time. They are kept for seven days. */
export async function outboxBetween(
  storage: Storage,
  { from, to }: { from: Instant; to: Instant },
): Promise<Item[]> {
  const found: Item[] = [];
  for (let at = from; at.slice(0, 10) <= to.slice(0, 10); at = addMs(at, dayMs))
    for (const pk of outboxDayPartitions(at.slice(0, 10)))
      found.push(...(await storage.queryIndex({ index: 'gsi2', pk, from, to: `${to}~` })).items);
  return found.toSorted((one, other) => (String(one['gsi2sk']) < String(other['gsi2sk']) ? -1 : 1));
}
