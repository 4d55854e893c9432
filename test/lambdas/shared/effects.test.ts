import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CallOutcome,
  Effect,
  effectIdOf,
  type EffectRequest,
  type LookUp,
  performEffect,
  settleByReport,
} from '../../../lambdas/shared/effects.ts';
import { DomainError } from '../../../lambdas/shared/errors.ts';
import { keys, loanSubject } from '../../../lambdas/shared/table.ts';
import { loanSummaryView } from '../../../lambdas/shared/views/loan-summary.v1.ts';
import { fakeKernel, ledgerOf, toldEvents } from '../../support/fake-kernel.ts';

const loanId = 'loan_01JD0000000000000000000000';

/** The other side: does what it is asked, knows it by the effect's id, and can be made to fail at each place. */
function setUp(
  script: {
    call?: (effect: Effect, happen: () => CallOutcome) => Promise<CallOutcome>;
    lookUp?: (happened: boolean) => LookUp;
  } = {},
) {
  const kernel = fakeKernel();
  const happened: string[] = [];
  let calls = 0;
  const request: EffectRequest = {
    loanId,
    eventId: 'evt_01JD0000000000000000000001',
    channel: 'EMAIL',
    recipientId: 'cont_01JD0000000000000000000002',
    about: 'invitation',
    actor: 'system:test',
    correlationId: 'corr-0001',
    call: async (effect) => {
      calls += 1;
      const happen = (): CallOutcome => {
        happened.push(effect.effectId);
        return { kind: 'done', externalId: `ext-${happened.length}` };
      };
      return script.call ? script.call(effect, happen) : happen();
    },
    lookUp: async ({ effectId }) => {
      const index = happened.indexOf(effectId);
      if (script.lookUp) return script.lookUp(index >= 0);
      return index >= 0 ? { kind: 'done', externalId: `ext-${index + 1}` } : { kind: 'absent' };
    },
  };
  const perform = async () =>
    performEffect(kernel, request).catch((error: unknown) =>
      error instanceof DomainError ? error.code : String(error),
    );
  const stored = async () => kernel.storage.get(keys.effect(loanId, effectIdOf(request)));
  return { kernel, request, perform, stored, happened, calls: () => calls };
}
const minutes = (count: number) => count * 60_000;

