import { expect, it } from 'vitest';
import { ApiFunction } from '../../../lib/constructs/api-function.ts';
import { resourcesOf, testStack } from '../../support/templates.ts';

const props = {
  capability: 'loans',
  environment: { TABLE: 'entities' },
  impact: 'Loan officers cannot open or move loans.',
};

it('is the bundle of the capability with an alarm on its errors', () => {
  const stack = testStack('prod');
  new ApiFunction<{ TABLE: string }>(stack, 'Api', props);
  expect(resourcesOf(stack, 'AWS::Lambda::Function')[0]?.properties).toMatchObject({
    FunctionName: 'keyturn-prod-loans-api',
    MemorySize: 1024,
    Timeout: 15,
  });
  expect(resourcesOf(stack, 'AWS::CloudWatch::Alarm')[0]?.properties).toMatchObject({
    AlarmName: 'keyturn-prod-loans-api-errors',
    MetricName: 'Errors',
    Threshold: 1,
  });
});

it('refuses to run longer than the gateway waits', () => {
  expect(
    () => new ApiFunction<{ TABLE: string }>(testStack(), 'Api', { ...props, timeoutSeconds: 30 }),
  ).toThrow('at most 29 seconds');
});
