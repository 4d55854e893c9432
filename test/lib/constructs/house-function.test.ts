import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { HouseFunction, bundlesContext } from '../../../lib/constructs/house-function.ts';
import { resourcesOf, roleStatements, testStack } from '../../support/templates.ts';

const Env = z.object({ TABLE: z.string(), LIMIT: z.coerce.number() });
interface PlainEnv {
  TABLE: string;
}

const name = { capability: 'loans', handler: 'on-sample' };

describe('a function', () => {
  it('runs Node 24 on arm64 with tracing, its own log group and exactly its variables', () => {
    const stack = testStack();
    new HouseFunction<PlainEnv>(stack, 'Sample', { ...name, environment: { TABLE: 'entities' } });
    expect(resourcesOf(stack, 'AWS::Lambda::Function')[0]?.properties).toMatchObject({
      FunctionName: 'keyturn-dev-loans-on-sample',
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      TracingConfig: { Mode: 'Active' },
      Environment: { Variables: { TABLE: 'entities', POWERTOOLS_SERVICE_NAME: 'keyturn-dev' } },
    });
    expect(resourcesOf(stack, 'AWS::Logs::LogGroup')[0]?.properties).toMatchObject({
      LogGroupName: '/keyturn/dev/loans-on-sample',
      RetentionInDays: 14,
      KmsKeyId: expect.anything() as unknown,
    });
  });

  it('may write its own log and traces and nothing else', () => {
    const stack = testStack();
    new HouseFunction<PlainEnv>(stack, 'Sample', { ...name, environment: { TABLE: 'entities' } });
    expect(
      roleStatements(stack)
        .flatMap(({ actions }) => actions)
        .sort(),
    ).toEqual([
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      'xray:PutTelemetryRecords',
      'xray:PutTraceSegments',
    ]);
    expect(resourcesOf(stack, 'AWS::IAM::Role')[0]?.properties['ManagedPolicyArns']).toBeUndefined();
  });

  it('does not compile with a variable too few, too many, or without its Env', () => {
    const stack = testStack();
    new HouseFunction<typeof Env>(stack, 'TooFew', {
      ...name,
      handler: 'on-few',
      // @ts-expect-error LIMIT is missing
      environment: { TABLE: 'entities' },
    });
    new HouseFunction<PlainEnv>(stack, 'TooMany', {
      ...name,
      handler: 'on-many',
      // @ts-expect-error OTHER is not in Env
      environment: { TABLE: 'entities', OTHER: 'x' },
    });
    // @ts-expect-error no Env given
    new HouseFunction(stack, 'None', { ...name, handler: 'on-none', environment: { TABLE: 'entities' } });
    new HouseFunction<typeof Env>(stack, 'Right', {
      ...name,
      environment: { TABLE: 'entities', LIMIT: '5' },
    });
    expect(resourcesOf(stack, 'AWS::Lambda::Function')).toHaveLength(4);
  });

  it('names the build when its bundle is missing', () => {
    const stack = testStack('dev', { [bundlesContext]: 'built' });
    expect(
      () => new HouseFunction<PlainEnv>(stack, 'Sample', { ...name, environment: { TABLE: 'entities' } }),
    ).toThrow('dist/loans-on-sample/index.mjs is missing: run `npm run build`');
  });

  it('refuses a name that Lambda would refuse', () => {
    const props = {
      capability: 'integrations',
      handler: 'on-something-with-a-name-that-goes-on-and-on',
      environment: { TABLE: '' },
    };
    expect(() => new HouseFunction<PlainEnv>(testStack(), 'Sample', props)).toThrow(
      'longer than 64 characters',
    );
  });
});
