import type { Construct } from 'constructs';
import type { Env as ApiEnv } from '../lambdas/audit/api.ts';
import type { Env as SignRootEnv } from '../lambdas/audit/handlers/hourly-sign-root.ts';
import type { Env as LedgerChangedEnv } from '../lambdas/audit/handlers/on-ledger-changed.ts';
import type { Env as ReplayEnv } from '../lambdas/audit/handlers/on-ledger-changed-replay.ts';
import { Alarm } from './constructs/alarm.ts';
import { ApiFunction } from './constructs/api-function.ts';
import { countedMetric } from './constructs/counted-metric.ts';
import { QueueConsumer } from './constructs/queue-consumer.ts';
import { ScheduledFunction } from './constructs/scheduled-function.ts';
import { StreamConsumer } from './constructs/stream-consumer.ts';
import {
  kernelEnvironment,
  readsLedger,
  readsObjects,
  recordsReads,
  writesObjects,
} from './data-permissions.ts';
import type { DataStack } from './data-stack.ts';
import { HouseStack } from './house-stack.ts';
import type { Stage } from './stages.ts';

/** Shows the trail, archives it, signs it by the hour. */
export class AuditStack extends HouseStack {
  readonly api: ApiFunction;

  constructor(scope: Construct, stage: Stage, { data }: { data: DataStack }) {
    super(scope, 'audit', { stage, description: 'Keyturn: audit trail', logsKey: data.keys.logs });
    const signing = data.keys.auditSigning.keyArn;
    const signs = { actions: ['kms:Sign', 'kms:GetPublicKey'], resources: [signing] };
    const listsArchive = { actions: ['s3:ListBucket'], resources: [data.auditArchive.bucketArn] };

    this.api = new ApiFunction<ApiEnv>(this, 'Api', {
      capability: 'audit',
      impact: 'Compliance cannot search the trail or verify it.',
      environment: {
        ...kernelEnvironment(data),
        AUDIT_SIGNING_KEY_ID: signing,
        ARCHIVE_BUCKET: data.auditArchive.bucketName,
      },
      permissions: [
        // Whoever searches the trail leaves a trail.
        ...recordsReads(data),
        ...readsLedger(data, 'gsi1', 'gsi2'),
        ...readsObjects(data, data.auditArchive),
        listsArchive,
        signs,
      ],
    });

    const replay = new QueueConsumer<ReplayEnv>(this, 'Replay', {
      capability: 'audit',
      handler: 'on-ledger-changed-replay',
      impact:
        'Entries of the trail that could not be archived for most of a day are in no archive and under no root.',
      timeoutSeconds: 120,
      batchSize: 1,
      maxConcurrency: 2,
      environment: ({ deadLetters }) => ({
        ARCHIVE_BUCKET: data.auditArchive.bucketName,
        ENTITIES_TABLE: data.entities.tableName,
        LEDGER_TABLE: data.ledger.tableName,
        DEAD_LETTER_QUEUE_URL: deadLetters.queueUrl,
      }),
      permissions: [
        ...readsLedger(data, 'gsi2'),
        ...readsObjects(data, data.auditArchive, 'ledger/'),
        ...writesObjects(data, data.auditArchive, 'ledger/'),
        listsArchive,
      ],
    });
    new StreamConsumer<LedgerChangedEnv>(this, 'LedgerChanged', {
      capability: 'audit',
      handler: 'on-ledger-changed',
      impact: 'Entries of the trail are not archived, and a change of an entry would go unseen.',
      streamArn: data.ledgerStreamArn,
      streamKey: data.keys.audit,
      deadLetters: replay.deadLetters,
      environment: { ARCHIVE_BUCKET: data.auditArchive.bucketName },
      permissions: writesObjects(data, data.auditArchive, 'ledger/'),
    });
    this.watchForTampering();

    new ScheduledFunction<SignRootEnv>(this, 'SignRoot', {
      capability: 'audit',
      handler: 'hourly-sign-root',
      impact: 'Hours of the trail stay unsigned: a later change to the archive could not be proven.',
      expression: 'cron(10 * * * ? *)',
      environment: { ARCHIVE_BUCKET: data.auditArchive.bucketName, AUDIT_SIGNING_KEY_ID: signing },
      permissions: [
        ...readsObjects(data, data.auditArchive),
        ...writesObjects(data, data.auditArchive, 'roots/'),
        listsArchive,
        signs,
      ],
    });
  }

  private watchForTampering(): void {
    new Alarm(this, 'Tampered', {
      name: 'audit-ledger-tampered',
      impact:
        'Somebody changed or removed an entry of the audit trail: what it says can no longer be trusted unproven.',
      metric: countedMetric(this, 'LedgerTampered', 1),
      threshold: 1,
    });
  }
}
