import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { HouseStack } from '../house-stack.ts';

/** The dimension by which stages of one account are told apart: Powertools puts the variable's value into `service`. */
export const metricService = (stage: string): string => `keyturn-${stage}`;
export const metricServiceVariable = 'POWERTOOLS_SERVICE_NAME';

/** What the stage's functions count themselves (`countMetric`): the sum of so many minutes. */
export function countedMetric(scope: Construct, metricName: string, minutes = 5): Metric {
  return new Metric({
    namespace: 'Keyturn',
    metricName,
    dimensionsMap: { service: metricService(HouseStack.holding(scope).stage.name) },
    statistic: 'Sum',
    period: Duration.minutes(minutes),
  });
}
