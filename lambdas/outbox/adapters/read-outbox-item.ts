import * as z from 'zod';
import { Envelope } from '../../shared/events/event.ts';
import { logLine } from '../../shared/observability.ts';

/** The outbox item as the transaction wrote it. */
const OutboxItem = z.object({ source: z.string(), detailType: z.string(), envelope: Envelope });
export type OutboxItem = z.output<typeof OutboxItem>;

/** The key of an item that cannot be read is logged (`OUTBOX#<eventId>`): by it the runbook finds the item. */
export function readOutboxItem(item: Readonly<Record<string, unknown>>): z.ZodSafeParseResult<OutboxItem> {
  const parsed = OutboxItem.safeParse(item);
  if (!parsed.success)
    logLine('error', 'OutboxItemUnreadable', 'an outbox item is none', { key: String(item['pk']) });
  return parsed;
}
