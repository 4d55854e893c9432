import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ArnFormat, Stack } from 'aws-cdk-lib';
import {
  Alarm as CloudWatchAlarm,
  ComparisonOperator,
  TreatMissingData,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { HouseStack } from '../house-stack.ts';

const runbooks = join(import.meta.dirname, '..', '..', 'docs', 'runbooks');

/** Context key; `unchecked` lets `tools/runbooks.ts` and construct tests synthesize alarms whose runbook is not written yet. */
export const runbooksContext = 'keyturn:runbooks';

/** What failure means to a person, in one sentence that ends with a full stop: "Borrowers cannot upload documents." */
export interface WithImpact {
  impact: string;
}

export interface AlarmProps extends WithImpact {
  /** Kebab case, unique in the stage: `loans-api-errors`. */
  name: string;
  /** File name below `docs/runbooks`, without `.md`; the alarm's own name unless several alarms share one. */
  runbook?: string;
  metric: IMetric;
  /** The alarm goes off at this value and above (below it, with `fires: 'below'`). */
  threshold: number;
  fires?: 'at-or-above' | 'below';
  periods?: number;
}

/** An alarm that says what is at stake and where its runbook is. It mails through the topic of the operations stack. */
export class Alarm extends Construct {
  readonly alarm: CloudWatchAlarm;
  /** Without stage. */
  readonly name: string;
  readonly runbook: string;
  readonly impact: string;

  constructor(scope: Construct, id: string, props: AlarmProps) {
    super(scope, id);
    const stack = HouseStack.holding(this);
    this.name = props.name;
    this.impact = props.impact;
    this.runbook = props.runbook ?? props.name;
    if (!/^[A-Z].{14,}\.$/.test(props.impact)) {
      throw new Error(
        `${props.name}: the impact must be a sentence that tells who cannot do what ("${props.impact}")`,
      );
    }
    requireRunbook(this, this.runbook);
    this.alarm = new CloudWatchAlarm(this, 'Alarm', {
      alarmName: stack.named(props.name, 255),
      alarmDescription: `${props.impact} Runbook: docs/runbooks/${this.runbook}.md`,
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: props.periods ?? 1,
      comparisonOperator:
        props.fires === 'below'
          ? ComparisonOperator.LESS_THAN_THRESHOLD
          : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    // By name, not by reference: core stacks must deploy before the operations stack, and without it.
    const topicArn = alarmTopicArn(stack);
    this.alarm.addAlarmAction({ bind: () => ({ alarmActionArn: topicArn }) });
    this.alarm.addOkAction({ bind: () => ({ alarmActionArn: topicArn }) });
  }
}

export const alarmTopicName = (stage: string): string => `keyturn-${stage}-alarms`;

function alarmTopicArn(stack: HouseStack): string {
  return Stack.of(stack).formatArn({
    service: 'sns',
    resource: alarmTopicName(stack.stage.name),
    arnFormat: ArnFormat.NO_RESOURCE_NAME,
  });
}

function requireRunbook(scope: Construct, runbook: string): void {
  if (scope.node.tryGetContext(runbooksContext) === 'unchecked') return;
  if (!existsSync(join(runbooks, `${runbook}.md`))) {
    throw new Error(
      `docs/runbooks/${runbook}.md is missing; \`node tools/runbooks.ts\` writes a first version of it`,
    );
  }
}
