import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';

/** Failed invocations of one function in five minutes. */
export function errorsOf(lambda: IFunction): Metric {
  return new Metric({
    namespace: 'AWS/Lambda',
    metricName: 'Errors',
    dimensionsMap: { FunctionName: lambda.functionName },
    statistic: 'Sum',
    period: Duration.minutes(5),
  });
}
