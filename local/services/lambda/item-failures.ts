import * as z from 'zod';
import type { InvokeOutcome } from '../service.ts';

const replySchema = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish(),
});

/**
 * The ids of a batch that the function did not do. The whole batch when it failed, or when it names an item that is not
 * in the batch (Lambda treats such a reply as a failure of all).
 */
export function failedItems(
  outcome: InvokeOutcome,
  ids: readonly string[],
  reportsItemFailures: boolean,
): string[] {
  if (outcome.functionError !== undefined) return [...ids];
  if (!reportsItemFailures || outcome.payload === null) return [];
  const reply = replySchema.safeParse(outcome.payload);
  if (!reply.success) return [...ids];
  const named = (reply.data.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  return named.every((id) => ids.includes(id)) ? named : [...ids];
}
