import * as z from 'zod';
import { readEnv, KernelEnv } from '../../shared/env.ts';
import { invalid } from '../../shared/errors.ts';
import { tell } from '../../shared/events/event.ts';
import { documentQuarantined } from '../../shared/events/document-quarantined.v1.ts';
import { type Kernel, wireKernel } from '../../shared/kernel.ts';
import { countMetric } from '../../shared/observability.ts';
import { type QueueContext, queueFunction, sqsDeadLetters } from '../../shared/queue.ts';
import { loanSubject } from '../../shared/table.ts';
import { againWhileDocumentMoves, getDocument, moved } from '../adapters/document-items.ts';
import { type IntakeMachine, intakeMachine } from '../adapters/intake-machine.ts';
import { closeTask } from '../adapters/review-tasks.ts';
import { type Document, idsOfKey } from '../domain/document.ts';
import { isLegal } from '../domain/document-states.ts';

const consumer = 'documents-on-upload-scanned';

/** GuardDuty User Guide, "Monitoring S3 object scans with Amazon EventBridge". */
export const ScanResult = z.object({
  source: z.literal('aws.guardduty'),
  'detail-type': z.literal('GuardDuty Malware Protection Object Scan Result'),
  detail: z.object({
    s3ObjectDetails: z.object({
      bucketName: z.string(),
      objectKey: z.string(),
      versionId: z.string().min(1),
    }),
    scanResultDetails: z.object({
      scanResultStatus: z.enum([
        'NO_THREATS_FOUND',
        'THREATS_FOUND',
        'UNSUPPORTED',
        'ACCESS_DENIED',
        'FAILED',
      ]),
    }),
  }),
});
type ScanResult = z.output<typeof ScanResult>;

export interface Deps extends Kernel {
  machine: IntakeMachine;
  quarantineBucket: string;
}

/**
 * A clean verdict starts the intake of that version; any other ends the document where it lies. The machine's name and the
 * document's state make repeats and late verdicts harmless; only a file that has not been decided on can still be stopped.
 */
export async function onUploadScanned(
  { detail }: ScanResult,
  deps: Deps,
  { correlationId }: Pick<QueueContext, 'correlationId'>,
): Promise<void> {
  const { bucketName, objectKey, versionId } = detail.s3ObjectDetails;
  const ids = bucketName === deps.quarantineBucket ? idsOfKey(objectKey) : undefined;
  if (!ids) throw invalid('NotAnUpload', 'the scanned object is no upload of a document');
  const verdict = detail.scanResultDetails.scanResultStatus;
  await againWhileDocumentMoves(async () => {
    const document = await getDocument(deps.storage, ids.loanId, ids.documentId);
    if (document.file && document.file.sourceVersionId !== versionId) return;
    if (verdict !== 'NO_THREATS_FOUND') {
      await quarantine(document, verdict === 'ACCESS_DENIED' ? 'FAILED' : verdict, correlationId, deps);
    } else if (document.state === 'REQUESTED') {
      const { loanId, documentId } = document;
      await deps.machine.start({ version: 1, loanId, documentId, sourceVersionId: versionId, correlationId });
    }
  });
}

async function quarantine(
  before: Document,
  verdict: NonNullable<Document['scanVerdict']>,
  correlationId: string,
  { storage, commit, clock, machine }: Deps,
): Promise<void> {
  const { loanId, documentId, ownerContactId } = before;
  // The scanner once passed this version: a scan that merely fails later takes nothing back.
  if (before.file && verdict !== 'THREATS_FOUND') return;
  if (before.state === 'QUARANTINED') return endReview(before, machine);
  if (!isLegal('quarantine', before.state)) {
    if (verdict === 'THREATS_FOUND') countMetric('ThreatAfterDecision', 1);
    return;
  }
  const decidedAt = clock.now();
  const { write } = moved(before, 'quarantine', { scanVerdict: verdict, decidedAt, decidedBy: 'scanner' });
  await commit({
    subject: loanSubject(loanId),
    actor: `system:${consumer}`,
    correlationId,
    action: 'DocumentQuarantined',
    facts: { documentId, verdict },
    writes: [write, ...(await closeTask(storage, before, decidedAt))],
    events: [tell(documentQuarantined, { loanId, documentId, ownerContactId, verdict })],
  });
  await endReview(before, machine);
}

/** The step that waits for a person goes on, finds the document in quarantine and ends; one that has ended is done. */
async function endReview({ review }: Document, machine: IntakeMachine): Promise<void> {
  if (review) await machine.answer(review.token, 'return');
}

const Env = KernelEnv.extend({
  DEAD_LETTER_QUEUE_URL: z.string(),
  QUARANTINE_BUCKET: z.string(),
  INTAKE_MACHINE_ARN: z.string(),
});
export type Env = z.input<typeof Env>;

function wire() {
  const env = readEnv(Env);
  return {
    ...wireKernel(env),
    machine: intakeMachine(env.INTAKE_MACHINE_ARN),
    quarantineBucket: env.QUARANTINE_BUCKET,
    deadLetterQueueUrl: env.DEAD_LETTER_QUEUE_URL,
  };
}

export const handler = queueFunction({
  consumer,
  message: ScanResult,
  wire,
  run: onUploadScanned,
  deadLetters: ({ deadLetterQueueUrl }) => sqsDeadLetters(deadLetterQueueUrl),
});
