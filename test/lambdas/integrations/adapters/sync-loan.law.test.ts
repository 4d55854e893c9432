import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasDrifted } from '../../../../lambdas/integrations/adapters/drifted-loans.ts';
import type { SendDeps } from '../../../../lambdas/integrations/adapters/send-record.ts';
import { syncLoan } from '../../../../lambdas/integrations/adapters/sync-loan.ts';
import { fakeKernel } from '../../../support/fake-kernel.ts';
import { fakePlatform } from '../fake-platform.ts';
import { borrower, coBorrower, loanId, putContact, putLoan, putSummary } from '../loan-on-file.ts';
import { testPace } from '../test-pace.ts';

const why = { actor: 'system:test', correlationId: 'corr-test-1', retryRefused: false } as const;
const minute = 60_000;

const step = fc.oneof(
  fc.record({
    do: fc.constant('move' as const),
    stage: fc.constantFrom('APPLICATION', 'PROCESSING', 'UNDERWRITING'),
  }),
  fc.record({ do: fc.constant('rename' as const), name: fc.constantFrom('Avery', 'Emery', 'Finley') }),
  fc.record({
    do: fc.constant('deliver' as const),
    times: fc.integer({ min: 1, max: 4 }),
    fates: fc.array(fc.constantFrom('down', 'answer-lost'), { maxLength: 2 }),
    isKilled: fc.boolean(),
  }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 0, max: 3 }) }),
);

it('whatever is lost, killed, doubled or at once, the partner ends with each record once and as the table says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const kernel = fakeKernel();
      const platform = fakePlatform();
      const deps: SendDeps = { ...kernel, platform, pace: testPace(kernel.clock) };
      const dying: SendDeps = { ...deps, commit: () => Promise.reject(new Error('killed')) };
      await putLoan(kernel.storage);
      for (const one of steps) {
        if (one.do === 'move') await putSummary(kernel.storage, { stage: one.stage });
        if (one.do === 'rename') await putContact(kernel.storage, borrower, one.name);
        if (one.do === 'wait') kernel.clock.advance(one.minutes * minute);
        if (one.do !== 'deliver') continue;
        platform.next.push(...one.fates);
        const [first, ...others] = Array.from({ length: one.times }, () => deps);
        const workers = [one.isKilled ? dying : first, ...others].filter((worker) => worker !== undefined);
        await Promise.allSettled(workers.map((worker) => syncLoan(worker, loanId, why)));
      }
      platform.next.length = 0;
      // The queue gives each message more tries than this.
      for (let delivery = 0; delivery < 6; delivery += 1) {
        kernel.clock.advance(minute);
        await syncLoan(deps, loanId, why).catch(() => undefined);
      }
      const there = platform.records.map(({ payload }) => payload['external_id']);
      expect(there).toHaveLength(3);
      expect(new Set(there)).toEqual(new Set([borrower, coBorrower, loanId]));
      expect(await hasDrifted(kernel, loanId)).toBe(false);
      const stage = (await kernel.storage.get({ pk: `LOAN#${loanId}`, sk: 'SUMMARY' }))?.['stage'];
      const held = platform.records.find(({ kind }) => kind === 'loan')?.payload['loan_status'];
      expect(held).toEqual({ loan_status: names[String(stage)] });
    }),
    { numRuns: 60 },
  );
}, 60_000);

const names: Record<string, string> = {
  NEW_LEAD: 'Lead',
  APPLICATION: 'Application',
  PROCESSING: 'Processing',
  UNDERWRITING: 'Underwriting',
};
