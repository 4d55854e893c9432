import { Duration } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Env as ApiEnv } from '../lambdas/documents/api.ts';
import type { Env as LoanEndedEnv } from '../lambdas/documents/handlers/on-loan-ended.ts';
import type { Env as ReviewedEnv } from '../lambdas/documents/handlers/on-document-reviewed.ts';
import type { Env as ScannedEnv } from '../lambdas/documents/handlers/on-upload-scanned.ts';
import type { Env as AcceptEnv } from '../lambdas/documents/handlers/task-accept-document.ts';
import type { Env as AwaitEnv } from '../lambdas/documents/handlers/task-await-review.ts';
import type { Env as CollectEnv } from '../lambdas/documents/handlers/task-collect-lending.ts';
import type { Env as InspectEnv } from '../lambdas/documents/handlers/task-inspect-file.ts';
import type { Env as PassEnv } from '../lambdas/documents/handlers/task-pass-to-clean.ts';
import type { Env as ReadEnv } from '../lambdas/documents/handlers/task-read-pages.ts';
import type { Env as ReconcileEnv } from '../lambdas/documents/handlers/task-reconcile-document.ts';
import type { Env as ReturnEnv } from '../lambdas/documents/handlers/task-return-document.ts';
import type { Env as LendingEnv } from '../lambdas/documents/handlers/task-start-lending.ts';
import type { endedStages } from '../lambdas/shared/stages.ts';
import { Alarm } from './constructs/alarm.ts';
import { ApiFunction } from './constructs/api-function.ts';
import { countedMetric } from './constructs/counted-metric.ts';
import { QueueConsumer } from './constructs/queue-consumer.ts';
import { scanVerdicts } from './constructs/scan-verdicts.ts';
import { TaskFunction } from './constructs/task-function.ts';
import { answersWaits, machineArn, Workflow } from './constructs/workflow.ts';
import {
  commitsTransactions,
  kernelEnvironment,
  readsEntities,
  readsObjects,
  writesObjects,
} from './data-permissions.ts';
import type { DataStack } from './data-stack.ts';
import type { EventsStack } from './events-stack.ts';
import { HouseStack } from './house-stack.ts';
import type { Permission } from './permission.ts';
import type { Stage } from './stages.ts';

interface DocumentsStackProps {
  data: DataStack;
  events: EventsStack;
}

const machineName = 'document-intake';

/** Uploads, the scan's verdicts, and the machine that reads a file to a verdict. */
export class DocumentsStack extends HouseStack {
  readonly api: ApiFunction;
  private readonly data: DataStack;

  constructor(scope: Construct, stage: Stage, { data, events }: DocumentsStackProps) {
    super(scope, 'documents', {
      stage,
      description: 'Keyturn: documents, from upload to verdict',
      logsKey: data.keys.logs,
    });
    this.data = data;
    const environment = this.filesEnvironment();
    const commits = commitsTransactions(data);
    const readsFiles = this.readsFiles('loans/', 'readings/');

    this.api = new ApiFunction<ApiEnv>(this, 'Api', {
      capability: 'documents',
      impact: 'Nobody can upload, see or review documents.',
      environment,
      // A presigned link may do what its signer may.
      permissions: [...commits, ...readsFiles, ...writesObjects(data, data.quarantine, 'loans/')],
    });

    const intake = new Workflow(this, 'Intake', {
      name: machineName,
      tasks: this.steps(),
      impact: 'A document that was uploaded is neither accepted nor returned, and its loan waits for it.',
      timeout: Duration.days(360),
    });
    const intakeArn = intake.machine.stateMachineArn;

    new QueueConsumer<ScannedEnv>(this, 'UploadScanned', {
      capability: 'documents',
      handler: 'on-upload-scanned',
      impact: 'Files that borrowers upload are not taken in, and infected ones are not reported.',
      events: scanVerdicts(data.quarantine),
      environment: ({ deadLetters }) => ({
        ...kernelEnvironment(data),
        DEAD_LETTER_QUEUE_URL: deadLetters.queueUrl,
        QUARANTINE_BUCKET: data.quarantine.bucketName,
        INTAKE_MACHINE_ARN: intakeArn,
      }),
      permissions: [
        ...commits,
        { actions: ['states:StartExecution'], resources: [intakeArn] },
        // A threat that is found while a person looks ends the wait for the person.
        answersWaits(this, machineName),
      ],
    });
    new QueueConsumer<ReviewedEnv>(this, 'DocumentReviewed', {
      capability: 'documents',
      handler: 'on-document-reviewed',
      impact: 'Documents that a person has decided on stay in review until they escalate.',
      events: events.hears('DocumentReviewed.v1'),
      environment: ({ deadLetters }) => ({
        ...kernelEnvironment(data),
        DEAD_LETTER_QUEUE_URL: deadLetters.queueUrl,
        INTAKE_MACHINE_ARN: intakeArn,
      }),
      permissions: [...readsEntities(data), answersWaits(this, machineName)],
    });
    new QueueConsumer<LoanEndedEnv>(this, 'LoanEnded', {
      capability: 'documents',
      handler: 'on-loan-ended',
      impact: 'People of the branch are asked to review documents of loans that have ended.',
      events: endsOf(events),
      environment: ({ deadLetters }) => ({
        ...kernelEnvironment(data),
        DEAD_LETTER_QUEUE_URL: deadLetters.queueUrl,
        INTAKE_MACHINE_ARN: intakeArn,
      }),
      permissions: [...readsEntities(data), answersWaits(this, machineName)],
    });
    this.watchForLateThreats();
  }

