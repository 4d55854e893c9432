import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Template } from 'aws-cdk-lib/assertions';
import { packsContext } from '../../lib/app.ts';
import { runbooksContext } from '../../lib/constructs/alarm.ts';
import { bundlesContext } from '../../lib/constructs/house-function.ts';
import { HouseStack } from '../../lib/house-stack.ts';
import { stageNamed, type StageName } from '../../lib/stages.ts';

// Template tests look at resources; `npm run synth` runs the validation, which costs a second each time.
process.env['CDK_VALIDATION'] = 'false';

const { context: flags } = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'cdk.json'), 'utf8'),
) as { context: Record<string, unknown> };

export const withoutBundles = { ...flags, [bundlesContext]: 'placeholder', [packsContext]: 'off' };

/** A stack to put one construct in. */
export function testStack(stage: StageName = 'dev', context: Record<string, unknown> = {}): HouseStack {
  const app = new App({ context: { ...withoutBundles, [runbooksContext]: 'unchecked', ...context } });
  const keys = new HouseStack(app, 'keys', { stage: stageNamed(stage), description: 'keys of a test' });
  return new HouseStack(app, 'test', {
    stage: stageNamed(stage),
    description: 'a test',
    logsKey: new Key(keys, 'Logs'),
  });
}

export interface Resource {
  stack: string;
  id: string;
  type: string;
  properties: Record<string, unknown>;
}

/** The resources of a stack, those of one type first in mind: `resourcesOf(stack, 'AWS::SQS::Queue')`. */
export function resourcesOf(stack: Stack, type?: string): Resource[] {
  const { Resources = {} } = Template.fromStack(stack).toJSON() as {
    Resources?: Record<string, { Type: string; Properties?: Record<string, unknown> }>;
  };
  return Object.entries(Resources)
    .filter(([, { Type }]) => type === undefined || Type === type)
    .map(([id, { Type, Properties = {} }]) => ({
      stack: stack.stackName,
      id,
      type: Type,
      properties: Properties,
    }));
}

/** The Allow statements of every policy in the stack's roles, actions and resources always as lists. */
export function roleStatements(
  stack: Stack,
): { stack: string; policy: string; actions: string[]; resources: unknown[] }[] {
  return resourcesOf(stack, 'AWS::IAM::Policy').flatMap(({ id, properties }) =>
    statementsOf(properties['PolicyDocument'])
      .filter(({ Effect }) => Effect === 'Allow')
      .map(({ Action, Resource }) => ({
        stack: stack.stackName,
        policy: id,
        actions: list(Action) as string[],
        resources: list(Resource),
      })),
  );
}

interface Statement {
  Effect: string;
  Action: unknown;
  Resource: unknown;
  Principal?: unknown;
  Condition?: Record<string, Record<string, unknown>>;
}

export function statementsOf(document: unknown): Statement[] {
  return (document as { Statement: Statement[] }).Statement;
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}
