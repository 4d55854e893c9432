import { describe, expect, it } from 'vitest';
import { readingsOf, type Inspected } from '../../../../lambdas/documents/adapters/readings.ts';
import type { LendingAnalysis } from '../../../../lambdas/documents/adapters/textract-lending.ts';
import type { Document } from '../../../../lambdas/documents/domain/document.ts';
import { taskCollectLending } from '../../../../lambdas/documents/handlers/task-collect-lending.ts';
import { taskInspectFile } from '../../../../lambdas/documents/handlers/task-inspect-file.ts';
import { taskReadPages } from '../../../../lambdas/documents/handlers/task-read-pages.ts';
import { taskReconcileDocument } from '../../../../lambdas/documents/handlers/task-reconcile-document.ts';
import { taskStartLending } from '../../../../lambdas/documents/handlers/task-start-lending.ts';
import { attackFiles } from '../../../../tools/samples/attacks.ts';
import { payStubPdf } from '../../../../tools/samples/pay-stub.ts';
import { AVERY_SAMPLE } from '../../../../tools/samples/scenario.ts';
import { scanPdf } from '../../../../tools/samples/scan.ts';
import { PAY_STUB_LINES, typedPage } from '../../../support/page-words.ts';
import { documentId, inspectedPayStub, loanId, reading, stage, step } from './stage.ts';

const key = `loans/${loanId}/${documentId}`;
const stub = Buffer.from(await payStubPdf(AVERY_SAMPLE));

async function received(bytes: Uint8Array, over: Partial<Document> = {}) {
  const deps = await stage({ ...reading, ...over });
  deps.store.clean.set(key, bytes);
  return { ...deps, readings: readingsOf(deps.store, documentId) };
}

describe('inspecting', () => {
  it('takes the text that a PDF carries itself and leaves nothing to read', async () => {
    const deps = await received(stub);
    expect(await taskInspectFile(step, deps)).toEqual({ outcome: 'READABLE', ranges: [] });
    const { pages, pageCount } = await deps.readings.inspected();
    expect([pages.length, pageCount, pages[0]?.engine]).toEqual([1, 1, 'text-layer']);
    expect(pages[0]?.words.map(({ text }) => text)).toContain('Avery');
  });

  it('leaves the page of a scan to be read', async () => {
    const deps = await received(await scanPdf(stub));
    expect(await taskInspectFile(step, deps)).toEqual({ outcome: 'READABLE', ranges: [{ pages: [1] }] });
  });

  const attacks = attackFiles();
  it.each([
    ['zip-bomb.pdf', 'expands-too-far'],
    ['encrypted.pdf', 'encrypted'],
    ['empty.pdf', 'empty-file'],
    ['picture-named.pdf', 'type-mismatch'],
    ['photo.heic', 'heic-not-accepted'],
  ])('refuses %s as %s', async (name, refusal) => {
    const file = attacks.find((attack) => attack.name === name);
    const deps = await received(file?.bytes ?? Buffer.from('the sample is gone'));
    expect(await taskInspectFile(step, deps)).toEqual({ outcome: 'REFUSED', refusal });
    expect(deps.store.json.size).toBe(0);
  });

  it('does not open the file of a document that ended', async () => {
    const deps = await received(stub, { state: 'QUARANTINED' });
    expect(await taskInspectFile(step, deps)).toEqual({ outcome: 'ENDED' });
  });
});

describe('reading pages', () => {
  it('keeps the words of the range beside the file, the same each time', async () => {
    const deps = await received(await scanPdf(stub));
    await taskInspectFile(step, deps);
    const readPicture = async (png: Uint8Array, { pageNumber }: { pageNumber: number }) => {
      expect(Buffer.from(png.subarray(1, 4)).toString()).toBe('PNG');
      return typedPage(PAY_STUB_LINES, { pageNumber, engine: 'textract-detect' });
    };
    for (let run = 0; run < 2; run += 1)
      expect(await taskReadPages({ ...step, pages: [1] }, { ...deps, readPicture })).toEqual({
        read: 1,
        unread: 0,
      });
    expect((await deps.readings.range([1])).pages[0]?.words.length).toBeGreaterThan(50);
    expect((await taskReconcileDocument({ ...step, analyzed: true }, deps)).outcome).toBe('ACCEPT');
  });
});

describe('Analyze Lending', () => {
  const abstained = inspectedPayStub(
    typedPage(PAY_STUB_LINES.filter(([, piece]) => piece?.[1].startsWith('Employee:') !== true)),
  ) as unknown as Inspected;
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
});
