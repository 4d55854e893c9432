import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { describe, expect, it } from 'vitest';
import { Alarm } from '../../../lib/constructs/alarm.ts';
import { runbooksContext } from '../../../lib/constructs/alarm.ts';
import { resourcesOf, testStack } from '../../support/templates.ts';

const metric = new Metric({ namespace: 'AWS/Lambda', metricName: 'Errors' });
const impact = 'Borrowers cannot upload documents.';

describe('an alarm', () => {
  it('says the impact and names its runbook', () => {
    const stack = testStack();
    new Alarm(stack, 'Alarm', { name: 'documents-api-errors', impact, metric, threshold: 1 });
    expect(resourcesOf(stack, 'AWS::CloudWatch::Alarm')[0]?.properties).toMatchObject({
      AlarmName: 'keyturn-dev-documents-api-errors',
      AlarmDescription: 'Borrowers cannot upload documents. Runbook: docs/runbooks/documents-api-errors.md',
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
      Threshold: 1,
    });
  });

  it('tells the alarm topic by name when it goes off and when it is over', () => {
    const stack = testStack();
    new Alarm(stack, 'Alarm', { name: 'documents-api-errors', impact, metric, threshold: 1 });
    const { AlarmActions, OKActions } = resourcesOf(stack, 'AWS::CloudWatch::Alarm')[0]?.properties ?? {};
    expect(JSON.stringify(AlarmActions)).toContain(':keyturn-dev-alarms');
    expect(OKActions).toEqual(AlarmActions);
  });

  it('refuses to stand without its runbook', () => {
    const stack = testStack('dev', { [runbooksContext]: 'checked' });
    expect(
      () => new Alarm(stack, 'Alarm', { name: 'nobody-wrote-this', impact, metric, threshold: 1 }),
    ).toThrow('docs/runbooks/nobody-wrote-this.md is missing');
  });

  it.each(['', 'broken', 'errors', 'It failed'])('refuses "%s" as an impact', (vague) => {
    const props = { name: 'documents-api-errors', impact: vague, metric, threshold: 1 };
    expect(() => new Alarm(testStack(), 'Alarm', props)).toThrow('the impact must be a sentence');
  });
});
