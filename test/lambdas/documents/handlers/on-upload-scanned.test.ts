import { describe, expect, it } from 'vitest';
import { onUploadScanned, ScanResult } from '../../../../lambdas/documents/handlers/on-upload-scanned.ts';
import type { DocumentState } from '../../../../lambdas/documents/domain/document-states.ts';
import { ledgerOf, toldEvents } from '../../../support/fake-kernel.ts';
import { inReview, taskOf } from './review.ts';
import { avery, documentId, loanId, reading, requested, stage } from './stage.ts';

const key = `loans/${loanId}/${documentId}`;
const context = { correlationId: 'c-1' };

/** As GuardDuty sends it. */
function result(scanResultStatus: string, object: Record<string, string> = {}) {
  return ScanResult.parse({
    version: '0',
    source: 'aws.guardduty',
    'detail-type': 'GuardDuty Malware Protection Object Scan Result',
    detail: {
      schemaVersion: '1.0',
      scanStatus: 'COMPLETED',
      resourceType: 'S3_OBJECT',
      s3ObjectDetails: {
        bucketName: 'quarantine',
        objectKey: key,
        eTag: 'e',
        versionId: 'v1',
        s3Throttled: false,
        ...object,
      },
      scanResultDetails: { scanResultStatus, threats: null },
    },
  });
}

describe('a scanned upload', () => {
  it('that is clean starts the intake of that version, each time under the same name', async () => {
    const deps = await stage(requested);
    await onUploadScanned(result('NO_THREATS_FOUND'), deps, context);
    await onUploadScanned(result('NO_THREATS_FOUND'), deps, context);
    expect(deps.started).toEqual(
      Array.from({ length: 2 }, () => ({
        version: 1,
        loanId,
        documentId,
        sourceVersionId: 'v1',
        correlationId: 'c-1',
      })),
    );
    expect((await deps.document())?.['state']).toBe('REQUESTED');
  });

  it.each([
    ['THREATS_FOUND', 'THREATS_FOUND'],
    ['UNSUPPORTED', 'UNSUPPORTED'],
    ['FAILED', 'FAILED'],
    ['ACCESS_DENIED', 'FAILED'],
  ])('with %s never leaves quarantine, and that is told once', async (status, verdict) => {
    const deps = await stage(requested);
    await onUploadScanned(result(status), deps, context);
    await onUploadScanned(result(status), deps, context);
    expect(await deps.document()).toMatchObject({ state: 'QUARANTINED', scanVerdict: verdict });
    expect(toldEvents(deps.storage)).toEqual([
      {
        detailType: 'DocumentQuarantined.v1',
        data: { loanId, documentId, ownerContactId: avery, verdict },
      },
    ]);
    expect(ledgerOf(deps.storage, `LOAN#${loanId}`)).toHaveLength(1);
    expect(deps.started).toEqual([]);
  });

  it('stays ended when a clean verdict comes after a threat', async () => {
    const deps = await stage(requested);
    await onUploadScanned(result('THREATS_FOUND'), deps, context);
    await onUploadScanned(result('NO_THREATS_FOUND'), deps, context);
    expect(deps.started).toEqual([]);
    expect((await deps.document())?.['state']).toBe('QUARANTINED');
  });

  it('is stopped by a late threat while it is read or reviewed', async () => {
    for (const state of ['READING', 'IN_REVIEW'] as const) {
      const deps = await stage({ ...reading, state });
      await onUploadScanned(result('THREATS_FOUND'), deps, context);
      expect((await deps.document())?.['state']).toBe('QUARANTINED');
    }
  });

  it('takes its task off the list and ends the wait for a person, also when the crash came between', async () => {
    const deps = await inReview();
    const silent = {
      ...deps,
      machine: { ...deps.machine, answer: () => Promise.reject(new Error('crash')) },
    };
    await expect(onUploadScanned(result('THREATS_FOUND'), silent, context)).rejects.toThrow('crash');
    expect(await taskOf(deps)).toMatchObject({ status: 'DONE' });
    await onUploadScanned(result('THREATS_FOUND'), deps, context);
    expect(deps.answered).toEqual([{ token: 'token-1', decision: 'return' }]);
    expect(toldEvents(deps.storage).filter(({ detailType }) => /Quarantined/.test(detailType))).toHaveLength(
      1,
    );
  });

  it.each<[string, DocumentState, string]>([
    ['a repeated clean verdict', 'READING', 'NO_THREATS_FOUND'],
    ['a scan that fails after it passed', 'READING', 'FAILED'],
    ['a verdict after the decision', 'ACCEPTED', 'THREATS_FOUND'],
  ])('is left alone by %s', async (_title, state, status) => {
    const deps = await stage({ ...reading, state });
    await onUploadScanned(result(status), deps, context);
    expect((await deps.document())?.['state']).toBe(state);
    expect([deps.started, toldEvents(deps.storage)]).toEqual([[], []]);
  });

  it('of another version than the one that was taken in is left alone', async () => {
    const deps = await stage(reading);
    await onUploadScanned(result('THREATS_FOUND', { versionId: 'v2' }), deps, context);
    expect((await deps.document())?.['state']).toBe('READING');
  });

  it.each([
    [
      'a key that is no upload',
      { objectKey: 'malware-protection-resource-validation-object' },
      'NotAnUpload',
    ],
    ['another bucket', { bucketName: 'elsewhere' }, 'NotAnUpload'],
    ['a document that nobody asked for', {}, 'UnknownDocument'],
  ])('of %s is rejected with a reason', async (_title, object, code) => {
    const deps = await stage();
    await expect(onUploadScanned(result('NO_THREATS_FOUND', object), deps, context)).rejects.toMatchObject({
      code,
      kind: 'invalid',
    });
  });
});
