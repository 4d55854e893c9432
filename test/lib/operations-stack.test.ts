import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { OperationsStack } from '../../lib/operations-stack.ts';
import { stageNamed } from '../../lib/stages.ts';
import { withoutBundles } from '../support/templates.ts';

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
