import * as z from 'zod';
import type { Actor } from '../../shared/actor.ts';
import { addMs, epochSeconds } from '../../shared/clock.ts';
import { conflict, unavailable } from '../../shared/errors.ts';
import type { Kernel } from '../../shared/kernel.ts';
import type { Key } from '../../shared/table.ts';
import { contactSubject, keys } from '../../shared/table.ts';

/** Wrong values that one person may offer for one contact on one day (UTC); after that nothing is compared. */
export const mostGuesses = 5;
const attempts = 10;
const retentionMs = 3 * 24 * 3600_000;
const Guesses = z.object({ count: z.int() });

export interface Offer {
  contactId: string;
  /** The fields that are on file from another loan and are offered here. */
  fields: readonly string[];
  actor: Actor;
  correlationId: string;
}

/**
 * Compares what is offered with what is on file, so that nobody finds a sealed value by trying. A guess is counted before
 * it is compared, and given back when it was right: however many come at once, few are compared. Each refusal is on the
 * contact's trail.
 * Errors: `SealedFieldDiffers`, `TooManySealedFieldGuesses` (both conflict).
 */
export async function guardedComparison(
  kernel: Kernel,
  offer: Offer,
  differing: () => readonly string[],
): Promise<void> {
  const { storage, clock } = kernel;
  const { contactId, actor } = offer;
  const key = keys.sealedGuesses(contactId, actor, clock.now().slice(0, 10));
  if (!(await claimGuess(kernel, key))) {
    await putOnTrail(kernel, offer, 'SealedFieldNotCompared', offer.fields);
    throw conflict(
      'TooManySealedFieldGuesses',
      'this person’s sealed fields have been given wrongly too often today: nothing is compared until tomorrow',
      { most: mostGuesses },
    );
  }
  const fields = differing();
  if (fields.length === 0) return storage.write({ kind: 'update', key, add: { count: -1 } });
  await putOnTrail(kernel, offer, 'SealedFieldDiffered', fields);
  throw conflict('SealedFieldDiffers', 'the person is on file with another value', { fields });
}

async function claimGuess({ storage, clock }: Kernel, key: Key): Promise<boolean> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const item = await storage.get(key);
    const count = item ? Guesses.parse(item).count : 0;
    if (count >= mostGuesses) return false;
    try {
      await storage.write({
        kind: 'put',
        item: {
          ...key,
          schemaVersion: 1,
          count: count + 1,
          expiresAt: epochSeconds(addMs(clock.now(), retentionMs)),
        },
        when: item ? { equals: { count } } : { exists: false },
        otherwise: () => new CountMoved(),
      });
      return true;
    } catch (error) {
      if (!(error instanceof CountMoved)) throw error;
    }
  }
  throw unavailable('Unavailable', 'too many guesses at once');
}

class CountMoved extends Error {
  override readonly name = 'CountMoved';
}

async function putOnTrail(
  { commit }: Kernel,
  { contactId, actor, correlationId }: Offer,
  action: string,
  fields: readonly string[],
): Promise<void> {
  const facts = { contactId, fields };
  await commit({ subject: contactSubject(contactId), actor, correlationId, action, facts, writes: [] });
}
