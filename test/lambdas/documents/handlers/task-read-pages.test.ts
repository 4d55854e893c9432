import { describe, expect, it } from 'vitest';
import { taskInspectFile } from '../../../../lambdas/documents/handlers/task-inspect-file.ts';
import { taskReadPages } from '../../../../lambdas/documents/handlers/task-read-pages.ts';
import { taskReconcileDocument } from '../../../../lambdas/documents/handlers/task-reconcile-document.ts';
import { payStubPdf } from '../../../../tools/samples/pay-stub.ts';
import { AVERY_SAMPLE } from '../../../../tools/samples/scenario.ts';
import { scanPdf } from '../../../../tools/samples/scan.ts';
import { PAY_STUB_LINES, typedPage } from '../../../support/page-words.ts';
import { received, step } from './stage.ts';

const stub = Buffer.from(await payStubPdf(AVERY_SAMPLE));

describe('reading pages', () => {
  it('keeps the words of the range beside the file, the same each time', { timeout: 30_000 }, async () => {
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

  it('reads no page of a document that ended', async () => {
    const deps = await received(stub, { state: 'QUARANTINED' });
    const readPicture = () => Promise.reject(new Error('a page was sent'));
    expect(await taskReadPages({ ...step, pages: [1] }, { ...deps, readPicture })).toEqual({
      read: 0,
      unread: 0,
    });
    expect(deps.store.json.size).toBe(0);
  });
});
