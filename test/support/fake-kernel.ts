import { createHmac } from 'node:crypto';
import { addMs, type Clock, type Instant } from '../../lambdas/shared/clock.ts';
import { type IdPrefix, type Ids } from '../../lambdas/shared/ids.ts';
import type { Kernel } from '../../lambdas/shared/kernel.ts';
import type { Envelopes, Macs } from '../../lambdas/shared/pii.ts';
import { commitTo } from '../../lambdas/shared/transaction.ts';
import { type MemoryStorage, memoryStorage } from './memory-storage.ts';

export interface ManualClock extends Clock {
  advance(milliseconds: number): void;
}

export function manualClock(start = '2026-11-21T15:00:00.000Z'): ManualClock {
  let now = start as Instant;
  return {
    now: () => now,
    advance: (milliseconds) => {
      now = addMs(now, milliseconds);
    },
  };
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ids in order of making: `loan_01JD…0001`. */
export function countingIds(): Ids {
  let count = 0;
  return {
    next: <P extends IdPrefix>(prefix: P) => {
      count += 1;
      let rest = count;
      let tail = '';
      for (let place = 0; place < 8; place += 1) {
        tail = `${alphabet[rest % 32]}${tail}`;
        rest = Math.floor(rest / 32);
      }
      return `${prefix}_01JD00000000000000${tail}` as const;
    },
  };
}

export const fakeMacs: Macs = {
  mac: async (purpose, value) =>
    createHmac('sha256', 'test-key').update(`${purpose}\n${value}`).digest('base64url'),
  subkey: async (label) => createHmac('sha256', 'test-key').update(label).digest(),
};

/** Seals reversibly and visibly wrong when opened for another subject or field. */
export const fakeEnvelopes: Envelopes = {
  of: async (subject) => ({
    writes: [],
    seal: (field, plaintext) =>
      `fake.${Buffer.from(JSON.stringify([subject, field, plaintext])).toString('base64url')}`,
    open: (field, sealed) => {
      const [forSubject, forField, plaintext] = JSON.parse(
        Buffer.from(sealed.slice(5), 'base64url').toString(),
      ) as [string, string, string];
      if (forSubject !== subject || forField !== field)
        throw new Error('sealed for another subject or field');
      return plaintext;
    },
  }),
};

export interface FakeKernel extends Kernel {
  storage: MemoryStorage;
  clock: ManualClock;
}

export function fakeKernel(): FakeKernel {
  const storage = memoryStorage();
  const clock = manualClock();
  const ids = countingIds();
  return {
    storage,
    clock,
    ids,
    macs: fakeMacs,
    commit: commitTo(storage, ids, clock, async () => undefined),
  };
}

/** The events a story told, in order: what the outbox holds. */
export function toldEvents(storage: MemoryStorage): { detailType: string; data: Record<string, unknown> }[] {
  return storage
    .all()
    .filter((item) => item.sk === 'OUTBOX')
    .toSorted((a, b) => (a.pk < b.pk ? -1 : 1))
    .map((item) => ({
      detailType: String(item['detailType']),
      data: (item['envelope'] as { data: Record<string, unknown> }).data,
    }));
}

/** The ledger's change entries of a subject, in order. */
export const ledgerOf = (storage: MemoryStorage, subject: string) =>
  storage
    .all('ledger')
    .filter((item) => item.pk === subject)
    .toSorted((a, b) => (a.sk < b.sk ? -1 : 1));
