import { describe, expect, it } from 'vitest';
import { taskStartLending } from '../../../../lambdas/documents/handlers/task-start-lending.ts';
import { payStubPdf } from '../../../../tools/samples/pay-stub.ts';
import { AVERY_SAMPLE } from '../../../../tools/samples/scenario.ts';
import { abstained, documentId, received, step } from './stage.ts';

const stub = Buffer.from(await payStubPdf(AVERY_SAMPLE));

describe('Analyze Lending', () => {
  it('is started for the picture of the named page alone, under one token', async () => {
    const deps = await received(stub);
    await deps.readings.writeInspected(abstained);
    const sources: unknown[] = [];
    const startJob = async (source: { key: string; token: string }) => `job-${sources.push(source)}`;
    expect(await taskStartLending({ ...step, pages: [1] }, { ...deps, startJob })).toEqual({
      jobs: [{ page: 1, jobId: 'job-1' }],
      polls: 0,
    });
    expect(sources).toEqual([{ key: `readings/${documentId}/lending-1.png`, token: `${documentId}-1` }]);
    expect(deps.store.clean.has(`readings/${documentId}/lending-1.png`)).toBe(true);
  });

  it('is asked for under the same token when the step runs again, so that it is one job', async () => {
    const deps = await received(stub);
    await deps.readings.writeInspected(abstained);
    const jobs = new Map<string, string>();
    const startJob = async ({ token }: { token: string }) => {
      const job = jobs.get(token) ?? `job-${jobs.size + 1}`;
      jobs.set(token, job);
      return job;
    };
    const first = await taskStartLending({ ...step, pages: [1] }, { ...deps, startJob });
    expect(await taskStartLending({ ...step, pages: [1] }, { ...deps, startJob })).toEqual(first);
    expect([...jobs.values()]).toEqual(['job-1']);
  });

  it('is not started for a document that ended', async () => {
    const deps = await received(stub, { state: 'QUARANTINED' });
    const startJob = () => Promise.reject(new Error('a job was started'));
    expect(await taskStartLending({ ...step, pages: [1] }, { ...deps, startJob })).toEqual({
      jobs: [],
      polls: 0,
    });
  });
});
