import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AuditEntry } from '../../../lambdas/audit/contracts.ts';
import { verifyChain } from '../../../lambdas/audit/domain/verify-chain.ts';
import { conflict, DomainError, unavailable } from '../../../lambdas/shared/errors.ts';
import { tell } from '../../../lambdas/shared/events/event.ts';
import { loanUpdated } from '../../../lambdas/shared/events/loan-updated.v1.ts';
import { claimOf, recordedReply } from '../../../lambdas/shared/idempotency.ts';
import { type Storage, TransactionContended } from '../../../lambdas/shared/storage.ts';
import { keys, loanSubject } from '../../../lambdas/shared/table.ts';
import { type Change, commitTo } from '../../../lambdas/shared/transaction.ts';
import { countingIds, fakeKernel, ledgerOf, manualClock, toldEvents } from '../../support/fake-kernel.ts';
import { memoryStorage } from '../../support/memory-storage.ts';

const loanId = 'loan_01JD0000000000000000000000';
const subject = loanSubject(loanId);
const place = { pk: subject, sk: 'LOAN' };

const change = (more: Partial<Change> = {}): Change => ({
  subject,
  actor: 'system:test',
  correlationId: 'corr-0001',
  action: 'LoanChanged',
  facts: { changed: ['amountCents'], entry: 1, ok: true },
  writes: [],
  ...more,
});
const told = (changed: string) => tell(loanUpdated, { loanId, changed: [changed] });
const thrown = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );
const isVerified = async (storage: ReturnType<typeof memoryStorage>) => {
  const head = await storage.get(keys.ledgerHead(subject));
  const entries = ledgerOf(storage, subject).map((item) => AuditEntry.parse(item));
  return verifyChain(entries, head && { seq: Number(head['seq']), hash: String(head['hash']) }).verified;
};

