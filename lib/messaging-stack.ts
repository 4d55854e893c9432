import type { Construct } from 'constructs';
import type { Env as ApiEnv } from '../lambdas/messaging/api.ts';
import type { Env as LoanNewsEnv } from '../lambdas/messaging/handlers/on-loan-news.ts';
import type { Env as MailEventEnv } from '../lambdas/messaging/handlers/on-mail-event.ts';
import { Alarm } from './constructs/alarm.ts';
import { ApiFunction } from './constructs/api-function.ts';
import { countedMetric } from './constructs/counted-metric.ts';
import { MailSender } from './constructs/mail-sender.ts';
import { QueueConsumer } from './constructs/queue-consumer.ts';
import { commitsTransactions, kernelEnvironment, recordsReads } from './data-permissions.ts';
import type { DataStack } from './data-stack.ts';
import type { EventsStack } from './events-stack.ts';
import { HouseStack } from './house-stack.ts';
import type { Stage } from './stages.ts';

/** Letters to borrowers and agents, each once, and what became of them. */
export class MessagingStack extends HouseStack {
  readonly api: ApiFunction;

  constructor(scope: Construct, stage: Stage, { data, events }: { data: DataStack; events: EventsStack }) {
    super(scope, 'messaging', { stage, description: 'Keyturn: messages to people', logsKey: data.keys.logs });
    const kernel = kernelEnvironment(data);
    const mail = new MailSender(this, 'Mail');

    this.api = new ApiFunction<ApiEnv>(this, 'Api', {
      capability: 'messaging',
      impact: 'Staff cannot see what was sent to whom about a loan.',
      environment: kernel,
      permissions: recordsReads(data),
    });

    new QueueConsumer<LoanNewsEnv>(this, 'LoanNews', {
      capability: 'messaging',
      handler: 'on-loan-news',
      impact: 'Borrowers and agents are not told what has happened or what is still needed.',
      events: events.hears(
        'LoanOpened.v1',
        'LoanStageChanged.v1',
        'DocumentAccepted.v1',
        'DocumentReturned.v1',
        'DocumentQuarantined.v1',
        'NeedOpened.v1',
        'NeedReminderDue.v1',
      ),
      environment: ({ deadLetters }) => ({
        ...kernel,
        DEAD_LETTER_QUEUE_URL: deadLetters.queueUrl,
        MAIL_FROM: mail.from,
        CONFIGURATION_SET: mail.configurationSet,
        BRAND_NAME: stage.lender.brandName,
        NMLS_ID: stage.lender.nmlsId,
        PORTAL_ORIGIN: stage.lender.domain,
      }),
      permissions: [...commitsTransactions(data), mail.sends()],
    });

    new QueueConsumer<MailEventEnv>(this, 'MailEvent', {
      capability: 'messaging',
      handler: 'on-mail-event',
      impact: 'Nobody learns that a letter bounced, and letters whose sending was in doubt stay in doubt.',
      events: mail.tells(),
      environment: ({ deadLetters }) => ({ ...kernel, DEAD_LETTER_QUEUE_URL: deadLetters.queueUrl }),
      permissions: commitsTransactions(data),
    });
    new Alarm(this, 'MailsBounced', {
      name: 'messaging-mails-bounced',
      impact:
        'Many letters do not arrive: borrowers do not learn what is needed, and SES stops a sender that goes on so.',
      // One bounce is a wrong address, and stands at its loan's messages; ten in an hour are ours.
      metric: countedMetric(this, 'MailsBounced', 60),
      threshold: 10,
    });
  }
}
