import type { Construct } from 'constructs';
import type { Env as ApiEnv } from '../lambdas/integrations/api.ts';
import type { Env as ReconcileEnv } from '../lambdas/integrations/handlers/nightly-reconcile-total-expert.ts';
import type { Env as SyncEnv } from '../lambdas/integrations/handlers/on-total-expert-sync.ts';
import { Alarm } from './constructs/alarm.ts';
import { ApiFunction } from './constructs/api-function.ts';
import { countedMetric } from './constructs/counted-metric.ts';
import { PartnerSecret } from './constructs/partner-secret.ts';
import { QueueConsumer } from './constructs/queue-consumer.ts';
import { ScheduledFunction } from './constructs/scheduled-function.ts';
import { commitsTransactions, kernelEnvironment, recordsReads, sealsFields } from './data-permissions.ts';
import type { DataStack } from './data-stack.ts';
import type { EventsStack } from './events-stack.ts';
import { HouseStack } from './house-stack.ts';
import type { Stage } from './stages.ts';

/** What partners hold of our loans, kept in step: one queue per counterparty. */
export class IntegrationsStack extends HouseStack {
  readonly api: ApiFunction;

  constructor(scope: Construct, stage: Stage, { data, events }: { data: DataStack; events: EventsStack }) {
    super(scope, 'integrations', {
      stage,
      description: 'Keyturn: partners kept in step',
      logsKey: data.keys.logs,
    });
    const kernel = kernelEnvironment(data);
    const totalExpert = new PartnerSecret(this, 'TotalExpertSecret', {
      partner: 'total-expert',
      key: data.keys.data,
    });

    this.api = new ApiFunction<ApiEnv>(this, 'Api', {
      capability: 'integrations',
      impact: 'Nobody can see what partners hold of a loan and where it came from.',
      environment: kernel,
      permissions: recordsReads(data),
    });

    const partnerEnvironment = {
      ...kernel,
      PII_KEY_ID: data.keys.pii.keyArn,
      TOTAL_EXPERT_URL: stage.partners.totalExpert,
      TOTAL_EXPERT_SECRET_ID: totalExpert.secretId,
    };
    // The fleet's token is a sealed field of the table.
    const calls = [sealsFields(data), ...totalExpert.reads()];
    const sync = new QueueConsumer<SyncEnv>(this, 'TotalExpertSync', {
      capability: 'integrations',
      handler: 'on-total-expert-sync',
      impact:
        'Marketing works with old names, old statuses and loans that are no more: Total Expert is not told.',
      events: events.hears('LoanOpened.v1', 'LoanStageChanged.v1', 'LoanUpdated.v1'),
      batchSize: 1,
      // Calls at once that the partner sees; its limit is per minute and kept by the governor.
      maxConcurrency: 5,
      // A lost token is replaced within the hour: the queue must wait for longer than that (25 x 6 minutes).
      timeoutSeconds: 60,
      maxReceives: 25,
      // Waiting for a token of the two an hour is no trouble; two hours are.
      behindAfterSeconds: 2 * 3600,
      environment: ({ deadLetters }) => ({
        ...partnerEnvironment,
        DEAD_LETTER_QUEUE_URL: deadLetters.queueUrl,
      }),
      permissions: [...commitsTransactions(data, 'gsi1'), ...calls],
    });

    new ScheduledFunction<ReconcileEnv>(this, 'ReconcileTotalExpert', {
      capability: 'integrations',
      handler: 'nightly-reconcile-total-expert',
      impact: 'What an outage left behind at Total Expert stays as it is, and nobody is told of it.',
      // Each run goes on where the one before ran out of time; after the night's last page they find nothing to do.
      expression: 'cron(30/15 2-5 * * ? *)',
      timeoutSeconds: 900,
      environment: { ...partnerEnvironment, SYNC_QUEUE_URL: sync.queue.queueUrl },
      permissions: [
        ...commitsTransactions(data, 'gsi1', 'gsi2'),
        ...calls,
        { actions: ['sqs:SendMessage'], resources: [sync.queue.queueArn] },
      ],
    });
    this.watchTotalExpert();
  }

  /** What only a person can mend; an outage that passes is waited out by the queue. */
  private watchTotalExpert(): void {
    new Alarm(this, 'TotalExpertDown', {
      name: 'integrations-total-expert-down',
      impact: 'Total Expert has not answered for an hour: marketing sees loans as they were before.',
      metric: countedMetric(this, 'CircuitOpened', 15),
      threshold: 1,
      periods: 4,
    });
    new Alarm(this, 'SyncBlocked', {
      name: 'integrations-sync-blocked',
      impact:
        'Total Expert refuses a borrower’s record, so it never learns of that loan until somebody corrects it.',
      metric: countedMetric(this, 'SyncBlocked', 60),
      threshold: 1,
    });
    new Alarm(this, 'EffectsUncertain', {
      name: 'integrations-effects-uncertain',
      impact:
        'Nobody knows whether Total Expert took some records: they may be missing there or be there twice.',
      metric: countedMetric(this, 'EffectsStillUncertain', 60),
      threshold: 1,
    });
    new Alarm(this, 'LoansPassedOver', {
      name: 'integrations-loans-passed-over',
      impact:
        'Some loans cannot be read by the nightly comparison, so nobody knows whether Total Expert is in step with them.',
      metric: countedMetric(this, 'LoansPassedOver', 60),
      threshold: 1,
    });
  }
}