describe('a commit', () => {
  it('writes the change, its entry, its event and its recorded reply together', async () => {
    const { storage, commit, clock } = fakeKernel();
    const claim = claimOf(Buffer.from('k'), 'user', 'op', 'key-12345', { a: 1 });
    const reply = { status: 201, body: { loanId }, headers: { location: '/x' } };
    const committed = await commit(
      change({
        writes: [{ kind: 'put', item: { ...place, amountCents: 5 } }],
        events: [told('amountCents')],
        idempotency: { claim, reply },
        once: { consumer: 'c', eventId: 'evt_1' },
      }),
    );
    expect(committed).toMatchObject({ seq: 1, at: clock.now() });
    expect(await storage.get(place)).toMatchObject({ amountCents: 5 });
    expect(ledgerOf(storage, subject)).toHaveLength(1);
    expect(toldEvents(storage)).toEqual([
      { detailType: 'LoanUpdated.v1', data: { loanId, changed: ['amountCents'] } },
    ]);
    expect(await recordedReply(storage, claim)).toEqual(reply);
    expect(await storage.get(keys.handled('c', 'evt_1'))).toMatchObject({ at: clock.now() });
    const outbox = storage.all().find(({ sk }) => sk === 'OUTBOX');
    expect(outbox?.['envelope']).toMatchObject({
      id: committed.eventIds[0],
      correlationId: 'corr-0001',
      actor: 'system:test',
      at: clock.now(),
    });
    expect(outbox?.['expiresAt']).toBe(Date.parse(clock.now()) / 1000 + 7 * 24 * 3600);
  });

  it.each([
    [
      'its own condition',
      {
        writes: [
          { kind: 'put', item: place, when: { exists: true }, otherwise: () => conflict('NoSuch', 'none') },
        ],
      },
      'NoSuch',
    ],
    ['a handled event', { once: { consumer: 'c', eventId: 'done' } }, 'AlreadyHandled'],
    [
      'a recorded key',
      {
        idempotency: {
          claim: claimOf(Buffer.from('k'), 'u', 'o', 'taken', 1),
          reply: { status: 200, body: 1 },
        },
      },
      'AlreadyRecorded',
    ],
  ] satisfies [string, Partial<Change>, string][])(
    'stopped by %s writes nothing at all',
    async (_what, more, name) => {
      const { storage, commit } = fakeKernel();
      await commit(
        change({
          once: { consumer: 'c', eventId: 'done' },
          idempotency: {
            claim: claimOf(Buffer.from('k'), 'u', 'o', 'taken', 1),
            reply: { status: 200, body: 1 },
          },
        }),
      );
      const before = [storage.all(), storage.all('ledger')];
      const error = await thrown(
        commit(
          change({ writes: [{ kind: 'put', item: { ...place, sk: 'PART' } }], events: [told('x')], ...more }),
        ),
      );
      expect((error as Error).name).toBe(name);
      expect([storage.all(), storage.all('ledger')]).toEqual(before);
    },
  );

  it('knows the same event for another consumer as new', async () => {
    const { commit } = fakeKernel();
    await commit(change({ once: { consumer: 'a', eventId: 'e' } }));
    await expect(commit(change({ once: { consumer: 'b', eventId: 'e' } }))).resolves.toMatchObject({
      seq: 2,
    });
  });

  it.each([2, 7, 12])('among %i at once on one subject leaves a chain without a gap', async (count) => {
    const { storage, commit } = fakeKernel();
    await Promise.all(
      Array.from({ length: count }, (_, n) => commit(change({ facts: { n }, events: [told(`f${n}`)] }))),
    );
    expect(ledgerOf(storage, subject).map(({ seq }) => seq)).toEqual(
      Array.from({ length: count }, (_, n) => n + 1),
    );
    expect(toldEvents(storage)).toHaveLength(count);
    expect(await isVerified(storage)).toBe(true);
  });

  it('is told Unavailable when others always come first, and has written nothing', async () => {
    const storage = memoryStorage();
    let tries = 0;
    const busy: Storage = {
      ...storage,
      transact: async () => {
        tries += 1;
        throw new TransactionContended('met');
      },
    };
    const waits: number[] = [];
    const commit = commitTo(busy, countingIds(), manualClock(), async (ms) => waits.push(ms));
    const error = await thrown(commit(change()));
    expect(error).toBeInstanceOf(DomainError);
    expect((error as DomainError).kind).toBe('unavailable');
    expect(tries).toBe(12);
    expect(Math.max(...waits)).toBeLessThanOrEqual(1500);
    expect(storage.all()).toEqual([]);
  });

  it('does not try again what is not contention', async () => {
    const storage = memoryStorage();
    let tries = 0;
    const down: Storage = {
      ...storage,
      transact: async () => {
        tries += 1;
        throw unavailable('Unavailable', 'down');
      },
    };
    await thrown(commitTo(down, countingIds(), manualClock(), async () => undefined)(change()));
    expect(tries).toBe(1);
  });

  it('whose answer was lost is found to be handled when it comes again', async () => {
    const storage = memoryStorage();
    let isLost = true;
    const flaky: Storage = {
      ...storage,
      transact: async (writes) => {
        await storage.transact(writes);
        if (isLost) {
          isLost = false;
          throw unavailable('Unavailable', 'the answer was lost');
        }
      },
    };
    const commit = commitTo(flaky, countingIds(), manualClock(), async () => undefined);
    const once = { consumer: 'c', eventId: 'e' };
    expect(((await thrown(commit(change({ once, events: [told('x')] })))) as DomainError).code).toBe(
      'Unavailable',
    );
    expect(((await thrown(commit(change({ once, events: [told('x')] })))) as DomainError).code).toBe(
      'AlreadyHandled',
    );
    expect(toldEvents(storage)).toHaveLength(1);
    expect(await isVerified(storage)).toBe(true);
  });

  it('keeps the chain and tells an event for each change, however commits interleave and fail', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.constantFrom('fine', 'refused', 'once'), { minLength: 1, maxLength: 8 }),
        async (scheduler, kinds) => {
          const storage = memoryStorage();
          const slow: Storage = {
            ...storage,
            get: (key, table) =>
              scheduler.schedule(Promise.resolve(), 'get').then(async () => storage.get(key, table)),
            transact: (writes) =>
              scheduler.schedule(Promise.resolve(), 'transact').then(async () => storage.transact(writes)),
          };
          const commit = commitTo(slow, countingIds(), manualClock(), async () => undefined);
          const all = kinds.map(async (kind, n) =>
            thrown(
              commit(
                change({
                  events: [told(`f${n}`)],
                  writes:
                    kind === 'refused'
                      ? [{ kind: 'check', key: place, when: { exists: true } }]
                      : [{ kind: 'put', item: { ...place, sk: `PART${n}` } }],
                  once: kind === 'once' ? { consumer: 'c', eventId: 'same' } : undefined,
                }),
              ),
            ),
          );
          await scheduler.waitFor(Promise.all(all));
          const done = kinds.filter((kind) => kind === 'fine').length + (kinds.includes('once') ? 1 : 0);
          expect(ledgerOf(storage, subject)).toHaveLength(done);
          expect(toldEvents(storage)).toHaveLength(done);
          expect(storage.all().filter(({ sk }) => sk.startsWith('PART'))).toHaveLength(done);
          expect(await isVerified(storage)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