describe('an effect', () => {
  it('is a record before it is a call', async () => {
    const seen: unknown[] = [];
    const { perform, kernel, request } = setUp({
      call: async (_effect, happen) => {
        seen.push((await kernel.storage.get(keys.effect(loanId, effectIdOf(request))))?.['status']);
        return happen();
      },
    });
    await perform();
    expect(seen).toEqual(['PENDING']);
  });

  it('that the other side took nothing of is called again at once, without a look-up, and done once', async () => {
    let refusals = 1;
    const { perform, stored, happened, calls } = setUp({
      call: async (_effect, happen) => (refusals-- > 0 ? { kind: 'not-taken' } : happen()),
      lookUp: () => ({ kind: 'unknown' }),
    });
    expect(await perform()).toBe('EffectNotTaken');
    expect(await stored()).toMatchObject({ status: 'PENDING', notTaken: true });
    expect(await perform()).toMatchObject({ status: 'DONE', attempts: 2 });
    expect(await stored()).not.toHaveProperty('notTaken');
    expect([calls(), happened.length]).toEqual([2, 1]);
  });

  it('that is done stands: on the trail, out of the lists, and never called again', async () => {
    const { perform, stored, kernel, calls } = setUp();
    expect(await perform()).toMatchObject({ status: 'DONE', externalId: 'ext-1', attempts: 1 });
    expect(await perform()).toMatchObject({ status: 'DONE' });
    expect(calls()).toBe(1);
    expect(await stored()).not.toHaveProperty('gsi1pk');
    expect(ledgerOf(kernel.storage, loanSubject(loanId)).map(({ action }) => action)).toEqual(['EffectDone']);
  });

  it('that is refused stands too, with its reason', async () => {
    const { perform, calls } = setUp({ call: async () => ({ kind: 'refused', reasonCode: 'Suppressed' }) });
    expect(await perform()).toMatchObject({ status: 'REFUSED', reasonCode: 'Suppressed' });
    expect(await perform()).toMatchObject({ status: 'REFUSED' });
    expect(calls()).toBe(1);
  });

  it('whose answer was lost is found on the other side, not repeated', async () => {
    let isLost = true;
    const { perform, kernel, happened } = setUp({
      call: async (_effect, happen) => {
        const outcome = happen();
        if (isLost) {
          isLost = false;
          throw new Error('time-out');
        }
        return outcome;
      },
    });
    expect(await perform()).toContain('time-out');
    expect(await perform()).toBe('EffectInFlight');
    kernel.clock.advance(minutes(1) + 1);
    expect(await perform()).toMatchObject({ status: 'DONE', externalId: 'ext-1' });
    expect(happened).toHaveLength(1);
  });

  it('whose settlement was lost after the call is found as well', async () => {
    const { kernel, request, happened, perform } = setUp();
    const down = {
      ...kernel,
      commit: async () => {
        throw new Error('crash');
      },
    };
    await expect(performEffect(down, request)).rejects.toThrow('crash');
    kernel.clock.advance(minutes(2));
    expect(await perform()).toMatchObject({ status: 'DONE' });
    expect(happened).toHaveLength(1);
  });

  it('that certainly did not happen is called again', async () => {
    let isFirst = true;
    const { perform, kernel, calls } = setUp({
      call: async (_effect, happen) => {
        if (isFirst) {
          isFirst = false;
          throw new Error('refused connection');
        }
        return happen();
      },
    });
    await perform();
    kernel.clock.advance(minutes(2));
    expect(await perform()).toMatchObject({ status: 'DONE', attempts: 2 });
    expect(calls()).toBe(2);
  });

  it("of which nobody can tell waits out its grace, becomes a person's, and is never called again", async () => {
    const { perform, kernel, calls, stored } = setUp({
      call: async () => {
        throw new Error('time-out');
      },
      lookUp: () => ({ kind: 'unknown' }),
    });
    await perform();
    kernel.clock.advance(minutes(2));
    expect(await perform()).toBe('EffectUnresolved');
    kernel.clock.advance(minutes(1));
    expect(await perform()).toMatchObject({ status: 'UNCERTAIN', reasonCode: 'NoAnswerAndNoTrace' });
    expect(toldEvents(kernel.storage).map(({ detailType }) => detailType)).toEqual(['EffectUncertain.v1']);
    expect((await stored())?.['gsi1pk']).toBe('EFFECTS#UNCERTAIN');
    kernel.clock.advance(minutes(9999));
    expect(await perform()).toMatchObject({ status: 'UNCERTAIN' });
    expect(calls()).toBe(1);
  });

  it('that is uncertain is one task of the branch, done when the other side tells after all', async () => {
    const { perform, kernel, request, stored } = setUp({
      call: async () => {
        throw new Error('time-out');
      },
      lookUp: () => ({ kind: 'unknown' }),
    });
    const summary = { ...keys.loanSummary(loanId), ...loanSummaryView.example };
    await kernel.storage.write({ kind: 'put', item: summary });
    await perform();
    kernel.clock.advance(minutes(4));
    await perform();
    const tasks = () => kernel.storage.all().filter(({ sk }) => sk.startsWith('TASK#'));
    expect(tasks()).toMatchObject([
      { kind: 'uncertain-effect', status: 'OPEN', aboutId: effectIdOf(request), gsi1pk: 'TASKS#branch_main' },
    ]);

    const report = { externalId: 'ext-9', actor: 'system:report', correlationId: 'corr-0002' } as const;
    await settleByReport(kernel, Effect.parse(await stored()), report);

    expect(tasks()).toMatchObject([{ status: 'DONE', doneBy: 'system:report' }]);
    expect(tasks()[0]).not.toHaveProperty('gsi1pk');
  });

  it.each([
    ['before', undefined],
    ['in that moment', 'unavailable'],
  ])('that is uncertain leaves what a person said of it %s', async (moment, refusal) => {
    const { perform, kernel, stored } = setUp({
      call: async () => {
        throw new Error('time-out');
      },
      lookUp: () => ({ kind: 'unknown' }),
    });
    const summary = { ...keys.loanSummary(loanId), ...loanSummaryView.example };
    await kernel.storage.write({ kind: 'put', item: summary });
    await perform();
    kernel.clock.advance(minutes(4));
    await perform();
    const task = () => kernel.storage.all().find(({ sk }) => sk.startsWith('TASK#'))!;
    const doIt = () =>
      kernel.storage.write({ kind: 'put', item: { ...task(), status: 'DONE', doneBy: 'user_1' } });
    if (moment === 'before') await doIt();
    const commit: typeof kernel.commit = async (change) => {
      await doIt();
      return kernel.commit(change);
    };
    const report = { externalId: 'ext-9', actor: 'system:report', correlationId: 'corr-0002' } as const;
    const settle = async (by: typeof kernel) =>
      settleByReport(by, Effect.parse(await stored()), report).catch(
        (error: unknown) => (error as DomainError).kind,
      );

    expect(await settle({ ...kernel, commit })).toBe(refusal);
    await settle(kernel);

    expect(task()).toMatchObject({ status: 'DONE', doneBy: 'user_1' });
    expect(await stored()).toMatchObject({ status: 'DONE', externalId: 'ext-9' });
  });

  it('that is uncertain is settled by a report, once', async () => {
    const { perform, kernel } = setUp({
      call: async () => {
        throw new Error('time-out');
      },
      lookUp: () => ({ kind: 'unknown' }),
    });
    await perform();
    kernel.clock.advance(minutes(5));
    const uncertain = (await perform()) as Effect;
    const report = { externalId: 'ext-late', actor: 'system:test', correlationId: 'c' } as const;
    await settleByReport(kernel, uncertain, report);
    expect(await perform()).toMatchObject({ status: 'DONE', externalId: 'ext-late' });
    await settleByReport(kernel, (await perform()) as Effect, { ...report, externalId: 'other' });
    expect(await perform()).toMatchObject({ externalId: 'ext-late' });
  });

  it('asked for many times at once is called once', async () => {
    const { perform, calls } = setUp();
    const results = await Promise.all(Array.from({ length: 6 }, perform));
    expect(calls()).toBe(1);
    expect(results.filter((one) => typeof one !== 'string')).toHaveLength(1);
    expect(new Set(results.filter((one) => typeof one === 'string'))).toEqual(new Set(['EffectInFlight']));
  });

  it('has one id for one event, channel and recipient', () => {
    const of = (eventId: string, channel: string, recipientId: string) =>
      effectIdOf({ eventId, channel, recipientId });
    expect(of('a', 'b', 'c')).toBe(of('a', 'b', 'c'));
    expect(new Set([of('a', 'b', 'c'), of('x', 'b', 'c'), of('a', 'x', 'c'), of('a', 'b', 'x')]).size).toBe(
      4,
    );
    expect(of('a', 'b', 'c')).toMatch(/^eff_[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
  });

  it('happens at most once, whatever fails, however often it is delivered and however time passes', async () => {
    const failure = fc.constantFrom('none', 'before', 'after', 'settle');
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ failure, wait: fc.constantFrom(0, 30_000, 61_000, 200_000), knows: fc.boolean() }),
          { minLength: 1, maxLength: 8 },
        ),
        async (deliveries) => {
          let now: (typeof deliveries)[number] | undefined;
          const { kernel, request, happened } = setUp({
            call: async (_effect, happen) => {
              if (now?.failure === 'before') throw new Error('before');
              const outcome = happen();
              if (now?.failure === 'after') throw new Error('after');
              return outcome;
            },
            lookUp: (isThere) =>
              now?.knows
                ? isThere
                  ? { kind: 'done', externalId: 'found' }
                  : { kind: 'absent' }
                : { kind: 'unknown' },
          });
          for (now of deliveries) {
            const failing =
              now.failure === 'settle'
                ? {
                    ...kernel,
                    commit: async () => {
                      throw new Error('settle');
                    },
                  }
                : kernel;
            await performEffect(failing, request).catch(() => undefined);
            kernel.clock.advance(now.wait);
          }
          expect(happened.length).toBeLessThanOrEqual(1);
          const settled = ledgerOf(kernel.storage, loanSubject(loanId));
          expect(settled.length).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 100 },
    );
  });
});
