import { Effect } from '../../shared/effects.ts';
import type { Storage } from '../../shared/storage.ts';
import { keys } from '../../shared/table.ts';
import { channel } from '../domain/total-expert-account.ts';

/** Effects of this partner's channel that nobody has settled, oldest first; each read again from the table, which decides. */
export async function* openEffects(
  storage: Storage,
  status: 'PENDING' | 'UNCERTAIN',
): AsyncGenerator<Effect> {
  let cursor: string | undefined;
  do {
    const page = await storage.queryIndex({
      index: 'gsi1',
      pk: `EFFECTS#${status}`,
      limit: 100,
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const listed of page.items) {
      if (listed['channel'] !== channel) continue;
      const item = await storage.get(keys.effect(String(listed['loanId']), String(listed['effectId'])));
      const effect = item && Effect.parse(item);
      if (effect?.status === status) yield effect;
    }
    cursor = page.next;
  } while (cursor !== undefined);
}
