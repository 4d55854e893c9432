import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { OperationsStack } from '../../lib/operations-stack.ts';
import { stageNamed } from '../../lib/stages.ts';
import { withoutBundles } from '../support/templates.ts';

it('draws the machines by searching, since no metric of theirs stands without a machine', () => {
  const stack = new OperationsStack(new App({ context: withoutBundles }), stageNamed('dev'), { watched: [] });
  const [dashboard] = Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Dashboard'));
  const body = JSON.stringify(dashboard);
  expect(body).not.toMatch(/\[\\+"AWS\/States/);
  for (const ending of ['Failed', 'TimedOut', 'Aborted'])
    expect(body).toMatch(new RegExp(`\\{AWS/States,StateMachineArn\\} MetricName=\\\\+"Executions${ending}`));
});

it('makes the budget after the topic may be published to, since AWS Budgets tries it', () => {
  const app = new App({ context: withoutBundles });
  const stack = new OperationsStack(app, stageNamed('dev'), { watched: [] });
  const { Resources } = Template.fromStack(stack).toJSON() as {
    Resources: Record<string, { Type: string; DependsOn?: string[] }>;
  };
  const [policy] = Object.keys(Resources).filter((id) => Resources[id]?.Type === 'AWS::SNS::TopicPolicy');
  const budget = Object.values(Resources).find(({ Type }) => Type === 'AWS::Budgets::Budget');
  expect(policy).toBeDefined();
  expect(budget?.DependsOn).toContain(policy);
});