  private watchForLateThreats(): void {
    new Alarm(this, 'ThreatAfterDecision', {
      name: 'documents-threat-after-decision',
      impact: 'The scanner found a threat in a file that was passed on before: staff may have opened it.',
      metric: countedMetric(this, 'ThreatAfterDecision'),
      threshold: 1,
    });
  }

  private steps(): TaskFunction[] {
    const { data } = this;
    const environment = this.filesEnvironment();
    const commits = commitsTransactions(data);
    const reads = readsEntities(data);
    const readsFiles = this.readsFiles('loans/', 'readings/');
    const keepsReadings = writesObjects(data, data.documents, 'readings/');
    const capability = 'documents';
    const reader = { capability, environment, memory: 'reader' } as const;
    const step = { capability, environment } as const;
    return [
      new TaskFunction<PassEnv>(this, 'PassToClean', {
        ...step,
        handler: 'task-pass-to-clean',
        timeoutSeconds: 60,
        permissions: [
          ...commits,
          ...readsObjects(data, data.quarantine, 'loans/'),
          tellsMissing(data.quarantine),
          ...readsFiles,
          ...writesObjects(data, data.documents, 'loans/'),
        ],
      }),
      new TaskFunction<InspectEnv>(this, 'InspectFile', {
        ...reader,
        handler: 'task-inspect-file',
        timeoutSeconds: 120,
        permissions: [...reads, ...readsFiles, ...keepsReadings],
      }),
      new TaskFunction<ReadEnv>(this, 'ReadPages', {
        ...reader,
        handler: 'task-read-pages',
        timeoutSeconds: 300,
        permissions: [...reads, ...readsFiles, ...keepsReadings, asksTextract('textract:DetectDocumentText')],
      }),
      new TaskFunction<ReconcileEnv>(this, 'ReconcileDocument', {
        ...reader,
        handler: 'task-reconcile-document',
        timeoutSeconds: 60,
        permissions: [...reads, ...readsFiles, ...keepsReadings],
      }),
      new TaskFunction<LendingEnv>(this, 'StartLending', {
        ...reader,
        handler: 'task-start-lending',
        timeoutSeconds: 120,
        permissions: [
          ...reads,
          ...readsFiles,
          ...keepsReadings,
          asksTextract('textract:StartLendingAnalysis'),
        ],
      }),
      new TaskFunction<CollectEnv>(this, 'CollectLending', {
        ...step,
        handler: 'task-collect-lending',
        timeoutSeconds: 30,
        permissions: [...keepsReadings, asksTextract('textract:GetLendingAnalysis')],
      }),
      new TaskFunction<AwaitEnv>(this, 'AwaitReview', {
        capability,
        handler: 'task-await-review',
        // The machine refers to its steps, so the step names the machine.
        environment: {
          ...kernelEnvironment(data),
          INTAKE_MACHINE_ARN: machineArn(this, machineName),
        },
        permissions: [...commits, answersWaits(this, machineName)],
      }),
      new TaskFunction<AcceptEnv>(this, 'AcceptDocument', {
        ...step,
        handler: 'task-accept-document',
        permissions: [...commits, ...this.readsFiles('readings/')],
      }),
      new TaskFunction<ReturnEnv>(this, 'ReturnDocument', {
        ...step,
        handler: 'task-return-document',
        permissions: [...commits, ...this.readsFiles('readings/')],
      }),
    ];
  }

  private filesEnvironment() {
    const { data } = this;
    return {
      ...kernelEnvironment(data),
      QUARANTINE_BUCKET: data.quarantine.bucketName,
      DOCUMENTS_BUCKET: data.documents.bucketName,
      DATA_KEY_ID: data.keys.data.keyArn,
    };
  }

  private readsFiles(...prefixes: readonly string[]): Permission[] {
    const { data } = this;
    return [
      ...prefixes.flatMap((prefix) => readsObjects(data, data.documents, prefix)),
      tellsMissing(data.documents),
    ];
  }
}

const ends: typeof endedStages = ['FUNDED', 'WITHDRAWN', 'DENIED'];

/** Loans whose road is at its end; the other moves wake nobody here. */
function endsOf(events: EventsStack) {
  const { bus, pattern } = events.hears('LoanStageChanged.v1');
  return { bus, pattern: { ...pattern, detail: { data: { to: [...ends] } } } };
}

/** Without the right to list, S3 says "forbidden" of an object that is not there. */
const tellsMissing = ({ bucketArn }: Bucket): Permission => ({
  actions: ['s3:ListBucket'],
  resources: [bucketArn],
});

/** Textract has no resources to name. */
const asksTextract = (action: string): Permission => ({ actions: [action], resources: ['*'] });
