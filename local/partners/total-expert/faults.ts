import * as z from 'zod';
import type { PartnerContext } from '../partner.ts';

/** Switches that no partner offers, at `/_local/partners/total-expert/faults`. */
export const Faults = z.strictObject({
  /** Every call is answered 503, the token call too. */
  down: z.boolean().default(false),
  /** Every answer is late by this. */
  slowMs: z.int().nonnegative().max(60_000).default(0),
  /** The next changes are made, and answered 500. */
  failAfterAccepting: z.int().nonnegative().default(0),
  /** The next calls are answered 429 and not looked at. */
  tooManyRequests: z.int().nonnegative().default(0),
  /** Owners, by external id, that this account does not know. */
  unknownOwners: z.array(z.string()).default([]),
});
export type Faults = z.infer<typeof Faults>;

const collection = 'total-expert.faults';
const noFaults = Faults.parse({});

export function faultSwitches({ store, clock, scheduler }: PartnerContext) {
  const now = (): Faults => store.get<Faults>(collection, 'now') ?? noFaults;
  const set = (faults: Faults): void => store.put(collection, 'now', faults);
  return {
    now,
    set,
    /** True, and one fewer left, while the counter is not used up. */
    takes(counter: 'failAfterAccepting' | 'tooManyRequests'): boolean {
      const faults = now();
      if (faults[counter] === 0) return false;
      set({ ...faults, [counter]: faults[counter] - 1 });
      return true;
    },
    async slowness(): Promise<void> {
      const { slowMs } = now();
      if (slowMs === 0) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      scheduler.at(clock.now() + slowMs, resolve);
      await promise;
    },
  };
}

export type FaultSwitches = ReturnType<typeof faultSwitches>;
