import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Env as ApiEnv } from '../lambdas/loans/api.ts';
import type { Env as EvidenceEnv } from '../lambdas/loans/handlers/on-evidence-arrived.ts';
import type { Env as StageChangedEnv } from '../lambdas/loans/handlers/on-loan-stage-changed.ts';
import type { Env as ReminderEnv } from '../lambdas/loans/handlers/on-need-reminder.ts';
import type { Env as FactsChangedEnv } from '../lambdas/loans/handlers/on-road-facts-changed.ts';
import type { Env as AdvanceEnv } from '../lambdas/loans/handlers/task-advance-loan.ts';
import type { Env as AwaitEnv } from '../lambdas/loans/handlers/task-await-guard.ts';
import type { Env as StalledEnv } from '../lambdas/loans/handlers/task-mark-stalled.ts';
import type { Env as OpenNeedsEnv } from '../lambdas/loans/handlers/task-open-needs.ts';
import { ApiFunction } from './constructs/api-function.ts';
import { QueueConsumer } from './constructs/queue-consumer.ts';
import { Reminders } from './constructs/reminders.ts';
import { TaskFunction } from './constructs/task-function.ts';
import { Workflow, answersWaits } from './constructs/workflow.ts';
import { commitsTransactions, kernelEnvironment, sealsFields } from './data-permissions.ts';
import type { DataStack } from './data-stack.ts';
import type { EventsStack } from './events-stack.ts';
import { HouseStack } from './house-stack.ts';
import type { Stage } from './stages.ts';

interface LoansStackProps {
  data: DataStack;
  events: EventsStack;
}

/** Loans, the machines of their stages, needs and their reminders. */
export class LoansStack extends HouseStack {
  readonly api: ApiFunction;

  constructor(scope: Construct, stage: Stage, { data, events }: LoansStackProps) {
    super(scope, 'loans', { stage, description: 'Keyturn: loans, stages, needs', logsKey: data.keys.logs });
    const kernel = kernelEnvironment(data);
    const commits = commitsTransactions(data);

    this.api = new ApiFunction<ApiEnv>(this, 'Api', {
      capability: 'loans',
      impact: 'Loan officers can neither open nor move loans, and nobody sees the pipeline.',
      environment: { ...kernel, PII_KEY_ID: data.keys.pii.keyArn },
      permissions: [...commitsTransactions(data, 'gsi1', 'gsi2'), sealsFields(data)],
    });

    const needReminder = new QueueConsumer<ReminderEnv>(this, 'NeedReminder', {
      capability: 'loans',
      handler: 'on-need-reminder',
      impact: 'Borrowers are not reminded of what is still missing.',
      environment: ({ deadLetters }) => ({ ...kernel, DEAD_LETTER_QUEUE_URL: deadLetters.queueUrl }),
      permissions: commits,
    });
    const reminders = new Reminders(this, 'Reminders', {
      name: 'need-reminders',
      queue: needReminder.queue,
      deadLetters: needReminder.deadLetters,
    });
    const reminderEnvironment = {
      REMINDER_GROUP: reminders.groupName,
      REMINDER_QUEUE_ARN: reminders.queueArn,
      REMINDER_DEAD_LETTERS_ARN: reminders.deadLettersArn,
      REMINDER_ROLE_ARN: reminders.roleArn,
    };
    const answers = answersWaits(this, 'application', 'processing', 'underwriting');
    const openNeeds = new TaskFunction<OpenNeedsEnv>(this, 'OpenNeeds', {
      capability: 'loans',
      handler: 'task-open-needs',
      environment: kernel,
      permissions: commits,
    });
    const awaitGuard = new TaskFunction<AwaitEnv>(this, 'AwaitGuard', {
      capability: 'loans',
      handler: 'task-await-guard',
      environment: kernel,
      permissions: [...commits, answers],
    });
    const markStalled = new TaskFunction<StalledEnv>(this, 'MarkStalled', {
      capability: 'loans',
      handler: 'task-mark-stalled',
      environment: kernel,
      permissions: commits,
    });
    const advanceLoan = new TaskFunction<AdvanceEnv>(this, 'AdvanceLoan', {
      capability: 'loans',
      handler: 'task-advance-loan',
      environment: kernel,
      permissions: commits,
    });

    const machine = (name: string, tasks: TaskFunction[], impact: string) =>
      new Workflow(this, `${name}-machine`, { name, tasks, impact, timeout: Duration.days(360) });
    const application = machine(
      'application',
      [openNeeds, awaitGuard, markStalled, advanceLoan],
      'An application is complete and does not reach processing by itself.',
    );
    const processing = machine(
      'processing',
      [openNeeds, awaitGuard, markStalled, advanceLoan],
      'A file in processing asks for nothing and does not reach underwriting by itself.',
    );
    const underwriting = machine(
      'underwriting',
      [openNeeds, awaitGuard, markStalled],
      'Nobody is told that an underwriting decision is overdue.',
    );

    new QueueConsumer<StageChangedEnv>(this, 'StageChanged', {
      capability: 'loans',
      handler: 'on-loan-stage-changed',
      impact: 'Loans that moved are not worked on: the machine of their new stage does not start.',
      events: events.hears('LoanStageChanged.v1'),
      environment: ({ deadLetters }) => ({
        ...kernel,
        DEAD_LETTER_QUEUE_URL: deadLetters.queueUrl,
        APPLICATION_MACHINE_ARN: application.machine.stateMachineArn,
        PROCESSING_MACHINE_ARN: processing.machine.stateMachineArn,
        UNDERWRITING_MACHINE_ARN: underwriting.machine.stateMachineArn,
      }),
      permissions: [
        ...commits,
        answers,
        {
          actions: ['states:StartExecution'],
          resources: [application, processing, underwriting].map(
            ({ machine: { stateMachineArn } }) => stateMachineArn,
          ),
        },
      ],
    });
    new QueueConsumer<FactsChangedEnv>(this, 'RoadFactsChanged', {
      capability: 'loans',
      handler: 'on-road-facts-changed',
      impact:
        'Loans whose last need was met stand still in their stage, and nobody is reminded of what is open.',
      events: events.hears('LoanUpdated.v1', 'NeedOpened.v1', 'NeedClosed.v1'),
      environment: ({ deadLetters }) => ({
        ...kernel,
        ...reminderEnvironment,
        DEAD_LETTER_QUEUE_URL: deadLetters.queueUrl,
      }),
      permissions: [...commits, answers, ...reminders.sets(), reminders.cancels()],
    });
    new QueueConsumer<EvidenceEnv>(this, 'EvidenceArrived', {
      capability: 'loans',
      handler: 'on-evidence-arrived',
      impact: 'Accepted documents and verified income do not close the needs they settle.',
      events: events.hears('DocumentAccepted.v1', 'IncomeVerified.v1', 'NeedRequested.v1'),
      environment: ({ deadLetters }) => ({ ...kernel, DEAD_LETTER_QUEUE_URL: deadLetters.queueUrl }),
      permissions: commits,
    });
  }
}
