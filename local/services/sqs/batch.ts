import { AwsError } from '../service.ts';
import { toAwsError } from '../aws-json.ts';

export interface BatchReply {
  Successful: Record<string, unknown>[];
  Failed: { Id: string; SenderFault: boolean; Code: string; Message: string }[];
}

/** Runs each entry alone; what one throws is that entry's failure. */
export function runBatch<E extends { Id: string }>(
  entries: readonly E[],
  run: (entry: E) => Record<string, unknown>,
): BatchReply {
  if (entries.length === 0)
    throw new AwsError('EmptyBatchRequest', 'There should be at least one entry in the request.');
  if (entries.length > 10)
    throw new AwsError('TooManyEntriesInBatchRequest', 'Maximum number of entries per request are 10.');
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length)
    throw new AwsError(
      'BatchEntryIdsNotDistinct',
      'Two or more batch entries in the request have the same Id.',
    );
  const reply: BatchReply = { Successful: [], Failed: [] };
  for (const entry of entries) {
    try {
      reply.Successful.push({ Id: entry.Id, ...run(entry) });
    } catch (error) {
      const { code, message, status } = toAwsError(error);
      reply.Failed.push({ Id: entry.Id, SenderFault: status < 500, Code: code, Message: message });
    }
  }
  return reply;
}
