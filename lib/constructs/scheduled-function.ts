import type { Duration } from 'aws-cdk-lib';
import { Role } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import { HouseStack } from '../house-stack.ts';
import { allow } from '../permission.ts';
import { schedulerOf } from '../trusted-service.ts';
import { Alarm, type WithImpact } from './alarm.ts';
import { errorsOf } from './function-metric.ts';
import { HouseFunction, type HouseFunctionProps } from './house-function.ts';

export interface ScheduledFunctionProps<E> extends Omit<HouseFunctionProps<E>, 'handler'>, WithImpact {
  handler: `nightly-${string}` | `hourly-${string}`;
  /** In the lender's zone: `cron(0 2 * * ? *)`, or `rate(1 hour)`. */
  expression: string;
  flexibleWindow?: Duration;
}

/** A function that a clock calls. The schedule runs in the lender's zone, so that "nightly" is the lender's night. Alarm: `<capability>-<handler>-errors`. */
export class ScheduledFunction<E = never> extends HouseFunction<E> {
  constructor(scope: Construct, id: string, props: ScheduledFunctionProps<E>) {
    super(scope, id, { timeoutSeconds: 300, ...props });
    const stack = HouseStack.holding(this);
    const caller = new Role(this, 'ScheduleRole', { assumedBy: schedulerOf(this, 'default') });
    allow({ role: caller }, { actions: ['lambda:InvokeFunction'], resources: [this.lambda.functionArn] });
    const schedule = new CfnSchedule(this, 'Schedule', {
      name: stack.named(this.name, 64),
      scheduleExpression: props.expression,
      scheduleExpressionTimezone: stack.stage.lender.zone,
      flexibleTimeWindow:
        props.flexibleWindow === undefined
          ? { mode: 'OFF' }
          : { mode: 'FLEXIBLE', maximumWindowInMinutes: props.flexibleWindow.toMinutes() },
      target: {
        arn: this.lambda.functionArn,
        roleArn: caller.roleArn,
        retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 3600 },
      },
    });
    schedule.node.addDependency(caller);
    new Alarm(this, 'Errors', {
      name: `${this.name}-errors`,
      impact: props.impact,
      metric: errorsOf(this.lambda),
      threshold: 1,
    });
  }
}
