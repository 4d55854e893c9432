import { describe, expect, it } from 'vitest';
import type { LendingAnalysis } from '../../../../lambdas/documents/adapters/textract-lending.ts';
import { taskCollectLending } from '../../../../lambdas/documents/handlers/task-collect-lending.ts';
import { taskReconcileDocument } from '../../../../lambdas/documents/handlers/task-reconcile-document.ts';
import { payStubPdf } from '../../../../tools/samples/pay-stub.ts';
import { AVERY_SAMPLE } from '../../../../tools/samples/scenario.ts';
import { abstained, documentId, received, step } from './stage.ts';

const stub = Buffer.from(await payStubPdf(AVERY_SAMPLE));

describe('Analyze Lending', () => {
  const done: LendingAnalysis = {
    status: 'succeeded',
    missingPages: [],
    pages: [
      {
        pageNumber: 1,
        type: 'PAYSLIPS',
        typeConfidence: 99,
        signatureCount: 0,
        fields: [{ name: 'BORROWER_NAME', text: 'Avery Sample', confidence: 98 }],
      },
    ],
  };

  const jobs = [{ page: 1, jobId: 'job-1' }];
  const collect = async (polls: number, result: LendingAnalysis) => {
    const deps = await received(stub);
    await deps.readings.writeInspected(abstained);
    const asked = { ...step, jobs, polls };
    const outcome = await taskCollectLending(asked, { ...deps, jobResult: async () => result });
    return { deps, outcome };
  };

  it('is looked at again while it runs', async () => {
    const { outcome, deps } = await collect(0, { status: 'in-progress' });
    expect(outcome).toEqual({ outcome: 'PENDING', jobs, polls: 1 });
    expect(deps.store.json.has(`readings/${documentId}/lending.json`)).toBe(false);
  });

  it.each<[string, number, LendingAnalysis]>([
    ['gives no answer in two minutes', 23, { status: 'in-progress' }],
    ['failed', 0, { status: 'failed', statusMessage: 'no' }],
  ])('that %s adds nothing and decides nothing', async (_title, polls, result) => {
    const { outcome, deps } = await collect(polls, result);
    expect(outcome.outcome).toBe('DONE');
    expect(await deps.readings.lending()).toEqual([]);
    expect((await taskReconcileDocument({ ...step, analyzed: true }, deps)).outcome).toBe('REVIEW');
  });

  it('gives a person what our reader had not, and accepts nothing by itself', async () => {
    const { deps } = await collect(0, done);
    expect((await taskReconcileDocument({ ...step, analyzed: true }, deps)).outcome).toBe('REVIEW');
    const kept = await deps.readings.findReading();
    expect(kept?.parts[0]?.fields.find(({ name }) => name === 'employee')).toMatchObject({
      value: 'Avery Sample',
      engine: 'textract-lending',
      trust: 'doubtful',
      page: 1,
    });
  });

  it('is kept once when the step runs again', async () => {
    const { deps, outcome } = await collect(0, done);
    const kept = await deps.readings.lending();
    expect(kept).toHaveLength(1);
    const asked = { ...step, jobs, polls: 0 };
    expect(await taskCollectLending(asked, { ...deps, jobResult: async () => done })).toEqual(outcome);
    expect(await deps.readings.lending()).toEqual(kept);
  });
});
