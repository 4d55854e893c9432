import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import {
  Alarm as CloudWatchAlarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  MathExpression,
  Metric,
  type IMetric,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { CfnSubscription, Topic } from 'aws-cdk-lib/aws-sns';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { alarmTopicName } from './constructs/alarm.ts';
import { countedMetric } from './constructs/counted-metric.ts';
import { HouseStack } from './house-stack.ts';
import type { Stage } from './stages.ts';

/** Where people look: the alarm topic, one dashboard, a budget. Names join it to the other stacks, so they deploy without it. */
export class OperationsStack extends HouseStack {
  constructor(scope: Construct, stage: Stage, { watched }: { watched: readonly HouseStack[] }) {
    super(scope, 'operations', { stage, description: 'Keyturn: alarm topic, dashboard, budget' });
    const topic = this.topic();
    this.dashboard(alarmNames(watched));
    this.budget(topic);
  }

  private topic(): Topic {
    const { alarms, keepsData } = this.stage;
    const key = new Key(this, 'TopicKey', {
      description: `Keyturn ${this.stage.name}: alarm topic`,
      enableKeyRotation: true,
      removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const publishers = [
      new ServicePrincipal('cloudwatch.amazonaws.com'),
      new ServicePrincipal('budgets.amazonaws.com'),
    ];
    const fromHere = { StringEquals: { 'aws:SourceAccount': this.account } };
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: publishers,
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: fromHere,
      }),
    );
    const topic = new Topic(this, 'Alarms', {
      topicName: alarmTopicName(this.stage.name),
      masterKey: key,
      enforceSSL: true,
    });
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsAndBudgets',
        effect: Effect.ALLOW,
        principals: publishers,
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: fromHere,
      }),
    );
    if (alarms.email !== undefined) {
      new CfnSubscription(this, 'Mail', {
        topicArn: topic.topicArn,
        protocol: 'email',
        endpoint: alarms.email,
      });
    }
    return topic;
  }

  private dashboard(names: readonly string[]): void {
    const { name } = this.stage;
    const arn = (alarmName: string) =>
      Stack.of(this).formatArn({ service: 'cloudwatch', resource: `alarm:${alarmName}` });
    new Dashboard(this, 'Dashboard', {
      dashboardName: this.named('operations'),
      defaultInterval: Duration.hours(12),
      widgets: [
        [
          new TextWidget({
            markdown: `# Keyturn ${name}\nEach alarm names its runbook in \`docs/runbooks/\`.`,
            width: 24,
            height: 2,
          }),
        ],
        [
          new AlarmStatusWidget({
            title: 'Alarms',
            width: 24,
            height: Math.max(3, Math.ceil(names.length / 6)),
            alarms: names.map((alarmName) => CloudWatchAlarm.fromAlarmArn(this, alarmName, arn(alarmName))),
          }),
        ],
        [this.requests(), this.latency(), this.machines()],
        [
          this.search('Oldest message (s)', 'AWS/SQS,QueueName', 'ApproximateAgeOfOldestMessage', 'Maximum'),
          this.search('Function errors', 'AWS/Lambda,FunctionName', 'Errors', 'Sum'),
          this.counted('Refused', 'AccessRefused', 'TokensRefused', 'MessagesRejected'),
        ],
        [
          this.counted('Partners', 'CircuitOpened', 'SyncBlocked', 'EffectUncertain', 'EffectRefused'),
          this.counted('Mail', 'MailsBounced'),
        ],
      ],
    });
  }

  private requests(): GraphWidget {
    return graph('Requests and errors', [
      this.api('Count', 'Sum'),
      this.api('4XXError', 'Sum'),
      this.api('5XXError', 'Sum'),
    ]);
  }

  private latency(): GraphWidget {
    return graph('Latency (ms)', [this.api('Latency', 'p50'), this.api('Latency', 'p99')]);
  }

  /** Step Functions counts by machine alone: without one there is no metric. */
  private machines(): GraphWidget {
    const stopped = ['ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionsAborted'];
    return graph(
      'Executions that stopped',
      stopped.map((name) => this.found('AWS/States,StateMachineArn', name, 'Sum')),
    );
  }

  /** Whatever the stage has, by name: a new queue or function appears by itself. */
  private search(title: string, dimensions: string, metricName: string, statistic: string): GraphWidget {
    return graph(title, [this.found(dimensions, metricName, statistic)]);
  }

  private found(dimensions: string, metricName: string, statistic: string): MathExpression {
    const terms = `{${dimensions}} MetricName="${metricName}" keyturn-${this.stage.name}`;
    return new MathExpression({
      expression: `SEARCH('${terms}', '${statistic}', 300)`,
      label: '',
      usingMetrics: {},
    });
  }

  /** What our functions count themselves (`countMetric`). */
  private counted(title: string, ...metricNames: readonly string[]): GraphWidget {
    return graph(
      title,
      metricNames.map((name) => countedMetric(this, name)),
    );
  }

  private api(metricName: string, statistic: string): Metric {
    const dimensionsMap = { ApiName: this.named('api'), Stage: 'live' };
    return new Metric({
      namespace: 'AWS/ApiGateway',
      metricName,
      statistic,
      dimensionsMap,
      label: `${metricName} ${statistic}`,
    });
  }

  private budget(topic: Topic): void {
    const subscribers = [{ subscriptionType: 'SNS', address: topic.topicArn }];
    const budget = new CfnBudget(this, 'Budget', {
      budget: {
        budgetName: this.named('monthly'),
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: this.stage.alarms.monthlyBudgetUsd, unit: 'USD' },
        costFilters: { TagKeyValue: [`user:keyturn:stage$${this.stage.name}`] },
      },
      notificationsWithSubscribers: [
        {
          notification: { notificationType: 'ACTUAL', comparisonOperator: 'GREATER_THAN', threshold: 80 },
          subscribers,
        },
        {
          notification: {
            notificationType: 'FORECASTED',
            comparisonOperator: 'GREATER_THAN',
            threshold: 100,
          },
          subscribers,
        },
      ],
    });
    // AWS Budgets refuses a topic that it may not publish to yet: the topic's policy comes first.
    budget.node.addDependency(topic);
  }
}

/** The physical names of every alarm in the stacks, in order. */
export function alarmNames(stacks: readonly HouseStack[]): string[] {
  return stacks
    .flatMap((stack) => stack.node.findAll())
    .filter((node) => node instanceof CloudWatchAlarm)
    .map((alarm) => (alarm.node.defaultChild as { alarmName?: string } | undefined)?.alarmName ?? '')
    .filter((name) => name !== '')
    .sort();
}

function graph(title: string, left: IMetric[]): GraphWidget {
  return new GraphWidget({ title, left, width: 8, height: 6, period: Duration.minutes(5) });
}
