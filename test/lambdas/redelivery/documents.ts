import { onDocumentReviewed } from '../../../lambdas/documents/handlers/on-document-reviewed.ts';
import { onLoanEnded } from '../../../lambdas/documents/handlers/on-loan-ended.ts';
import { onUploadScanned } from '../../../lambdas/documents/handlers/on-upload-scanned.ts';
import { inReview, reviewed, reviewOf } from '../documents/handlers/review.ts';
import { loanId, objectKey, requested, stage } from '../documents/handlers/stage.ts';
import { busEvent } from '../loans/loan-world.ts';
import { distinct, type Redelivery } from './redelivery.ts';

/** An execution is named by document and version, and starts once by that name. */
const machineCalls = (deps: Pick<Awaited<ReturnType<typeof stage>>, 'started' | 'answered'>) => () => ({
  started: distinct(deps.started.map(({ documentId, sourceVersionId }) => [documentId, sourceVersionId])),
  answered: distinct(deps.answered),
});

async function scanned(scanResultStatus: string) {
  const deps = await stage(requested);
  const message = {
    source: 'aws.guardduty',
    'detail-type': 'GuardDuty Malware Protection Object Scan Result',
    detail: {
      s3ObjectDetails: { bucketName: 'quarantine', objectKey, versionId: 'v1' },
      scanResultDetails: { scanResultStatus },
    },
  };
  const run = (given: never, context: { correlationId: string }) => onUploadScanned(given, deps, context);
  return { kernel: deps, message, run, effects: machineCalls(deps) };
}

export const documentsRedeliveries: readonly Redelivery[] = [
  { queue: 'documents-upload-scanned', about: 'a clean file', begin: () => scanned('NO_THREATS_FOUND') },
  { queue: 'documents-upload-scanned', about: 'an infected file', begin: () => scanned('THREATS_FOUND') },
  {
    queue: 'documents-document-reviewed',
    about: 'a decision',
    begin: async () => {
      const deps = await inReview();
      const message = reviewed('accept', (await reviewOf(deps))?.taskId ?? '');
      const run = (given: never) => onDocumentReviewed(given, deps);
      return { kernel: deps, message, run, effects: machineCalls(deps) };
    },
  },
  {
    queue: 'documents-loan-ended',
    about: 'a loan that was denied while a person should look',
    begin: async () => {
      const deps = await inReview();
      await deps.moveLoan('DENIED');
      const data = { loanId, from: 'PROCESSING', to: 'DENIED', transition: 'deny', entry: 1 };
      const run = (given: never) => onLoanEnded(given, deps);
      return {
        kernel: deps,
        message: busEvent('LoanStageChanged.v1', data),
        run,
        effects: machineCalls(deps),
      };
    },
  },
];
