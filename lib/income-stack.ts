import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Env as ApiEnv } from '../lambdas/income/api.ts';
import type { Env as EvidenceEnv } from '../lambdas/income/handlers/on-income-evidence.ts';
import type { Env as OrderedEnv } from '../lambdas/income/handlers/on-income-verification-ordered.ts';
import type { Env as DueEnv } from '../lambdas/income/handlers/on-verification-due.ts';
import { Alarm } from './constructs/alarm.ts';
import { ApiFunction } from './constructs/api-function.ts';
import { countedMetric } from './constructs/counted-metric.ts';
import { PartnerSecret } from './constructs/partner-secret.ts';
import { QueueConsumer } from './constructs/queue-consumer.ts';
import { Reminders } from './constructs/reminders.ts';
import { commitsTransactions, kernelEnvironment, opensFields } from './data-permissions.ts';
import type { DataStack } from './data-stack.ts';
import type { EventsStack } from './events-stack.ts';
import { HouseStack } from './house-stack.ts';
import { allow } from './permission.ts';
import type { Stage } from './stages.ts';

interface Queues {
  queue: IQueue;
  deadLetters: IQueue;
}

/** Qualifying income, and the provider of employers' records. */
export class IncomeStack extends HouseStack {
  readonly api: ApiFunction;
  #checks: Reminders | undefined;

  constructor(scope: Construct, stage: Stage, { data, events }: { data: DataStack; events: EventsStack }) {
    super(scope, 'income', { stage, description: 'Keyturn: verified income', logsKey: data.keys.logs });
    const kernel = kernelEnvironment(data);
    const commits = commitsTransactions(data);
    const webhookSecret = new PartnerSecret(this, 'WebhookSecret', {
      partner: 'employment-verification-webhook',
      key: data.keys.data,
    });

    this.api = new ApiFunction<ApiEnv>(this, 'Api', {
      capability: 'income',
      impact: 'Staff see no income, and the verification provider cannot tell that a record is ready.',
      environment: { ...kernel, WEBHOOK_SECRET: webhookSecret.secretId },
      permissions: [...commits, ...webhookSecret.reads()],
    });
    new QueueConsumer<EvidenceEnv>(this, 'Evidence', {
      capability: 'income',
      handler: 'on-income-evidence',
      impact: 'Accepted pay stubs do not become income, and no employer is asked.',
      events: events.hears('DocumentAccepted.v1', 'LoanStageChanged.v1', 'LoanUpdated.v1', 'NeedOpened.v1'),
      environment: ({ deadLetters }) => ({ ...kernel, DEAD_LETTER_QUEUE_URL: deadLetters.queueUrl }),
      permissions: commits,
    });
    this.verification(data, events);
    this.watchTheProvider();
  }

  private watchTheProvider(): void {
    new Alarm(this, 'VerifierRefusesUs', {
      name: 'income-verifier-refuses-us',
      impact:
        'No employer’s record can be ordered or fetched: the verification provider refuses our credentials.',
      metric: countedMetric(this, 'EmploymentVerifierRefusesUs'),
      threshold: 1,
    });
    new Alarm(this, 'OrdersDoubled', {
      name: 'income-employment-orders-doubled',
      impact:
        'A borrower’s employment was ordered twice: the lender pays twice and the borrower’s record was asked for twice.',
      metric: countedMetric(this, 'EmploymentOrdersDoubled', 60),
      threshold: 1,
    });
    new Alarm(this, 'WebhooksRefused', {
      name: 'income-webhook-signatures-refused',
      impact:
        'The provider’s announcements are refused: employers’ records are found by the checks alone, up to hours later.',
      // Anybody can call the route: a stray request is refused and means nothing, a half hour of them means our secret.
      metric: countedMetric(this, 'WebhookSignaturesRefused', 15),
      threshold: 3,
      periods: 2,
    });
  }

  private verification(data: DataStack, events: EventsStack): void {
    const token = new PartnerSecret(this, 'TokenSecret', {
      partner: 'employment-verification',
      key: data.keys.data,
    });
    const permissions = [...commitsTransactions(data), opensFields(data), ...token.reads()];
    const environment = (checked: Queues, { deadLetters }: Pick<Queues, 'deadLetters'>) => {
      const checks = this.checksOn(checked);
      return {
        ...kernelEnvironment(data),
        DEAD_LETTER_QUEUE_URL: deadLetters.queueUrl,
        PII_KEY_ID: data.keys.pii.keyArn,
        VERIFIER_URL: this.stage.partners.employmentVerification,
        VERIFIER_TOKEN_SECRET: token.secretId,
        CHECK_GROUP: checks.groupName,
        CHECK_QUEUE_ARN: checks.queueArn,
        CHECK_DEAD_LETTERS_ARN: checks.deadLettersArn,
        CHECK_ROLE_ARN: checks.roleArn,
      };
    };
    // A call gives up after 20 s, and the lease of an effect is 60 s: a function never outlives its claim.
    const limits = { timeoutSeconds: 50, batchSize: 1, maxConcurrency: 4 };

    const due = new QueueConsumer<DueEnv>(this, 'VerificationDue', {
      capability: 'income',
      handler: 'on-verification-due',
      impact: 'Employers’ records that are ready are not fetched, and outages reach no person.',
      events: events.hears('IncomeReportReady.v1'),
      environment: (queues) => environment(queues, queues),
      permissions,
      ...limits,
    });
    const ordered = new QueueConsumer<OrderedEnv>(this, 'VerificationOrdered', {
      capability: 'income',
      handler: 'on-income-verification-ordered',
      impact: 'No employer’s record is ordered, so income stays unverified.',
      events: events.hears('IncomeVerificationOrdered.v1'),
      environment: (queues) => environment(due, queues),
      permissions,
      ...limits,
    });
    for (const consumer of [due, ordered]) allow(consumer, ...this.checksOn(due).sets());
  }

  /** The one-off checks of orders land in the queue of what is due; made with that queue, before its function. */
  private checksOn({ queue, deadLetters }: Queues): Reminders {
    this.#checks ??= new Reminders(this, 'Checks', { name: 'verification-checks', queue, deadLetters });
    return this.#checks;
  }
}
