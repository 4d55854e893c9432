import * as z from 'zod';
import type { Storage } from '../../shared/storage.ts';
import { keys } from '../../shared/table.ts';
import type { Place } from './drifted-loans.ts';

const Walk = z.object({
  /** `YYYY-MM-DD`, UTC: every run of one night falls on it. */
  night: z.iso.date(),
  /** Where to go on; absent when the night's walk is done. */
  place: z.object({ list: z.int(), cursor: z.string().optional() }).optional(),
});

/** How far a night's walk over all loans has come, so that the next run goes on where the last one ran out of time. */
export function nightWalk(storage: Storage, partner: string, night: string) {
  const key = keys.partnerState(partner, 'NIGHT');
  return {
    /** `begin`: no run of this night has been. */
    async stands(): Promise<'begin' | 'done' | Place> {
      const item = await storage.get(key);
      const walk = item && Walk.parse(item);
      if (walk?.night !== night) return 'begin';
      return walk.place ?? 'done';
    },
    goesOnAt: (place: Place | undefined): Promise<void> =>
      storage.write({ kind: 'put', item: { ...key, schemaVersion: 1, night, place } }),
  };
}
