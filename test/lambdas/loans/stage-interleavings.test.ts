import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AuditEntry } from '../../../lambdas/audit/contracts.ts';
import { verifyChain } from '../../../lambdas/audit/domain/verify-chain.ts';
import { blockersOf } from '../../../lambdas/loans/domain/guards.ts';
import { transitionOf } from '../../../lambdas/loans/domain/road.ts';
import { roadFactsOf } from '../../../lambdas/loans/adapters/loan-file.ts';
import { onEvidenceArrived } from '../../../lambdas/loans/handlers/on-evidence-arrived.ts';
import { onLoanStageChanged } from '../../../lambdas/loans/handlers/on-loan-stage-changed.ts';
import { onRoadFactsChanged } from '../../../lambdas/loans/handlers/on-road-facts-changed.ts';
import { taskAdvanceLoan } from '../../../lambdas/loans/handlers/task-advance-loan.ts';
import { taskAwaitGuard } from '../../../lambdas/loans/handlers/task-await-guard.ts';
import { taskOpenNeeds } from '../../../lambdas/loans/handlers/task-open-needs.ts';
import type { StageInput } from '../../../lambdas/loans/adapters/stage-machines.ts';
import { DomainError } from '../../../lambdas/shared/errors.ts';
import type { LoanId } from '../../../lambdas/shared/ids.ts';
import type { Storage } from '../../../lambdas/shared/storage.ts';
import { keys, loanSubject } from '../../../lambdas/shared/table.ts';
import { commitTo } from '../../../lambdas/shared/transaction.ts';
import { ledgerOf } from '../../support/fake-kernel.ts';
import { address, busEvent, complete, loanWorld, people, value } from './loan-world.ts';

const machineOf = {
  APPLICATION: 'submit-to-processing',
  PROCESSING: 'submit-to-underwriting',
  UNDERWRITING: undefined,
} as const;
type Machine = keyof typeof machineOf;

/**
 * Everything around one loan at once: a queue per consumer that delivers each event twice, and machines that go the way of
 * the state machines' files. `scheduler` decides in which order every single read and write of the table happens.
 */
function everythingAtOnce(scheduler: fc.Scheduler) {
  const world = loanWorld();
  const { kernel } = world;
  const step = async () => scheduler.schedule(Promise.resolve());
  const storage: Storage = {
    ...kernel.storage,
    get: async (...parts) => (await step(), kernel.storage.get(...parts)),
    query: async (...parts) => (await step(), kernel.storage.query(...parts)),
    write: async (...parts) => (await step(), kernel.storage.write(...parts)),
    transact: async (...parts) => {
      await step();
      await kernel.storage.transact(...parts);
      deliver();
    },
  };
  const waits = new Map<string, (outcome: string) => void>();
  const running: Promise<unknown>[] = [];
  const started = new Set<string>();
  let tokens = 0;
  const deps = {
    ...world.deps,
    storage,
    commit: commitTo(storage, kernel.ids, kernel.clock, async () => undefined),
    machines: {
      start: async (input: StageInput) => {
        const name = `${input.loanId}-${input.stage}-${input.entry}`;
        if (started.has(name) || !(input.stage in machineOf)) return;
        started.add(name);
        running.push(execution(input as StageInput & { loanId: LoanId; stage: Machine }));
      },
      answer: async (token: string, outcome: string) => {
        waits.get(token)?.(outcome);
        waits.delete(token);
      },
    },
  };

  const work = { busy: 0 };
  /** As a queue and a Retry do it: again while it is unavailable, and done when it was handled before. */
  async function retried<T>(run: () => Promise<T>): Promise<T> {
    work.busy += 1;
    try {
      return await run();
    } catch (error) {
      if (error instanceof DomainError && error.code === 'AlreadyHandled') return undefined as T;
      if (!(error instanceof DomainError && error.kind === 'unavailable')) throw error;
      return await retried(run);
    } finally {
      work.busy -= 1;
    }
  }

  async function execution(input: StageInput & { loanId: LoanId; stage: Machine }): Promise<void> {
    if ((await retried(() => taskOpenNeeds(input, deps))).outcome === 'LEFT') return;
    const transition = machineOf[input.stage];
    for (;;) {
      const token = `token-${(tokens += 1)}`;
      const answered = new Promise<string>((resolve) => waits.set(token, resolve));
      await retried(() => taskAwaitGuard({ ...input, transition, token }, deps));
      if ((await answered) !== 'SATISFIED' || transition === undefined) return;
      if ((await retried(() => taskAdvanceLoan({ ...input, transition }, deps))).outcome !== 'NOT_YET')
        return;
    }
  }

  const told = new Set<string>();
  function deliver(): boolean {
    const fresh = kernel.storage.all().filter(({ sk, pk }) => sk === 'OUTBOX' && !told.has(pk));
    for (const item of fresh) {
      told.add(item.pk);
      const event = { 'detail-type': String(item['detailType']), detail: item['envelope'] } as never;
      const type = String(item['detailType']);
      for (const _delivery of [1, 2]) {
        if (type === 'LoanStageChanged.v1') running.push(retried(() => onLoanStageChanged(event, deps)));
        if (type === 'LoanUpdated.v1' || type === 'NeedClosed.v1')
          running.push(retried(() => onRoadFactsChanged(event, deps)));
      }
    }
    return fresh.length > 0;
  }
  const evidence = (...parts: Parameters<typeof busEvent>) =>
    running.push(retried(() => onEvidenceArrived(busEvent(...parts) as never, deps)));

  /** Until nothing is left to deliver and nobody is at work; some pause between two tries. */
  async function rest(): Promise<void> {
    do {
      await scheduler.waitAll();
      await new Promise((resolve) => setTimeout(resolve, work.busy > 0 ? 2 : 0));
    } while (deliver() || work.busy > 0 || scheduler.count() > 0);
  }
  /** A person's request at any moment, and its events on their way at once. */
  async function atSomeMoment(steps: number, act: () => Promise<unknown>): Promise<void> {
    work.busy += 1;
    for (let n = 0; n < steps; n += 1) await step();
    await act();
    deliver();
    work.busy -= 1;
  }
  return { world, deps, waits, evidence, running, rest, atSomeMoment };
}

describe('a loan on its road, in whatever order things happen', () => {
  it('is never left asleep: who waits, waits for what does not hold yet', async () => {
    const acts = fc.shuffledSubarray(
      ['licence', 'stub', 'w2', 'bank', 'income', 'withdraw', 'extra'] as const,
      { minLength: 3 },
    );
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), acts, async (scheduler, order) => {
        const { world, waits, evidence, running, rest } = everythingAtOnce(scheduler);
        const loanId = await world.open();
        const [contactId = ''] = await world.borrowersOf(loanId);
        await world.move(loanId, 'take-application');
        const failures: unknown[] = [];
        await rest();
        expect((await world.file(loanId)).loan.stage).toBe('PROCESSING');
        for (const [n, act] of order.entries()) {
          const types = {
            licence: 'driver-licence',
            stub: 'pay-stub',
            w2: 'w2',
            bank: 'bank-statement',
          } as const;
          if (act === 'withdraw')
            running.push(world.move(loanId, 'withdraw').catch((error: unknown) => failures.push(error)));
          else if (act === 'income')
            evidence(
              'IncomeVerified.v1',
              { loanId, contactId, calculationId: 'calc_1', outcome: 'AGREES' },
              n,
            );
          else if (act === 'extra')
            evidence(
              'NeedRequested.v1',
              { loanId, contactId, kind: 'letter-of-explanation', reasonCode: 'IncomeDisagrees' },
              n,
            );
          else
            evidence(
              'DocumentAccepted.v1',
              {
                loanId,
                documentId: 'doc_01JD0000000000000000000003',
                ownerContactId: contactId,
                types: [types[act]],
                by: 'rules',
              },
              n,
            );
        }
        await rest();
        const file = await world.file(loanId);
        const { loan, needs, entries } = file;
        // Whoever waits is known to the table, in the loan's present stay, and waits for a guard that does not hold.
        const present = entries.find(({ stage, entry }) => stage === loan.stage && entry === loan.entry);
        expect([...waits.keys()]).toEqual(present?.waiting ? [present.waiting.token] : []);
        const name = present?.waiting?.transition;
        const standing = name
          ? blockersOf(transitionOf(name).guards, roadFactsOf(file))
          : ['waits for nothing'];
        expect(standing.length).toBeGreaterThan(0);
        expect(entries.filter((one) => one.waiting && one !== present)).toEqual([]);
        // One need, one ask; and nothing is asked for a stay that is over.
        const open = needs.filter(({ status }) => status === 'OPEN');
        expect(open.filter(({ stage, entry }) => stage !== loan.stage || entry !== loan.entry)).toEqual([]);
        expect(new Set(open.map(({ kind, contactId: of }) => `${kind} ${of ?? ''}`)).size).toBe(open.length);
        const settled = ['licence', 'stub', 'w2', 'bank', 'income'].every((act) =>
          order.includes(act as never),
        );
        const isWithdrawn = order.includes('withdraw') && failures.length === 0;
        const usual = isWithdrawn ? ['WITHDRAWN', 'UNDERWRITING'] : ['UNDERWRITING'];
        const unsettled = isWithdrawn ? ['WITHDRAWN'] : ['PROCESSING'];
        const possible = settled ? (order.includes('extra') ? [...usual, 'PROCESSING'] : usual) : unsettled;
        expect(possible).toContain(loan.stage);
        // The trail of all of it is one chain.
        const head = await world.kernel.storage.get(keys.ledgerHead(loanSubject(loanId)));
        const chain = ledgerOf(world.kernel.storage, loanSubject(loanId)).map((item) =>
          AuditEntry.parse(item),
        );
        expect(
          verifyChain(chain, head && { seq: Number(head['seq']), hash: String(head['hash']) }).verified,
        ).toBe(true);
        await Promise.all(waits.size === 0 ? running : []);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('goes on when its application becomes complete at the very moment at which its machine starts to wait', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.nat({ max: 8 }), async (scheduler, steps) => {
        const { world, running, rest, atSomeMoment } = everythingAtOnce(scheduler);
        const loanId = await world.open({ ...complete, property: { state: 'CO' } });
        await world.move(loanId, 'take-application');
        const patch = async (): Promise<void> => {
          const headers = { 'if-match': `"${(await world.file(loanId)).loan.version}"` };
          const change = { address, valuation: value };
          const { status } = await world.call('PATCH', `/v1/loans/${loanId}`, people.officer, change, {
            headers,
          });
          if (status === 412) await patch();
        };
        running.push(atSomeMoment(steps, patch));
        await rest();
        const { loan } = await world.file(loanId);
        expect(loan.applicationReceivedAt).toBeDefined();
        expect(loan.stage).toBe('PROCESSING');
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('reaches underwriting by itself, comes back, and goes up again only after what it came back for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const { world, evidence, rest } = everythingAtOnce(scheduler);
        const loanId = await world.open(complete);
        const [contactId = ''] = await world.borrowersOf(loanId);
        await world.move(loanId, 'take-application');
        await rest();
        evidence(
          'DocumentAccepted.v1',
          {
            loanId,
            documentId: 'doc_01JD0000000000000000000003',
            ownerContactId: contactId,
            types: ['driver-licence', 'pay-stub', 'w2', 'bank-statement'],
            by: 'rules',
          },
          1,
        );
        evidence('IncomeVerified.v1', { loanId, contactId, calculationId: 'calc_1', outcome: 'AGREES' }, 2);
        await rest();
        for (const entry of [2, 3]) {
          expect((await world.file(loanId)).loan.stage).toBe('UNDERWRITING');
          await world.move(loanId, 'return-to-processing');
          await rest();
          const { loan, needs } = await world.file(loanId);
          expect([loan.stage, loan.entry]).toEqual(['PROCESSING', entry]);
          const open = needs.filter(({ status }) => status === 'OPEN');
          expect(open.map(({ kind }) => kind)).toEqual(['letter-of-explanation']);
          const closing = world.call(
            'POST',
            `/v1/loans/${loanId}/needs/${open[0]?.needId ?? ''}/closings`,
            people.processor,
            { outcome: 'SATISFIED', reasonCode: 'explanation-accepted' },
          );
          await rest();
          expect((await closing).status).toBe(200);
          await rest();
        }
        expect((await world.file(loanId)).loan).toMatchObject({ stage: 'UNDERWRITING', entry: 3 });
      }),
      { numRuns: 8 },
    );
  }, 60_000);
});
